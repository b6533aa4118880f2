import numpy as np

from quartet_torch.dataset import Transpositions
from quartet_torch.vocabulary import FIRST_PITCH, HOLD, KEY, OUTSIDE


def test_cuts_run_off_both_ends(dataset):
    pieces = np.array([1, 3])
    tokens, contexts = dataset.cut(pieces, np.array([-3, 10]), 30, np.zeros(2, int))
    assert (tokens[:3, 0] == OUTSIDE).all() and (contexts[:3, 0] == 0).all()
    assert (tokens[3:27, 0] == dataset.tokens[40:64]).all()
    assert (tokens[27:, 0] == OUTSIDE).all()
    assert (tokens[:6, 1] == dataset.tokens[130:136]).all() and (tokens[6:, 1] == OUTSIDE).all()


def test_transposition_moves_pitches_and_key(dataset):
    piece, first = np.array([2]), np.array([0])
    plain, plain_contexts = dataset.cut(piece, first, 56, np.array([0]))
    moved, moved_contexts = dataset.cut(piece, first, 56, np.array([-3]))
    pitched = plain >= FIRST_PITCH
    assert (moved[pitched] == plain[pitched] - 3).all() and (moved[~pitched] == plain[~pitched]).all()
    # Down a minor third is three fifths up.
    assert ((moved_contexts[..., KEY].astype(int) - plain_contexts[..., KEY]) % 12 == 3).all()
    others = [column for column in range(6) if column != KEY]
    assert (moved_contexts[..., others] == plain_contexts[..., others]).all()


def test_voices_stay_in_the_ranges_of_the_training_part(dataset, rng):
    train = dataset.tokens[: dataset.starts[4]]
    lowest = np.where(train >= FIRST_PITCH, train, 255).min(0)
    highest = train.max(0)
    pieces, shifts = Transpositions(dataset).draw(200, rng)
    assert set(pieces) == {0, 1, 2, 3} and len(set(shifts)) > 1
    tokens, _ = dataset.cut(pieces, np.zeros(200, int), 56, shifts)
    pitched = tokens >= FIRST_PITCH
    assert (tokens >= lowest)[pitched].all() and (tokens <= highest)[pitched].all()
    assert (tokens[tokens > 0] >= HOLD).all()
