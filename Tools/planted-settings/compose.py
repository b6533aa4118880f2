"""Whole settings by seed."""
import random

from chords import BEGINNINGS, ENDINGS, Key, phrase
from ornaments import ornamented
from rhythm import place
from setting import Setting
from voicing import voiced


def composed(seed):
    """A sound setting of eight to sixteen chords, or nil where the seed's phrases cannot be joined."""
    rng = random.Random(seed)
    minor = rng.random() < 0.5
    home = Key.of_signature(rng.randint(-4, 4), minor)
    beats, pickup = rng.choice((4, 4, 3)), rng.random() < 0.5
    words = [rng.choice(BEGINNINGS[minor]) for _ in range(rng.choice((1, 1, 2)))] + [rng.choice(ENDINGS[minor])]
    phrases = [phrase(one, home) for one in words]
    if not 8 <= sum(map(len, phrases)) <= 16:
        return None
    chords = place(phrases, beats, pickup, rng)
    pitches = chords and voiced(chords, rng)
    if not pitches:
        return None
    plain = Setting(home, beats, pickup, chords, pitches)
    return ornamented(plain, rng) if not plain.faults() else None
