"""One fault of each kind, put into a sound setting by changing as few notes as possible.

A kind yields changed settings, each with the time in which its fault lies, in eighth notes; of those that break the surface least one is
taken. What a fault is follows the rule catalogue.
"""
from chords import above, semitones, tone
from setting import Note
from voicing import RANGES

UPPER = range(3)


def pitches(setting, voice, index, wanted):
    """Pitches of tones that a voice could sing in a chord between its neighbours, near ones first."""
    low, high = RANGES[voice]
    if voice > 0:
        high = min(high, semitones(setting.voices[voice - 1][index][0].pitch))
        low = max(low, high - 12) if voice < 3 else low
    if voice < 3:
        below = semitones(setting.voices[voice + 1][index][0].pitch)
        low, high = max(low, below), min(high, below + (12 if voice < 2 else 24))
    now = setting.voices[voice][index][0].pitch
    found = [(step, one[1]) for one in wanted for step in range(14, 42) if step % 7 == one[0]]
    found = [pitch for pitch in found if low <= semitones(pitch) <= high and pitch != now and abs(pitch[0] - now[0]) <= 5]
    return sorted(found, key=lambda pitch: abs(pitch[0] - now[0]))


def changed(setting, voice, index, pitch, numeral=None):
    """The setting with another note, and perhaps another name of the chord."""
    copy = setting.copy()
    copy.voices[voice][index][-1].pitch = pitch
    if numeral:
        copy.chords[index].numeral = numeral
    return copy


def span(setting, index, chords=1):
    """The time from the beginning of a chord to the end of it, or to the beginning of the next."""
    chord = setting.chords[index]
    return (chord.onset, chord.onset + chord.duration - (1 if chords == 1 else 0))


def all_plain(setting, index):
    return all(setting.is_plain(voice, index) for voice in range(4))


def spare(setting, voice, index):
    """Whether a chord keeps its root, third and seventh without a voice."""
    chord, rest = setting.chords[index], setting.tones(index, voice)
    return all(one in rest for one in [chord.root, chord.third] + chord.tones[3:])


def complete(setting, voice, index):
    """Whether all tones of a chord sound without a voice."""
    return all(one in setting.tones(index, voice) for one in setting.chords[index].tones)


def replaced(setting, suits, wanted, last=None):
    """Every plain note of an upper voice in a suitable chord, replaced by tones of a choice."""
    for index, chord in enumerate(setting.chords[:last]):
        if suits(index, chord) and all_plain(setting, index):
            for voice in UPPER:
                for pitch in pitches(setting, voice, index, wanted(voice, index, chord))[:2]:
                    yield changed(setting, voice, index, pitch), span(setting, index)


def leading_tone_doubled(setting):
    def wanted(voice, index, chord):
        mine = tone(setting.voices[voice][index][0].pitch)
        return [chord.leading] if mine != chord.leading and spare(setting, voice, index) else []
    return replaced(setting, lambda index, chord: chord.dominant, wanted)


def resolutions(setting, tendency):
    """Each upper voice with a tendency tone whose chord is left for one on another root, both plain."""
    for index, (chord, after) in enumerate(zip(setting.chords, setting.chords[1:])):
        if chord.ends_phrase or not (all_plain(setting, index) and all_plain(setting, index + 1)):
            continue
        for voice in UPPER:
            if tone(setting.voices[voice][index][0].pitch) == tendency(chord):
                yield index, voice, chord, after


def leading_tone_unresolved(setting):
    for index, voice, chord, after in resolutions(setting, lambda chord: chord.leading):
        if chord.resolves_to(after) and spare(setting, voice, index + 1):
            leading = setting.voices[voice][index][0].pitch
            for pitch in pitches(setting, voice, index + 1, [after.third, after.fifth]):
                if pitch[0] != leading[0] + 1:
                    yield changed(setting, voice, index + 1, pitch), span(setting, index, 2)


def stays_home(setting, index):
    """Whether the phrase of a chord is in the key of the piece."""
    ends = [number for number, chord in enumerate(setting.chords) if chord.ends_phrase]
    first = max((end + 1 for end in ends if end < index), default=0)
    last = min(end for end in ends if end >= index)
    return all(chord.key == setting.key for chord in setting.chords[first:last + 1])


