"""What is hidden from whom. Arrays are time-major: `[T, B, 4]`.

Music is composed in the order of time, and within a tick voice by voice. Whoever composes so knows all that comes before, and after it
what stays of the piece. Most masks in training are of this kind: the forward stack sees everything, the backward stack what stays, and
each head those voices of its tick that stay or come earlier in an order drawn for the tick. A symmetric mask hides a cell from both stacks.
"""

from __future__ import annotations

import numpy as np
import torch

from .network import Inputs
from .vocabulary import HIDDEN, HOLD, OUTSIDE, VOICES

#: Shares of sequences with nothing hidden; with symmetric masks of thinned voices and of single cells; and with masks in the order of time
#: of whole voices, spans and single cells.
SHARES = {"none": 0.20, "thinned": 0.12, "cells": 0.13, "voices": 0.20, "spans": 0.25, "later_cells": 0.10}


def voice_orders(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """An order of the voices for each tick, as ranks."""
    return rng.random(shape).argsort(-1).argsort(-1)


def present(truth: np.ndarray, hidden: np.ndarray, order: np.ndarray, symmetric: np.ndarray, contexts: np.ndarray) -> Inputs:
    """The network's inputs where cells are `hidden [T, B, 4]`, in both stacks where `symmetric [B]`, else composed by `order [T, B, 4]`."""
    later = np.where(hidden, HIDDEN, truth)
    forward = np.where(symmetric[:, None], later, truth)
    earlier = (order[:, :, None, :] < order[:, :, :, None]) & ~symmetric[:, None, None]
    seen = np.where(~hidden[:, :, None, :] | earlier, truth[:, :, None, :], HIDDEN)
    return Inputs(*(torch.from_numpy(np.asarray(array, np.uint8)) for array in (forward, later, seen, contexts)))


def draw(truth: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Cells to hide in training, `[T, B, 4]`, and which sequences hide them in both stacks, `[B]`."""
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
    hidden = np.select([is_kind[name][:, None] for name in masks], list(masks.values()))
    return hidden & (truth != OUTSIDE), is_kind["thinned"] | is_kind["cells"]


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
