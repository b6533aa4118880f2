"""The processes that `torchrun` starts, or the only one."""

from __future__ import annotations

import os

import torch
from torch import Tensor, distributed


class Processes:
    """Joins the group if there is one. Each process has a device of its own: a GPU if there are any and they are wanted, else the CPU."""

    def __init__(self, wants_gpu: bool = True) -> None:
        self.rank = int(os.environ.get("RANK", 0))
        self.count = int(os.environ.get("WORLD_SIZE", 1))
        if wants_gpu and torch.cuda.is_available():
            self.device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
            torch.cuda.set_device(self.device)
        else:
            self.device = torch.device("cpu")
        if self.count > 1:
            distributed.init_process_group("nccl" if self.device.type == "cuda" else "gloo")

    def sum(self, tensor: Tensor) -> Tensor:
        """The sum over all processes, in place."""
        if self.count > 1:
            distributed.all_reduce(tensor)
        return tensor

    def agree(self, value: bool) -> bool:
        """What the first process says."""
        said = torch.tensor(float(value and self.rank == 0), device=self.device)
        return bool(self.sum(said) > 0)

    def leave(self) -> None:
        """Leaves the group."""
        if self.count > 1:
            distributed.destroy_process_group()