def leading_tone_not_raised(setting):
    for index, (chord, after) in enumerate(zip(setting.chords, setting.chords[1:])):
        # In a phrase that goes elsewhere the natural degree is right.
        if chord.dominant and not chord.applied and chord.degree == 5 and chord.key.minor and stays_home(setting, index) \
                and not chord.ends_phrase and chord.resolves_to(after):
            for voice in range(4):
                cell = setting.voices[voice][index]
                if tone(cell[0].pitch) == chord.leading and setting.is_plain(voice, index):
                    lowered = (cell[0].pitch[0], cell[0].pitch[1] - 1)
                    yield changed(setting, voice, index, lowered, chord.numeral.lower()), span(setting, index)


def seventh_unresolved(setting):
    for index, voice, chord, after in resolutions(setting, lambda chord: chord.seventh):
        if chord.root != after.root:
            seventh = setting.voices[voice][index][0].pitch
            for pitch in pitches(setting, voice, index + 1, after.tones):
                taken = chord.leading if chord.resolves_to(after) else None
                # V43 to I6 may rise in parallel tenths.
                tenths = chord.inversion == 2 and pitch[0] - seventh[0] == 1
                whole = all(one in setting.tones(index + 1, voice) + [tone(pitch)] for one in (after.root, after.third))
                if pitch[0] - seventh[0] not in (-1, 0) and tone(pitch) not in (after.leading, after.seventh, taken) and whole and not tenths:
                    yield changed(setting, voice, index + 1, pitch), span(setting, index, 2)


def seventh_doubled(setting):
    def wanted(voice, index, chord):
        return [chord.seventh] if spare(setting, voice, index) else []
    return replaced(setting, lambda index, chord: chord.seventh is not None and chord.inversion != 3, wanted)


def is_root_triad(chord):
    return chord.seventh is None and chord.inversion == 0 and chord.quality != "diminished"


def doubled_third(setting):
    def suits(index, chord):
        before = setting.chords[index - 1] if index else None
        return is_root_triad(chord) and chord.quality == "major" and not chord.dominant and not (before and before.dominant and chord.degree == 6)

    def by_step_apart(copy, index):
        """Two voices that step to the third in opposite directions, as the catalogue allows."""
        third = copy.chords[index].third
        moves = [copy.voices[voice][index][0].pitch[0] - copy.voices[voice][index - 1][-1].pitch[0]
                 for voice in range(4) if tone(copy.voices[voice][index][0].pitch) == third] if index else []
        return sorted(moves) == [-1, 1]

    for copy, when in replaced(setting, suits, lambda voice, index, chord: [chord.third] if spare(setting, voice, index) else []):
        if not by_step_apart(copy, next(index for index, chord in enumerate(copy.chords) if chord.onset == when[0])):
            yield copy, when


def missing_third(setting):
    def wanted(voice, index, chord):
        mine = tone(setting.voices[voice][index][0].pitch)
        return [chord.root, chord.fifth] if mine == chord.third and chord.third not in setting.tones(index, voice) else []
    # Open octaves are fine at the end; so the last chord keeps its fifth.
    return replaced(setting, lambda index, chord: not chord.inversion and chord.fifth in setting.tones(index), wanted)


def missing_root_or_fifth(setting, given):
    def wanted(voice, index, chord):
        mine, rest = tone(setting.voices[voice][index][0].pitch), setting.tones(index, voice)
        if chord.seventh is not None:
            # Without numerals nobody can tell a seventh chord without root from a triad.
            return [chord.fifth] if given and mine == chord.root and chord.root not in rest else []
        if mine != chord.fifth or chord.fifth in rest:
            return []
        return [chord.root] if chord.dominant else [chord.root, chord.third]

    def suits(index, chord):
        return chord.inversion > 0 if chord.seventh is not None else chord.inversion == 1 and chord.quality != "diminished"

    return replaced(setting, suits, wanted)


def six_four_doubling(setting):
    def wanted(voice, index, chord):
        return [chord.root, chord.third] if tone(setting.voices[voice][index][0].pitch) == chord.fifth else []
    return replaced(setting, lambda index, chord: chord.six_four, wanted)


