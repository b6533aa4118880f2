"""Inverted dropout."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def drop(x: Tensor, rate: float) -> Tensor:
    """Zero with probability `rate`, else scaled so that the mean stays."""
    if rate == 0 or x.is_cuda:
        return F.dropout(x, rate)
    # PyTorch draws a number for each element, which on a CPU takes as long as a matrix product. Here one draw serves four elements.
    threshold = round(rate * 65536)
    draws = torch.empty((x.numel() + 3) // 4, dtype=torch.int64).random_(-(2**63), None)
    kept = draws.view(torch.int16)[: x.numel()].view(x.shape) >= threshold - 32768
    return x * (kept.to(x.dtype) * (65536 / (65536 - threshold)))
