import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from quartet_torch import metrics, weights
from quartet_torch.network import Network
from quartet_torch.processes import Processes
from quartet_torch.settings import Settings, read
from quartet_torch.shape import Shape
from quartet_torch.training import Learner, keep
from quartet_torch.vocabulary import Vocabulary

TOOLS = Path(__file__).parents[1]
SETTINGS = Settings(passes=2, crop_ticks=16, crops=4, warm_up=2)
SHAPE = Shape(embedding=6, interval=4, context=5, hidden=12, head=10, reach=12)


def learner(dataset) -> Learner:
    torch.manual_seed(1)
    return Learner(Network(SHAPE), dataset, SETTINGS, Processes())


def test_a_resumed_run_is_the_same_to_the_bit(dataset, tmp_path):
    whole, first, second = (learner(dataset) for _ in range(3))
    losses = [whole.learn() for _ in range(4)]
    again = [first.learn() for _ in range(2)]
    keep(tmp_path / "checkpoint", first.state())
    torch.rand(5)  # chance elsewhere does not matter
    second.restore(torch.load(tmp_path / "checkpoint", weights_only=True))
    again += [second.learn() for _ in range(2)]
    assert losses == again
    assert torch.equal(whole.network.flat, second.network.flat)
    assert torch.equal(whole.average, second.average)


def test_a_checkpoint_of_another_run_is_refused(dataset):
    state = learner(dataset).state()
    state["settings"]["seed"] = 2
    with pytest.raises(ValueError, match="settings"):
        learner(dataset).restore(state)


def test_it_learns(dataset):
    learning = Learner(Network(SHAPE), dataset, replace(SETTINGS, passes=100, learning_rate=0.01), Processes())
    losses = [learning.learn() for _ in range(40)]
    assert sum(losses[-5:]) < 0.8 * sum(losses[:5])


def test_settings_are_those_of_quartet_train(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"network": {"hidden": 64}, "training": {"learning-rate": 0.001, "crop-ticks": 64, "shards": 4}}')
    assert read(path, Vocabulary(40, 80)) == (Shape(hidden=64, lowest=40, highest=80), Settings(learning_rate=0.001, crop_ticks=64))


def test_rate():
    settings = Settings(learning_rate=1, warm_up=10)
    assert settings.rate(0, 1000) == pytest.approx(0.1)
    assert settings.rate(500, 1000) == pytest.approx(0.5)
    assert settings.rate(1000, 1000) == pytest.approx(0)


def test_metrics_of_a_network_that_knows_nothing(dataset):
    network = Network(SHAPE)
    with torch.no_grad():
        network.flat.zero_()
    found = metrics.evaluate(network, dataset, dataset.pieces("test"))
    nats = torch.tensor(60.0).log().item()
    assert found["ticks"] == 20 and found["cells"] == 80
    assert found["nats"]["all"] == pytest.approx(nats, abs=1e-4)
    assert found["frame_nats"] == pytest.approx(4 * nats, abs=1e-4)
    assert found["lower_nats_given_soprano"] == pytest.approx(3 * nats, abs=1e-4)


def test_two_processes_share_a_run(dataset, tmp_path):
    settings = tmp_path / "settings.json"
    training = {"passes": 1, "crop-ticks": 16, "crops": 4, "validation-passes": 0.5}
    settings.write_text(json.dumps({"network": {"hidden": 8, "head": 8}, "training": training}))
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    done = subprocess.run(
        [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "train.py", tmp_path / "data.safetensors"]
        + ["-o", tmp_path / "model.safetensors", "--settings", settings],
        cwd=TOOLS,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["test"]["cells"] == 80
    record = json.loads(weights.read_network(tmp_path / "model.safetensors")[1]["training"])
    assert record["parts"]["train"] == {"pieces": 4, "ticks": 136}
    assert record["last_step"] == record["looks"][-1]["step"] == 2
