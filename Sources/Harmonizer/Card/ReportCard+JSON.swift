internal import Foundation

extension ReportCard {
    /// The card as JSON, with keys in snake case and in one order; a line a value.
    public var json: String {
        let encoder = JSONEncoder.ofRecords
        encoder.outputFormatting.insert(.prettyPrinted)
        // Texts and finite numbers can always be encoded.
        return String(decoding: (try? encoder.encode(self)) ?? Data(), as: UTF8.self) + "\n"
    }
}
