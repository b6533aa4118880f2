#!/usr/bin/env python3
"""Trains the network on an exported dataset and writes a weights file for `quartet`.

    train.py DATASET.safetensors -o MODEL.safetensors
    torchrun --nproc-per-node 4 train.py DATASET.safetensors -o MODEL.safetensors

Uses a GPU if there is one. A checkpoint beside the model is written every five minutes and at each look at the validation part; the same
command goes on from there. The model with the best validation nats is kept. Metrics of all parts are printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import torch

from quartet_torch import metrics, weights
from quartet_torch.dataset import PARTS, Dataset
from quartet_torch.network import Network
from quartet_torch.processes import Processes
from quartet_torch.settings import Settings
from quartet_torch.settings import read as read_settings
from quartet_torch.shape import Shape
from quartet_torch.training import Learner, Progress, keep

KEEP_EVERY = 300.0  # seconds
SAY_EVERY = 20  # steps


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", help="written by quartet train CORPUS --export")
    parser.add_argument("-o", "--output", required=True, type=Path, help="the weights file to write")
    parser.add_argument("--settings", help="sizes and settings, as quartet train has them, in JSON")
    parser.add_argument("--passes", type=float, help="how often the training part is seen, in place of the settings'")
    parser.add_argument("--threads", type=int, default=1, help="threads of each process on the CPU")
    parser.add_argument("--compile", action="store_true", help="use torch.compile: a tenth faster, after a minute")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.set_float32_matmul_precision("high")
    processes = Processes()
    dataset = Dataset.read(options.dataset)
    shape, settings = Shape(**asdict(dataset.vocabulary)), Settings()
    if options.settings:
        shape, settings = read_settings(options.settings, dataset.vocabulary)
    if options.passes:
        settings = replace(settings, passes=options.passes)
    torch.manual_seed(settings.seed)
    network = Network(shape, settings.dropout).to(processes.device)
    learner = Learner(network, dataset, settings, processes)
    progress = Progress(learner.average)
    checkpoint = options.output.with_suffix(".checkpoint")
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=processes.device, weights_only=True)
        learner.restore(state["learner"])
        progress.restore(state["progress"])
        say(f"goes on from step {learner.step}")
    if options.compile:
        learner.compile()
    is_first = processes.rank == 0
    def save_checkpoint() -> None:
        keep(checkpoint, {"learner": learner.state(), "progress": progress.state()})

    def look() -> None:
        """Judges the averaged parameters, and writes them if they are the best."""
        valid, train = dataset.pieces("valid"), dataset.sample("train", len(dataset.pieces("valid")))
        with learner.averaged() as averaged:
            found = metrics.evaluate(averaged, dataset, valid)
            is_best = progress.look(learner, metrics.evaluate(averaged, dataset, train), found)
            if is_best:
                weights.write_network(options.output, averaged, progress.record(learner, dataset, options.dataset))
        onsets = 100 * found["accuracy_at_onsets"]["all"]
        say(f"valid: {found['nats']['all']:.4f} nats, {onsets:.2f} % of onsets{', the best' if is_best else ''}")
        save_checkpoint()

    network.train()
    started, first_step, kept = time.monotonic(), learner.step, time.monotonic()
    while learner.step < learner.steps and not processes.agree(progress.is_over(settings.patience)):
        progress.losses.append(learner.learn())
        if is_first and learner.step % SAY_EVERY == 0:
            seconds = (time.monotonic() - started) / (learner.step - first_step)
            say(
                f"step {learner.step} of {learner.steps}  {learner.step * learner.passes_per_step:.2f} passes  "
                f"loss {statistics.mean(progress.losses[-SAY_EVERY:]):.4f}  "
                f"{settings.crops * settings.crop_ticks / seconds:.0f} ticks/s  "
                f"{seconds * (learner.steps - learner.step) / 60:.0f} min left"
            )
        looks = [int(step * learner.passes_per_step / settings.validation_passes) for step in (learner.step - 1, learner.step)]
        if is_first and (looks[0] < looks[1] or learner.step == learner.steps):
            look()
            kept = time.monotonic()
        elif is_first and time.monotonic() - kept > KEEP_EVERY:
            save_checkpoint()
            kept = time.monotonic()

    if is_first:
        with torch.no_grad():
            network.flat.copy_(progress.best)
        weights.write_network(options.output, network, progress.record(learner, dataset, options.dataset))
        report = {part: metrics.evaluate(network, dataset, dataset.sample(part)) for part in PARTS}
        print(json.dumps({"model": str(options.output), "parameters": network.flat.numel(), "steps": learner.step, **report}))
    processes.leave()


if __name__ == "__main__":
    main()
