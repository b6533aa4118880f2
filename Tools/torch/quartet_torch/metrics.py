"""How well a network knows the music.

Everything else known: the accuracy of the likeliest token, over all ticks, over onsets (ticks in which a note or silence begins), and of the
likeliest token but hold at onsets; and the cross-entropy in nats a token. In the order of time: nats a tick of all voices, and of the lower three given the
soprano, each cell knowing all ticks before, those voices of its tick that come earlier in a random order, and the given voices throughout.
"""

from __future__ import annotations

from typing import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .dataset import Dataset
from .masks import Mask, present
from .network import Network
from .vocabulary import HIDDEN, HOLD, OUTSIDE, REST, VOICES, earlier

BEFORE, AFTER = 4, 8  # ticks outside of a piece that are read with it
TOGETHER = 12  # pieces that are read at once, sorted by length


class Tally:
    """Counts of cells and of what was right, by voice `[4]`."""

    def __init__(self) -> None:
        self.cells, self.onsets, self.right, self.right_onsets, self.right_pitches, self.nats, self.onset_nats = np.zeros((7, VOICES))

    def add(self, voice: int, logits: Tensor, truth: Tensor, before: Tensor) -> None:
        """Logits `[n, V]`, true tokens `[n]`, and those one tick before, of a voice. What is hidden in truth is not counted."""
        told = truth != HIDDEN
        logits, truth, before = logits[told], truth[told], before[told]
        begins = (truth != HOLD) & ~((truth == REST) & (before == REST))
        nats = F.cross_entropy(logits, truth, reduction="none").double()
        right = logits.argmax(1) == truth
        without_hold = logits.index_fill(1, torch.tensor(HOLD, device=logits.device), -torch.inf)
        self.cells[voice] += len(truth)
        self.onsets[voice] += begins.sum().item()
        self.right[voice] += right.sum().item()
        self.right_onsets[voice] += right[begins].sum().item()
        self.right_pitches[voice] += (without_hold.argmax(1) == truth)[begins].sum().item()
        self.nats[voice] += nats.sum().item()
        self.onset_nats[voice] += nats[begins].sum().item()

    def report(self) -> dict:
        """Rates by voice from the soprano down, and over all cells."""

        def rates(part: np.ndarray, whole: np.ndarray) -> dict:
            return {"voices": [round(float(x), 5) for x in part / whole], "all": round(float(part.sum() / whole.sum()), 5)}

        return {
            "accuracy": rates(self.right, self.cells),
            "accuracy_at_onsets": rates(self.right_onsets, self.onsets),
            "pitch_given_onset": rates(self.right_pitches, self.onsets),
            "nats": rates(self.nats, self.cells),
            "nats_at_onsets": rates(self.onset_nats, self.onsets),
            "cells": int(self.cells.sum()),
            "onsets": int(self.onsets.sum()),
        }


def groups(dataset: Dataset, pieces: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pieces of like length side by side: tokens `[T, B, 4]` and contexts `[T, B, 6]`."""
    lengths = dataset.lengths(pieces)
    pieces = pieces[np.argsort(lengths, kind="stable")]
    for first in range(0, len(pieces), TOGETHER):
        group = pieces[first : first + TOGETHER]
        ticks = BEFORE + dataset.lengths(group).max() + AFTER
        yield dataset.cut(group, np.full(len(group), -BEFORE), ticks, np.zeros(len(group), int))


@torch.no_grad()
def evaluate(network: Network, dataset: Dataset, pieces: np.ndarray, seed: int = 7) -> dict:
    """All metrics of a network on pieces."""
    rng = np.random.default_rng(seed)
    was_training, device = network.training, network.flat.device
    network.eval()
    tally = Tally()
    ticks, frame_nats, lower_nats = 0, 0.0, 0.0
    for truth, contexts in groups(dataset, pieces):
        inside = torch.from_numpy(truth[..., 0] != OUTSIDE).to(device)
        target = torch.from_numpy(truth).long().to(device)
        before = earlier(target)
        ticks += int(inside.sum())

        def logits(kept: int) -> Tensor:
            """`[n, 4, V]` with all but the first `kept` voices hidden, of the ticks inside."""
            hidden = (np.arange(VOICES) >= kept) & (truth != OUTSIDE)
            no, yes = np.zeros(truth.shape[1], bool), np.ones(truth.shape[1], bool)
            inputs = present(truth, Mask(hidden, symmetric=no, ordered=yes), contexts, rng)
            return network(inputs.to(device))[inside]

        known = logits(VOICES)
        for v in range(VOICES):
            tally.add(v, known[:, v], target[inside][:, v], before[inside][:, v])
        for kept in (0, 1):
            nats = F.cross_entropy(logits(kept).transpose(1, 2), target[inside], ignore_index=HIDDEN, reduction="none").double()
            if kept:
                lower_nats += nats[:, 1:].sum().item()
            else:
                frame_nats += nats.sum().item()
    network.train(was_training)
    return {
        **tally.report(),
        "frame_nats": round(frame_nats / ticks, 5),
        "lower_nats_given_soprano": round(lower_nats / ticks, 5),
        "ticks": ticks,
    }
