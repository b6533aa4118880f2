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
from .dataset import PARTS, Dataset, Transpositions
from .network import Inputs, Network, cells, loss
from .processes import Processes
from .settings import Settings


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
        count = int(processes.sum(cells(truth)))
        flat.grad = None
        mean = loss(self.run(inputs), truth, count)
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
    """The looks at a run so far, and the averaged parameters at the best of them, which cost least in the validation part: nats a
    token, everything else known, and of the lower voices, given the top one.

    A look is what a model's record tells of it: `step`, `passes`, the mean `loss` since the look before, and the scores `train` and `valid`.
    """

    def __init__(self, average: Tensor) -> None:
        self.best = average.clone()
        self.looks: list[dict] = []
        self.losses: list[float] = []

    @property
    def best_look(self) -> dict:
        return min(self.looks, key=lambda look: look["valid"]["nats"] + look["valid"]["nats_given_top"] / 3)

    def look(self, learner: Learner, train: dict, valid: dict) -> bool:
        """Takes metrics of some pieces of the training part and of the validation part; says whether it is the best look so far."""

        def score(found: dict) -> dict:
            return {
                "accuracy": found["accuracy"]["all"],
                "onset_accuracy": found["accuracy_at_onsets"]["all"],
                "nats": found["nats"]["all"],
                "nats_given_top": found["lower_nats_given_soprano"],
            }

        passes, loss = learner.step * learner.passes_per_step, sum(self.losses) / len(self.losses)
        self.losses = []
        self.looks.append({"step": learner.step, "passes": passes, "loss": loss, "train": score(train), "valid": score(valid)})
        is_best = self.best_look is self.looks[-1]
        if is_best:
            self.best.copy_(learner.average)
        return is_best

    def is_over(self, patience: int) -> bool:
        """Whether so many looks went by without progress; never if it is 0."""
        return bool(self.looks) and 0 < patience <= len(self.looks) - 1 - self.looks.index(self.best_look)

    def record(self, learner: Learner, dataset: Dataset, corpus: str) -> dict:
        """How the best look's model came about, as `quartet` reads it in a model's header."""
        parts = {part: dataset.pieces(part) for part in PARTS}
        return {
            "corpus": corpus,
            "parts": {part: {"pieces": len(pieces), "ticks": int(dataset.lengths(pieces).sum())} for part, pieces in parts.items()},
            "settings": asdict(learner.settings),
            "step": self.best_look["step"],
            "passes": self.best_look["passes"],
            "last_step": learner.step,
            "looks": self.looks,
        }

    def state(self) -> dict:
        return {"best": self.best, "looks": self.looks, "losses": self.losses}

    def restore(self, state: dict) -> None:
        self.best.copy_(state["best"])
        self.looks, self.losses = state["looks"], state["losses"]


def keep(path: Path, state: dict) -> None:
    """Writes a checkpoint; the one before stays whole until the new one is."""
    unfinished = path.with_name(path.name + ".unfinished")
    torch.save(state, unfinished)
    os.replace(unfinished, path)
