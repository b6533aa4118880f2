/// The letters that MusicXML's document type definition lets a file write by name, such as `&eacute;`: the sets "Added Latin 1" and
/// "Added Latin 2" of ISO 8879. The definition itself is never loaded, so its names are known here.
enum LatinEntities {
    /// The letter with the given name.
    static func letter(named name: String) -> String? { letters[name] }

    private static let letters: [String: String] = {
        let words = table.split { $0 == " " || $0 == "\n" }.map(String.init)
        let pairs = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
        return Dictionary(pairs) { first, _ in first }
    }()

    private static let table = """
        Aacute Á aacute á Acirc Â acirc â AElig Æ aelig æ Agrave À agrave à Aring Å aring å Atilde Ã atilde ã Auml Ä
        auml ä Ccedil Ç ccedil ç Eacute É eacute é Ecirc Ê ecirc ê Egrave È egrave è ETH Ð eth ð Euml Ë euml ë
        Iacute Í iacute í Icirc Î icirc î Igrave Ì igrave ì Iuml Ï iuml ï Ntilde Ñ ntilde ñ Oacute Ó oacute ó
        Ocirc Ô ocirc ô Ograve Ò ograve ò Oslash Ø oslash ø Otilde Õ otilde õ Ouml Ö ouml ö szlig ß THORN Þ thorn þ
        Uacute Ú uacute ú Ucirc Û ucirc û Ugrave Ù ugrave ù Uuml Ü uuml ü Yacute Ý yacute ý yuml ÿ Abreve Ă abreve ă
        Amacr Ā amacr ā Aogon Ą aogon ą Cacute Ć cacute ć Ccaron Č ccaron č Ccirc Ĉ ccirc ĉ Cdot Ċ cdot ċ Dcaron Ď
        dcaron ď Dstrok Đ dstrok đ Ecaron Ě ecaron ě Edot Ė edot ė Emacr Ē emacr ē ENG Ŋ eng ŋ Eogon Ę eogon ę
        gacute ǵ Gbreve Ğ gbreve ğ Gcedil Ģ Gcirc Ĝ gcirc ĝ Gdot Ġ gdot ġ Hcirc Ĥ hcirc ĥ Hstrok Ħ hstrok ħ Idot İ
        IJlig Ĳ ijlig ĳ Imacr Ī imacr ī inodot ı Iogon Į iogon į Itilde Ĩ itilde ĩ Jcirc Ĵ jcirc ĵ Kcedil Ķ kcedil ķ
        kgreen ĸ Lacute Ĺ lacute ĺ Lcaron Ľ lcaron ľ Lcedil Ļ lcedil ļ Lmidot Ŀ lmidot ŀ Lstrok Ł lstrok ł Nacute Ń
        nacute ń napos ŉ Ncaron Ň ncaron ň Ncedil Ņ ncedil ņ Odblac Ő odblac ő OElig Œ oelig œ Omacr Ō omacr ō
        Racute Ŕ racute ŕ Rcaron Ř rcaron ř Rcedil Ŗ rcedil ŗ Sacute Ś sacute ś Scaron Š scaron š Scedil Ş scedil ş
        Scirc Ŝ scirc ŝ Tcaron Ť tcaron ť Tcedil Ţ tcedil ţ Tstrok Ŧ tstrok ŧ Ubreve Ŭ ubreve ŭ Udblac Ű udblac ű
        Umacr Ū umacr ū Uogon Ų uogon ų Uring Ů uring ů Utilde Ũ utilde ũ Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ Yuml Ÿ
        Zacute Ź zacute ź Zcaron Ž zcaron ž Zdot Ż zdot ż
        """
}
