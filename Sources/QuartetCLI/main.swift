import Foundation
import MusicXML
for path in CommandLine.arguments.dropFirst(2) {
  do {
    var b = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    if b.starts(with: [0x50, 0x4b]) { b = try MXLArchive.read(b).archive.score }
    let d = try MusicXMLDocument(xml: b)
    let mode = CommandLine.arguments[1]
    if mode == "flip" {
       let l = try d.requiredLayout()
       let before = d.xml()
       let r = try d.converted(to: l == .partwise ? .timewise : .partwise).xml()
       let back = try MusicXMLDocument(xml: try MusicXMLDocument(xml: r).converted(to: l).xml())
       func strip(_ x: [UInt8]) -> [UInt8] { x.filter { $0 != 10 && $0 != 32 && $0 != 9 } }
       if strip(before) != strip(back.xml()) { print("FLIP DIFF", path); try Data(before).write(to: URL(fileURLWithPath: "/tmp/a.xml")); try Data(back.xml()).write(to: URL(fileURLWithPath: "/tmp/b.xml")) }
    } else if mode == "rt" {
       try Data(d.xml()).write(to: URL(fileURLWithPath: "/tmp/rt/" + path.replacingOccurrences(of: "/", with: "_")))
    }
    _ = d
  } catch { print("ERR", path, error) }
}
