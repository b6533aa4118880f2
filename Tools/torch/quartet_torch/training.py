"""A network while it learns."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Callable, Iterator

import numpy as np
import torch
from torch import Tensor

from . import batches
from .dataset import Dataset, Transpositions
from .network import Inputs, Network, loss
from .processes import Processes
from .settings import Settings
from .vocabulary import OUTSIDE


class Learner:
    """Parameters, their average, and what AdamW remembers of the gradients.

    All chance of a step follows from the seed, the step and the process, so a run that goes on from a checkpoint makes the steps that it
    would have made.
    """

    def __init__(self, network: Network, dataset: Dataset, settings: Settings, processes: Processes) -> None:
        self.network = network
        self.settings = settings
        self.processes = processes
        self.transpositions = Transpositions(dataset)
        self.run: Callable[[Inputs], Tensor] = network
        self.optimizer = torch.optim.AdamW(
            network.parameters(),
            betas=(settings.beta1, settings.beta2),
            eps=settings.epsilon,
            weight_decay=settings.weight_decay,
        )
        self.average = network.flat.detach().clone()
        self.step = 0

    def compile(self) -> None:
        """Lets PyTorch compile the network."""
        self.run = torch.compile(self.network)

    @property
    def passes_per_step(self) -> float:
        return self.settings.crop_ticks * self.settings.crops / self.transpositions.ticks

    @property
    def steps(self) -> int:
        """The steps of the whole run."""
        return max(1, round(self.settings.passes / self.passes_per_step))

    def learn(self) -> float:
        """Learns from one batch, of which each process has its share; returns the loss in nats a token."""
        settings, processes, flat = self.settings, self.processes, self.network.flat
        rng = np.random.default_rng([settings.seed, self.step, processes.rank])
        torch.manual_seed(int(rng.integers(2**62)))
        first, last = (settings.crops * (processes.rank + k) // processes.count for k in (0, 1))
        inputs, truth = batches.draw(self.transpositions, last - first, settings.crop_ticks, settings.withholding, rng)
        inputs, truth = inputs.to(processes.device), truth.to(processes.device)
        cells = int(processes.sum((truth != OUTSIDE).sum()))
        flat.grad = None
        mean = loss(self.run(inputs), truth, cells)
        mean.backward()
        processes.sum(flat.grad)
        torch.nn.utils.clip_grad_norm_([flat], settings.clip)
        self.optimizer.param_groups[0]["lr"] = settings.rate(self.step, self.steps)
        self.optimizer.step()
        self.step += 1
        # In the first steps the average follows closely, so that it does not remember the beginning.
        self.average.lerp_(flat.detach(), max(1 - settings.averaging, 1 / (self.step + 1)))
        return float(processes.sum(mean.detach()))

    @contextmanager
    def averaged(self) -> Iterator[Network]:
        """The network with the averaged parameters, for a while."""
        flat = self.network.flat.data
        self.network.flat.data = self.average
        try:
            yield self.network
        finally:
            self.network.flat.data = flat

    def state(self) -> dict:
        """All that a run needs to go on."""
        return {
            "shape": asdict(self.network.shape),
            "settings": asdict(self.settings),
            "processes": self.processes.count,
            "step": self.step,
            "flat": self.network.flat.detach(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
        }

    def restore(self, state: dict) -> None:
        """Goes on from a state. Raises ValueError if it is one of another run."""
        for name, value in (
            ("shape", asdict(self.network.shape)),
            ("settings", asdict(self.settings)),
            ("processes", self.processes.count),
        ):
            if state[name] != value:
                raise ValueError(f"the checkpoint has other {name}: {state[name]}")
        self.step = state["step"]
        with torch.no_grad():
            self.network.flat.copy_(state["flat"])
        self.average.copy_(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])


class Progress:
    """The best averaged parameters by the validation part's nats a token, and when to stop looking for better ones."""

    def __init__(self, average: Tensor, patience: int) -> None:
        self.best = average.clone()
        self.nats = float("inf")
        self.looks_since = 0
        self.patience = patience

    def look(self, average: Tensor, nats: float) -> bool:
        """Takes a result; says whether it is the best."""
        if nats < self.nats:
            self.best.copy_(average)
            self.nats, self.looks_since = nats, 0
            return True
        self.looks_since += 1
        return False

    @property
    def is_over(self) -> bool:
        return 0 < self.patience <= self.looks_since

    def state(self) -> dict:
        return {"best": self.best, "nats": self.nats, "looks_since": self.looks_since}

    def restore(self, state: dict) -> None:
        self.best.copy_(state["best"])
        self.nats, self.looks_since = state["nats"], state["looks_since"]


def keep(path: Path, state: dict) -> None:
    """Writes a checkpoint; the one before stays whole until the new one is."""
    unfinished = path.with_name(path.name + ".unfinished")
    torch.save(state, unfinished)
    os.replace(unfinished, path)
