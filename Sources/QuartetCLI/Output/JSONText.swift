import Foundation
import ScoreModel
import StandardMIDI

/// A value as JSON.
func jsonText(_ value: some Encodable, isPretty: Bool = false) throws -> String {
    String(decoding: try JSONEncoder.ofReports(isPretty: isPretty).encode(value), as: UTF8.self)
}

extension JSONEncoder {
    /// Writes keys in snake case, sorted, so that equal values give equal bytes.
    static func ofReports(isPretty: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }
}

/// A diagnostic as reports show it.
struct DiagnosticJSON: Encodable {
    let code: String
    let severity: String
    let message: String
    let place: PlaceJSON

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        severity = diagnostic.severity.rawValue
        message = diagnostic.message
        place = PlaceJSON(diagnostic.place)
    }
}

/// A place as reports show it; what is not known is left out.
struct PlaceJSON: Encodable {
    let line: Int?
    let byte: Int?
    let part: String?
    let measure: String?
    let entry: String?

    init(_ place: Diagnostic.Place) {
        line = place.line
        byte = place.byte
        part = place.part
        measure = place.measure
        entry = place.entry
    }
}

/// A loss as reports show it.
struct LossJSON: Encodable {
    let kind: String
    let count: Int
    let first: PlaceJSON

    init(_ loss: Loss) {
        kind = loss.kind
        count = loss.count
        first = PlaceJSON(loss.first)
    }
}

/// A guess as reports show it.
struct GuessJSON: Encodable {
    let kind: String
    let value: String
    let confidence: Double
    let place: PlaceJSON

    init(_ guess: Guess) {
        kind = guess.kind.rawValue
        value = guess.value
        confidence = (guess.confidence * 1000).rounded() / 1000
        place = PlaceJSON(guess.place)
    }
}
