import json

import torch

from quartet_torch import weights
from quartet_torch.network import Network
from quartet_torch.shape import Shape


def test_round_trip(tmp_path, network):
    path = tmp_path / "model.safetensors"
    network.float()
    weights.write_network(path, network, {"corpus": "chorales", "ä": "ö"}, torch.float32)
    again, metadata = weights.read_network(path)
    assert torch.equal(again.flat, network.flat)
    assert again.shape == network.shape
    assert json.loads(metadata["training"]) == {"corpus": "chorales", "ä": "ö"}


def test_strings_have_more_places_in_a_beat(tmp_path):
    path = tmp_path / "model.safetensors"
    network = Network(Shape(embedding=5, interval=3, context=4, hidden=6, head=7, ensemble="strings"))
    weights.write_network(path, network, {})
    tensors, metadata = weights.read(path)
    assert metadata["ensemble"] == "strings" and tensors["context.tick"].shape == (145, 4)
    assert weights.read_network(path)[0].shape == network.shape


def test_halves(tmp_path, network):
    path = tmp_path / "model.safetensors"
    weights.write_network(path, network.float(), {})
    tensors, _ = weights.read(path)
    assert list(tensors) == list(network.shape.parameters())
    assert all(tensor.dtype == torch.float16 for tensor in tensors.values())
    assert torch.equal(weights.read_network(path)[0].flat, network.flat.half().float())


def test_layout_of_the_file(tmp_path):
    path = tmp_path / "two.safetensors"
    weights.write(path, {"a": torch.tensor([[1, 2], [3, 4]], dtype=torch.uint8), "b": torch.tensor([1.0])}, {"k": "v"})
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    assert start % 8 == 0
    assert data[8:start].rstrip() == (
        b'{"__metadata__":{"k":"v"},"a":{"dtype":"U8","shape":[2,2],"data_offsets":[0,4]},'
        b'"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}'
    )
    assert data[start:] == bytes([1, 2, 3, 4, 0, 0, 0x80, 0x3F])
