import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from quartet_torch import weights  # noqa: E402
from quartet_torch.dataset import Dataset  # noqa: E402
from quartet_torch.network import Inputs, Network  # noqa: E402
from quartet_torch.shape import Shape  # noqa: E402
from quartet_torch.vocabulary import CONTEXTS, HIDDEN, HOLD  # noqa: E402

torch.set_num_threads(1)


def random_tokens(rng: np.random.Generator, shape: tuple, count: int) -> np.ndarray:
    """Any tokens, nearly half of them holds."""
    return np.where(rng.random(shape) < 0.45, HOLD, rng.integers(0, count, shape)).astype(np.uint8)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(1)


@pytest.fixture
def network() -> Network:
    """A small one in f64, no parameter zero, without dropout."""
    torch.manual_seed(3)
    shape = Shape(embedding=5, interval=3, context=4, hidden=6, head=7, reach=6, lowest=50, highest=64)
    network = Network(shape, dropout=0).double()
    with torch.no_grad():
        network.flat.copy_(0.4 * torch.randn_like(network.flat))
    return network


@pytest.fixture
def inputs(rng: np.random.Generator, network: Network) -> Inputs:
    """Nine ticks of three sequences: any tokens, contexts beyond their tables too."""
    ticks, sequences, count = 9, 3, network.shape.vocabulary.count
    forward = random_tokens(rng, (ticks, sequences, 4), count)
    backward = random_tokens(rng, (ticks, sequences, 4), count)
    seen = np.where(rng.random((ticks, sequences, 4, 4)) < 0.3, HIDDEN, forward[:, :, None, :])
    context = rng.integers(0, 20, (ticks, sequences, len(CONTEXTS)))
    return Inputs(*(torch.from_numpy(x.astype(np.uint8)) for x in (forward, backward, seen, context)))


@pytest.fixture
def dataset(rng: np.random.Generator, tmp_path: Path) -> Dataset:
    """Six short pieces of random notes, read from a file."""
    lengths = [40, 24, 56, 16, 32, 20]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    notes = rng.integers(20, 32, (starts[-1], 4)) + np.array([14, 9, 4, 0])
    tokens = np.where(rng.random(notes.shape) < 0.6, HOLD, notes).astype(np.uint8)
    tokens[starts[:-1]] = notes[starts[:-1]]
    context = np.stack([rng.integers(1, ids, starts[-1]) for ids in CONTEXTS.values()], 1).astype(np.uint8)
    path = tmp_path / "data.safetensors"
    tensors = {"tokens": tokens, "contexts": context, "starts": starts, "parts": np.array([0, 0, 0, 0, 1, 2], np.uint8)}
    metadata = {"format": "quartet-dataset", "version": "1", "lowest": "31", "highest": "86", "names": json.dumps(list("abcdef"))}
    weights.write(path, {name: torch.from_numpy(array) for name, array in tensors.items()}, metadata)
    return Dataset.read(path)
