import Files
import Testing

@Suite struct SHA256Tests {
    /// Messages of FIPS 180-4's examples and of the NIST's test vectors, and bytes around the ends of blocks, whose checksums `sha256sum` says.
    static let vectors: [(message: [UInt8], digits: String)] = [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
        ([UInt8](repeating: 97, count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        ([UInt8](repeating: 97, count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        ([UInt8](repeating: 97, count: 63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        ([UInt8](repeating: 97, count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        ([UInt8](repeating: 97, count: 65), "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
        ([UInt8](repeating: 97, count: 119), "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
        ([UInt8](repeating: 97, count: 120), "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
        ([UInt8](repeating: 97, count: 100000), "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
    ]

    @Test(arguments: vectors) func `known checksums`(_ message: [UInt8], _ digits: String) {
        #expect(SHA256.digits(of: message) == digits)
    }

    @Test(arguments: [1, 3, 63, 64, 65, 200]) func `pieces give what the whole gives`(_ size: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var checksum = SHA256()
        for start in stride(from: 0, to: bytes.count, by: size) {
            checksum.add(bytes[start..<min(start + size, bytes.count)])
        }
        #expect(checksum.digits == SHA256.digits(of: bytes))
    }
}
