import Foundation

/// The target that `FUZZ_TARGET` names. A variable, because libFuzzer takes all arguments as meant for itself, and starts the
/// program again with them.
private let target: Target = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
        print("FUZZ_TARGET is one of:", Target.allCases.map(\.rawValue).joined(separator: " "))
        exit(2)
    }
    return target
}()

/// What libFuzzer calls, again and again; the main function is libFuzzer's own. `Tools/fuzz/run` builds it and runs it.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
