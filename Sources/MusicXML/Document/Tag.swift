/// The names of MusicXML that Quartet interprets, of elements and attributes alike.
///
/// A document may hold any other name too; this list only lets a name be compared as a number. The order means nothing.
enum Tag: UInt32, CaseIterable {
    case scorePartwise, scoreTimewise
    case part, measure

    /// The name as it is written: `score-partwise`.
    var name: String {
        "\(self)".reduce(into: "") { name, character in
            if character.isUppercase { name += "-" }
            name += character.lowercased()
        }
    }
}
