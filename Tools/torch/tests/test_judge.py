import subprocess
import sys
from pathlib import Path

import pytest
import torch
from conftest import random_tokens

from quartet_torch import weights
from quartet_torch.network import Inputs

JUDGE = Path(__file__).parents[1] / "judge.py"
SETTINGS = {"learning_rate": "0.001", "beta1": "0.9", "beta2": "0.99", "epsilon": "1e-8", "decay": "0.01", "clip": "1"}


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_a_right_case_passes_and_a_wrong_one_does_not(network, inputs, rng, tmp_path, dtype):
    sys.path.insert(0, str(JUDGE.parent))
    import judge

    metadata = {**network.shape.metadata(), **SETTINGS}
    case = {name: value.detach().to(dtype) for name, value in network.named().items()}
    case |= {f"in.{name}": array for name, array in zip(Inputs._fields, inputs)}
    case["in.truth"] = torch.from_numpy(random_tokens(rng, inputs.forward.shape, network.shape.vocabulary.count))
    case |= judge.expected(case, metadata)
    weights.write(tmp_path / "right", case, metadata)
    case["adam.token.2"] = 1.001 * case["adam.token.2"]
    weights.write(tmp_path / "wrong", case, metadata)
    codes = [subprocess.run([sys.executable, JUDGE, tmp_path / name], capture_output=True).returncode for name in ("right", "wrong")]
    assert codes == [0, 1]
