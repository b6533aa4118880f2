import numpy as np
import pytest

from quartet_torch import masks
from quartet_torch.vocabulary import HIDDEN, HOLD, OUTSIDE


@pytest.fixture
def truth(dataset, rng) -> np.ndarray:
    """4000 crops that begin before their piece."""
    return dataset.cut(rng.integers(0, 4, 4000), np.full(4000, -4), 48, np.zeros(4000, int))[0]


def test_what_each_reader_sees(truth, rng):
    mask = masks.draw(truth, rng)
    inputs = masks.present(truth, mask, np.zeros((*truth.shape[:2], 6), np.uint8), rng)
    forward, backward, seen = (x.numpy() for x in inputs[:3])
    assert mask.hidden.dtype == bool and not mask.hidden[truth == OUTSIDE].any()
    assert (backward == np.where(mask.hidden, HIDDEN, truth)).all()
    assert (forward[:, mask.symmetric] == backward[:, mask.symmetric]).all()
    assert (forward[:, ~mask.symmetric] == truth[:, ~mask.symmetric]).all()
    visible = seen != HIDDEN
    whole = np.broadcast_to(truth[:, :, None, :], seen.shape)
    assert (seen[visible] == whole[visible]).all()
    assert visible[np.broadcast_to(~mask.hidden[:, :, None, :], seen.shape)].all()
    # Of two hidden voices exactly one sees the other where there is an order, and none where there is none.
    both = (mask.hidden[..., :, None] & mask.hidden[..., None, :]) & ~np.eye(4, dtype=bool)
    ordered = np.broadcast_to(mask.ordered[:, None, None], both.shape)
    assert (visible ^ visible.swapaxes(2, 3))[both & ordered].all()
    assert not visible[both & ~ordered].any()


def test_shares(truth, rng):
    mask = masks.draw(truth, rng)
    assert mask.symmetric.mean() == pytest.approx(0.25, abs=0.03)
    assert mask.ordered.mean() == pytest.approx(0.875, abs=0.03)
    assert (~mask.hidden.any((0, 2))).mean() == pytest.approx(0.2, abs=0.06)
    soprano, lower = mask.hidden[..., 0].mean(), mask.hidden[..., 1:].mean()
    assert soprano < lower < 0.6


def test_hidden_spans_reach_the_ends_of_notes(truth, rng):
    hidden = masks.carried(masks.spans(48, truth.shape[1], rng)[..., None] & np.ones(4, bool), truth)
    held_on = (truth[1:] == HOLD) & hidden[:-1]
    assert hidden[1:][held_on].all() and 0.2 < hidden.mean() < 0.9


def test_spans_and_gaps():
    hidden = masks.spans(300, 200, np.random.default_rng(2))
    for column in hidden.T:
        edges = np.flatnonzero(np.diff(column.astype(int)))
        runs = np.diff(edges)
        assert column.any() and len(set(runs[::2])) <= 1 and len(set(runs[1::2])) <= 1
        assert set(runs) <= {4, 8, 16, 32, 64}
