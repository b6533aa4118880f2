private import CLibXML2
internal import Foundation

// The only file of this target that touches the pointers of libxml2.

extension Page {
    /// Reads a page, however broken: libxml2's parser of HTML repairs what it can.
    ///
    /// - Parameters:
    ///   - charset: The encoding that the server says; nil leaves it to the page.
    ///   - address: Where it was found.
    ///   - paths: What is to be noted of the page.
    ///   - linkPaths: What is to be noted of each link that `isNoted` takes.
    init(
        html: [UInt8], charset: String? = nil, at address: WebAddress, paths: [PagePath] = [],
        linkPaths: [PagePath] = [], isNoted: (Link) -> Bool = { _ in true }
    ) {
        self.init()
        guard let tree = HTMLTree(html, charset: charset) else { return }
        var reader = PageReader(page: self, base: address, linkPaths: linkPaths)
        tree.read(&reader, isNoted)
        self = reader.page
        notes = paths.map { tree.text(at: $0) }
    }
}

/// Gathers what matters while the elements of a page go by.
private struct PageReader {
    var page: Page
    /// What addresses are relative to.
    var base: WebAddress
    let linkPaths: [PagePath]
    private var hasBase = false

    init(page: Page, base: WebAddress, linkPaths: [PagePath]) {
        self.page = page
        self.base = base
        self.linkPaths = linkPaths
    }

    /// Takes an element; gives back the address that it links to.
    mutating func take(
        _ name: String, attribute: (String) -> String?, text: () -> String
    ) -> (address: String, text: String)? {
        for sign in ["class", "id", "src", "name", "action"] {
            guard let value = attribute(sign)?.lowercased() else { continue }
            if PageReader.signsOfDoubt.contains(where: value.contains) { page.asksForHuman = true }
        }
        switch name {
        case "title": if page.title.isEmpty { page.title = text() }
        case "script": page.hasScripts = true
        case "input": if attribute("type")?.lowercased() == "password" { page.asksForPassword = true }
        case "base":
            if !hasBase, let address = attribute("href").flatMap({ WebAddress($0, relativeTo: base) }) {
                (base, hasBase) = (address, true)
            }
        case "a", "area": return attribute("href").map { ($0, text()) }
        case "frame", "iframe": return attribute("src").map { ($0, "") }
        case "link": if attribute("rel")?.lowercased() == "next" { return attribute("href").map { ($0, "next") } }
        case "meta":
            if attribute("http-equiv")?.lowercased() == "refresh", let content = attribute("content") {
                return PageReader.target(ofRefresh: content).map { ($0, "") }
            }
        default: break
        }
        return nil
    }

    /// The names that checks for humans have in pages.
    private static let signsOfDoubt = ["captcha", "cf-turnstile", "challenge-platform", "challenge-form"]

    /// The address in `5; url=next.html`.
    private static func target(ofRefresh content: String) -> String? {
        guard let start = content.lowercased().range(of: "url=")?.upperBound else { return nil }
        let offset = content.lowercased().distance(from: content.lowercased().startIndex, to: start)
        return content.dropFirst(offset).trimmingCharacters(in: CharacterSet(charactersIn: " '\""))
    }
}

/// A tree of libxml2's, for as long as it is looked at.
@safe final class HTMLTree {
    private let document: htmlDocPtr
    private let context: xmlXPathContextPtr

    /// libxml2 has to be initialized once, before threads share it.
    private static let isInitialized: Bool = {
        xmlInitParser()
        return true
    }()

