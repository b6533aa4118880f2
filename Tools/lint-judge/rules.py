"""The key-free rules of the catalogue, from their text alone. Each rule takes a Score and yields Findings.

Voices count from 0 at the top by order. A moving pair is ((before, after) of the upper part, (before, after) of the lower part).
"""
import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from statistics import median

from scores import LETTERS, SEMITONES

PERFECT = {"P1", "P8"}


@dataclass(slots=True)
class Finding:
    """`severity` is given where the text fixes one for every profile: what crosses a phrase boundary is info, what leaves the outer range an error."""
    rule: str
    at: Fraction
    voices: tuple
    notes: list
    boundary: str = None
    severity: str = None


def interval(one, two):
    """P1, P8, P5 or d5 (octaves dropped) from the lower sounding event to the upper, or None."""
    low, high = sorted((one, two), key=lambda event: (event.key, event.letter))
    steps, semitones = (high.letter - low.letter) % 7, (high.key - low.key) % 12
    if (steps, semitones) == (0, 0):
        return "P1" if one.key == two.key else "P8"
    return {(4, 7): "P5", (4, 6): "d5"}.get((steps, semitones))


def melodic(one, two):
    """(letter steps, semitones beyond the major or perfect interval of as many steps, semitones), upward or downward alike."""
    low, high = sorted((one, two), key=lambda event: (event.letter, event.key))
    steps, semitones = high.letter - low.letter, high.key - low.key
    return steps, semitones - 12 * (steps // 7) - SEMITONES[steps % 7], semitones


def sign(motion):
    return (motion[1].key > motion[0].key) - (motion[1].key < motion[0].key)


def exchange(upper, lower):
    """Whether the pitch classes of a pair are the same two before and after."""
    return {upper[0].key % 12, lower[0].key % 12} == {upper[1].key % 12, lower[1].key % 12}


def moving_pairs(score):
    """(time, upper voice, lower voice, motion above, motion below, interval before, interval after) of every pair that moves."""
    for i, j in combinations(range(len(score.voices)), 2):
        for time in score.voices[i].times:
            if time in score.voices[j].starts:
                upper, lower = score.voices[i].move(time), score.voices[j].move(time)
                if upper and lower:
                    yield time, i, j, upper, lower, interval(upper[0], lower[0]), interval(upper[1], lower[1])


def consecutives(score):
    found, doubled = [], {}
    for time, i, j, upper, lower, one, two in moving_pairs(score):
        same = sign(upper) == sign(lower)
        if one == two == "P5":
            rule = "parallel-fifths" if same else "contrary-fifths"
        elif one in PERFECT and two in PERFECT:
            rule = "contrary-octaves" if not same else "parallel-unisons" if one == two == "P1" else "parallel-octaves"
        elif (one, two) == ("d5", "P5") and same:
            rule = "unequal-fifths"
        else:
            continue
        finding = Finding(rule, time, (i, j), [*upper, *lower], score.boundary(time))
        if one == two in PERFECT and same:
            doubled.setdefault((i, j), {})[time] = finding
        if not exchange(upper, lower):
            found.append(finding)
    for (i, j), transitions in doubled.items():
        for run in runs(score.voices[i], score.voices[j], transitions):
            found = [finding for finding in found if not any(finding is one for one in run)]
            notes = [event for at in (0, 2) for event in {id(event): event for one in run for event in one.notes[at:at + 2]}.values()]
            found.append(Finding("doubling-run", run[0].at, (i, j), notes))
    return found


def runs(upper, lower, transitions):
    """Lists of three or more transitions from octave to octave, or from unison to unison, by two voices of one rhythm, which may also repeat notes together.

    An octave leap of both is a transition, though alone it is no parallel.
    """
    groups, group = [], []
    for time in sorted(upper.starts.keys() | lower.starts.keys()):
        together = time in upper.starts and time in lower.starts and time in upper.ends and time in lower.ends
        if time in transitions:
            if group and group[-1].rule != transitions[time].rule:
                groups.append(group)
                group = []
            group.append(transitions[time])
        elif not together or upper.move(time) or lower.move(time):
            groups.append(group)
            group = []
    return [group for group in [*groups, group] if len(group) >= 3]


def beat_parallels(score):
    """A beat is the note value below the line of the meter."""
    beats = score.beats()
    heard = [[voice.at(time) for time in beats] for voice in score.voices]
    for i, j in combinations(range(len(score.voices)), 2):
        for index, time in enumerate(beats[1:], 1):
            upper, lower = heard[i][index - 1:index + 1], heard[j][index - 1:index + 1]
            if None in upper + lower or not sign(upper) or sign(upper) != sign(lower) or exchange(upper, lower):
                continue
            one, two = interval(upper[0], lower[0]), interval(upper[1], lower[1])
            direct = upper[1].start == lower[1].start == upper[0].end == lower[0].end
            if not direct and (one == two == "P5" or one in PERFECT and two in PERFECT):
                yield Finding("beat-parallels", time, (i, j), [*upper, *lower], score.boundary(time))


def direct(score, strict):
    """The outer pair, under the strict profile every pair, as Fux has it."""
    outer = (0, len(score.voices) - 1)
    for time, i, j, upper, lower, one, two in moving_pairs(score):
        if sign(upper) != sign(lower):
            continue
        leap = abs(upper[1].letter - upper[0].letter) > 1
        notes = [*upper, *lower]
        watched = leap and (strict or (i, j) == outer)
        if watched and two == "P5" != one:
            yield Finding("direct-fifths", time, (i, j), notes, score.boundary(time))
        if watched and two in PERFECT and one not in PERFECT:
            yield Finding("direct-octaves", time, (i, j), notes, score.boundary(time))
        if j == i + 1 and two == "P1" and one not in PERFECT:
            yield Finding("direct-unison", time, (i, j), notes, score.boundary(time))


def all_together(score):
    count = len(score.voices)
    for time in score.voices[0].times if count >= 4 else ():
        motions = [voice.move(time) for voice in score.voices]
        if all(motions) and len({sign(motion) for motion in motions}) == 1:
            yield Finding("all-voices-same-direction", time, tuple(range(count)), [event for motion in motions for event in motion], score.boundary(time))


def key_number(name):
    step, octave = re.fullmatch(r"([A-G])(\d)", name).groups()
    return 12 * (int(octave) + 1) + SEMITONES[LETTERS.index(step)]


def limits(text):
    return [tuple(map(key_number, one.split("-"))) for one in text.split()]


SINGERS = ("(soprano?|canto|cantus|superius|discant(us)?)", "(alto?|altus|contralto)", "(tenore?|taille)", "(bass|basso|bassus|basse)")
INSTRUMENTS = re.compile(r"^\w+[ -](clarinet|flute|sax|trombone|recorder|drum|guitar|tuba)")
DEFAULT, OUTER = limits("C4-G5 G3-D5 C3-G4 E2-D4"), limits("B3-A5 F3-E5 B2-A4 D2-E4")
# Lowest string and comfortable top of violin I and II, viola and cello.
STRINGS = limits("G3-A6 G3-D6 C3-E5 C2-C5")


def singers(score):
    """The role of each voice, from the names of the parts, or else by order and clef where four have none of these names."""
    names = [voice.name.lower() for voice in score.voices]
    roles = [next((role for role, singer in enumerate(SINGERS) if re.match(singer + r"\b", name) and not INSTRUMENTS.match(name)), None) for name in names]
    in_order = len(roles) == 4 and score.clefs[:2] == ["G", "G"] and score.clefs[3:] == ["F"]
    return list(range(4)) if in_order and not any(players(score)) and roles.count(None) == 4 else roles


def players(score):
    """1 to 4 for violin I and II, viola and cello, by the names of the parts."""
    second = re.compile(r"\b(2|2nd|ii|second)\b")
    names = [voice.name.lower() for voice in score.voices]
    return [4 if "cello" in name else 3 if "viola" in name else 2 if "violin" in name and second.search(name) else 1 if "violin" in name else None for name in names]


def ranges(score):
    for index, (voice, singer, player) in enumerate(zip(score.voices, singers(score), players(score))):
        for event in voice.events:
            if singer is not None and not within(event, DEFAULT[singer]):
                yield Finding("voice-range", event.start, (index,), [event], None, None if within(event, OUTER[singer]) else "error")
            if player and not within(event, STRINGS[player - 1]):
                yield Finding("instrument-range", event.start, (index,), [event])


def within(event, limits):
    return limits[0] <= event.key <= limits[1]


def tessitura(score):
    ends = sorted(score.fermatas | score.bars)
    for index, (voice, role) in enumerate(zip(score.voices, singers(score))):
        if role is None:
            continue
        low, high = DEFAULT[role]
        margin = Fraction(15, 100) * (high - low)
        begin = Fraction(0)
        for end in ends + [Fraction(10 ** 9)]:
            phrase = [event for event in voice.events if begin <= event.start < end]
            if phrase and not low + margin <= median(event.key for event in phrase) <= high - margin:
                yield Finding("tessitura", phrase[0].start, (index,), phrase)
            begin = end


def states(score, rule, pairs, holds):
    """Findings on entry to a state of a pair, again only after it ended; a rest of either voice ends it."""
    times = sorted({time for voice in score.voices for event in voice.events for time in (event.start, event.end)})
    for i, j in pairs:
        inside = False
        for time in times:
            upper, lower = score.voices[i].at(time), score.voices[j].at(time)
            now = bool(upper and lower and holds(upper, lower))
            if now and not inside:
                yield Finding(rule, time, (i, j), [upper, lower])
            inside = now


def spacing(score, strict):
    """The lowest pair may be two octaves apart, under the strict profile a twelfth, as Laitz has it."""
    widest = 19 if strict else 24
    count = len(score.voices)
    yield from states(score, "spacing-upper", [(i, i + 1) for i in range(count - 2)], lambda upper, lower: upper.key - lower.key > 12)
    yield from states(score, "spacing-bass", [(count - 2, count - 1)] if count > 1 else [], lambda upper, lower: upper.key - lower.key > widest)
    yield from states(score, "voice-crossing", combinations(range(count), 2), lambda upper, lower: upper.key < lower.key)


def overlap(score):
    for i in range(len(score.voices) - 1):
        above, below = score.voices[i:i + 2]
        for time in sorted(above.starts.keys() | below.starts.keys()):
            high, low = above.before(time), below.before(time)
            upper, lower = above.at(time), below.at(time)
            if not high or not low or high.key < low.key or upper and lower and upper.key < lower.key:
                continue
            moves = above.move(time), below.move(time)
            if all(moves) and sign(moves[0]) == sign(moves[1]) and high.key == low.key and upper.key == lower.key:
                continue
            if moves[0] and upper.key < low.key:
                yield Finding("voice-overlap", time, (i, i + 1), [upper, low], score.boundary(time))
            if moves[1] and lower.key > high.key:
                yield Finding("voice-overlap", time, (i, i + 1), [high, lower], score.boundary(time))


def turning(voice):
    """The next event of another pitch after each event, by its start, where no rest lies between."""
    table = {}
    for one, two in zip(voice.events[-2::-1], voice.events[:0:-1]):
        if one.end == two.start:
            table[one.start] = two if one.pitch != two.pitch else table.get(two.start)
    return table


def lines(score):
    for index, voice in enumerate(score.voices):
        turns = turning(voice)
        motions = [(one, two) for one, two in zip(voice.events, voice.events[1:]) if voice.move(two.start)]
        adjacent = {two.start: following for (one, two), following in zip(motions, motions[1:]) if two is following[0]}
        for one, two in motions:
            steps, excess, semitones = melodic(one, two)
            perfect = steps % 7 in (0, 3, 4)
            following = adjacent.get(two.start)
            back = following and sign(following) == -sign((one, two))
            boundary = score.boundary(two.start)

            def found(rule, notes=(one, two)):
                return Finding(rule, two.start, (index,), list(notes), boundary)

            if excess > 0 and steps:
                yield found("melodic-augmented")
            if excess < (0 if perfect else -1) and steps in (3, 4, 6):
                if not back or abs(following[1].letter - two.letter) != 1:
                    yield found("melodic-diminished", (one, two, voice.events[voice.starts[two.end]]) if two.end in voice.starts else (one, two))
            if steps == 6:
                yield found("melodic-seventh")
            if semitones > 12:
                yield found("melodic-beyond-octave")
            onward = turns.get(two.start)
            if steps >= 5 and onward and sign((two, onward)) == sign((one, two)):
                held = (score.boundary(event.start) for event in voice.events if two.start <= event.start <= onward.start)
                yield Finding("leap-recovery", two.start, (index,), [one, two, onward], next(filter(None, held), None))
            if following and not back and steps > 1 and abs(following[1].letter - two.letter) > 1:
                whole, beyond, _ = melodic(one, following[1])
                if whole in (6, 8) or (whole, beyond) in ((3, 1), (4, -1)):
                    yield Finding("outline-dissonance", following[1].start, (index,), [one, two, following[1]], boundary or score.boundary(following[1].start))


def cross_relation(score):
    for time in sorted({time for voice in score.voices for time in voice.times}):
        past, present = [voice.before(time) for voice in score.voices], [voice.at(time) for voice in score.voices]
        inflected = {one.letter % 7 for one, two in zip(past, present) if one and two and one.letter % 7 == two.letter % 7 and one.alter != two.alter}
        for i, two in enumerate(present):
            if not two or two.start != time or two.continues or two.letter % 7 in inflected:
                continue
            for j, one in enumerate(past):
                if j != i and one and one.letter % 7 == two.letter % 7 and one.alter != two.alter:
                    yield Finding("cross-relation", time, (i, j), [two, one], score.boundary(time))


GROUPS = consecutives, beat_parallels, all_together, ranges, tessitura, overlap, lines, cross_relation
STRICTER = direct, spacing

RULES = """parallel-fifths parallel-octaves parallel-unisons doubling-run contrary-fifths contrary-octaves unequal-fifths beat-parallels
direct-fifths direct-octaves direct-unison all-voices-same-direction voice-range instrument-range tessitura
spacing-upper spacing-bass voice-crossing voice-overlap melodic-augmented melodic-diminished melodic-seventh melodic-beyond-octave
leap-recovery outline-dissonance cross-relation""".split()


def findings(score, strict=False):
    found = [finding for group in GROUPS for finding in group(score)] + [finding for group in STRICTER for finding in group(score, strict)]
    for finding in found:
        finding.severity = "info" if finding.boundary else finding.severity
    return sorted(found, key=lambda finding: (finding.at, finding.rule, finding.voices))
