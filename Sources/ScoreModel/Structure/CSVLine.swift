/// Fields as a line of comma-separated values (RFC 4180, with a line feed).
package func csvLine(_ fields: [String]) -> String { fields.map(csvField).joined(separator: ",") + "\n" }

private func csvField(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
}
