"""A windowed model after DeepBach (Hadjeres, Pachet and Nielsen 2017), as the comparison.

One network for each voice reads a window of 32 ticks: a stack of two LSTM layers the ticks before the centre, another the ticks after it
from the far end, a perceptron the other voices at the centre. Tokens are ours, not spelled names; of contexts it reads what DeepBach had:
tick in beat, fermata, key. Its input for the voice's number is left out, as it never changes within a network.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .dataset import Dataset
from .dropout import drop
from .metrics import Tally
from .recurrence import lstm
from .vocabulary import CONTEXTS, HIDDEN, VOICES

WINDOW = 32
CENTRE = WINDOW // 2
MOVES = 4  # ticks by which the centre is moved in training, at most
EMBEDDING = 20
UNITS = 256
LAYERS = 2
DROPOUT = 0.5
WARMEST, COOLING = 1.1, 0.9993  # DeepBach's temperature before the first iteration, and what it is multiplied by in each
COLUMNS = [list(CONTEXTS).index(name) for name in ("tick", "fermata", "key")]


class Windows(NamedTuple):
    """W windows: ticks before the centre, the centre, and ticks after it."""

    tokens: Tensor  # [32, W, 4]
    contexts: Tensor  # [32, W, 6]
    centre: int

    @classmethod
    def around(cls, dataset: Dataset, pieces: np.ndarray, ticks: np.ndarray, shifts: np.ndarray, centre: int = CENTRE) -> Windows:
        """The windows whose centre is tick `ticks [W]` of a piece, moved by `shifts` semitones."""
        tokens, contexts = dataset.cut(pieces, ticks - centre, WINDOW, shifts)
        return cls(torch.from_numpy(tokens).long(), torch.from_numpy(contexts).long(), centre)

    @property
    def truth(self) -> Tensor:
        """The tokens at the centre, `[W, 4]`."""
        return self.tokens[self.centre]


class Stack(nn.Module):
    """LSTM layers over inputs `[T, W, width]`; gives the last hidden state of the top, `[W, h]`. First values as PyTorch's LSTM has them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            nn.ParameterList(torch.empty(shape).uniform_(-1, 1) / UNITS**0.5 for shape in ((inputs, 4 * UNITS), (UNITS, 4 * UNITS), (4 * UNITS,)))
            for inputs in [width] + [UNITS] * (LAYERS - 1)
        )

    def forward(self, x: Tensor) -> Tensor:
        for index, weights in enumerate(self.layers):
            if index and self.training:
                x = drop(x, DROPOUT)
            x = lstm(x, *weights)
        return x[-1]


class WindowNetwork(nn.Module):
    """Predicts a voice's token at the centre."""

    def __init__(self, voice: int, tokens: int) -> None:
        super().__init__()
        self.others = [v for v in range(VOICES) if v != voice]
        self.token = nn.ModuleList(nn.Embedding(tokens, EMBEDDING) for _ in range(VOICES))
        self.context = nn.ModuleList(nn.Embedding(ids, EMBEDDING) for ids in (list(CONTEXTS.values())[i] for i in COLUMNS))
        width = (VOICES + len(COLUMNS)) * EMBEDDING
        self.before = Stack(width)
        self.after = Stack(width)
        self.centre = nn.Sequential(nn.Linear(width - EMBEDDING, UNITS), nn.ReLU(), nn.Linear(UNITS, UNITS))
        self.output = nn.Sequential(nn.Linear(3 * UNITS, UNITS), nn.ReLU(), nn.Linear(UNITS, tokens))

    def forward(self, windows: Windows) -> Tensor:
        """Logits `[W, V]`."""
        tokens, contexts, centre = windows
        context = torch.cat([table(contexts[..., i]) for table, i in zip(self.context, COLUMNS)], -1)
        token = [table(tokens[..., v]) for v, table in enumerate(self.token)]
        everything = torch.cat([*token, context], -1)
        before = self.before(everything[:centre])
        after = self.after(everything[centre + 1 :].flip(0))
        beside = torch.cat([*(token[v][centre] for v in self.others), context[centre]], -1)
        return self.output(torch.cat([before, self.centre(beside), after], -1))


def networks(tokens: int) -> nn.ModuleList:
    """A network for each voice."""
    return nn.ModuleList(WindowNetwork(voice, tokens) for voice in range(VOICES))


def loss(network: WindowNetwork, voice: int, windows: Windows) -> Tensor:
    """Mean cross-entropy in nats."""
    return F.cross_entropy(network(windows), windows.truth[:, voice], ignore_index=HIDDEN)


@torch.no_grad()
def gibbs(
    model: nn.ModuleList,
    tokens: Tensor,
    contexts: Tensor,
    voices: list[int],
    iterations: int,
    generator: torch.Generator,
    batch: int = 8,
    coolest: float = 1.0,
) -> Tensor:
    """Composes voices of a piece, tokens `[T, 4]` and contexts `[T, 6]`, as DeepBach does: all their cells begin by chance; in each iteration
    `batch` ticks of each voice are drawn, all from the piece as it was before. Gives the tokens."""
    ticks = len(tokens)
    around = torch.arange(-CENTRE, WINDOW - CENTRE)[:, None]
    known = torch.zeros(ticks + WINDOW, VOICES, dtype=torch.long)  # 0 is outside
    context = torch.zeros(ticks + WINDOW, contexts.shape[1], dtype=torch.long)
    inside = slice(CENTRE, CENTRE + ticks)
    known[inside], context[inside] = tokens, contexts
    count = model[0].output[-1].out_features
    known[inside, voices] = torch.randint(count, (ticks, len(voices)), generator=generator)
    temperature = WARMEST
    for _ in range(iterations):
        temperature = max(coolest, temperature * COOLING)
        drawn = []
        for voice in voices:
            centres = CENTRE + torch.randint(ticks, (batch,), generator=generator)
            logits = model[voice](Windows(known[centres + around], context[centres + around], CENTRE))
            choice = torch.multinomial(torch.softmax(logits / temperature, -1), 1, generator=generator)[:, 0]
            drawn.append((centres, choice))
        for voice, (centres, choice) in zip(voices, drawn):
            known[centres, voice] = choice
    return known[inside]


@torch.no_grad()
def evaluate(model: nn.ModuleList, dataset: Dataset, pieces: np.ndarray, together: int = 1024) -> dict:
    """Metrics of every cell of the pieces with everything else in its window known."""
    tally = Tally()
    lengths = dataset.lengths(pieces)
    piece = np.repeat(pieces, lengths)
    tick = np.concatenate([np.arange(length) for length in lengths])
    model.eval()
    for first in range(0, len(tick), together):
        part = slice(first, first + together)
        windows = Windows.around(dataset, piece[part], tick[part], np.zeros(len(tick[part]), int))
        for voice, network in enumerate(model):
            tally.add(voice, network(windows), windows.truth[:, voice], windows.tokens[CENTRE - 1, :, voice])
    model.train()
    return tally.report()
