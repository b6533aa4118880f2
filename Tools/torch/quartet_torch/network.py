"""The network: two stacks of LSTM layers that never meet, and four heads that see all but their own cell.

T ticks, B sequences, N = T·B, V tokens, e, m, h, d widths as in `Shape`.
"""

from __future__ import annotations

from typing import NamedTuple, Optional

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .dropout import drop
from .recurrence import lstm
from .shape import HEAD_INTERVALS, REFERENCES, Shape
from .vocabulary import CONTEXTS, FIRST_PITCH, HIDDEN, HOLD, KEY, OUTSIDE, VOICES, earlier, following, later, sounding


class Inputs(NamedTuple):
    """What the network reads, as ids of any integer type."""

    forward: Tensor  # [T, B, 4] tokens that the forward stack reads
    backward: Tensor  # [T, B, 4] tokens that the backward stack reads
    seen: Tensor  # [T, B, 4, 4] tokens of the same tick that each head (third axis) sees; its own voice is not read
    context: Tensor  # [T, B, 6] ids in the order of CONTEXTS

    def to(self, device: torch.device) -> Inputs:
        """The same on another device."""
        return Inputs(*(ids.to(device) for ids in self))


class Network(nn.Module):
    """All parameters are one flat buffer; `named()` gives the views that have names in a weights file."""

    def __init__(self, shape: Shape, dropout: float = 0.25) -> None:
        super().__init__()
        self.shape = shape
        self.dropout = dropout
        self.lstm = lstm
        self.flat = nn.Parameter(torch.cat([value.flatten() for value in shape.initial_values().values()]))
        intervals, degrees = _candidate_columns(shape)
        self.register_buffer("interval_columns", intervals, persistent=False)
        self.register_buffer("degree_columns", degrees, persistent=False)
        self.register_buffer("rows", torch.tensor(list(shape.vocabulary.contexts.values())), persistent=False)

    def named(self) -> dict[str, Tensor]:
        """Views of the flat buffer by name."""
        return views(self.flat, self.shape)

    def load(self, values: dict[str, Tensor]) -> None:
        """Sets all parameters."""
        with torch.no_grad():
            for name, view in self.named().items():
                view.copy_(values[name])

    def forward(self, inputs: Inputs) -> Tensor:
        """Logits `[T, B, 4, V]` of each cell, given all that its head may see."""
        p = self.named()
        ticks, sequences, _ = inputs.forward.shape
        tokens, future, seen = (x.long() for x in (inputs.forward, inputs.backward, inputs.seen))
        context = torch.minimum(inputs.context.long(), self.rows - 1)
        sound = sounding(tokens)
        previous = earlier(sound)
        next_tokens = following(future)
        seen_sounding = torch.where(seen == HOLD, previous.unsqueeze(2), seen)

        token, sounds, nexts = (_tables(p, name, VOICES) for name in ("token", "sounding", "next"))
        intervals = _tables(p, "interval", HEAD_INTERVALS)
        c = sum(F.embedding(context[..., i], p[f"context.{name}"]) for i, name in enumerate(CONTEXTS))
        voices = torch.arange(VOICES, device=tokens.device)
        each_interval = torch.arange(HEAD_INTERVALS, device=tokens.device)
        past = self._stack("forward", p, torch.cat([_embed(token, tokens, voices), _embed(sounds, sound, voices), c], -1))
        ahead = torch.cat([_embed(token, future, voices), c], -1)
        ahead = self._stack("backward", p, ahead.flip(0)).flip(0)
        past, ahead = earlier(past), later(ahead)

        logits = []
        for v in range(VOICES):
            own = slice(v, v + 1)
            others = voices[voices != v]
            before, after = previous[..., own], next_tokens[..., own]
            now, next_others = seen_sounding[:, :, v, others], next_tokens[..., others]
            references = torch.cat([before, after, now, previous[..., others], next_others], -1)
            upper = torch.cat([before.expand(-1, -1, 4), now[..., [0, 1, 0]], after.expand(-1, -1, 4)], -1)
            lower = torch.cat([after, now, now[..., [1, 2, 2, 2]], next_others], -1)
            query = torch.cat(
                [
                    past,
                    ahead,
                    _embed(token, seen[:, :, v, others], others),
                    _embed(sounds, now, others),
                    _embed(sounds, before, voices[own]),
                    _embed(nexts, after, voices[own]),
                    _embed(intervals, self._intervals(upper, lower), each_interval),
                    c,
                ],
                -1,
            ).flatten(0, 1)
            a = torch.addmm(p[f"head.{v}.hidden.bias"], self._drop(query), p[f"head.{v}.hidden"])
            a = self._drop(F.relu(a))
            logits.append(self._scores(v, p, a, references.flatten(0, 1), context[..., KEY].flatten()))
        return torch.stack(logits, 1).view(ticks, sequences, VOICES, -1)

    def _intervals(self, tokens: Tensor, others: Tensor) -> Tensor:
        """Ids of the intervals from `others` up to `tokens`: 0 where one is no pitch, else 1 for the widest down."""
        reach = self.shape.reach
        both = (tokens >= FIRST_PITCH) & (others >= FIRST_PITCH)
        return torch.where(both, (tokens - others).clamp(-reach, reach) + reach + 1, 0)

    def _stack(self, name: str, p: dict[str, Tensor], x: Tensor) -> Tensor:
        """Hidden states `[T, B, h]` of the top layer."""
        for layer in range(self.shape.layers):
            if layer:
                x = self._drop(x)
            x = self.lstm(x, *(p[f"{name}.{layer}.{part}"] for part in ("input", "recurrent", "bias")))
        return x

    def _scores(self, v: int, p: dict[str, Tensor], a: Tensor, references: Tensor, key: Tensor) -> Tensor:
        """Logits `[N, V]` of a head from its hidden layer `a [N, d]`, its reference tokens `[N, 11]` and the key's id `[N]`.

        One product scores every interval to every reference, every degree and every hold, `[N, columns]`; each candidate then picks its
        columns. The last column is zero, for what is not known.
        """
        width, pitches = self.shape.intervals, self.shape.vocabulary.pitches
        first_degree = REFERENCES * width
        first_hold = first_degree + 12
        zero = a.new_zeros(1, self.shape.head)
        scores = a @ torch.cat([p[f"head.{v}.intervals"], p[f"head.{v}.degrees"], p[f"head.{v}.holds"], zero]).t()
        last = scores.shape[1] - 1
        tables = width * torch.arange(REFERENCES, device=a.device)

        steps = self.interval_columns[references]  # [N, 11, pitches], -1 where the reference is no pitch
        steps = torch.where(steps < 0, last, steps + tables.unsqueeze(1))
        degrees = self.degree_columns[key]  # [N, pitches], -1 where the key is not known
        degrees = torch.where(degrees < 0, last, degrees + first_degree)
        columns = torch.cat([steps, degrees.unsqueeze(1)], 1)
        pitch_terms = scores.gather(1, columns.flatten(1)).view(columns.shape).sum(1)

        held = self._intervals(references[:, :1], references[:, 1:])
        held = torch.where(held == 0, last, held - 1 + first_hold + tables[:-1])
        hold_terms = scores.gather(1, held).sum(1, keepdim=True)

        plain = torch.addmm(p[f"head.{v}.output.bias"], a, p[f"head.{v}.output"])
        outside, hold, rest, pitch = plain.split([HOLD, 1, FIRST_PITCH - HOLD - 1, pitches], 1)
        return torch.cat([outside, hold + hold_terms, rest, pitch + pitch_terms], 1)

    def _drop(self, x: Tensor) -> Tensor:
        return drop(x, self.dropout) if self.training else x


