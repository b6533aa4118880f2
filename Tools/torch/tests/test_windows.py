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


def test_the_sampler_draws_the_voices_that_it_may_and_what_the_model_says():
    torch.manual_seed(0)
    model = windows.networks(60)
    with torch.no_grad():
        for network in model:
            network.output[-1].weight.zero_()
            network.output[-1].bias.fill_(-100.0)
            network.output[-1].bias[7] = 0.0
    tokens = torch.full((20, VOICES), 30)
    contexts = torch.zeros(20, 6, dtype=torch.long)

    def composed(iterations: int, seed: int = 1) -> torch.Tensor:
        return windows.gibbs(model, tokens, contexts, [1, 3], iterations, torch.Generator().manual_seed(seed))

    whole = composed(40)
    assert (whole[:, [0, 2]] == 30).all() and (whole[:, [1, 3]] == 7).all()
    changed = (composed(1) != composed(0))[:, [1, 3]].sum(0)
    assert ((0 < changed) & (changed <= 8)).all()
    assert torch.equal(composed(1), composed(1)) and not torch.equal(composed(1), composed(1, seed=2))


def test_the_sampler_gives_the_model_the_windows_of_evaluation(dataset):
    torch.manual_seed(0)
    model = windows.networks(dataset.vocabulary.count).eval()
    seen = []
    model[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    length = int(dataset.lengths(np.array([0]))[0])
    tokens, contexts = (torch.from_numpy(x[:length].astype(int)) for x in (dataset.tokens, dataset.contexts))
    composed = windows.gibbs(model, tokens, contexts, [0], 1, torch.Generator().manual_seed(1), batch=4)
    assert torch.equal(composed[:, 1:], tokens[:, 1:])
    for window in range(4):
        others = [
            Windows.around(dataset, np.array([0]), np.array([tick]), np.zeros(1, int)).tokens[:, 0, 1:] for tick in range(length)
        ]
        assert any(torch.equal(seen[0].tokens[:, window, 1:], other) for other in others)
