"""What music21 says of parallels in the chorales, each of its answers matched to one event of ours, and what it takes."""
import os, resource
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


def spent():
    """Seconds of processor time, of this process and of those it ran: a busy machine doesn't change them."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def timed(scores, lint):
    """Median seconds a file for music21's reading, its quartets, its checker with two rules and a run of `quartet lint`; and the mean where one run lints them all."""
    from music21 import converter
    from music21.figuredBass import checker

    names = ("music21: read", "music21: voice-leading quartets, three questions each", "music21: figured-bass checker, two rules",
             "quartet lint, all rules, start and reading included")
    rows = {name: [] for name in names}
    converter.parse(scores[0].name, forceSource=True)
    for score in scores:
        marks = [spent()]
        stream = converter.parse(score.name, forceSource=True)
        marks.append(spent())
        list(quartets(stream))
        marks.append(spent())
        for rule in (checker.parallelFifths, checker.parallelOctaves):
            checker.checkConsecutivePossibilities(stream, rule)
        marks.append(spent())
        if lint:
            lint(score.name)
            marks.append(spent())
        for row, begin, end in zip(rows.values(), marks, marks[1:]):
            row.append(end - begin)
    medians = {name: median(row) for name, row in rows.items() if row}
    if lint:
        begin = spent()
        lint(*(score.name for score in scores))
        medians["quartet lint, all files in one run (mean)"] = (spent() - begin) / len(scores)
    return medians


def print_all(scores, lint):
    counts, unmatched, silent = compare(scores)
    print("\n| music21 says | in all | parallel | contrary | same two pitch classes again |\n|---|---|---|---|---|")
    wrong = [f"music21 reports what no event explains: {place}" for place in unmatched] + [f"music21 does not report {place}" for place in silent]
    for name, kinds in counts.items():
        print(f"| {name} | {sum(kinds.values())} | {kinds['parallel']} | {kinds['contrary']} | {kinds['same two pitch classes again']} |")
        if len(scores) == 365 and dict(kinds) != EXPECTED[name]:
            wrong.append(f"{name}: {dict(kinds)}")
    events_found = sum(len(events(score)) for score in scores)
    print(f"events {events_found}, answers that no event explains {len(unmatched)}, events without an answer {len(silent)}")
    print(f"\n| processor time, median a file, {len(os.sched_getaffinity(0))} core(s) | ms |\n|---|---|")
    for name, seconds in timed(scores, lint).items():
        print(f"| {name} | {1000 * seconds:.1f} |")
    return wrong
