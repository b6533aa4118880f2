#!/usr/bin/env python3
"""Times DeepBach's sampler on the CPU: how many tokens a second the windowed model draws. Weights and music are by chance; the arithmetic
is that of a trained model.

    speed_windows.py --ticks 256 --updates 12288 --threads 1

12,288 updates are those of three voices of 16 bars of 4/4, each cell drawn once in each of sixteen settings. Two ways take turns, so that a
busy machine slows both alike, and the faster counts: PyTorch's own LSTM, and ours with the time loop written out. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import copy
import json
import time

import torch
from torch import Tensor, nn

from quartet_torch import windows
from quartet_torch.vocabulary import CONTEXTS, HOLD, VOICES, Vocabulary
from quartet_torch.windows import LAYERS, UNITS, Stack

ROUNDS = 4


class LibraryStack(nn.Module):
    """A stack by PyTorch's own LSTM, whose weights lie as it wants them."""

    def __init__(self, stack: Stack) -> None:
        super().__init__()
        self.lstm = nn.LSTM(stack.layers[0][0].shape[0], UNITS, LAYERS)

    def forward(self, x: Tensor) -> Tensor:
        return self.lstm(x)[0][-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ticks", type=int, default=256, help="sixteenths of the piece")
    parser.add_argument("--updates", type=int, default=12288, help="tokens drawn by each way")
    parser.add_argument("--batch", type=int, default=8, help="cells of a voice that are drawn together")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = torch.Generator().manual_seed(options.seed)
    written = windows.networks(Vocabulary().count).eval()
    library = copy.deepcopy(written)
    for network in library:
        network.before, network.after = LibraryStack(network.before), LibraryStack(network.after)
    tokens = torch.full((options.ticks, VOICES), HOLD)
    contexts = torch.stack([torch.randint(1, ids, (options.ticks,), generator=generator) for ids in CONTEXTS.values()], -1)
    voices = [1, 2, 3]
    ways = {"library": library, "written": written}
    seconds = dict.fromkeys(ways, 0.0)
    iterations = -(-options.updates // (ROUNDS * len(voices) * options.batch))
    for model in ways.values():  # the first iterations warm up
        windows.gibbs(model, tokens, contexts, voices, 2, generator, options.batch)
    for _ in range(ROUNDS):
        for name, model in ways.items():
            started = time.perf_counter()
            windows.gibbs(model, tokens, contexts, voices, iterations, generator, options.batch)
            seconds[name] += time.perf_counter() - started
    best = min(seconds, key=seconds.__getitem__)
    updates = ROUNDS * iterations * len(voices) * options.batch
    print(
        json.dumps(
            {
                "updates": updates,
                "seconds": round(seconds[best], 3),
                "updates_per_second": round(updates / seconds[best], 1),
                "way": best,
                "seconds_by_way": {name: round(value, 3) for name, value in seconds.items()},
                "ticks": options.ticks,
                "batch": options.batch,
                "threads": options.threads,
                "parameters": sum(p.numel() for p in written.parameters()),
                "torch": torch.__version__,
            }
        )
    )


if __name__ == "__main__":
    main()
