#!/usr/bin/env python3
"""Trains the windowed model, the comparison, on the CPU for a given CPU time, and prints its metrics as JSON.

    train_windows.py DATASET.safetensors -o windows.pt --seconds 3600

The four networks take turns, a batch each. Adam with PyTorch's defaults, no schedule, as DeepBach has it. The state is kept in the output
file every five minutes; the same command goes on from there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

import numpy as np
import torch

from quartet_torch import windows
from quartet_torch.dataset import PARTS, Dataset, Transpositions
from quartet_torch.vocabulary import VOICES
from quartet_torch.windows import CENTRE, MOVES, Windows

KEEP_EVERY = 300.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("-o", "--output", required=True, type=Path)
    parser.add_argument("--seconds", type=float, required=True, help="CPU time for training, all four networks together")
    parser.add_argument("--batch", type=int, default=256, help="windows a step")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    dataset = Dataset.read(options.dataset)
    if dataset.vocabulary.ensemble != "choir":
        sys.exit(f"{options.dataset}: windows have the sixteenths of a choir, these ticks are those of {dataset.vocabulary.ensemble}")
    transpositions = Transpositions(dataset)
    model = windows.networks(dataset.vocabulary.count)
    optimizers = [torch.optim.Adam(network.parameters()) for network in model]
    step, spent, losses = 0, 0.0, []
    if options.output.exists():
        state = torch.load(options.output, weights_only=False)
        model.load_state_dict(state["model"])
        for optimizer, values in zip(optimizers, state["optimizers"]):
            optimizer.load_state_dict(values)
        step, spent = state["step"], state["spent"]
        rng.bit_generator.state = state["numpy"]
        torch.set_rng_state(state["torch"])

    def keep() -> None:
        unfinished = options.output.with_suffix(".unfinished")
        torch.save(
            {
                "model": model.state_dict(),
                "optimizers": [optimizer.state_dict() for optimizer in optimizers],
                "step": step,
                "spent": spent,
                "numpy": rng.bit_generator.state,
                "torch": torch.get_rng_state(),
            },
            unfinished,
        )
        os.replace(unfinished, options.output)

    kept = spent
    while spent < options.seconds:
        started = time.process_time()
        voice = step % VOICES
        pieces, shifts = transpositions.draw(options.batch, rng)
        ticks = (rng.random(options.batch) * dataset.lengths(pieces)).astype(int)
        batch = Windows.around(dataset, pieces, ticks, shifts, CENTRE + int(rng.integers(0, MOVES + 1)))
        optimizers[voice].zero_grad()
        mean = windows.loss(model[voice], voice, batch)
        mean.backward()
        optimizers[voice].step()
        losses.append(mean.item())
        step += 1
        spent += time.process_time() - started
        if step % 200 == 0:
            passes = step * options.batch / VOICES / transpositions.ticks
            print(f"step {step}  {spent:.0f} s  {passes:.2f} passes  loss {np.mean(losses[-200:]):.4f}", file=sys.stderr, flush=True)
        if spent - kept > KEEP_EVERY:
            kept = spent
            keep()
    keep()
    print(
        json.dumps(
            {
                "model": "windows",
                "parameters": sum(p.numel() for p in model.parameters()),
                "steps": step,
                "batch": options.batch,
                "cpu_seconds": round(spent),
                "windows_per_voice": step * options.batch // VOICES,
                **{part: windows.evaluate(model, dataset, dataset.sample(part)) for part in PARTS},
            }
        )
    )


if __name__ == "__main__":
    main()
