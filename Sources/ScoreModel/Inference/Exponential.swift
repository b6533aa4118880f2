// The C library by its name on each platform: Foundation would bring more than two functions.
#if canImport(Darwin)
    private import Darwin
#elseif canImport(Musl)
    private import Musl
#else
    private import Glibc
#endif

/// e to the power of a number, which is held between -700 and 700, so that no result is infinite.
package func exponential(_ number: Double) -> Double { number > -700 ? exp(min(number, 700)) : 0 }

/// The natural logarithm of a number; -700 for what has none.
package func logarithm(_ number: Double) -> Double {
    number >= .leastNormalMagnitude && number.isFinite ? log(number) : -700
}
