"""What music21 says of parallels in the chorales, each of its answers matched to one event of ours, and what it takes."""
import time
from collections import Counter
from fractions import Fraction
from statistics import median

from rules import PERFECT, exchange, moving_pairs, sign

# What music21 answers on the 365 four-part chorales, by the event that explains it (published: parallelFifth 104, parallelOctave 39, parallelUnison 22).
EXPECTED = {
    "parallelFifth": {"parallel": 42, "contrary": 57, "same two pitch classes again": 5},
    "parallelOctave": {"parallel": 19, "contrary": 20},
    "parallelUnison": {"parallel": 2, "contrary": 20},
}


def events(score):
    """{(time, the motion of each voice): kind} of every pair that moves from a perfect consonance to one of its kind."""
    found = {}
    for when, i, j, upper, lower, one, two in moving_pairs(score):
        if one == two == "P5" or one in PERFECT and two in PERFECT:
            kind = "same two pitch classes again" if exchange(upper, lower) else "parallel" if sign(upper) == sign(lower) else "contrary"
            found[when, frozenset({(i, upper[0].name, upper[1].name), (j, lower[0].name, lower[1].name)})] = kind
    return found


def quartets(stream):
    """The answers of every voice-leading quartet without rests and oblique motion: (time, the two motions as music21's notes, names of those that say yes)."""
    from music21 import chord, note, tree

    span = tree.fromStream.asTimespans(stream, flatten=True, classList=(note.Note, chord.Chord))
    for verticality in span.iterateVerticalities():
        for quartet in verticality.getAllVoiceLeadingQuartets(includeRests=False, includeOblique=False):
            answers = [name for name in EXPECTED if getattr(quartet, name)()]
            if answers:
                yield verticality.offset, ((quartet.v1n1, quartet.v1n2), (quartet.v2n1, quartet.v2n2)), answers


def place(stream, offset, motions):
    """The same key as in `events`. The order of the two voices in a quartet is not to be relied on (music21 issue 395)."""
    parts = {id(part): index for index, part in enumerate(stream.parts)}
    named = {(parts[id(one.getContextByClass("Part"))], *(note.nameWithOctave.replace("-", "b") for note in (one, two))) for one, two in motions}
    return Fraction(offset).limit_denominator(960), frozenset(named)


def compare(scores):
    """Counts by answer and cause, and what no event explains, or what music21 does not report."""
    from music21 import converter

    counts, unmatched, silent = {name: Counter() for name in EXPECTED}, [], []
    for score in scores:
        ours, seen, stream = events(score), set(), converter.parse(score.name, forceSource=True)
        for offset, motions, answers in quartets(stream):
            key = place(stream, offset, motions)
            seen.add(key)
            if key not in ours:
                unmatched.append(f"{score.name} at {key[0]}: {sorted(key[1])}")
            for answer in answers:
                counts[answer][ours.get(key)] += 1
        silent += [f"{score.name} at {key[0]}: {sorted(key[1])}" for key in ours.keys() - seen]
    return counts, unmatched, silent


def timed(scores, lint):
    """Median CPU-bound seconds a file: music21's reading, its quartets, its figured-bass checker with two rules, and `lint(path)`."""
    from music21 import converter
    from music21.figuredBass import checker

    rows = {"music21: read": [], "music21: voice-leading quartets, three questions each": [], "music21: figured-bass checker, two rules": [], "quartet lint, all rules, with its start": []}
    for score in scores:
        marks = [time.perf_counter()]
        stream = converter.parse(score.name, forceSource=True)
        marks.append(time.perf_counter())
        list(quartets(stream))
        marks.append(time.perf_counter())
        for rule in (checker.parallelFifths, checker.parallelOctaves):
            checker.checkConsecutivePossibilities(stream, rule)
        marks.append(time.perf_counter())
        lint(score.name)
        marks.append(time.perf_counter())
        for row, begin, end in zip(rows.values(), marks, marks[1:]):
            row.append(end - begin)
    return {name: median(row) for name, row in rows.items()}


def print_all(scores, lint):
    counts, unmatched, silent = compare(scores)
    print("\n| music21 says | in all | parallel | contrary | same two pitch classes again |\n|---|---|---|---|---|")
    wrong = [f"music21 reports what no event explains: {place}" for place in unmatched] + [f"music21 does not report {place}" for place in silent]
    for name, kinds in counts.items():
        print(f"| {name} | {sum(kinds.values())} | {kinds['parallel']} | {kinds['contrary']} | {kinds['same two pitch classes again']} |")
        if len(scores) == 365 and dict(kinds) != EXPECTED[name]:
            wrong.append(f"{name}: {dict(kinds)}")
    print(f"unexplained {len(unmatched)}, not reported by music21 {len(silent)}")
    print("\n| one core, median a file | ms |\n|---|---|")
    for name, seconds in timed(scores, lint).items():
        print(f"| {name} | {1000 * seconds:.1f} |")
    return wrong