def neighbours(setting, voice, index):
    """The pitches before and after a chord in a voice; nil at the ends."""
    before = setting.voices[voice][index - 1][-1].pitch if index else None
    after = setting.voices[voice][index + 1][0].pitch if index + 1 < len(setting.chords) else None
    return before, after


def foreign(chord):
    """Diatonic tones a second and a fourth above the root: with the others they make no chord."""
    return [one for one in chord.key.scale() if (one[0] - chord.root[0]) % 7 in (1, 3) and not any(one[0] == own[0] for own in chord.tones)]


def dissonance_unclassified(setting):
    for index, chord in enumerate(setting.chords[1:-1], 1):
        if chord.seventh is not None or chord.six_four or chord.quality == "diminished" or chord.ends_phrase or setting.chords[index - 1].ends_phrase:
            continue
        if not all(all_plain(setting, near) for near in (index - 1, index, index + 1)):
            continue
        for voice in UPPER:
            before, after = neighbours(setting, voice, index)
            now = setting.voices[voice][index][0].pitch
            for pitch in pitches(setting, voice, index, foreign(chord)):
                # Leapt to and leapt from.
                if abs(after[0] - pitch[0]) < 2:
                    continue
                if abs(before[0] - pitch[0]) >= 2 and complete(setting, voice, index):
                    yield changed(setting, voice, index, pitch), span(setting, index)
                if abs(now[0] - pitch[0]) >= 2 and tone(pitch) not in setting.chords[index + 1].tones:
                    half = chord.duration // 2
                    copy = setting.copy()
                    copy.voices[voice][index] = [Note(now, chord.duration - half), Note(pitch, half)]
                    yield copy, (chord.onset + chord.duration - half, chord.onset + chord.duration - 1)


def suspension_unresolved(setting):
    for voice, index, letters in setting.suspensions:
        chord, held = setting.chords[index], setting.voices[voice][index]
        after = neighbours(setting, voice, index)[1]
        for pitch in pitches(setting, voice, index, chord.tones):
            if abs(pitch[0] - held[0].pitch[0]) >= 2 and tone(pitch) != tone(held[1].pitch) and after != held[1].pitch \
                    and tone(pitch) != chord.leading and all(setting.is_plain(other, index) for other in range(4) if other != voice):
                yield changed(setting, voice, index, pitch), (chord.onset, chord.onset + chord.duration - 1)


def suspension_doubled_resolution(setting):
    for voice, index, letters in setting.suspensions:
        if letters == 1:
            continue
        resolution = tone(setting.voices[voice][index][1].pitch)
        for other in UPPER:
            if other != voice and setting.is_plain(other, index):
                for pitch in pitches(setting, other, index, [resolution]):
                    yield changed(setting, other, index, pitch), span(setting, index)


def fourth_above_bass(setting):
    for index, chord in enumerate(setting.chords[:-1]):
        if not (is_root_triad(chord) and all_plain(setting, index)) or chord.ends_phrase or not index or setting.chords[index - 1].ends_phrase:
            continue
        # A six-four that nothing explains: its bass is leapt to or left by leap, and its neighbours are other chords over other tones.
        (before, after), fifth = neighbours(setting, 3, index), chord.fifth
        if chord.root not in (setting.chords[index - 1].root, setting.chords[index + 1].root) and fifth not in (tone(before), tone(after)):
            for pitch in pitches(setting, 3, index, [fifth]):
                if {pitch[0] - before[0], after[0] - pitch[0]} not in ({1}, {-1}):
                    yield changed(setting, 3, index, pitch, chord.numeral + "64"), span(setting, index)
        # A fourth that was not there before.
        for voice in UPPER:
            before = neighbours(setting, voice, index)[0]
            fourth = above(chord.root, 3, 5)
            if fourth in chord.key.scale() and tone(before) != fourth and complete(setting, voice, index):
                for pitch in pitches(setting, voice, index, [fourth]):
                    yield changed(setting, voice, index, pitch), span(setting, index)


