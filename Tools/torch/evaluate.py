#!/usr/bin/env python3
"""Prints the metrics of a weights file on a part of a dataset as JSON.

    evaluate.py MODEL.safetensors DATASET.safetensors --part test
"""

from __future__ import annotations

import argparse
import json

import torch

from quartet_torch import metrics, weights
from quartet_torch.dataset import PARTS, Dataset
from quartet_torch.processes import Processes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("dataset")
    parser.add_argument("--part", choices=PARTS, default="test")
    parser.add_argument("--seed", type=int, default=7, help="of the random orders of voices")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    network, _ = weights.read_network(options.model)
    dataset = Dataset.read(options.dataset)
    found = metrics.evaluate(network.to(Processes().device), dataset, dataset.pieces(options.part), options.seed)
    print(json.dumps({"model": options.model, "part": options.part, **found}))


if __name__ == "__main__":
    main()
