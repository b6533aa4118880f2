/// What is counted when something is lost: an element, an attribute, a comment, an instruction.
struct LossKind: Hashable {
    /// The name of the element around it, or of the one that has the attribute, in the numbers of some ``NameTable``.
    var holder: UInt32
    /// Its own name.
    var name: UInt32
    var isAttribute = false

    /// Stand for the names of what has none.
    static let comment = UInt32.max - 2
    static let instruction = UInt32.max - 1

    /// Elements whose children are known by their own names alone: the rest say whose they are, as `note/voice` and `direction/voice`.
    private static let plainHolders: Set<UInt32> = Set(
        [
            Tag.measure, .part, .attributes, .notations, .articulations, .ornaments, .technical, .directionType,
            .scorePartwise, .scoreTimewise,
        ].map(\.rawValue))

    /// The kind as reports show it: `print`, `note/voice`, `note@default-x`, `comment`.
    func description(_ names: NameTable) -> String {
        switch name {
        case LossKind.comment: "comment"
        case LossKind.instruction: "instruction"
        default:
            if isAttribute {
                "\(names[holder])@\(names[name])"
            } else if LossKind.plainHolders.contains(holder) || holder == LossKind.nobody {
                names[name]
            } else {
                "\(names[holder])/\(names[name])"
            }
        }
    }

    /// The holder of what stands beside the root element.
    static let nobody = UInt32.max
}
