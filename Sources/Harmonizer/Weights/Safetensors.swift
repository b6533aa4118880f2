internal import Foundation

/// A file of named arrays of numbers, in the safetensors format: eight bytes that tell the length of a JSON header, the header, the numbers.
///
/// Nothing in such a file is executed when it is read. <https://github.com/huggingface/safetensors> describes the format.
public struct Safetensors: Hashable, Sendable {
    /// The kinds of numbers that are read.
    public enum Element: String, Sendable {
        case u8 = "U8"
        case i32 = "I32"
        case f16 = "F16"
        case f32 = "F32"
        case f64 = "F64"

        /// The bytes of a number.
        public var size: Int {
            switch self {
            case .u8: 1
            case .f16: 2
            case .i32, .f32: 4
            case .f64: 8
            }
        }
    }

    /// An array of numbers.
    public struct Tensor: Hashable, Sendable {
        /// What kind of numbers.
        public let element: Element
        /// How many in each dimension.
        public let shape: [Int]
        /// The numbers, little-endian.
        public let bytes: [UInt8]
    }

    /// What the file says about itself.
    public var metadata: [String: String]
    /// Its arrays by name.
    public private(set) var tensors: [String: Tensor]

    /// A file with nothing in it but what it says about itself.
    public init(metadata: [String: String] = [:]) {
        self.metadata = metadata
        tensors = [:]
    }

    /// Adds an array.
    ///
    /// - Precondition: There are as many bytes as the shape has numbers.
    public mutating func set(_ name: String, _ element: Element, shape: [Int], bytes: [UInt8]) {
        precondition(bytes.count == shape.reduce(element.size, *))
        tensors[name] = Tensor(element: element, shape: shape, bytes: bytes)
    }
}

/// Why bytes are no safetensors file, or lack what they should hold.
public struct SafetensorsError: Error, Hashable, CustomStringConvertible {
    /// What is wrong with the file, as the end of a sentence that begins with its name.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Safetensors {

    /// Reads a file.
    ///
    /// - Throws: ``SafetensorsError`` when the header is no JSON object, or an array leaves the file or has an unknown kind of numbers.
    public init(bytes: [UInt8]) throws(SafetensorsError) {
        guard bytes.count >= 8 else {
            throw SafetensorsError("it is shorter than the 8 bytes that tell its header's length")
        }
        let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << (8 * UInt64($1)) }
        guard length <= UInt64(bytes.count - 8) else {
            throw SafetensorsError("its header should have \(length) bytes, and the file has \(bytes.count)")
        }
        let start = 8 + Int(length)
        let header: [String: any Sendable]
        do {
            guard let object = try JSONSerialization.jsonObject(with: Data(bytes[8..<start])) as? [String: any Sendable]
            else {
                throw SafetensorsError("its header is no JSON object")
            }
            header = object
        } catch let error as SafetensorsError {
            throw error
        } catch {
            throw SafetensorsError("its header is no JSON")
        }
        self.init(metadata: header["__metadata__"] as? [String: String] ?? [:])
        for (name, value) in header where name != "__metadata__" {
            guard let entry = value as? [String: any Sendable], let kind = entry["dtype"] as? String,
                let shape = entry["shape"] as? [Int], let offsets = entry["data_offsets"] as? [Int], offsets.count == 2
            else { throw SafetensorsError("its array \(name) has no kind, shape and place") }
            guard let element = Element(rawValue: kind) else {
                throw SafetensorsError("its array \(name) is of the kind \(kind), which is not read")
            }
            var size = element.size
            for dimension in shape {
                let (product, overflows) = size.multipliedReportingOverflow(by: dimension)
                guard dimension >= 0, !overflows else {
                    throw SafetensorsError("its array \(name) has no possible shape")
                }
                size = product
            }
            guard offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] <= bytes.count - start,
                offsets[1] - offsets[0] == size
            else { throw SafetensorsError("its array \(name) does not lie in the file with the bytes of its shape") }
            tensors[name] = Tensor(
                element: element, shape: shape, bytes: Array(bytes[(start + offsets[0])..<(start + offsets[1])]))
        }
    }

    /// The bytes of the file. The same arrays give the same bytes.
    public var bytes: [UInt8] {
        var object: [String: Any] = metadata.isEmpty ? [:] : ["__metadata__": metadata]
        var offset = 0
        let names = tensors.keys.sorted()
        for name in names {
            guard let tensor = tensors[name] else { continue }
            object[name] = [
                "dtype": tensor.element.rawValue, "shape": tensor.shape,
                "data_offsets": [offset, offset + tensor.bytes.count],
            ]
            offset += tensor.bytes.count
        }
        var header = Array((try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])) ?? Data())
        // The numbers begin at a multiple of eight, as the format advises.
        while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
        bytes.reserveCapacity(8 + header.count + offset)
        bytes += header
        for name in names { bytes += tensors[name]?.bytes ?? [] }
        return bytes
    }
}
