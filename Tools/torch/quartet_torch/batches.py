"""What a step learns from: crops of pieces, moved, with cells hidden and contexts withheld."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from . import masks
from .dataset import Transpositions
from .network import Inputs
from .vocabulary import FERMATA, KEY


def draw(transpositions: Transpositions, count: int, ticks: int, withholding: float, rng: np.random.Generator) -> tuple[Inputs, Tensor]:
    """The inputs of `count` crops of `ticks` ticks and the truth `[T, B, 4]`. Up to a quarter of a crop lies before or after its piece;
    fermatas, and the key, are withheld with probability `withholding` each."""
    pieces, shifts = transpositions.draw(count, rng)
    margin = ticks // 4
    last = np.maximum(transpositions.dataset.lengths(pieces) - ticks + margin, -margin)
    truth, contexts = transpositions.dataset.cut(pieces, rng.integers(-margin, last + 1), ticks, shifts)
    for column in (FERMATA, KEY):
        contexts[:, rng.random(count) < withholding, column] = 0
    return masks.present(truth, masks.draw(truth, rng), contexts, rng), torch.from_numpy(truth)
