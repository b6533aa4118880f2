internal import Foundation

extension CopiedRuns {
    /// Adds what runs are found by to a file, such as that of a model: an array of hashes and one of the places where pieces begin.
    public func add(to file: inout Safetensors) {
        file.metadata["copied-runs"] = String(
            decoding: (try? JSONEncoder().encode(Header(window: Self.window, voices: voices, pieces: pieces)))
                ?? Data(),
            as: UTF8.self)
        let bytes = hashes.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let pairs = Self.pairs(voices).count
        file.set("copied-runs.hashes", .u8, shape: [pairs, hashes.count / max(pairs, 1), 2], bytes: bytes)
        file.set("copied-runs.starts", shape: [starts.count], starts.map(Int32.init))
    }

    /// True when a file says what runs are found by.
    static func isIn(_ file: Safetensors) -> Bool { file.metadata["copied-runs"] != nil }

    /// Takes it from a file.
    ///
    /// - Throws: ``SafetensorsError`` when the file has no such arrays, or they are not whole, or of windows of another length.
    public init(_ file: Safetensors) throws(SafetensorsError) {
        guard let text = file.metadata["copied-runs"],
            let header = try? JSONDecoder().decode(Header.self, from: Data(text.utf8))
        else { throw SafetensorsError("it does not say what its pieces may be copied from") }
        guard header.window == Self.window else {
            throw SafetensorsError("its copied runs are found by \(header.window) ticks, not \(Self.window)")
        }
        let voices = Set(header.voices)
        guard voices.count == header.voices.count, voices.isSubset(of: 0..<NetworkShape.voices) else {
            throw SafetensorsError("its copied runs are of impossible voices")
        }
        let (starts, bytes) = (try file.integers("copied-runs.starts"), try file.octets("copied-runs.hashes"))
        guard starts.count == header.pieces.count + 1, starts.first == 0,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            bytes.count == 2 * Self.pairs(header.voices).count * (starts.last ?? 0)
        else { throw SafetensorsError("its copied runs do not fit its pieces") }
        let hashes = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        self.init(voices: header.voices, pieces: header.pieces, starts: starts, hashes: hashes)
    }

    private struct Header: Codable {
        let window: Int
        let voices: [Int]
        let pieces: [String]
    }
}
