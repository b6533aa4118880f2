// Numbers to bytes and back. All are little-endian, as every machine is that Quartet runs on; the conversions say so nevertheless.

extension Safetensors {
    /// Adds an array of numbers in single precision, or in half precision.
    public mutating func set(_ name: String, shape: [Int], _ numbers: some Sequence<Float>, half: Bool = false) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(shape.reduce(half ? 2 : 4, *))
        for number in numbers {
            if half {
                let bits = HalfPrecision.bits(number)
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
            } else {
                withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        set(name, half ? .f16 : .f32, shape: shape, bytes: bytes)
    }

    /// Adds an array of whole numbers.
    public mutating func set(_ name: String, shape: [Int], _ numbers: [Int32]) {
        var bytes: [UInt8] = []
        for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
        set(name, .i32, shape: shape, bytes: bytes)
    }

    /// The numbers of an array.
    ///
    /// - Parameter count: How many there have to be, whatever their shape.
    /// - Throws: ``SafetensorsError`` when there is no such array, or it has another size or whole numbers.
    public func floats(_ name: String, count: Int) throws(SafetensorsError) -> [Float] {
        let tensor = try tensor(name, count: count)
        func number<Bits: FixedWidthInteger>(_ index: Int, _ type: Bits.Type) -> Bits {
            tensor.bytes.withUnsafeBytes {
                Bits(littleEndian: $0.loadUnaligned(fromByteOffset: index * (Bits.bitWidth / 8), as: type))
            }
        }
        switch tensor.element {
        case .f16: return (0..<count).map { HalfPrecision.number(number($0, UInt16.self)) }
        case .f32: return (0..<count).map { Float(bitPattern: number($0, UInt32.self)) }
        case .f64: return (0..<count).map { Float(Double(bitPattern: number($0, UInt64.self))) }
        case .u8, .i32: throw SafetensorsError("its array \(name) has whole numbers")
        }
    }

    /// The numbers of an array of bytes.
    ///
    /// - Throws: ``SafetensorsError`` when there is no such array, or it has another size or other numbers.
    public func octets(_ name: String, count: Int? = nil) throws(SafetensorsError) -> [UInt8] {
        let tensor = try tensor(name, count: count)
        guard tensor.element == .u8 else { throw SafetensorsError("its array \(name) has no bytes for numbers") }
        return tensor.bytes
    }

    /// The numbers of an array of whole numbers.
    ///
    /// - Throws: ``SafetensorsError`` when there is no such array, or it has other numbers.
    public func integers(_ name: String) throws(SafetensorsError) -> [Int] {
        let tensor = try tensor(name, count: nil)
        guard tensor.element == .i32 else { throw SafetensorsError("its array \(name) has no whole numbers") }
        return tensor.bytes.withUnsafeBytes { bytes in
            (0..<(bytes.count / 4)).map {
                Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self)))
            }
        }
    }

    private func tensor(_ name: String, count: Int?) throws(SafetensorsError) -> Tensor {
        guard let tensor = tensors[name] else { throw SafetensorsError("it has no array \(name)") }
        let numbers = tensor.bytes.count / tensor.element.size
        guard count == nil || count == numbers else {
            throw SafetensorsError("its array \(name) has \(numbers) numbers, not \(count ?? 0)")
        }
        return tensor
    }
}

/// The sixteen-bit numbers of IEEE 754, which Swift has no type for on every machine.
enum HalfPrecision {
    /// The nearest number, ties to even; what is too great becomes infinite.
    static func bits(_ number: Float) -> UInt16 {
        let sign = UInt16(number.bitPattern >> 16) & 0x8000
        let size = number.magnitude
        guard !number.isNaN else { return sign | 0x7E00 }
        guard size < 65520 else { return sign | 0x7C00 }
        // Below the normal numbers all steps are alike.
        guard size >= 0x1p-14 else { return sign | UInt16((size * 0x1p24).rounded(.toNearestOrEven)) }
        let bits = size.bitPattern
        let rounded = bits + 0xFFF + (bits >> 13 & 1)
        return sign | UInt16(truncatingIfNeeded: (rounded >> 13) - (112 << 10))
    }

    /// The number of sixteen bits.
    static func number(_ bits: UInt16) -> Float {
        let (exponent, fraction) = (Int(bits >> 10 & 0x1F), Float(bits & 0x3FF))
        let size: Float =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 31: fraction == 0 ? .infinity : .nan
            default: Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction * 0x1p-10)
            }
        return bits & 0x8000 == 0 ? size : -size
    }
}
