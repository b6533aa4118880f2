"""Suspensions, passing and neighbour notes, put into a plain setting where they make nothing worse."""
from chords import above, semitones, tone
from setting import Note


def _suspension(setting, voice, index):
    """A note held over into the chord at the index, to resolve there by a step down."""
    first, second = setting.chords[index - 1], setting.chords[index]
    if first.ends_phrase or first.six_four or second.six_four or first.root == second.root:
        return None
    old, new = setting.voices[voice][index - 1][0].pitch, setting.voices[voice][index][0].pitch
    if new[0] != old[0] - 1 or not 0 < semitones(old) - semitones(new) <= 2 or tone(old) in second.tones:
        return None
    if first.dominant and tone(old) == first.leading:
        return None
    bass = setting.voices[3][index][0].pitch
    letters = (old[0] - bass[0]) % 7
    figures = {3: tone(new) == second.third, 6: second.inversion == 1 and tone(new) == second.root, 1: tone(new) == tone(bass)}
    if not figures.get(letters) or letters == 3 and (semitones(old) - semitones(bass)) % 12 != 5:
        return None
    # The resolution is in no other voice, but for the bass under a ninth.
    if any(tone(setting.voices[other][index][0].pitch) == tone(new) for other in range(4) if other not in (voice, 3 if letters == 1 else voice)):
        return None
    length = 1 if second.duration == 2 else 2
    # Prepared for as long as it is held, on a beat that is no stronger.
    if first.duration < length or setting.accent(index - 1) > setting.accent(index):
        return None
    changed = setting.copy()
    changed.voices[voice][index] = [Note(old, length, True), Note(new, second.duration - length)]
    changed.suspensions.append((voice, index, letters))
    return changed


def _step_between(setting, voice, index):
    """A passing or neighbour note in the last half beat of the chord at the index."""
    chord, after = setting.chords[index], setting.chords[index + 1]
    if chord.ends_phrase or chord.six_four:
        return None
    old, new = setting.voices[voice][index][0].pitch, setting.voices[voice][index + 1][0].pitch
    if abs(new[0] - old[0]) == 2:
        step = (old[0] + new[0]) // 2
    elif new == old and voice < 3:
        step = old[0] + 1
    else:
        return None
    between = next(one for one in chord.key.scale() if one[0] == step % 7)
    # The sixth and seventh degrees of minor, and letters that the chords have otherwise, would need a choice.
    if chord.key.minor and between in (chord.key.degree(6), chord.key.degree(7)):
        return None
    if any(one[0] == between[0] and one[1] != between[1] for one in chord.tones + after.tones) or between == chord.leading:
        return None
    pitch = (step, between[1])
    others = [setting.voices[other][index][-1].pitch for other in range(4) if other != voice]
    if any(semitones(other) == semitones(pitch) or abs(semitones(other) - semitones(pitch)) in (1, 13) for other in others):
        return None
    changed = setting.copy()
    changed.voices[voice][index] = [Note(old, chord.duration - 1), Note(pitch, 1)]
    return changed


def ornamented(setting, rng):
    """The setting with some ornaments, at most one in a chord and its neighbour."""
    used = set()
    places = [(index, voice, kind) for index in range(len(setting.chords)) for voice in range(4) for kind in (_suspension, _step_between)]
    rng.shuffle(places)
    places.sort(key=lambda place: place[2] is not _suspension)
    for index, voice, kind in places:
        touched = {index - 1, index} if kind is _suspension else {index, index + 1}
        if touched & used or min(touched) < 0 or max(touched) >= len(setting.chords) or kind is _suspension and voice == 3:
            continue
        if rng.random() > (0.6 if kind is _suspension else 0.15):
            continue
        changed = kind(setting, voice, index)
        if changed is not None and not changed.faults():
            setting = changed
            used |= touched
    return setting
