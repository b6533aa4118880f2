"""The safetensors format: the length of a JSON header as eight little-endian bytes, the header, raw little-endian tensors."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Mapping, Union

import numpy as np
import torch
from torch import Tensor

from .network import Network
from .shape import Shape

FORMAT, VERSION = "quartet-model", "1"
_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "U8": "|u1"}
_NAMES = {np.dtype(code): name for name, code in _TYPES.items()}


def read(path: Union[str, Path]) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Tensors by name, and the metadata."""
    data = bytearray(Path(path).read_bytes())
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start].decode())
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        first, end = (start + offset for offset in entry["data_offsets"])
        values = np.frombuffer(data[first:end], _TYPES[entry["dtype"]])
        tensors[name] = torch.from_numpy(values).reshape(entry["shape"])
    return tensors, metadata


def write(path: Union[str, Path], tensors: Mapping[str, Tensor], metadata: Mapping[str, str]) -> None:
    """Writes a file anew; what stood there before stays whole until all is written."""
    header: dict = {"__metadata__": dict(metadata)}
    parts = []
    offset = 0
    for name, tensor in tensors.items():
        values = np.ascontiguousarray(tensor.detach().cpu().numpy())
        header[name] = {
            "dtype": _NAMES[values.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + values.nbytes],
        }
        parts.append(values.tobytes())
        offset += values.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    unfinished = Path(f"{path}.unfinished")
    unfinished.write_bytes(b"".join([len(text).to_bytes(8, "little"), text, *parts]))
    os.replace(unfinished, path)


def read_network(path: Union[str, Path]) -> tuple[Network, dict[str, str]]:
    """The network of a model, f16 or f32, and the file's metadata."""
    tensors, metadata = read(path)
    if (metadata.get("format"), metadata.get("version")) != (FORMAT, VERSION):
        raise ValueError(f"{path} is no model of version {VERSION}")
    network = Network(Shape.from_metadata(metadata))
    network.load(tensors)
    return network, metadata


def write_network(path: Union[str, Path], network: Network, record: Mapping, dtype: torch.dtype = torch.float16) -> None:
    """A model for `quartet`, with a record of how it came about."""
    values = {name: value.to(dtype) for name, value in network.named().items()}
    metadata = {"format": FORMAT, "version": VERSION, "training": json.dumps(record, separators=(",", ":"))}
    write(path, values, {**metadata, **network.shape.metadata()})
