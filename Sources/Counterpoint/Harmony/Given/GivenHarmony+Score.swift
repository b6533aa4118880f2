import ScoreModel

extension GivenHarmony {
    static func given(in score: Score) -> [GivenHarmony] { [] }
    static func disagreements(in score: Score, passage: Passage) -> [Disagreement] { [] }
}
