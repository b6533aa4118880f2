"""Chords set for four voices by the textbook: ranges, spacing, doubling, tendency tones, no parallels.

A search over all positions of each chord, the cheapest few kept from chord to chord; a random share in the cost makes settings differ.
"""
import functools, itertools

from chords import above, semitones, tone

# Soprano, alto, tenor, bass, as in Aldwell and Schachter, the bass to D.
RANGES = [(60, 79), (55, 74), (48, 67), (40, 62)]
KEPT = 14
# Semitones of the melodic intervals that may be sung, by letters apart: no augmented or diminished ones, no sevenths.
SUNG = {0: (0, 1), 1: (1, 2), 2: (3, 4), 3: (5,), 4: (7,), 5: (8, 9), 7: (12,)}
PERFECT = {(0, 0), (4, 7)}


@functools.cache
def pitches(wanted, voice):
    """The pitches of a tone in the range of a voice, as (step, alteration, key of the keyboard)."""
    found = ((step, wanted[1]) for step in range(14, 42) if step % 7 == wanted[0])
    low, high = RANGES[voice]
    return [(*pitch, semitones(pitch)) for pitch in found if low <= semitones(pitch) <= high]


def doubling(chord, counts, after_dominant, closing):
    """What a distribution of tones costs, or nil when no textbook has it."""
    root, third, fifth = counts[:3]
    if not root or not third:
        return None
    if chord.dominant and counts[chord.tones.index(chord.leading)] > 1:
        return None
    if chord.seventh is not None:
        if counts[3] != 1 or third > 1:
            return None
        return 0 if fifth == 1 else 1 if not fifth and not chord.inversion and root == 2 else None
    if chord.quality == "diminished":
        return (0 if third == 2 else 1) if root == 1 and fifth else None
    if chord.six_four:
        return 0 if fifth == 2 else None
    if not fifth:
        return 3 if closing and not chord.inversion and root == 3 else None
    if chord.inversion == 1:
        return 0 if third == 1 else 1 if chord.quality == "minor" and third == 2 else None
    if third == 2:
        return 0 if after_dominant and chord.degree == 6 else 1.5 if chord.quality == "minor" else None
    return 0 if root == 2 else 2 if fifth == 2 and third == 1 else None


@functools.cache
def _positions(tones, bass):
    """All ways to set tones over a bass: no crossing, the upper voices within octaves, no tone left to the caller's judgement."""
    found = []
    for low in pitches(bass, 3):
        for tenor, alto, soprano in itertools.product(*(list(itertools.chain(*(pitches(one, voice) for one in tones))) for voice in (2, 1, 0))):
            if low[2] <= tenor[2] <= alto[2] <= soprano[2] and soprano[2] - alto[2] <= 12 and alto[2] - tenor[2] <= 12 and tenor[2] - low[2] <= 19:
                voices = (soprano, alto, tenor, low)
                counts = tuple(sum(tone(pitch) == one for pitch in voices) for one in tones)
                found.append((voices, counts, sum(1.5 for upper, lower in zip(voices, voices[1:]) if upper == lower)))
    return found


def positions(chord, after_dominant, closing):
    """The settings of a chord with their costs."""
    found = []
    for voices, counts, cost in _positions(tuple(chord.tones), chord.bass):
        more = doubling(chord, counts, after_dominant, closing)
        if more is not None:
            found.append((voices, cost + more))
    return found


def is_faulty_pair(before_upper, upper, before_lower, lower):
    """Consecutive fifths, octaves and unisons in any direction, a diminished fifth before a perfect one, and a unison reached in one direction."""
    if before_upper == upper or before_lower == lower:
        return False
    now = ((upper[0] - lower[0]) % 7, (upper[2] - lower[2]) % 12)
    if now not in PERFECT:
        return False
    was = ((before_upper[0] - before_lower[0]) % 7, (before_upper[2] - before_lower[2]) % 12)
    similar = (upper[2] > before_upper[2]) == (lower[2] > before_lower[2])
    return was == now or similar and (was == (4, 6) and now == (4, 7) or upper[2] == lower[2])


def sings(before, after, voice):
    """Whether a voice may go from one pitch to another."""
    letters = abs(after[0] - before[0])
    return abs(after[2] - before[2]) in SUNG.get(letters, ()) and letters <= (7 if voice == 3 else 5 if voice == 0 else 4)


