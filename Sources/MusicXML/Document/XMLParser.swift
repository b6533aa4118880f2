private import CLibXML2
internal import ScoreModel

// The only file that touches the pointers of libxml2.

extension MusicXMLDocument {
    /// Reads a document from the bytes of an XML file.
    ///
    /// Nothing outside `xml` is ever loaded: external entities and document type definitions stay where they are.
    ///
    /// - Parameters:
    ///   - xml: The file, in any of the encodings of ``TextEncoding``.
    ///   - limits: How much to take before giving up.
    /// - Throws: What is wrong with the text, and the line.
    public init(xml: [UInt8], limits: ReadingLimits = .init()) throws(MusicXMLError) {
        guard xml.count <= min(limits.bytes, Int(UInt32.max)) else {
            throw MusicXMLError(.tooLarge, "the text has \(xml.count) bytes; the limit is \(limits.bytes)")
        }
        guard let (encoding, mark) = TextEncoding.detect(xml) else {
            throw MusicXMLError(
                .textUndecodable, at: .init(line: 1, byte: 0),
                "the encoding is none of \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let text = try encoding.decode(xml[mark...])
        guard !text.allSatisfy(isSpace) else { throw MusicXMLError(.emptyInput, "there is nothing in this file") }
        let prolog = Prolog(text[...])
        var builder = TreeBuilder(source: text, limits: limits)
        builder.declare(prolog.declaration, encoding: encoding)
        var session = try XMLSession(text: text, doctype: prolog.doctype ?? [], builder: builder, limits: limits)
        self = try session.parse()
    }
}

/// One run of the parser: owns its context while it parses, feeds it the text, and turns its callbacks into calls of a builder.
///
/// A value that libxml2 holds the address of: its callbacks come once a tag, and a class would check each access to each of its
/// properties.
@safe private struct XMLSession: ~Copyable {
    private let text: [UInt8]
    private let doctype: ArraySlice<UInt8>
    private var builder: TreeBuilder
    private var error: MusicXMLError?
    private var context: xmlParserCtxtPtr?
    private let isHuge: Bool
    /// The line where the parser stopped.
    private var lastLine = 0
    private var consumed = 0
    private var isInDoctype = false
    private var hasDoctype = false
    private var declaredEntities = 0
    /// No score declares any; libxml2 takes long over very many.
    private static var mostEntities: Int { 10_000 }
    private var externalEntities: Set<String> = []
    /// libxml2 stores each name once, so its address is the key: a table of addresses and indices, probed linearly.
    private var addresses = [UInt](repeating: 0, count: 1 << 12)
    private var indices = [UInt32](repeating: 0, count: 1 << 12)
    private var known = 0

    /// libxml2 has to be initialized once, before threads share it.
    private static let isInitialized: Bool = {
        xmlInitParser()
        return true
    }()

    init(text: [UInt8], doctype: ArraySlice<UInt8>, builder: TreeBuilder, limits: ReadingLimits) throws(MusicXMLError) {
        _ = XMLSession.isInitialized
        self.text = text
        self.doctype = doctype
        self.builder = builder
        isHuge = limits.depth > 256
    }

    mutating func parse() throws(MusicXMLError) -> MusicXMLDocument {
        let isHuge = isHuge
        let status = unsafe withUnsafeMutablePointer(to: &self) { session in unsafe XMLSession.run(session, isHuge) }
        if let error = error ?? builder.failure { throw error }
        guard status == 0 else {
            throw MusicXMLError(.xmlMalformed, at: .init(line: lastLine), "this is not well-formed XML")
        }
        return builder.document
    }

    /// Parses the text of a session, which stays where it is for as long.
    private static func run(_ session: UnsafeMutablePointer<XMLSession>, _ isHuge: Bool) -> Int32 {
        var handlers = unsafe XMLSession.handlers
        let user = UnsafeMutableRawPointer(session)
        let parser = unsafe xmlCreateIOParserCtxt(
            &handlers, user,
            { user, target, capacity in
                guard let user = unsafe user, let target = unsafe target else { return -1 }
                return unsafe at(user).pointee.feed(target, capacity: Int(capacity))
            },
            nil, user, XML_CHAR_ENCODING_UTF8)
        guard let context = unsafe parser else { return -1 }
        unsafe session.pointee.context = context
        // NOENT replaces the entities that the document itself declares, as canonical XML does; what lies outside is never
        // declared to libxml2 in the first place. libxml2 has a depth limit of its own, which HUGE lifts.
        let huge = isHuge ? XML_PARSE_HUGE.rawValue : 0
        unsafe xmlCtxtUseOptions(
            context, Int32(XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | huge))
        let status = unsafe xmlParseDocument(context)
        unsafe session.pointee.lastLine = Int(session.pointee.line)
        unsafe session.pointee.context = nil
        unsafe xmlFreeDoc(context.pointee.myDoc)
        unsafe xmlFreeParserCtxt(context)
        return status
    }

    private var line: UInt32 {
        guard let input = unsafe context?.pointee.input else { return UInt32(clamping: lastLine) }
        return unsafe UInt32(truncatingIfNeeded: input.pointee.line)
    }

    private mutating func feed(_ target: UnsafeMutablePointer<CChar>, capacity: Int) -> Int32 {
        let count = min(capacity, text.count - consumed)
        unsafe text.withUnsafeBytes { source in
            guard count > 0, let base = source.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(target).copyMemory(from: base + consumed, byteCount: count)
        }
        consumed += count
        return Int32(count)
    }

    /// Keeps the first error and stops the parser.
    private mutating func fail(_ error: MusicXMLError) {
        if self.error == nil { self.error = error }
        unsafe xmlStopParser(context)
    }

    // MARK: Names

    private mutating func name(_ local: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>?) -> UInt32 {
        if let prefix = unsafe prefix {
            let prefix = unsafe String(cString: prefix)
            return unsafe builder.intern(local.map { unsafe prefix + ":" + String(cString: $0) } ?? prefix)
        }
        guard let local = unsafe local else { return builder.intern("") }
        let address = UInt(bitPattern: local)
        let mask = addresses.count - 1
        var slot = Int(truncatingIfNeeded: (address >> 3) &* 0x9E37_79B9_7F4A_7C15 >> 40) & mask
        while addresses[slot] != address {
            if addresses[slot] == 0 {
                let index = unsafe builder.intern(String(cString: local))
                // A table that fills up is slow, not wrong: names beyond its half are looked up by their text.
                guard known < addresses.count / 2 else { return index }
                known += 1
                addresses[slot] = address
                indices[slot] = index
                return index
            }
            slot = (slot + 1) & mask
        }
        return indices[slot]
    }

    // MARK: Events

    @inline(__always)
    private mutating func startElement(
        _ local: UnsafePointer<UInt8>?, prefix: UnsafePointer<UInt8>?,
        namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>, attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>
    ) {
        builder.startElement(name: unsafe name(local, prefix: prefix), line: line)
        for index in stride(from: 0, to: namespaces.count, by: 2) {
            let prefix = unsafe namespaces[index].map { unsafe "xmlns:" + String(cString: $0) } ?? "xmlns"
            let uri = unsafe namespaces[index + 1].map { unsafe String(cString: $0) } ?? ""
            builder.attribute(name: builder.intern(prefix), value: uri)
        }
        for index in stride(from: 0, to: attributes.count, by: 5) {
            guard let start = unsafe attributes[index + 3], let end = unsafe attributes[index + 4] else { continue }
            let name = unsafe self.name(attributes[index], prefix: attributes[index + 1])
            unsafe builder.attribute(name: name, value: UnsafeBufferPointer(start: start, count: end - start))
        }
        if builder.hasFailed { unsafe xmlStopParser(context) }
    }

    private mutating func leaf(_ kind: Kind, name: String? = nil, text: UnsafePointer<UInt8>?) {
        // Comments and instructions inside the document type declaration are part of its text.
        guard !isInDoctype else { return }
        let text = unsafe text.map { unsafe String(cString: $0) } ?? ""
        builder.leaf(kind, name: name.map { builder.intern($0) } ?? 0, text: text.utf8, line: line)
    }

    private mutating func startDoctype() {
        (isInDoctype, hasDoctype) = (true, true)
        builder.leaf(.doctype, text: doctype, line: line)
    }

    private mutating func endDoctype() {
        isInDoctype = false
        // Attributes that only the declaration supplies are not in the document, and to work them out for each element would cost
        // time out of proportion.
        guard let context = unsafe context else { return }
        unsafe xmlHashFree(context.pointee.attsDefault, xmlHashDefaultDeallocator)
        unsafe context.pointee.attsDefault = nil
    }

    private typealias Kind = MusicXMLDocument.Kind

    /// A declaration that only names what lies outside the document is remembered for the message, and not passed on.
    private mutating func entity(_ name: UnsafePointer<UInt8>?, type: Int32) -> Bool {
        declaredEntities += 1
        if declaredEntities == Self.mostEntities + 1 {
            fail(
                MusicXMLError(
                    .entityGrowth, at: .init(line: Int(line)), "more than \(Self.mostEntities) entities are declared"))
        }
        if type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue) { return true }
        if type == Int32(XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue), let name = unsafe name {
            unsafe externalEntities.insert(String(cString: name))
        }
        return false
    }

    /// What the document declares, or else a letter that the document type definition of MusicXML declares.
    private func entity(named name: UnsafePointer<UInt8>?) -> xmlEntityPtr? {
        if let declared = unsafe xmlSAX2GetEntity(context, name) { return unsafe declared }
        guard hasDoctype, let name = unsafe name, let document = unsafe context?.pointee.myDoc,
            let letter = unsafe LatinEntities.letter(named: String(cString: name))
        else { return nil }
        return unsafe xmlAddDocEntity(
            document, name, Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue), nil, nil, letter)
    }