    /// Nil when there is nothing to read.
    init?(_ html: [UInt8], charset: String?) {
        _ = HTMLTree.isInitialized
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        // Otherwise libxml2 prints what it finds wrong with an encoding, whatever the options say.
        unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        let parsed = unsafe html.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
                unsafe htmlReadMemory(bytes.baseAddress, Int32(clamping: bytes.count), nil, charset, Int32(options))
            }
        }
        guard let document = unsafe parsed, let context = unsafe HTMLTree.context(document) else { return nil }
        unsafe self.document = document
        unsafe self.context = context
    }

    deinit {
        unsafe xmlXPathFreeContext(context)
        unsafe xmlFreeDoc(document)
    }

    private static func context(_ document: htmlDocPtr?) -> xmlXPathContextPtr? {
        guard let context = unsafe xmlXPathNewContext(document) else { return nil }
        // Otherwise libxml2 prints its errors.
        unsafe context.pointee.error = { _, _ in }
        return unsafe context
    }

    /// Whether an expression is an XPath.
    static func understands(_ path: String) -> Bool {
        _ = isInitialized
        guard let context = unsafe context(nil) else { return false }
        defer { unsafe xmlXPathFreeContext(context) }
        guard let expression = unsafe xmlXPathCtxtCompile(context, path) else { return false }
        unsafe xmlXPathFreeCompExpr(expression)
        return true
    }

    /// Leads a reader past all elements, in order.
    fileprivate func read(_ reader: inout PageReader, _ isNoted: (Page.Link) -> Bool) {
        var links: [(node: xmlNodePtr, address: String, text: String)] = unsafe []
        var next = unsafe xmlDocGetRootElement(document)
        while let node = unsafe next {
            if unsafe node.pointee.type == XML_ELEMENT_NODE, let name = unsafe node.pointee.name {
                let found = unsafe reader.take(
                    String(cString: name).lowercased(), attribute: { unsafe attribute($0, of: node) },
                    text: { unsafe text(of: node) })
                if let found, unsafe links.count < Page.mostLinks {
                    unsafe links.append((node, found.address, found.text))
                }
            }
            unsafe next = after(node)
        }
        // Where the base stands behind the first links, it is theirs all the same.
        for unsafe(node, text, words) in unsafe links {
            guard let address = WebAddress(text, relativeTo: reader.base) else { continue }
            var link = Page.Link(address: address, text: words)
            if !reader.linkPaths.isEmpty, isNoted(link) {
                link.notes = reader.linkPaths.map { unsafe self.text(at: $0, from: node) }
            }
            reader.page.links.append(link)
        }
    }

    /// The text that a path leads to from the page; empty when it leads nowhere.
    fileprivate func text(at path: PagePath) -> String {
        unsafe text(at: path, from: xmlDocGetRootElement(document))
    }

    /// The text that a path leads to; empty when it leads nowhere.
    private func text(at path: PagePath, from start: xmlNodePtr?) -> String {
        unsafe context.pointee.node = start
        unsafe context.pointee.opCount = 0
        unsafe context.pointee.opLimit = HTMLTree.mostSteps
        guard let result = unsafe xmlXPathEvalExpression(path.text, context) else { return "" }
        defer { unsafe xmlXPathFreeObject(result) }
        if unsafe result.pointee.type == XPATH_NODESET {
            guard let nodes = unsafe result.pointee.nodesetval, unsafe nodes.pointee.nodeNr > 0,
                let first = unsafe nodes.pointee.nodeTab[0]
            else { return "" }
            return unsafe text(of: first)
        }
        guard let string = unsafe xmlXPathCastToString(result) else { return "" }
        defer { unsafe xml_release(string) }
        return HTMLTree.tidy(unsafe String(cString: string))
    }

    /// No honest page needs more to find a heading.
    private static let mostSteps: UInt = 5_000_000
    /// How much text is taken, in bytes, and from how many nodes.
    private static let mostText = 500
    private static let mostNodes = 2_000

    /// The text in a node, with single spaces; of pictures what stands in for them. A page cannot make it long.
    private func text(of top: xmlNodePtr) -> String {
        if unsafe top.pointee.type == XML_ATTRIBUTE_NODE, let value = unsafe top.pointee.children {
            return unsafe text(of: value)
        }
        var text = ""
        var visited = 0
        var next: xmlNodePtr? = unsafe top
        while let node = unsafe next, visited < HTMLTree.mostNodes, text.utf8.count < HTMLTree.mostText {
            visited += 1
            if unsafe node.pointee.type == XML_TEXT_NODE, let content = unsafe node.pointee.content {
                let room = HTMLTree.mostText * 4
                let length = min(Int(unsafe xmlStrlen(content)), room)
                text += unsafe String(decoding: UnsafeBufferPointer(start: content, count: length), as: UTF8.self)
            } else if unsafe node.pointee.type == XML_ELEMENT_NODE, let alt = unsafe attribute("alt", of: node) {
                text += " \(alt) "
            }
            unsafe next = after(node, within: top)
        }
        return HTMLTree.tidy(text)
    }

    private static func tidy(_ text: String) -> String {
        let words = text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
        return String(words.prefix(mostText))
    }

    private func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        guard let value = unsafe xmlGetProp(node, name) else { return nil }
        defer { unsafe xml_release(value) }
        return unsafe String(cString: value)
    }

    /// The next node in the order of the page: pages are nested too deeply for recursion.
    private func after(_ node: xmlNodePtr, within top: xmlNodePtr? = nil) -> xmlNodePtr? {
        if unsafe node.pointee.type == XML_ELEMENT_NODE, let child = unsafe node.pointee.children {
            return unsafe child
        }
        var place = unsafe node
        while unsafe place != top {
            if let next = unsafe place.pointee.next { return unsafe next }
            guard let parent = unsafe place.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
                return nil
            }
            unsafe place = parent
        }
        return nil
    }
}