def inflects(first, second, before, after):
    """Whether every altered letter is altered in the voice that had it, so that no cross-relation comes about."""
    for one in second.tones:
        others = [old for old in first.tones if old[0] == one[0] and old[1] != one[1]]
        if others and not any(tone(old) == others[0] and new[0] == old[0] for old, new in zip(before, after)):
            return False
    return True


def follows(first, second, before, after):
    """Whether tendency tones and dissonances go where they must."""
    leading = first.leading
    if first.ends_phrase and first.quality == "major" and second.root == above(first.root, 3, 5):
        # The tonic of a key that is left is the dominant of the one that comes.
        leading = first.third
    for voice, (old, new) in enumerate(zip(before, after)):
        if leading is not None and tone(old) == leading:
            rises = new[0] == old[0] + 1 and new[2] == old[2] + 1
            stays = new == old or new[0] == old[0] and new[2] == old[2] - 1
            if not (rises or stays or above(leading, 1, 1) not in second.tones and abs(new[0] - old[0]) == 1):
                return False
        if first.seventh is not None and tone(old) == first.seventh:
            falls = new[0] == old[0] - 1 and new[2] < old[2]
            if not (falls or new == old):
                return False
        if second.seventh is not None and tone(new) == second.seventh:
            # A dominant's seventh may also be reached by step; others are prepared.
            if not (new == old or second.dominant and abs(new[0] - old[0]) <= 1 or first.ends_phrase and second.dominant):
                return False
        if second.six_four and tone(new) == second.root and not (new == old or abs(new[0] - old[0]) == 1):
            return False
        if first.six_four and voice < 3 and tone(old) in (first.root, first.third) and new[0] != old[0] - 1:
            return False
    return True


def step_cost(first, second, before, after):
    """What a progression costs, or nil when it has a fault."""
    if not all(map(sings, before, after, range(4))):
        return None
    for upper in range(3):
        # Overlap.
        if after[upper][2] < before[upper + 1][2] or after[upper + 1][2] > before[upper][2]:
            return None
        for lower in range(upper + 1, 4):
            if is_faulty_pair(before[upper], after[upper], before[lower], after[lower]):
                return None
    if before[0] != after[0] and before[3] != after[3] and (after[0][2] > before[0][2]) == (after[3][2] > before[3][2]):
        outer = ((after[0][0] - after[3][0]) % 7, (after[0][2] - after[3][2]) % 12)
        if outer in PERFECT and abs(after[0][0] - before[0][0]) > 1:
            return None
    if not follows(first, second, before, after) or not inflects(first, second, before, after):
        return None
    moves = [abs(new[0] - old[0]) for old, new in zip(before, after)]
    cost = 0.4 * sum(moves[1:3]) + 0.15 * moves[3] + (0.6 if not moves[0] else 0.5 * (moves[0] - 1))
    return cost + sum(1 for voice in range(3) if moves[voice] > 3)


def voiced(chords, rng):
    """A pitch for each voice in each chord, as (step, alteration), or nil."""
    paths = None
    for index, chord in enumerate(chords):
        first = chords[index - 1] if index else None
        closing = chord.ends_phrase and chord.root == chord.key.tonic
        options = positions(chord, first is not None and first.dominant, closing)
        if index == len(chords) - 1:
            options = [(voices, cost + (0 if tone(voices[0]) == chord.root else 1.5)) for voices, cost in options]
        if paths is None:
            # A middle register to begin with.
            paths = [(cost + abs(voices[0][2] - 70) * 0.2 + abs(voices[3][2] - 52) * 0.1 + rng.random() * 2, [voices]) for voices, cost in options]
        else:
            best = {}
            for total, path in paths:
                for voices, cost in options:
                    more = step_cost(first, chord, path[-1], voices)
                    if more is not None:
                        whole = total + cost + more + rng.random()
                        if voices not in best or whole < best[voices][0]:
                            best[voices] = (whole, path + [voices])
            paths = list(best.values())
        paths = sorted(paths, key=lambda path: path[0])[:KEPT]
        if not paths:
            return None
    return [tuple((pitch[0], pitch[1]) for pitch in voices) for voices in paths[0][1]]
