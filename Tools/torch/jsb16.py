#!/usr/bin/env python3
"""The JSB chorales of the literature as a data set: Jsb16thSeparated.json of github.com/czhuang/JSB-Chorales-dataset, with the split of
Boulanger-Lewandowski (229, 76 and 77 pieces).

    jsb16.py Jsb16thSeparated.json -o jsb16.safetensors

It has four pitches a sixteenth and nothing else: a pitch that stays is a hold here, so that notes begin where pitches change; of the context only
the tick within the beat is known.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from quartet_torch import weights
from quartet_torch.shape import Shape
from quartet_torch.vocabulary import HOLD, REST

PARTS = ("train", "valid", "test")


def tokens(pitches: np.ndarray, lowest: int) -> np.ndarray:
    """[T, 4] pitches, -1 for silence, as tokens."""
    found = np.where(pitches < 0, REST, pitches - lowest + REST + 2)
    stays = (pitches[1:] == pitches[:-1]) & (pitches[1:] >= 0)
    found[1:][stays] = HOLD
    return found.astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="Jsb16thSeparated.json")
    parser.add_argument("-o", "--output", required=True, help="the data set")
    options = parser.parse_args()
    source, shape = json.loads(Path(options.source).read_text()), Shape()
    pieces = [(part, np.array(piece)) for part in PARTS for piece in source[part]]
    starts = np.cumsum([0] + [len(piece) for _, piece in pieces]).astype(np.int32)
    contexts = np.zeros((starts[-1], 6), np.uint8)
    for start, end in zip(starts, starts[1:]):
        contexts[start:end, 0] = np.arange(end - start) % 4 + 1
    tensors = {
        "tokens": np.concatenate([tokens(piece, shape.lowest) for _, piece in pieces]),
        "contexts": contexts,
        "starts": starts,
        "parts": np.array([PARTS.index(part) for part, _ in pieces], np.uint8),
    }
    numbers = {part: 0 for part in PARTS}
    names = []
    for part, _ in pieces:
        names.append(f"{part}/{numbers[part]}")
        numbers[part] += 1
    weights.write(
        options.output,
        {name: torch.from_numpy(values) for name, values in tensors.items()},
        {
            "format": "quartet-dataset",
            "version": "1",
            "lowest": str(shape.lowest),
            "highest": str(shape.highest),
            "names": json.dumps(names),
        },
    )


if __name__ == "__main__":
    main()
