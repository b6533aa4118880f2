"""Where the chords of a phrase stand in their measures. Times are in eighth notes."""


def accented(position, beats):
    return position == 0 or beats == 4 and position == 2


def durations(chords, beats, pickup, rng):
    """Lengths of the chords in beats, so that the phrase fills whole measures and ends on an accent; nil when there are none."""
    start = beats - 1 if pickup else 0

    def extended(index, position, lengths):
        if index == len(chords) - 1:
            # The last chord lasts until the upbeat, or the downbeat, of the next phrase.
            return lengths + [(start - position) % beats or beats] if accented(position, beats) else None
        chord, before = chords[index], chords[index - 1] if index else None
        if chord.six_four and not (accented(position, beats) or beats == 3 and position == 1):
            return None
        choices = [1]
        if accented(position, beats) or beats == 3 and before is not None and before.six_four and position == 1:
            choices.append(2)
        rng.shuffle(choices)
        if rng.random() < 0.6:
            choices.sort()
        for length in choices:
            if (end := position + length) > beats or chord.six_four and end == beats:
                continue
            if found := extended(index + 1, end % beats, lengths + [length]):
                return found
        return None

    return extended(0, start, [])


def place(phrases, beats, pickup, rng):
    """The chords of all phrases with onsets and durations, or nil."""
    onset, placed = 0, []
    for chords in phrases:
        lengths = durations(chords, beats, pickup, rng)
        if lengths is None:
            return None
        for chord, length in zip(chords, lengths):
            chord.onset, chord.duration = onset, 2 * length
            onset += chord.duration
            placed.append(chord)
        placed[-1].ends_phrase = True
    return placed