    private mutating func unresolved(_ entity: String) {
        let place = Diagnostic.Place(line: Int(line))
        fail(
            externalEntities.contains(entity)
                ? MusicXMLError(
                    .entityExternal, at: place,
                    "the entity &\(entity); lies outside this document; such entities are never loaded")
                : MusicXMLError(.entityUndeclared, at: place, "the entity &\(entity); is not declared in this document")
        )
    }

    private mutating func report(_ problem: xmlError) {
        guard error == nil else { return }
        let message = unsafe problem.message.map { unsafe String(cString: $0) } ?? "this is not well-formed XML"
        let entity = unsafe problem.str1.map { unsafe String(cString: $0) } ?? "?"
        let (isFatal, place) = unsafe (problem.level == XML_ERR_FATAL, Diagnostic.Place(line: Int(problem.line)))
        switch unsafe xmlParserErrors(UInt32(problem.code)) {
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: unresolved(entity)
        case XML_ERR_ENTITY_LOOP: fail(MusicXMLError(.entityGrowth, at: place, "entities grow without end"))
        case _ where isFatal:
            fail(MusicXMLError(.xmlMalformed, at: place, "not well-formed: \(message.prefix { $0 != "\n" })"))
        default: break
        }
    }

    // MARK: The table of callbacks

