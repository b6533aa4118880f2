import by_hand
import numpy as np
import pytest
import torch
from conftest import random_tokens

from quartet_torch.masks import Mask, present
from quartet_torch.network import loss
from quartet_torch.recurrence import library_lstm, written_lstm


def test_logits_are_as_defined(network, inputs):
    assert np.allclose(network(inputs).detach().numpy(), by_hand.logits(network, inputs), rtol=0, atol=1e-12)


def test_gradient_against_differences(network, inputs, rng):
    truth = torch.from_numpy(random_tokens(rng, inputs.forward.shape, network.shape.vocabulary.count))
    loss(network(inputs), truth).backward()
    gradient, flat = network.flat.grad, network.flat.data
    for index in rng.integers(0, len(flat), 100):
        value, ends = flat[index].item(), []
        for step in (1e-6, -1e-6):
            flat[index] = value + step
            ends.append(loss(network(inputs), truth).item())
        flat[index] = value
        assert (ends[0] - ends[1]) / 2e-6 == pytest.approx(gradient[index].item(), abs=1e-7)


def test_no_cell_knows_itself(network, rng):
    count = network.shape.vocabulary.count
    truth = random_tokens(rng, (7, 4 * 7, 4), count)
    truth[:] = truth[:, :1]  # the same sequence in each place; each place changes a cell of its own
    contexts = np.ones((7, 4 * 7, 6), np.uint8)
    mask = Mask(np.zeros(truth.shape, bool), np.zeros(4 * 7, bool), np.ones(4 * 7, bool))
    before = network(present(truth, mask, contexts, rng))
    changed = truth.copy()
    cells = [(t, v) for t in range(7) for v in range(4)]
    for place, (t, v) in enumerate(cells):
        changed[t, place, v] = (truth[t, place, v] + 1 + rng.integers(0, count - 1)) % count
    after = network(present(changed, mask, contexts, rng))
    for place, (t, v) in enumerate(cells):
        assert torch.equal(before[t, place, v], after[t, place, v])
        assert not torch.equal(before[:, place], after[:, place])


def test_composing_in_order_knows_nothing_that_comes_later(network, rng):
    """With everything hidden, a cell depends on ticks before it and on voices of its tick that come earlier."""
    count = network.shape.vocabulary.count
    truth = random_tokens(rng, (6, 1, 4), count - 1) + 1  # no token is outside
    mask = Mask(np.ones(truth.shape, bool), np.zeros(1, bool), np.ones(1, bool))
    contexts = np.ones((6, 1, 6), np.uint8)
    before = network(present(truth, mask, contexts, np.random.default_rng(5)))
    rank = np.random.default_rng(5).random(truth.shape)[3, 0]
    changed = truth.copy()
    changed[4:] = random_tokens(rng, (2, 1, 4), count - 1) + 1
    changed[3, 0, rank.argmax()] = truth[3, 0, rank.argmax()] % (count - 1) + 1
    after = network(present(changed, mask, contexts, np.random.default_rng(5)))
    assert torch.equal(before[:4], after[:4])
    assert not torch.equal(before[4], after[4])


def test_lstm_gradient():
    torch.manual_seed(0)
    sizes = ((4, 2, 3), (3, 20), (5, 20), (20,))
    arguments = [torch.randn(size, dtype=torch.float64, requires_grad=True) for size in sizes]
    assert torch.autograd.gradcheck(written_lstm, arguments)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_both_ways_to_run_an_lstm_agree(dtype):
    torch.manual_seed(0)
    sizes = ((11, 3, 4), (4, 28), (7, 28), (28,))
    values = [torch.randn(size, dtype=dtype) for size in sizes]
    results = []
    for way in (written_lstm, library_lstm):
        arguments = [value.clone().requires_grad_() for value in values]
        outputs = way(*arguments)
        outputs.square().sum().backward()
        results.append([outputs, *(argument.grad for argument in arguments)])
    for a, b in zip(*results):
        assert torch.allclose(a, b, rtol=1e-4, atol=1e-5)