def cells(truth: Tensor) -> Tensor:
    """How many cells of `[T, B, 4]` have a token to learn: those within a piece whose token is known."""
    return ((truth != OUTSIDE) & (truth != HIDDEN)).sum()


def loss(logits: Tensor, truth: Tensor, count: Optional[int] = None) -> Tensor:
    """Mean cross-entropy, in nats, over the cells `[T, B, 4]` that have a token to learn; their sum over `count` if it is given."""
    target = truth.long().masked_fill(truth == HIDDEN, OUTSIDE).flatten()
    nats = F.cross_entropy(logits.flatten(0, 2), target, ignore_index=OUTSIDE, reduction="sum")
    return nats / (count or cells(truth))


def views(flat: Tensor, shape: Shape) -> dict[str, Tensor]:
    """The parts of a flat buffer by name."""
    shapes = shape.parameters()
    sizes = [torch.Size(size).numel() for size in shapes.values()]
    return {name: part.view(size) for (name, size), part in zip(shapes.items(), flat.split(sizes))}


def _tables(p: dict[str, Tensor], name: str, count: int) -> Tensor:
    """Tables of one kind, `[count, rows, width]`."""
    return torch.stack([p[f"{name}.{index}"] for index in range(count)])


def _embed(tables: Tensor, ids: Tensor, which: Tensor) -> Tensor:
    """Rows of k of the tables `[…, rows, width]` for ids `[T, B, k]`, side by side: `[T, B, k·width]`."""
    return F.embedding(ids + which * tables.shape[1], tables.flatten(0, 1)).flatten(2)


def _candidate_columns(shape: Shape) -> tuple[Tensor, Tensor]:
    """For each reference token `[V, pitches]` the interval at which each candidate pitch lies, counted from `reach` below; for each id
    of the key `[13, pitches]` the candidate's degree in semitones above the tonic. -1 for none."""
    pitch = torch.arange(shape.vocabulary.pitches)
    intervals = (pitch - pitch.unsqueeze(1)).clamp(-shape.reach, shape.reach) + shape.reach
    tonic = 7 * torch.arange(12).unsqueeze(1)
    degrees = (pitch + shape.lowest - tonic) % 12
    none = torch.full_like(intervals[:FIRST_PITCH], -1)
    return torch.cat([none, intervals]), torch.cat([none[:1], degrees])
