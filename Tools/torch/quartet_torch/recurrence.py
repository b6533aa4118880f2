"""One LSTM layer over a whole sequence, by two ways that give the same numbers.

Gates are stored in the order input, forget, output, candidate. On the CPU the time loop is written out, forward and backward, with one
large product for all inputs and one small product a tick. On a GPU it is cuDNN's. `torch.compile` leaves both as they are.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable


@torch.compiler.disable  # it would unroll the time loop
def lstm(inputs: Tensor, input_weights: Tensor, recurrent_weights: Tensor, bias: Tensor) -> Tensor:
    """Hidden states `[T, B, h]` of inputs `[T, B, in]` with weights `[in, 4h]`, `[h, 4h]`, `[4h]`. The state at the start is zero."""
    way = library_lstm if inputs.is_cuda else written_lstm
    return way(inputs, input_weights, recurrent_weights, bias)


def written_lstm(inputs: Tensor, input_weights: Tensor, recurrent_weights: Tensor, bias: Tensor) -> Tensor:
    """By the time loop below."""
    return WrittenOut.apply(inputs, input_weights, recurrent_weights, bias)


def library_lstm(inputs: Tensor, input_weights: Tensor, recurrent_weights: Tensor, bias: Tensor) -> Tensor:
    """By PyTorch's own LSTM, whose gate order is input, forget, candidate, output, and which has two biases."""
    units = len(recurrent_weights)

    def reordered(weights: Tensor) -> Tensor:
        gates = weights.unflatten(-1, (4, units))[..., [0, 1, 3, 2], :].flatten(-2)
        return gates.t().contiguous() if gates.dim() == 2 else gates

    weights = [reordered(input_weights), reordered(recurrent_weights), reordered(bias), torch.zeros_like(bias)]
    state = inputs.new_zeros(1, inputs.shape[1], units)
    return torch.lstm(inputs, (state, state), weights, True, 1, 0.0, torch.is_grad_enabled(), False, False)[0]


class WrittenOut(torch.autograd.Function):
    """The time loop with its derivative. h units, gates side by side in `[…, 4h]`."""

    @staticmethod
    def forward(ctx, inputs: Tensor, input_weights: Tensor, recurrent_weights: Tensor, bias: Tensor) -> Tensor:
        ticks, sequences, _ = inputs.shape
        units = len(recurrent_weights)
        gates = torch.addmm(bias, inputs.flatten(0, 1), input_weights).view(ticks, sequences, 4 * units)
        hidden = inputs.new_zeros(ticks + 1, sequences, units)
        cells = inputs.new_zeros(ticks + 1, sequences, units)
        outputs = inputs.new_empty(ticks, sequences, units)  # tanh of the cells
        i, f, o, z = (gate.unbind() for gate in gates.split(units, 2))
        logistic = gates[..., : 3 * units].unbind()
        h, c, y, g = hidden.unbind(), cells.unbind(), outputs.unbind(), gates.unbind()
        for t in range(ticks):
            g[t].addmm_(h[t], recurrent_weights)
            logistic[t].sigmoid_()
            z[t].tanh_()
            torch.mul(f[t], c[t], out=c[t + 1]).addcmul_(i[t], z[t])
            torch.tanh(c[t + 1], out=y[t])
            torch.mul(o[t], y[t], out=h[t + 1])
        ctx.save_for_backward(inputs, input_weights, recurrent_weights, gates, hidden, cells, outputs)
        return hidden[1:]

    @staticmethod
    @once_differentiable
    def backward(ctx, grad: Tensor):
        inputs, input_weights, recurrent_weights, gates, hidden, cells, outputs = ctx.saved_tensors
        units = len(recurrent_weights)
        before_sigmoid, before_tanh = torch.ops.aten.sigmoid_backward.grad_input, torch.ops.aten.tanh_backward.grad_input
        transposed = recurrent_weights.t().contiguous()
        changes = torch.empty_like(gates)  # first of the gates, then of what they were before sigmoid and tanh
        i, f, o, z = (gate.unbind() for gate in gates.split(units, 2))
        di, df, do, dz = (gate.unbind() for gate in changes.split(units, 2))
        logistic, d_logistic = gates[..., : 3 * units].unbind(), changes[..., : 3 * units].unbind()
        c, y, d, above = cells.unbind(), outputs.unbind(), changes.unbind(), grad.unbind()
        dh = torch.zeros_like(hidden[0])
        dc = torch.zeros_like(dh)
        through = torch.empty_like(dh)
        for t in reversed(range(len(gates))):
            dh += above[t]
            torch.mul(dh, o[t], out=through)
            before_tanh(through, y[t], grad_input=through)
            dc += through
            torch.mul(dc, i[t], out=dz[t])
            torch.mul(dc, z[t], out=di[t])
            torch.mul(dc, c[t], out=df[t])
            torch.mul(dh, y[t], out=do[t])
            before_sigmoid(d_logistic[t], logistic[t], grad_input=d_logistic[t])
            before_tanh(dz[t], z[t], grad_input=dz[t])
            dc *= f[t]
            torch.mm(d[t], transposed, out=dh)
        rows = changes.flatten(0, 1)
        d_inputs = (rows @ input_weights.t()).view_as(inputs) if ctx.needs_input_grad[0] else None
        return d_inputs, inputs.flatten(0, 1).t() @ rows, hidden[:-1].flatten(0, 1).t() @ rows, rows.sum(0)
