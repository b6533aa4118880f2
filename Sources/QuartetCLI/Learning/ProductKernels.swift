import Foundation
import Harmonizer

/// The kernels that OpenBLAS computes with.
///
/// OpenBLAS knows processors by name, and takes one that is younger than itself for the oldest, which makes it four times slower: that of
/// Debian 12 does so with every Xeon since 2023. It listens to `OPENBLAS_CORETYPE`, but only while it is loaded, which is before the
/// first line of a program. So the command starts itself again, once, with the name of an older processor that has the same instructions.
enum ProductKernels {
    private static let variable = "OPENBLAS_CORETYPE"

    /// Starts the process again where better kernels are at hand. Returns where they are not, or where they cannot be asked for.
    static func restartWithBetterOnes(for arguments: [String]) {
        guard ProcessInfo.processInfo.environment[variable] == nil,
            let flags = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
            let name = better(than: MatrixProducts.kernels, flags: flags)
        else { return }
        setenv(variable, name, 1)
        var pointers = arguments.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &pointers)
        // It could not be started again: slower is better than not at all.
        for pointer in pointers { free(pointer) }
    }

    /// The name of better kernels than those of a processor without vectors of eight numbers.
    ///
    /// - Parameter flags: What the system says of the processor, `flags` among it.
    static func better(than kernels: String, flags: String) -> String? {
        guard ["Prescott", "Generic", "Core2", "Nehalem"].contains(kernels) else { return nil }
        let line = flags.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
        let known = Set(line.split(separator: " "))
        if ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"].allSatisfy(known.contains) { return "SkylakeX" }
        return ["avx2", "fma"].allSatisfy(known.contains) ? "Haswell" : nil
    }
}
