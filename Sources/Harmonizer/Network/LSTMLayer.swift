/// A layer of long short-term memory over a batch of sequences, in one direction of time.
///
/// Gates stand in the order input, forget, output, candidate. Everything is time-major: the rows of tick `t` are `t * batch ..< (t + 1) * batch`.
/// States have one block of rows more than there are ticks: the zero state at the side where time begins.
struct LSTMLayer: Sendable {
    let ticks: Int
    let batch: Int
    let units: Int
    /// True when it reads from the last tick to the first.
    let isBackward: Bool

    /// What a layer keeps from the way there for the way back.
    struct Trace<Scalar: Real> {
        /// `ticks * batch` rows of four gates each; on the way back their gradients.
        let gates: Matrix<Scalar>
        /// `(ticks + 1) * batch` rows: what it says.
        let states: Matrix<Scalar>
        /// `(ticks + 1) * batch` rows: what it remembers.
        let cells: Matrix<Scalar>
        /// `ticks * batch` rows: the hyperbolic tangents of the cells.
        let tangents: Matrix<Scalar>
    }

    /// The parameters of a layer, or their gradients.
    struct Weights<Scalar: Real> {
        let input: Matrix<Scalar>
        let recurrent: Matrix<Scalar>
        let bias: Matrix<Scalar>
    }

    /// The rows of the state after a tick.
    private func after(_ tick: Int) -> Range<Int> {
        let block = isBackward ? tick : tick + 1
        return (block * batch)..<((block + 1) * batch)
    }

    /// The rows of the state that a tick starts from.
    private func before(_ tick: Int) -> Range<Int> {
        let block = isBackward ? tick + 1 : tick
        return (block * batch)..<((block + 1) * batch)
    }

    private func rows(_ tick: Int) -> Range<Int> { (tick * batch)..<((tick + 1) * batch) }

    /// The ticks in the order in which it reads them.
    private var order: [Int] { isBackward ? (0..<ticks).reversed() : Array(0..<ticks) }

    /// What it says of each tick, given all states.
    func output<Scalar>(of states: Matrix<Scalar>) -> Matrix<Scalar> {
        isBackward ? states.rows(0..<(ticks * batch)) : states.rows(batch..<((ticks + 1) * batch))
    }

    /// What it knew before each tick, given all states.
    func input<Scalar>(of states: Matrix<Scalar>) -> Matrix<Scalar> {
        isBackward ? states.rows(batch..<((ticks + 1) * batch)) : states.rows(0..<(ticks * batch))
    }

    /// Reads `ticks * batch` rows and fills the trace.
    func forward<Scalar: Real>(_ inputs: Matrix<Scalar>, _ weights: Weights<Scalar>, _ trace: Trace<Scalar>) {
        trace.gates.setRows(to: weights.bias.start)
        trace.gates.add(inputs, times: weights.input)
        let beginning = before(isBackward ? ticks - 1 : 0)
        trace.states.rows(beginning).clear()
        trace.cells.rows(beginning).clear()
        for (index, tick) in order.enumerated() {
            if index > 0 { trace.gates.rows(rows(tick)).add(trace.states.rows(before(tick)), times: weights.recurrent) }
            let (now, past) = (after(tick).lowerBound, before(tick).lowerBound)
            for row in 0..<batch {
                remember(
                    trace.gates.row(tick * batch + row), after: trace.cells.row(past + row),
                    cell: trace.cells.row(now + row), tangent: trace.tangents.row(tick * batch + row),
                    state: trace.states.row(now + row))
            }
        }
    }

    /// One sequence in one tick: what it remembers and says, from the sums that its gates read.
    @inline(__always)
    func remember<Scalar: Real>(
        _ gates: UnsafeMutablePointer<Scalar>, after old: UnsafeMutablePointer<Scalar>,
        cell: UnsafeMutablePointer<Scalar>, tangent: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>
    ) {
        Scalar.logistic(gates, count: 3 * units)
        Scalar.tangent(gates + 3 * units, into: gates + 3 * units, count: units)
        for unit in 0..<units {
            cell[unit] = gates[units + unit] * old[unit] + gates[unit] * gates[3 * units + unit]
        }
        Scalar.tangent(cell, into: tangent, count: units)
        for unit in 0..<units { state[unit] = gates[2 * units + unit] * tangent[unit] }
    }

    /// Adds to the gradients of the weights, and of the inputs where they are asked for, what follows from those of the states.
    ///
    /// - Parameters:
    ///   - outputs: The gradients of the states, in their blocks.
    ///   - scratch: Two times `batch` rows of `units`.
    func backward<Scalar: Real>(
        _ inputs: Matrix<Scalar>, _ weights: Weights<Scalar>, _ trace: Trace<Scalar>, outputs: Matrix<Scalar>,
        gradients: Weights<Scalar>, inputGradients: Matrix<Scalar>, scratch: Matrix<Scalar>
    ) {
        let carriedStates = scratch.rows(0..<batch)
        let carriedCells = scratch.rows(batch..<(2 * batch))
        scratch.clear()
        for tick in order.reversed() {
            let (now, past) = (after(tick).lowerBound, before(tick).lowerBound)
            for row in 0..<batch {
                let gates = trace.gates.row(tick * batch + row)
                let (old, tangent) = (trace.cells.row(past + row), trace.tangents.row(tick * batch + row))
                let (said, carried) = (outputs.row(now + row), carriedStates.row(row))
                let memory = carriedCells.row(row)
                for unit in 0..<units {
                    let (entry, keep) = (gates[unit], gates[units + unit])
                    let (exit, candidate) = (gates[2 * units + unit], gates[3 * units + unit])
                    let state = said[unit] + carried[unit]
                    let cell = memory[unit] + state * exit * (1 - tangent[unit] * tangent[unit])
                    gates[unit] = cell * candidate * entry * (1 - entry)
                    gates[units + unit] = cell * old[unit] * keep * (1 - keep)
                    gates[2 * units + unit] = state * tangent[unit] * exit * (1 - exit)
                    gates[3 * units + unit] = cell * entry * (1 - candidate * candidate)
                    memory[unit] = cell * keep
                }
            }
            carriedStates.add(trace.gates.rows(rows(tick)), times: weights.recurrent.transposed, keeping: 0)
        }
        inputGradients.add(trace.gates, times: weights.input.transposed, keeping: 0)
        gradients.input.add(inputs.transposed, times: trace.gates)
        gradients.recurrent.add(input(of: trace.states).transposed, times: trace.gates)
        trace.gates.addRows(to: gradients.bias.start)
    }
}
