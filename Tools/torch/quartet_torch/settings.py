"""How a network is trained: the settings of `quartet train`."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Union

from .shape import Shape
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class Settings:
    """Counts are of the whole step, however many processes share it."""

    seed: int = 1
    passes: float = 50.0  # how often the training part is seen, counted in ticks
    crop_ticks: int = 96
    crops: int = 48  # a step
    learning_rate: float = 0.003
    final_share: float = 0.0  # of the learning rate, at the end
    warm_up: int = 60  # steps
    beta1: float = 0.9
    beta2: float = 0.99
    epsilon: float = 1e-8
    weight_decay: float = 0.01
    clip: float = 1.0  # greatest length of the gradient
    dropout: float = 0.35
    averaging: float = 0.99  # how slowly the averaged parameters, which are kept, follow
    withholding: float = 0.12  # how often fermatas, and how often the key, are not told
    validation_passes: float = 2.0
    patience: int = 10  # looks at the validation part without progress before training stops; 0 for never

    def rate(self, step: int, steps: int) -> float:
        """The learning rate of a step, counted from 0: a linear warm-up, then half a cosine."""
        warm = min(1.0, (step + 1) / max(self.warm_up, 1))
        fall = 0.5 + 0.5 * math.cos(math.pi * min(1.0, step / max(steps, 1)))
        return self.learning_rate * warm * (self.final_share + (1 - self.final_share) * fall)


def read(path: Union[str, Path], vocabulary: Vocabulary) -> tuple[Shape, Settings]:
    """The sizes and settings of a file of `quartet train`, such as `{"network": {"hidden": 512}, "training": {"crop-ticks": 128}}`. It has
    to be JSON, which is YAML too. What is left out has its default; `shards` is left to Swift."""
    sections = json.loads(Path(path).read_text())
    network = sections.pop("network", {})
    training = {name.replace("-", "_"): value for name, value in sections.pop("training", {}).items()}
    training.pop("shards", None)
    if sections:
        raise ValueError(f"{path}: there is no section {', '.join(sections)}")
    return Shape(**network, **asdict(vocabulary)), Settings(**training)
