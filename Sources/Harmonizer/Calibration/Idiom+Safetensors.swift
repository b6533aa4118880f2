extension Idiom {
    private static let (places, numbers) = ("idiom.places", "idiom.gains")

    /// Adds the gains that are not zero to the file of a model.
    func add(to file: inout Safetensors) {
        let places = gains.indices.filter { gains[$0] != 0 }
        guard !places.isEmpty else { return }
        file.set(Self.places, shape: [places.count], places.map(Int32.init))
        file.set(Self.numbers, shape: [places.count], places.map { gains[$0] }, half: true)
    }

    /// Takes it from a file; the one that adds nothing where there is none.
    ///
    /// - Throws: ``SafetensorsError`` when it is not whole, or has numbers that are none.
    init(_ file: Safetensors) throws(SafetensorsError) {
        self.init()
        guard file.tensors[Self.places] != nil else { return }
        let places = try file.integers(Self.places)
        let numbers = try file.floats(Self.numbers, count: places.count)
        guard places.allSatisfy(gains.indices.contains), numbers.allSatisfy(\.isFinite) else {
            throw SafetensorsError("its idiom is of impossible chords, or has numbers that are none")
        }
        var gains = gains
        for (place, number) in zip(places, numbers) { gains[place] = number }
        self.init(gains: gains)
    }
}
