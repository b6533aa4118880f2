"""The sizes of a network, and by them the names, shapes and first values of its parameters."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Mapping

import torch
from torch import Tensor

from .vocabulary import VOICES, Vocabulary


#: What a candidate pitch of a voice stands in an interval to: the voice's notes before and after, the other three now, before and after.
REFERENCES = 11
#: The intervals that a head reads.
HEAD_INTERVALS = 11


@dataclass(frozen=True)
class Shape:
    """Widths of the embeddings of tokens, of intervals and of contexts, units and layers of each stack, width of the heads, reach of
    intervals in semitones, the range of pitches, and whose music it is for."""

    embedding: int = 24
    interval: int = 12
    context: int = 24
    hidden: int = 256
    layers: int = 2
    head: int = 256
    reach: int = 18
    lowest: int = 31
    highest: int = 86
    ensemble: str = "choir"

    @classmethod
    def from_metadata(cls, metadata: Mapping[str, str]) -> Shape:
        """As a weights file's header tells it."""
        sizes = {name: int(metadata[name]) for name in cls.__dataclass_fields__ if name != "ensemble"}
        return cls(**sizes, ensemble=metadata.get("ensemble", "choir"))

    def metadata(self) -> dict[str, str]:
        """For a weights file's header."""
        return {name: str(value) for name, value in asdict(self).items()}

    @property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.lowest, self.highest, self.ensemble)

    @property
    def intervals(self) -> int:
        """How many intervals are told apart: from `reach` below to `reach` above."""
        return 2 * self.reach + 1

    def parameters(self) -> dict[str, tuple[int, ...]]:
        """Shapes by name, in the order of the file."""
        e, m, h, d = self.embedding, self.context, self.hidden, self.head
        query = 2 * h + 8 * e + HEAD_INTERVALS * self.interval + m
        count = self.vocabulary.count
        shapes: dict[str, tuple[int, ...]] = {f"context.{name}": (rows, m) for name, rows in self.vocabulary.contexts.items()}
        for table in ("token", "sounding", "next"):
            shapes |= {f"{table}.{v}": (count, e) for v in range(VOICES)}
        shapes |= {f"interval.{n}": (self.intervals + 1, self.interval) for n in range(HEAD_INTERVALS)}
        for stack, width in (("forward", 8 * e + m), ("backward", 4 * e + m)):
            for layer in range(self.layers):
                shapes[f"{stack}.{layer}.input"] = (h if layer else width, 4 * h)
                shapes[f"{stack}.{layer}.recurrent"] = (h, 4 * h)
                shapes[f"{stack}.{layer}.bias"] = (4 * h,)
        for v in range(VOICES):
            shapes[f"head.{v}.hidden"] = (query, d)
            shapes[f"head.{v}.hidden.bias"] = (d,)
            shapes[f"head.{v}.output"] = (d, count)
            shapes[f"head.{v}.output.bias"] = (count,)
            shapes[f"head.{v}.intervals"] = (REFERENCES * self.intervals, d)
            shapes[f"head.{v}.degrees"] = (12, d)
            shapes[f"head.{v}.holds"] = ((REFERENCES - 1) * self.intervals, d)
        return shapes

    def initial_values(self) -> dict[str, Tensor]:
        """First values, drawn from PyTorch's generator."""
        shapes = self.parameters()
        values = {}
        for name, shape in shapes.items():
            kind, last = name.split(".")[0], name.split(".")[-1]
            if last in ("intervals", "degrees", "holds"):
                values[name] = torch.zeros(shape)
            elif kind in ("context", "token", "sounding", "next", "interval"):
                values[name] = torch.randn(shape)
            elif kind in ("forward", "backward"):
                values[name] = torch.empty(shape).uniform_(-1, 1) / math.sqrt(self.hidden)
                if last == "bias":
                    values[name] = torch.zeros(4, self.hidden).index_fill(0, torch.tensor(1), 1).flatten()
            else:
                inputs = shapes[name.removesuffix(".bias")][0]
                values[name] = torch.empty(shape).uniform_(-1, 1) / math.sqrt(inputs)
        return values
