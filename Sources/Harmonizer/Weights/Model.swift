internal import Foundation

/// A trained network: what a weights file holds.
public struct Model: Sendable {
    /// The network.
    public let network: Network
    /// Its parameters.
    public let parameters: [Float]
    /// How it came about; nil when nobody wrote it down.
    public var record: TrainingRecord?
    /// What it learned from, as far as one can tell by it what was copied; nil when nobody wrote it down.
    public var copies: CopiedRuns?
    /// What its composer does more readily than it would.
    public var idiom: Idiom
    /// When its string players are given stops; nil for singers.
    public var stops: StopHabits?

    /// A network with its parameters.
    ///
    /// - Precondition: There are as many parameters as the network has.
    public init(
        _ network: Network, parameters: [Float], record: TrainingRecord? = nil, copies: CopiedRuns? = nil,
        idiom: Idiom = Idiom(), stops: StopHabits? = nil
    ) {
        precondition(parameters.count == network.layout.count)
        self.network = network
        self.parameters = parameters
        self.record = record
        self.copies = copies
        self.idiom = idiom
        self.stops = stops
    }

    private static let format = "quartet-model"

    /// The file: parameters by name, with the vocabulary, the sizes and the record in its header.
    ///
    /// - Parameter half: Whether numbers have sixteen bits; else thirty-two.
    public func safetensors(half: Bool = true) -> Safetensors {
        var file = Safetensors(metadata: network.metadata)
        file.metadata["format"] = Self.format
        file.metadata["version"] = "\(Vocabulary.version)"
        if let record, let data = try? JSONEncoder.ofRecords.encode(record) {
            file.metadata["training"] = String(decoding: data, as: UTF8.self)
        }
        for view in network.layout.views {
            file.set(
                view.name, shape: view.shape, parameters[view.place.range], half: half)
        }
        copies?.add(to: &file)
        idiom.add(to: &file)
        stops?.add(to: &file)
        return file
    }

    /// Reads a file.
    ///
    /// - Throws: ``SafetensorsError`` when it is no model, one of another version of the vocabulary, or not whole.
    public init(_ file: Safetensors) throws(SafetensorsError) {
        guard file.metadata["format"] == Self.format else { throw SafetensorsError("it is no model of Quartet") }
        guard file.metadata["version"] == "\(Vocabulary.version)" else {
            throw SafetensorsError("its tokens are of another version than this Quartet knows; train it anew")
        }
        let network = try Network(metadata: file.metadata)
        var parameters: [Float] = []
        parameters.reserveCapacity(network.layout.count)
        for view in network.layout.views { parameters += try file.floats(view.name, count: view.place.count) }
        guard parameters.allSatisfy(\.isFinite) else { throw SafetensorsError("it has numbers that are none") }
        let copies = CopiedRuns.isIn(file) ? try CopiedRuns(file) : nil
        self.init(
            network, parameters: parameters,
            record: file.metadata["training"].flatMap {
                try? JSONDecoder.ofRecords.decode(TrainingRecord.self, from: Data($0.utf8))
            }, copies: copies, idiom: try Idiom(file), stops: try StopHabits(file))
    }
}

extension Network {
    /// The names of the sizes in a file's header.
    private static let sizes: [(String, any WritableKeyPath<NetworkShape, Int> & Sendable)] = [
        ("embedding", \.embedding), ("interval", \.interval), ("context", \.context), ("hidden", \.hidden),
        ("layers", \.layers), ("head", \.head), ("reach", \.reach),
    ]

    /// Its sizes and its vocabulary, for the header of a file.
    var metadata: [String: String] {
        var metadata = vocabulary.metadata
        for (name, path) in Self.sizes { metadata[name] = "\(shape[keyPath: path])" }
        return metadata
    }

    /// The network that a header describes.
    init(metadata: [String: String]) throws(SafetensorsError) {
        func number(_ name: String) throws(SafetensorsError) -> Int {
            guard let number = metadata[name].flatMap({ Int($0) }) else {
                throw SafetensorsError("its header does not tell \(name)")
            }
            return number
        }
        var shape = NetworkShape()
        for (name, path) in Self.sizes {
            let size = try number(name)
            // No file needs more, and a greater one would only fill the memory.
            guard (1...4096).contains(size) else { throw SafetensorsError("its \(name) is \(size)") }
            shape[keyPath: path] = size
        }
        guard shape.layers <= 8 else { throw SafetensorsError("its header describes no network") }
        self.init(shape, vocabulary: try Vocabulary(metadata: metadata))
    }
}

extension JSONEncoder {
    /// Writes records: equal ones give equal bytes.
    static var ofRecords: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return encoder
    }
}

extension JSONDecoder {
    /// Reads records.
    static var ofRecords: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }
}
