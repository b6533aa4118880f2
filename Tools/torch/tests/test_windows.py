import numpy as np
import pytest
import torch

from quartet_torch import windows
from quartet_torch.vocabulary import VOICES
from quartet_torch.windows import CENTRE, Windows


def test_no_window_knows_its_centre(dataset):
    torch.manual_seed(0)
    model = windows.networks(dataset.vocabulary.count).eval()
    batch = Windows.around(dataset, np.array([0, 2]), np.array([5, 30]), np.zeros(2, int))
    for voice in range(VOICES):
        changed = batch.tokens.clone()
        changed[CENTRE, :, voice] = 7
        other = batch.tokens.clone()
        other[CENTRE, :, (voice + 1) % VOICES] = 7
        logits = [model[voice](batch._replace(tokens=tokens)) for tokens in (batch.tokens, changed, other)]
        assert torch.equal(logits[0], logits[1]) and not torch.equal(logits[0], logits[2])


def test_windows_stand_around_their_tick(dataset):
    batch = Windows.around(dataset, np.array([0, 2]), np.array([5, 30]), np.zeros(2, int), centre=18)
    assert batch.tokens.shape == (32, 2, 4)
    assert (batch.truth.numpy() == dataset.tokens[[5, 64 + 30]]).all()


def test_metrics_count_every_cell(dataset):
    found = windows.evaluate(windows.networks(dataset.vocabulary.count), dataset, dataset.pieces("test"))
    assert found["cells"] == 80
    assert found["nats"]["all"] == pytest.approx(np.log(60), rel=0.1)
