internal import Foundation

extension Headers {
    /// The name that the server gives the file (RFC 6266): whatever it says, slashes and all.
    var fileName: String? {
        guard let text = self["Content-Disposition"] else { return nil }
        let parameters = Headers.parameters(text)
        if let extended = parameters["filename*"] {
            let parts = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 3, parts[0].lowercased() == "utf-8", let name = parts[2].removingPercentEncoding {
                return name
            }
        }
        return parameters["filename"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The parameters `name=value` and `name="value"` behind semicolons; the first of a name counts.
    private static func parameters(_ text: String) -> [String: String] {
        var parameters: [String: String] = [:]
        var rest = text[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop(while: \.isWhitespace)
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" ? rest.popFirst() ?? character : character)
                }
            } else {
                value = String(rest.prefix { $0 != ";" }.filter { !$0.isWhitespace })
                rest = rest.drop { $0 != ";" }
            }
            let key = name.lowercased().filter { !$0.isWhitespace }
            if parameters[key] == nil { parameters[key] = value }
        }
        return parameters
    }
}
