"""What is hidden from whom. Arrays are time-major: `[T, B, 4]`.

Music is composed in the order of time, and within a tick voice by voice. Whoever composes so knows all that comes before, and after it
what stays of the piece. Most masks in training are of this kind: the forward stack sees everything, the backward stack what stays, and
each head those voices of its tick that stay or come earlier in an order drawn for the tick. A symmetric mask hides a cell from both stacks;
half of these have an order within the tick too.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch

from .network import Inputs
from .vocabulary import HIDDEN, HOLD, OUTSIDE, VOICES

#: Shares of sequences with nothing hidden; with symmetric masks of thinned voices and of single cells; and with masks in the order of time
#: of whole voices, spans and single cells.
SHARES = {"none": 0.20, "thinned": 0.12, "cells": 0.13, "voices": 0.20, "spans": 0.25, "later_cells": 0.10}


class Mask(NamedTuple):
    """What is hidden in B sequences of T ticks."""

    hidden: np.ndarray  # [T, B, 4] cells
    symmetric: np.ndarray  # [B] whether the forward stack does not know them either
    ordered: np.ndarray  # [B] whether heads see those of their tick that come earlier in a random order


def present(truth: np.ndarray, mask: Mask, contexts: np.ndarray, rng: np.random.Generator) -> Inputs:
    """The network's inputs for tokens `[T, B, 4]` and contexts `[T, B, 6]` under a mask."""
    later = np.where(mask.hidden, HIDDEN, truth)
    forward = np.where(mask.symmetric[:, None], later, truth)
    rank = rng.random(truth.shape)
    composed = (rank[:, :, None, :] < rank[:, :, :, None]) & mask.ordered[:, None, None]
    seen = np.where(~mask.hidden[:, :, None, :] | composed, truth[:, :, None, :], HIDDEN)
    return Inputs(*(torch.from_numpy(np.asarray(array, np.uint8)) for array in (forward, later, seen, contexts)))


def draw(truth: np.ndarray, rng: np.random.Generator) -> Mask:
    """What training hides of tokens `[T, B, 4]`."""
    ticks, count, _ = truth.shape
    kinds = rng.choice(len(SHARES), count, p=list(SHARES.values()))
    is_kind = {name: kinds == index for index, name in enumerate(SHARES)}
    # Two in three hide all but the soprano.
    lower = np.arange(VOICES) > 0
    voices = np.where(rng.random((count, 1)) < 0.65, lower, rng.random((count, VOICES)) < 0.6)
    noise = rng.random(truth.shape)
    rate = rng.random((count, 1))
    masks = {
        "none": np.zeros(truth.shape, bool),
        "thinned": voices & (noise < (1 + rate) / 2),
        "cells": noise < rate,
        "voices": np.broadcast_to(voices, truth.shape),
        "spans": carried(spans(ticks, count, rng)[..., None] & voices, truth),
        "later_cells": noise < rate,
    }
    hidden = np.select([is_kind[name][:, None] for name in masks], list(masks.values()), False)
    symmetric = is_kind["thinned"] | is_kind["cells"]
    ordered = ~symmetric | (rng.random(count) < 0.5)
    return Mask(hidden & (truth != OUTSIDE), symmetric, ordered)


def spans(ticks: int, count: int, rng: np.random.Generator) -> np.ndarray:
    """Spans of 4 to 32 ticks with gaps of 4 to 64 between them, the same throughout a sequence: `[T, B]`."""
    length = rng.choice([4, 8, 16, 32], count)
    gap = rng.choice([4, 8, 16, 32, 64], count)
    place = np.arange(ticks)[:, None] - rng.integers(0, 32, count)
    return (place >= 0) & (place % (length + gap) < length)


def carried(hidden: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """What is hidden, carried on to the end of each note that it touches."""
    tick = np.arange(len(truth))[:, None, None]
    began = np.maximum.accumulate(np.where(truth != HOLD, tick, 0))
    last_hidden = np.maximum.accumulate(np.where(hidden, tick, -1))
    return last_hidden >= began