    private static var handlers: xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe sax.startElementNs = {
            user, local, prefix, _, namespaceCount, namespaces, count, _, attributes in
            unsafe at(user).pointee.startElement(
                local, prefix: prefix,
                namespaces: UnsafeBufferPointer(start: namespaces, count: Int(namespaceCount) * 2),
                attributes: UnsafeBufferPointer(start: attributes, count: Int(count) * 5))
        }
        unsafe sax.endElementNs = { user, _, _, _ in unsafe at(user).pointee.builder.endElement() }
        unsafe sax.characters = { user, text, count in
            let session = unsafe at(user)
            unsafe session.pointee.builder.characters(
                UnsafeBufferPointer(start: text, count: Int(count)), line: session.pointee.line)
            // Entities can go on for gigabytes without a tag.
            if unsafe session.pointee.builder.hasFailed { unsafe xmlStopParser(session.pointee.context) }
        }
        unsafe sax.ignorableWhitespace = sax.characters
        unsafe sax.cdataBlock = sax.characters
        unsafe sax.comment = { user, text in unsafe at(user).pointee.leaf(.comment, text: text) }
        unsafe sax.processingInstruction = { user, target, text in
            unsafe at(user).pointee.leaf(.instruction, name: target.map { unsafe String(cString: $0) }, text: text)
        }
        unsafe sax.internalSubset = { user, name, external, system in
            unsafe at(user).pointee.startDoctype()
            unsafe xmlSAX2StartDocument(at(user).pointee.context)
            unsafe xmlSAX2InternalSubset(at(user).pointee.context, name, external, system)
        }
        unsafe sax.externalSubset = { user, _, _, _ in unsafe at(user).pointee.endDoctype() }
        unsafe sax.entityDecl = { user, name, type, external, system, content in
            guard unsafe at(user).pointee.entity(name, type: type) else { return }
            unsafe xmlSAX2EntityDecl(at(user).pointee.context, name, type, external, system, content)
        }
        unsafe sax.getEntity = { user, name in unsafe at(user).pointee.entity(named: name) }
        unsafe sax.reference = { user, name in
            unsafe at(user).pointee.unresolved(name.map { unsafe String(cString: $0) } ?? "")
        }
        unsafe sax.serror = { user, problem in
            guard let problem = unsafe problem else { return }
            unsafe at(user).pointee.report(problem.pointee)
        }
        return unsafe sax
    }
}

@inline(__always)
private func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession> {
    // libxml2 hands back the address it was given, and the session stays there while the parser runs.
    unsafe user.unsafelyUnwrapped.assumingMemoryBound(to: XMLSession.self)
}
