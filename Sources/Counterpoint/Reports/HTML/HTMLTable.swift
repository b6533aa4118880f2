internal import ScoreModel

/// A table of a page.
package struct HTMLTable {
    /// What stands in a cell.
    package struct Cell: ExpressibleByStringInterpolation {
        let text: String
        let link: String?
        let style: String?

        /// A text.
        ///
        /// - Parameters:
        ///   - link: Where it leads.
        ///   - style: The class that gives it its looks.
        package init(_ text: String, link: String? = nil, style: String? = nil) {
            (self.text, self.link, self.style) = (text, link, style)
        }

        /// A text as it is.
        package init(stringLiteral text: String) { self.init(text) }
    }

    private let columns: [String]
    private let rows: [[Cell]]
    private let style: String?
    /// Whether the first cell of a row is its name.
    private let isNamed: Bool

    /// A table of rows that have names: the first cell of each.
    package init(named columns: [String], _ rows: [[Cell]]) {
        (self.columns, self.rows, style, isNamed) = (columns, rows, nil, true)
    }

    /// A table of words.
    package init(words columns: [String], _ rows: [[String]]) {
        (self.columns, style, isNamed) = (columns, "words", false)
        self.rows = rows.map { row in row.map { Cell($0) } }
    }

    /// The element.
    package var html: String {
        let head = columns.map { "<th scope=\"col\">\($0.escapedForXML)</th>" }.joined()
        return """
            <div class="wide"><table\(attribute("class", style))>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.map(row).joined(separator: "\n"))
            </tbody>
            </table></div>

            """
    }

    private func row(_ cells: [Cell]) -> String {
        let texts = cells.enumerated().map { index, cell in
            let text = cell.text.escapedForXML
            let inner = cell.link.map { "<a href=\"\($0.escapedForXML)\">\(text)</a>" } ?? text
            let name = isNamed && index == 0 ? "th" : "td"
            let scope = isNamed && index == 0 ? " scope=\"row\"" : ""
            return "<\(name)\(scope)\(attribute("class", cell.style))>\(inner)</\(name)>"
        }
        return "<tr>\(texts.joined())</tr>"
    }

    private func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\($0.escapedForXML)\"" } ?? ""
    }
}
