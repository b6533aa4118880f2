import Foundation
import TestSupport
import Testing

@Suite struct PlayOrderCommandTests {
    private static let dalSegno = Fixture("Semantics/jump-dal-segno.musicxml").url.path

    /// Three measures of two quarters, with a fine and a da capo that are printed only, and half a measure repeated.
    private static let printed = Array(
        """
        <score-partwise><part-list><score-part id="P"><part-name/></score-part></part-list><part id="P">
        <measure number="1"><attributes><divisions>1</divisions></attributes>
        <sound tempo="60"/><note><rest/><duration>1</duration></note>
        <barline location="middle"><repeat direction="forward"/></barline><note><rest/><duration>1</duration></note>
        <barline location="right"><repeat direction="backward"/></barline></measure>
        <measure number="2"><note><rest/><duration>2</duration></note>
        <direction><direction-type><words>Fine</words></direction-type></direction></measure>
        <measure number="3"><note><rest/><duration>2</duration></note>
        <direction><direction-type><words>D.C. al Fine</words></direction-type></direction></measure>
        </part></score-partwise>
        """.utf8)

    @Test func `a table lists the measures as they sound`() async {
        let run = await Run("play-order", "--format", "csv", PlayOrderCommandTests.dalSegno)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                index,measure,measure_index,pass,start,seconds,cause,from,to,partial
                0,1,0,1,0,0.0,next,0,2,false
                1,2,1,1,2,1.0,next,0,2,false
                2,3,2,1,4,2.0,next,0,2,false
                3,1,0,1,6,3.0,dal segno,0,2,false
                4,2,1,1,8,4.0,next,0,2,false
                5,4,3,1,10,5.0,coda,0,2,false

                """)
    }

    @Test func `text is for people`() async {
        let run = await Run("play-order", "--words", "-", input: PlayOrderCommandTests.printed)
        #expect(
            run.output == """
                   measure  pass  start  seconds
                1        1     1      0      0.0
                2        1     2      2      2.0  repeat   from 1 to 2
                3        2     1      3      3.0
                4        3     1      5      5.0
                5        1     1      7      7.0  da capo
                6        2     1      9      9.0

                """)
        #expect(run.errors.isEmpty)
    }

    @Test func `json has the same fields`() async throws {
        let run = await Run("play-order", "--format", "json", PlayOrderCommandTests.dalSegno)
        let rows = try #require(JSONSerialization.jsonObject(with: Data(run.bytes)) as? [[String: Any]])
        #expect(rows.map { $0["measure"] as? String } == ["1", "2", "3", "1", "2", "4"])
        #expect(rows.last?["cause"] as? String == "coda" && rows.last?["seconds"] as? Double == 5)
        #expect(rows.last?["partial"] as? Bool == false)
    }

    @Test func `without unfolding each measure is played once`() async {
        let run = await Run("play-order", "--no-unfold", "--format", "csv", PlayOrderCommandTests.dalSegno)
        #expect(run.output.split(separator: "\n").count == 5)
        #expect(await Run("play-order", "--no-unfold", "--words", "-").status == 2)
    }

    @Test func `jumps that are only printed are told`() async {
        let run = await Run("play-order", "--format", "csv", "-", input: PlayOrderCommandTests.printed)
        #expect(run.output.split(separator: "\n").count == 5)
        #expect(
            run.errors.contains("part P, measure 2: warning: \"Fine\"") && run.errors.contains("jump-words-ignored"))
        let read = await Run("play-order", "--words", "--verbose", "-", input: PlayOrderCommandTests.printed)
        #expect(read.errors.contains("part P, measure 3: note: \"D.C. al Fine\""))
    }

    @Test func `MIDI follows them when it is asked to`() async {
        let arguments = ["convert", "--to", "midi", "-", "-", "-q"]
        let ignored = await Run(arguments, input: PlayOrderCommandTests.printed)
        let read = await Run(arguments + ["--words"], input: PlayOrderCommandTests.printed)
        #expect(ignored.status == 0 && read.status == 0 && ignored.bytes != read.bytes)
        #expect(await Run("convert", "a", "b.mxl", "--words").status == 2)
        #expect(await Run("convert", "a", "b.mid", "--words", "--no-unfold").status == 2)
    }

    @Test func `what cannot be read is an error`() async {
        let run = await Run("play-order", "missing.mxl")
        #expect(run.status == 3 && run.output.isEmpty && run.errors.contains("missing.mxl"))
    }
}