def simultaneous_semitone(setting):
    for index, chord in enumerate(setting.chords[:-1]):
        if chord.seventh is not None or chord.six_four or not all_plain(setting, index) or chord.ends_phrase:
            continue
        for voice in UPPER:
            if not complete(setting, voice, index):
                continue
            # A second or a fourth: sevenths make chords.
            for pitch in pitches(setting, voice, index, foreign(chord)):
                clashes = [other for other in range(4) if other != voice
                           and abs(semitones(setting.voices[other][index][0].pitch) - semitones(pitch)) in (1, 11, 13)
                           and setting.voices[other][index][0].pitch[0] != pitch[0]]
                before = [line[index - 1][-1].pitch for line in setting.voices] if index else [None] * 4
                prepared = before[voice] == pitch or any(before[other] == setting.voices[other][index][0].pitch for other in clashes)
                if clashes and not prepared:
                    yield changed(setting, voice, index, pitch), span(setting, index)


def cadence_final_not_tonic(setting):
    last = len(setting.chords) - 1
    chord = setting.chords[last]
    for figures, one in (("6", chord.third), ("64", chord.fifth)):
        for pitch in pitches(setting, 3, last, [one]):
            yield changed(setting, 3, last, pitch, chord.numeral + figures), span(setting, last)


def cadential_six_four(setting):
    for index, chord in enumerate(setting.chords[:-1]):
        after = setting.chords[index + 1]
        if not chord.six_four:
            continue
        if all_plain(setting, index) and all_plain(setting, index + 1):
            for voice in UPPER:
                old = setting.voices[voice][index][0].pitch
                if tone(old) in (chord.root, chord.third):
                    for pitch in pitches(setting, voice, index + 1, after.tones):
                        if pitch[0] != old[0] - 1 and tone(pitch) not in (after.leading, after.seventh):
                            yield changed(setting, voice, index + 1, pitch), span(setting, index, 2)
            # The chord before lasts longer, so that the six-four comes on a weaker beat than its dominant.
            if setting.beats == 4 and chord.duration == 4 and index and setting.is_plain(3, index - 1):
                copy = setting.copy()
                copy.chords[index - 1].duration += 2
                copy.chords[index].onset, copy.chords[index].duration = chord.onset + 2, 2
                for voice in range(4):
                    copy.voices[voice][index - 1][-1].duration += 2
                    copy.voices[voice][index][0].duration = 2
                yield copy, (chord.onset + 2, after.onset)


def cadence_leading_tone(setting):
    for index, (chord, after) in enumerate(zip(setting.chords, setting.chords[1:])):
        if after.ends_phrase and chord.degree == 5 and chord.dominant and not chord.applied and not chord.inversion and after.degree == 1 \
                and chord.key == setting.key and all_plain(setting, index):
            for voice in UPPER:
                if tone(setting.voices[voice][index][0].pitch) == chord.leading:
                    for pitch in pitches(setting, voice, index, [chord.root, chord.fifth]):
                        yield changed(setting, voice, index, pitch), span(setting, index, 2)


def phrase_end_dissonance(setting):
    def wanted(voice, index, chord):
        return [one for one in chord.key.scale() if one[0] not in [own[0] for own in chord.tones]] if complete(setting, voice, index) else []
    return replaced(setting, lambda index, chord: chord.ends_phrase, wanted)


KINDS = {function.__name__.replace("_", "-"): function for function in (
    leading_tone_doubled, leading_tone_unresolved, leading_tone_not_raised, seventh_unresolved, seventh_doubled, doubled_third, missing_third,
    missing_root_or_fifth, six_four_doubling, dissonance_unclassified, suspension_unresolved, suspension_doubled_resolution,
    fourth_above_bass, simultaneous_semitone, cadence_final_not_tonic, cadential_six_four, cadence_leading_tone, phrase_end_dissonance)}


def planted(setting, kind, given, rng):
    """A setting with a fault of a kind and the time where it lies, or nil where there is no place for it."""
    function = KINDS[kind]
    found = list(function(setting, given) if kind == "missing-root-or-fifth" else function(setting))
    if not found:
        return None
    rng.shuffle(found)
    return min(found, key=lambda one: one[0].faults())
