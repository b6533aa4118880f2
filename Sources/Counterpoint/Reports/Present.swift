/// A text that is written as null when there is none, where the encoder would leave its key out.
@propertyWrapper
struct Present: Encodable {
    var wrappedValue: String?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
