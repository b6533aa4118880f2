import Foundation
import TestSupport
import Testing

@testable import Collector

@Suite struct PageTests {
    private func page(_ html: String, charset: String? = nil) throws -> Page {
        Page(html: Array(html.utf8), charset: charset, at: try #require(WebAddress("http://h/a/b.htm")))
    }

    @Test(arguments: [
        (#"<a href="c.mid">C</a>"#, ["http://h/a/c.mid C"]),
        (#"<a href=c.mid>C<a href=d.mid>D"#, ["http://h/a/c.mid C", "http://h/a/d.mid D"]),
        (#"<A HREF='/c.mid'>a <b>b</b>&nbsp; c</A>"#, ["http://h/c.mid a b c"]),
        (#"<a href="x?a=1&amp;b=2&#38;c=3">&Uuml;</a>"#, ["http://h/a/x?a=1&b=2&c=3 Ü"]),
        (#"<a href="x?a=1&b=2">&lt;</a>"#, ["http://h/a/x?a=1&b=2 <"]),
        (#"<a href="c.mid"><img alt="play"></a>"#, ["http://h/a/c.mid play"]),
        (#"<base href="/z/"><a href="c.mid">C</a>"#, ["http://h/z/c.mid C"]),
        (#"<base href="/z/"><base href="/y/"><a href="c.mid">C</a>"#, ["http://h/z/c.mid C"]),
        (#"<frameset><frame src="menu.htm"></frameset>"#, ["http://h/a/menu.htm "]),
        (#"<meta http-equiv="Refresh" content="0; URL='n.htm'">"#, ["http://h/a/n.htm "]),
        (#"<link rel="next" href="?p=2"><link rel="stylesheet" href="s.css">"#, ["http://h/a/b.htm?p=2 next"]),
        (#"<map><area href="c.mid"></map>"#, ["http://h/a/c.mid "]),
        (#"<a name="top">no link</a><a href="javascript:x()">s</a><a href="mailto:a@b">m</a>"#, []),
        (#"<table><tr><td><a href="c.mid" D>D<td>E</table></p></b>"#, ["http://h/a/c.mid D"]),
        (#"<!-- <a href="c.mid">C</a> --><script>"<a href='d.mid'>"</script>"#, []),
        ("<a href=\"c\nd.mid\">C</a>", ["http://h/a/cd.mid C"]),
        ("", []), ("<", []), ("plain text", []),
    ]) func `where links lead`(_ html: String, _ links: [String]) throws {
        #expect(try page(html).links.map { "\($0.address) \($0.text)" } == links)
    }

    @Test(
        arguments: [
            ([0xE9], nil, "é"), ([0xC3, 0xA9], nil, "é"), ([0xC3, 0xA9], "utf-8", "é"), ([0xE9], "windows-1252", "é"),
            ([0xC3, 0xA9], "no-such-charset", "é"), ([0xD0], "koi8-r", "п"),
        ] as [([UInt8], String?, String)]) func `encodings`(_ bytes: [UInt8], _ charset: String?, _ title: String)
        throws
    {
        let html = Array("<title>".utf8) + bytes + Array("</title>".utf8)
        #expect(Page(html: html, charset: charset, at: try #require(WebAddress("http://h/"))).title == title)
    }

    @Test func `encodings that pages say themselves`() throws {
        let address = try #require(WebAddress("http://h/"))
        let meta = Array(#"<meta charset="iso-8859-2"><title>"#.utf8) + [0xF8] + Array("</title>".utf8)
        #expect(Page(html: meta, at: address).title == "ř")
        let wide: [UInt8] = [0xFF, 0xFE] + "<title>ř</title>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(Page(html: wide, at: address).title == "ř")
    }

    @Test(
        arguments: [
            ("<form><input name=user><input type=PASSWORD></form>", .login),
            (#"<div class="g-recaptcha"></div>"#, .captcha),
            (#"<script src="/cdn-cgi/challenge-platform/x.js"></script>"#, .captcha),
            ("<script>draw()</script><div id=app></div>", .needsBrowser),
            ("<script>draw()</script><a href=a.mid>A</a>", nil), ("<p>nothing</p>", nil),
        ] as [(String, LogEntry.Reason?)]) func `what stands in the way`(_ html: String, _ obstacle: LogEntry.Reason?)
        throws
    {
        #expect(try page(html).obstacle == obstacle)
    }

    @Test func `what paths find`() throws {
        let html = """
            <title>Haydn</title><h2>Op. 20</h2><table><tr><td>No. 1<td><a href="a.mid">I</a>
            <tr><td>No. 2<td><a href="b.mid">I</a></table><h2>Op. 33</h2><a href="c.mid">I</a><a href="d.htm">more</a>
            """
        let paths = try ["//title", "count(//a)", "//h9"].map { try #require(PagePath($0)) }
        let linkPaths = try ["preceding::h2[1]", "ancestor::tr/td[1]", "@href"].map { try #require(PagePath($0)) }
        let page = Page(
            html: Array(html.utf8), at: try #require(WebAddress("http://h/")), paths: paths, linkPaths: linkPaths,
            isNoted: { $0.address.path.hasSuffix(".mid") })
        #expect(page.notes == ["Haydn", "4", ""])
        let notes = page.links.map(\.notes)
        #expect(notes == [["Op. 20", "No. 1", "a.mid"], ["Op. 20", "No. 2", "b.mid"], ["Op. 33", "", "c.mid"], []])
    }

    @Test(arguments: [
        "<div>", "<a href=x>", "<b><a href=y>", "<table><tr><td>", "<ul><li>", "<frameset>", "&amp;", "<!--",
    ])
    func `pages that do not end take little`(_ piece: String) throws {
        let page = try page(String(repeating: piece, count: 20_000))
        #expect(page.links.count <= 20_000 && page.links.allSatisfy { $0.text.utf8.count <= 2500 })
    }

    @Test func `any bytes are read`() throws {
        let address = try #require(WebAddress("http://h/"))
        let path = try #require(PagePath("ancestor::*[1]/@class"))
        let seed = Array(
            #"<html><base href=/a/><p class="x"><a href="b.mid">B</a><!-- c --><input type=password></p>"#.utf8)
        var random = SeededGenerator(4)
        for _ in 0..<500 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1..<12, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let page = Page(html: bytes, at: address, linkPaths: [path])
            #expect(page.links.count <= 2)
        }
    }
}
