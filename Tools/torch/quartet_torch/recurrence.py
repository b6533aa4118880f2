"""One LSTM layer over a whole sequence, by two ways that give the same numbers.

Gates are stored in the order input, forget, output, candidate. On the CPU the time loop is written out, forward and backward, with one
large product for all inputs and one small product a tick. On a GPU it is cuDNN's.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable


def lstm(inputs: Tensor, input_weights: Tensor, recurrent_weights: Tensor, bias: Tensor) -> Tensor:
    """Hidden states `[T, B, h]` of inputs `[T, B, in]` with weights `[in, 4h]`, `[h, 4h]`, `[4h]`. The state at the start is zero."""
    if inputs.is_cuda:
        return library_lstm(inputs, input_weights, recurrent_weights, bias)
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
        for t in range(ticks):
            g = gates[t]
            if t:
                g.addmm_(hidden[t], recurrent_weights)
            g[:, : 3 * units].sigmoid_()
            g[:, 3 * units :].tanh_()
            i, f, o, z = g.split(units, 1)
            torch.mul(f, cells[t], out=cells[t + 1]).addcmul_(i, z)
            torch.tanh(cells[t + 1], out=outputs[t])
            torch.mul(o, outputs[t], out=hidden[t + 1])
        ctx.save_for_backward(inputs, input_weights, recurrent_weights, gates, hidden, cells, outputs)
        return hidden[1:]

    @staticmethod
    @once_differentiable
    def backward(ctx, grad: Tensor):
        inputs, input_weights, recurrent_weights, gates, hidden, cells, outputs = ctx.saved_tensors
        units = len(recurrent_weights)
        sigmoid_backward, tanh_backward = torch.ops.aten.sigmoid_backward, torch.ops.aten.tanh_backward
        transposed = recurrent_weights.t().contiguous()
        before = torch.empty_like(gates)  # derivatives before the gates' sigmoid and tanh
        dh = torch.zeros_like(hidden[0])
        dc = torch.zeros_like(dh)
        through = torch.empty_like(dh)
        for t in range(len(gates) - 1, -1, -1):
            g, d = gates[t], before[t]
            i, f, o, z = g.split(units, 1)
            di, df, do, dz = d.split(units, 1)
            dh += grad[t]
            torch.mul(dh, o, out=through)
            tanh_backward.grad_input(through, outputs[t], grad_input=through)
            dc += through
            torch.mul(dc, z, out=di)
            torch.mul(dc, cells[t], out=df)
            torch.mul(dh, outputs[t], out=do)
            torch.mul(dc, i, out=dz)
            sigmoid_backward.grad_input(d[:, : 3 * units], g[:, : 3 * units], grad_input=d[:, : 3 * units])
            tanh_backward.grad_input(dz, z, grad_input=dz)
            dc *= f
            torch.mm(d, transposed, out=dh)
        rows = before.flatten(0, 1)
        d_inputs = (rows @ input_weights.t()).view_as(inputs) if ctx.needs_input_grad[0] else None
        return (
            d_inputs,
            inputs.flatten(0, 1).t() @ rows,
            hidden[:-1].flatten(0, 1).t() @ rows,
            rows.sum(0),
        )
