import Testing

@testable import Counterpoint

@Suite struct ChargeMemoryTests {
    @Test func `A charge is known once it was told, and another number in its place is not taken for it`() {
        let count = 3 << 18
        var memory = ChargeMemory(count: count)
        #expect(memory[0] == nil && memory[count - 1] == nil)
        memory[5] = 1.5
        #expect(memory[5] == 1.5)
        #expect(memory[5 + (1 << 18)] == nil)
        memory[5 + (1 << 18)] = 2
        #expect(memory[5 + (1 << 18)] == 2 && memory[5] == nil)
    }
}
