"""The exported dataset: all pieces' ticks one after another, cut and transposed as training wants them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Union

import numpy as np

from . import weights
from .vocabulary import FIRST_PITCH, KEY, OUTSIDE, Vocabulary

PARTS = ("train", "valid", "test")
FARTHEST = 6  # semitones that a piece is moved, at most: all keys are reached


@dataclass
class Dataset:
    """P pieces of N ticks together."""

    tokens: np.ndarray  # [N, 4] u8
    contexts: np.ndarray  # [N, 6] u8, ids in the order of CONTEXTS
    starts: np.ndarray  # [P + 1] the tick at which each piece begins, and the end
    parts: np.ndarray  # [P] u8, index into PARTS
    vocabulary: Vocabulary
    names: list[str]

    @classmethod
    def read(cls, path: Union[str, Path]) -> Dataset:
        """A file that `quartet train --export` wrote."""
        tensors, metadata = weights.read(path)
        if (metadata.get("format"), metadata.get("version")) != ("quartet-dataset", "1"):
            raise ValueError(f"{path} is no dataset of version 1")
        arrays = {name: tensor.numpy() for name, tensor in tensors.items()}
        return cls(
            arrays["tokens"],
            arrays["contexts"],
            arrays["starts"].astype(np.int64),
            arrays["parts"],
            Vocabulary(int(metadata["lowest"]), int(metadata["highest"]), metadata.get("ensemble", "choir")),
            json.loads(metadata["names"]),
        )

    def pieces(self, part: str) -> np.ndarray:
        """The indices of a part's pieces."""
        return np.flatnonzero(self.parts == PARTS.index(part))

    def sample(self, part: str, count: int = 60) -> np.ndarray:
        """At most `count` pieces of a part, spread evenly over it: enough to hold the training part against the others."""
        pieces = self.pieces(part)
        return pieces[np.linspace(0, len(pieces) - 1, min(count, len(pieces))).round().astype(int)]

    def lengths(self, pieces: np.ndarray) -> np.ndarray:
        """How many ticks each piece has."""
        return self.starts[pieces + 1] - self.starts[pieces]

    def shifts(self) -> tuple[np.ndarray, np.ndarray]:
        """How many semitones each piece `[P]` may move down (negative) and up so that its voices stay within what they sing in the
        training part."""
        pitched = self.tokens >= FIRST_PITCH
        low = np.minimum.reduceat(np.where(pitched, self.tokens, 255).astype(int), self.starts[:-1])
        high = np.maximum.reduceat(np.where(pitched, self.tokens, 0).astype(int), self.starts[:-1])
        train = self.pieces("train")
        down = (low[train].min(0) - low).max(1)
        up = (high[train].max(0) - high).min(1)
        return np.clip(down, -FARTHEST, 0), np.clip(up, 0, FARTHEST)

    def cut(self, pieces: np.ndarray, first: np.ndarray, ticks: int, shifts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """`ticks` ticks of each piece `[B]` from its tick `first [B]`, which may lie outside of it, moved by `shifts [B]` semitones:
        tokens `[T, B, 4]` and contexts `[T, B, 6]`, 0 outside."""
        place = first + np.arange(ticks)[:, None]
        inside = (place >= 0) & (place < self.lengths(pieces))
        rows = np.where(inside, self.starts[pieces] + place, 0)
        tokens = np.where(inside[..., None], self.tokens[rows], OUTSIDE).astype(int)
        tokens += np.where(tokens >= FIRST_PITCH, shifts[:, None], 0)
        contexts = np.where(inside[..., None], self.contexts[rows], 0).astype(int)
        key = contexts[..., KEY]
        contexts[..., KEY] = np.where(key > 0, (key - 1 + 7 * shifts) % 12 + 1, 0)
        return tokens.astype(np.uint8), contexts.astype(np.uint8)


class Transpositions:
    """Draws pieces of the training part, the longer the likelier, each with a shift that keeps its voices in range."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.pieces = dataset.pieces("train")
        lengths = dataset.lengths(self.pieces)
        self.ticks = int(lengths.sum())
        self.chances = lengths / self.ticks
        self.low, self.high = dataset.shifts()

    def draw(self, count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Pieces and shifts, `[count]` each."""
        pieces = rng.choice(self.pieces, count, p=self.chances)
        return pieces, rng.integers(self.low[pieces], self.high[pieces] + 1)
