#!/usr/bin/env python3
"""Judges another implementation of the network: reads a case that it wrote (parameters, inputs, and its logits, loss, gradients and
parameters after three steps of AdamW on the same batch), computes the same, and prints how far they are apart.

    judge.py CASE.safetensors

A difference is that of a tensor's farthest element, relative to the tensor's greatest element. Arithmetic is f64 if the case's parameters
are, else f32. What the case does not have is not judged: in f32, Adam makes whole steps of gradients that are nothing but rounding. Exits 1 past 1e-4 and 77 without PyTorch.
"""

from __future__ import annotations

import argparse
import sys

try:
    import torch
except ImportError:
    print("judge.py: PyTorch is not installed", file=sys.stderr)
    sys.exit(77)

from quartet_torch import weights
from quartet_torch.network import Inputs, Network, loss, views
from quartet_torch.shape import Shape

TOLERANCE = 1e-4
STEPS = 3


def expected(case: dict[str, torch.Tensor], metadata: dict[str, str]) -> dict[str, torch.Tensor]:
    """What PyTorch makes of a case, under the names of the case's outputs."""
    shape = Shape.from_metadata(metadata)
    network = Network(shape, dropout=0).to(case["context.tick"].dtype)
    network.load(case)
    inputs = Inputs(*(case[f"in.{name}"] for name in Inputs._fields))
    settings = {name: float(metadata[name]) for name in ("learning_rate", "beta1", "beta2", "epsilon", "decay", "clip")}
    optimizer = torch.optim.AdamW(
        network.parameters(),
        lr=settings["learning_rate"],
        betas=(settings["beta1"], settings["beta2"]),
        eps=settings["epsilon"],
        weight_decay=settings["decay"],
    )
    outputs = {}
    for step in range(STEPS):
        optimizer.zero_grad()
        logits = network(inputs)
        mean = loss(logits, case["in.truth"])
        mean.backward()
        if step == 0:
            outputs["out.logits"], outputs["out.loss"] = logits.detach(), mean.detach().view(1)
            outputs |= {f"grad.{name}": value.clone() for name, value in views(network.flat.grad, shape).items()}
        torch.nn.utils.clip_grad_norm_(network.parameters(), settings["clip"])
        optimizer.step()
    return outputs | {f"adam.{name}": value.detach() for name, value in network.named().items()}


def difference(a: torch.Tensor, b: torch.Tensor) -> float:
    """The greatest difference of elements, relative to the greatest element. Infinite where one is not a number."""
    a, b = a.double(), b.double()
    greatest = max(a.abs().max().item(), b.abs().max().item())
    apart = (a - b).abs().max().item()
    if apart == 0:
        return 0.0
    return apart / greatest if apart == apart and greatest < float("inf") else float("inf")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", help="a safetensors file written by the other implementation")
    case, metadata = weights.read(parser.parse_args().case)
    torch.set_num_threads(1)
    worst = 0.0
    for name, value in expected(case, metadata).items():
        if name not in case:
            continue
        apart = difference(case[name], value)
        worst = max(worst, apart)
        print(f"{apart:9.2e}  {name}{'' if apart <= TOLERANCE else '  <-- too far'}")
    print(f"{worst:9.2e}  greatest; allowed {TOLERANCE:g}")
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
