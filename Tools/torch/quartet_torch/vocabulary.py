"""Token numbers, and what follows from tokens alone.

Arrays of tokens are time-major: `[T, B, 4]`, four voices from the top down. Numbers below 4 are no pitches; the rest are MIDI key numbers
counted from the lowest pitch.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

OUTSIDE, HOLD, REST, HIDDEN, FIRST_PITCH = range(5)
VOICES = 4

#: How many ids each column of a context has, for a choir. 0 is “not known”.
CONTEXTS = {"tick": 13, "beat": 17, "fermata": 3, "key": 13, "pickup": 3, "meter": 17}
#: The same by ensemble: strings tell 36 places in a beat, each with four lengths of the tick.
ENSEMBLES = {"choir": CONTEXTS, "strings": {**CONTEXTS, "tick": 1 + 36 * 4}}
FERMATA, KEY = 2, 3


@dataclass(frozen=True)
class Vocabulary:
    """The tokens of a range of pitches, both ends included, and whose music they are."""

    lowest: int = 31
    highest: int = 86
    ensemble: str = "choir"

    @property
    def contexts(self) -> dict[str, int]:
        """How many ids each column of a context has."""
        return ENSEMBLES[self.ensemble]

    @property
    def pitches(self) -> int:
        """How many pitches there are."""
        return self.highest - self.lowest + 1

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return FIRST_PITCH + self.pitches


def sounding(tokens: Tensor) -> Tensor:
    """The token that each hold prolongs: `[T, …]` to `[T, …]`; 0 where nothing came before."""
    begins = tokens != HOLD
    index = torch.arange(len(tokens), device=tokens.device).view(-1, *[1] * (tokens.dim() - 1))
    last = torch.where(begins, index, -1).cummax(0).values
    return torch.where(last < 0, OUTSIDE, tokens.gather(0, last.clamp(min=0)))


def earlier(values: Tensor) -> Tensor:
    """Each tick gets what stood in the tick before, the first tick 0."""
    return torch.cat([torch.zeros_like(values[:1]), values[:-1]])


def later(values: Tensor) -> Tensor:
    """Each tick gets what stands in the tick after, the last tick 0."""
    return torch.cat([values[1:], torch.zeros_like(values[:1])])


def following(tokens: Tensor) -> Tensor:
    """The first token after each tick that is no hold; 0 where none comes."""
    return later(sounding(tokens.flip(0)).flip(0))
