#!/usr/bin/env python3
"""Times a training step of the network on the CPU: forward and backward with dropout, on one batch of random tokens, without the optimizer
and without making batches. Three ways take turns, so that a busy machine slows all alike, and the fastest counts: PyTorch's own LSTM, ours
with its derivative written out, and ours with the rest of the network compiled (--eager leaves that out: it needs a C++ compiler and a minute).

    speed.py --batch 32 --ticks 96 --threads 1
    torchrun --nproc-per-node 2 speed.py        # each computes half of the batch; the sum of gradients counts too

Prints one line of JSON; seconds are medians of --steps steps, and the fastest is told beside.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import asdict

import torch

from quartet_torch.network import Inputs, Network, loss
from quartet_torch.processes import Processes
from quartet_torch.recurrence import library_lstm
from quartet_torch.shape import Shape
from quartet_torch.vocabulary import CONTEXTS, HIDDEN, HOLD, REST, VOICES

HOLDS = 0.73  # the share of chorales


def random_batch(shape: Shape, ticks: int, sequences: int) -> tuple[Inputs, torch.Tensor]:
    """Inputs and truth as dense as music is."""

    def tokens(*size: int, hidden: float = 0.0) -> torch.Tensor:
        values = torch.where(torch.rand(size) < HOLDS, HOLD, torch.randint(REST + 2, shape.vocabulary.count, size))
        return torch.where(torch.rand(size) < hidden, HIDDEN, values).to(torch.uint8)

    context = torch.stack([torch.randint(1, ids, (ticks, sequences)) for ids in CONTEXTS.values()], -1).to(torch.uint8)
    cells = (ticks, sequences, VOICES)
    return Inputs(tokens(*cells), tokens(*cells, hidden=0.4), tokens(*cells, VOICES, hidden=0.2), context), tokens(*cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes = {name: value for name, value in asdict(Shape()).items() if name != "ensemble"}
    for name, value in sizes.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--ticks", type=int, default=96)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=7)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--eager", action="store_true", help="do not try torch.compile")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    shape = Shape(**{name: getattr(options, name) for name in sizes})
    processes = Processes(wants_gpu=False)
    inputs, truth = random_batch(shape, options.ticks, options.batch // processes.count)
    network = Network(shape, options.dropout)
    library = Network(shape, options.dropout)
    library.lstm = library_lstm
    ways = {"library": library, "written": network}
    if not options.eager:
        ways["compiled"] = torch.compile(network)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for step in range(options.steps + 1):
        for name, way in ways.items():
            started = time.perf_counter()
            way.zero_grad()
            loss(way(inputs), truth).backward()
            for parameter in way.parameters():
                processes.sum(parameter.grad)
            if step:  # the first warms up
                seconds[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    best = min(medians, key=medians.__getitem__)
    if processes.rank == 0:
        print(
            json.dumps(
                {
                    "seconds_per_step": round(medians[best], 5),
                    "fastest_step": round(min(seconds[best]), 5),
                    "ticks_per_second": round(options.batch * options.ticks / medians[best], 1),
                    "threads": options.threads,
                    "processes": processes.count,
                    "way": best,
                    "seconds_by_way": {name: round(value, 5) for name, value in medians.items()},
                    "batch": options.batch,
                    "ticks": options.ticks,
                    "dropout": options.dropout,
                    "parameters": network.flat.numel(),
                    **asdict(shape),
                    "torch": torch.__version__,
                }
            )
        )
    processes.leave()


if __name__ == "__main__":
    main()
