import Foundation
import TestSupport
import Testing

@Suite struct TimemapCommandTests {
    /// A pickup, a repeat, a grace note and a fermata.
    private static let score = """
        <score-partwise><part-list><score-part id="P1"><part-name/></score-part></part-list><part id="P1">
        <measure number="0" implicit="yes"><attributes><divisions>2</divisions><time><beats>3</beats><beat-type>4</beat-type></time>
        </attributes><note><pitch><step>G</step><octave>4</octave></pitch><duration>2</duration><voice>1</voice></note></measure>
        <measure number="1"><barline location="left"><repeat direction="forward"/></barline>
        <note><grace slash="yes"/><pitch><step>D</step><octave>4</octave></pitch><voice>1</voice></note>
        <note><pitch><step>C</step><octave>4</octave></pitch><duration>6</duration><voice>1</voice><notations><fermata/></notations></note>
        <barline location="right"><repeat direction="backward"/></barline></measure></part></score-partwise>
        """

    private func rows(_ options: String...) async -> [String] {
        let run = await Run(["timemap", "-"] + options, input: Array(TimemapCommandTests.score.utf8))
        return run.output.split(separator: "\n").map { String($0) }
    }

    @Test func `each played note has a row`() async {
        #expect(
            await rows() == [
                "part,voice,staff,measure,measure_index,written_onset,beat,pass,onset,seconds,tick,duration,pitch,midi,velocity,role",
                "P1,1,1,0,0,0,3,1,0,0,0,133/160,G4,67,90,struck",
                "P1,1,1,1,1,1,1,1,7/8,0.4375,420,1/8,D4,62,83,grace",
                "P1,1,1,1,1,1,1,1,1,0.5,480,47/16,C4,60,90,struck",
                "P1,1,1,1,1,1,1,2,4,3.5,1920,1/8,D4,62,83,grace",
                "P1,1,1,1,1,1,1,2,33/8,3.625,1980,45/16,C4,60,90,struck",
            ])
    }

    @Test func `bare notes in written order`() async {
        #expect(
            await rows("--plain", "--no-unfold").dropFirst() == [
                "P1,1,1,0,0,0,3,1,0,0,0,1,G4,67,90,struck", "P1,1,1,1,1,1,1,1,1,0.5,480,3,C4,60,90,struck",
            ])
    }

    @Test func `json has the same fields`() async throws {
        let run = await Run("timemap", "--format", "json", "-", input: Array(TimemapCommandTests.score.utf8))
        let rows = try #require(JSONSerialization.jsonObject(with: Data(run.bytes)) as? [[String: Any]])
        #expect(rows.count == 5)
        #expect(rows.last?["seconds"] as? String == "3.625")
        #expect(rows.last?["tick"] as? Int == 1980)
    }
}
