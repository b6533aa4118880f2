"""The measured tables of the catalogue, counted again, and the fifteen parallels that two encodings of the chorales agree on.

A row says what was published, what this reading counts as the text defines it, and, where the two differ, what else the published number held.
"""
from collections import Counter
from fractions import Fraction
from itertools import combinations

import rules
from rules import PERFECT, exchange, interval, melodic, moving_pairs, sign

# (BWV, measure, beat, upper voice, lower voice), all of them parallel fifths
AGREED = [
    ("86.6", "10", "1", 0, 2), ("40.8", "2", "5/2", 0, 2), ("40.8", "4", "5/2", 0, 2), ("40.8", "6", "5/2", 0, 2), ("40.8", "16", "5/2", 0, 2),
    ("33.6", "6", "1", 0, 2), ("26.6", "4", "5/2", 0, 2), ("244.40", "4", "5/2", 0, 2), ("244.40", "8", "5/2", 0, 2), ("263", "6", "5/2", 0, 2),
    ("248.33-3", "2", "2", 0, 1), ("355", "15", "2", 0, 3), ("328", "12", "3", 1, 3), ("361", "12", "9/2", 0, 2), ("48.7", "10", "2", 1, 2),
]

RESTS = "published with pairs that move across a rest; by the text a rest ends adjacency"
ACROSS = "published with those across a phrase boundary"

# label: (published for MusicXML, published for kern); all are counted so
PARALLELS = {
    "notes": ("84910", "84623"),
    "parallel P5 / P8 / P1 inside phrases": ("34/11/2", "16/2/0"),
    "parallel P5 / P8 across a fermata": ("8/8", "4/4"),
    "contrary P5 inside / across": ("31/26", "32/27"),
    "contrary P8 or P1 inside / across": ("10/10", "8/8"),
    "same two pitch classes again (not counted)": ("5", "7"),
    "files with a parallel inside a phrase": ("35", "14"),
    "successive beats P5 / P8 / P1": ("225/90/8", "212/80/3"),
}
# label: (published for kern, counted for kern by the text, why they differ)
BASE_RATES = {
    "direct 5 / 8, outer, soprano leaps": ("43/36", "39/36", RESTS),
    "direct 5 / 8, outer, soprano steps": ("454/705", "448/702", RESTS + "; one lies at a double bar"),
    "direct 5, other pairs, upper leaps": ("1254", "1203", RESTS + "; one lies at a double bar"),
    "unequal d5-P5 with bass / upper pairs": ("0/65", "0/65", ""),
    "crossing A-T / T-B / S-A / others": (
        "200/166/37/4", "201/166/37/4", "published states were looked at only where some voice attacks; a rest in which nobody attacks ends one"),
    "overlap inside / across": ("470/289", "446/289", RESTS + " (that reading counts 471: one is not explained)"),
    "spacing S-A / A-T > 8ve": ("75/173", "75/173", ""),
    "spacing T-B > 12th / > two octaves": ("194/9", "194/9", ""),
    "melodic A2 / A4 / A5 inside": ("0/6/9", "0/6/2", "A5 " + ACROSS + ": 2 and 7"),
    "melodic d4 / d5 inside": ("120/265", "91/265", "d4 " + ACROSS + ": 91 and 29"),
    "melodic 7th inside / beyond an octave inside": ("51/8", "51/8", ""),
    "cross-relation, files": ("59/50", "59/50", ""),
    "range C4-G5 G3-D5 C3-G4 E2-D4": ("240", "240", ""),
    "range with A to C5, B to C4": ("528", "528", ""),
    "range B3-A5 F3-E5 B2-A4 D2-E4": ("33", "33", ""),
}


def joined(*numbers):
    return "/".join(map(str, numbers))


def parallels(scores):
    count, files, notes = Counter(), set(), 0
    for score in scores:
        notes += sum(len(voice.events) for voice in score.voices)
        for time, i, j, upper, lower, one, two in moving_pairs(score):
            if (one != two or two not in ("P5", "P8", "P1")) and not (one in PERFECT and two in PERFECT):
                continue
            across, same = score.boundary(time) is not None, sign(upper) == sign(lower)
            if exchange(upper, lower):
                count["exchange"] += 1
            else:
                count[same, "P5" if two == "P5" else "P1" if one == two == "P1" else "P8", across] += 1
                if same and not across:
                    files.add(score.name)
    beats = successive_beats(scores)
    contrary_octaves = [count[False, "P8", across] + count[False, "P1", across] for across in (False, True)]
    return dict(zip(PARALLELS, (
        str(notes), joined(*(count[True, size, False] for size in ("P5", "P8", "P1"))), joined(*(count[True, size, True] for size in ("P5", "P8"))),
        joined(count[False, "P5", False], count[False, "P5", True]), joined(*contrary_octaves), str(count["exchange"]), str(len(files)),
        joined(beats["P5"], beats["P8"], beats["P1"]))))


def successive_beats(scores):
    """As `beat-parallels`, but every quarter note is a beat, with the note-to-note ones, and without those where the pair itself has a fermata at the first of the two beats."""
    count = Counter()
    for score in scores:
        last = int(max(voice.events[-1].end for voice in score.voices))
        heard = [[voice.at(beat) for beat in range(last + 1)] for voice in score.voices]
        for i, j in combinations(range(len(score.voices)), 2):
            for beat in range(1, last + 1):
                upper, lower = heard[i][beat - 1:beat + 1], heard[j][beat - 1:beat + 1]
                if None in upper + lower or upper[0].fermata or lower[0].fermata or not sign(upper) or sign(upper) != sign(lower) or exchange(upper, lower):
                    continue
                one, two = interval(upper[0], lower[0]), interval(upper[1], lower[1])
                if one == two == "P5" or one in PERFECT and two in PERFECT:
                    count["P5" if two == "P5" else "P1" if one == two == "P1" else "P8"] += 1
    return count


def base_rates(scores):
    count, files = Counter(), set()
    for score in scores:
        last = len(score.voices) - 1
        for time, i, j, upper, lower, one, two in moving_pairs(score):
            if sign(upper) == sign(lower) and score.boundary(time) is None:
                where, step = (i, j) == (0, last), abs(upper[1].letter - upper[0].letter) <= 1
                if two == "P5" != one:
                    count["direct", where, "P5", step] += 1
                if two in PERFECT and one not in PERFECT:
                    count["direct", where, "P8", step] += 1
        for finding in rules.findings(score):
            inside = finding.boundary is None
            count[finding.rule, inside] += 1
            count[finding.rule, finding.voices] += 1
            if finding.rule == "unequal-fifths" and inside:
                count["unequal", finding.voices[1] == last] += 1
            if finding.rule == "cross-relation" and inside:
                files.add(score.name)
        count["twelfth"] += sum(1 for _ in rules.states(score, "", [(last - 1, last)], lambda upper, lower: upper.key - lower.key > 19))
        for voice in score.voices:
            for one, two in zip(voice.events, voice.events[1:]):
                if voice.move(two.start) and score.boundary(two.start) is None:
                    steps, excess, _ = melodic(one, two)
                    count["melodic", steps + 1, excess] += 1
        for name, limits in (("default", "C4-G5 G3-D5 C3-G4 E2-D4"), ("tight", "C4-G5 G3-C5 C3-G4 E2-C4"), ("outer", "B3-A5 F3-E5 B2-A4 D2-E4")):
            for voice, (low, high) in zip(score.voices, rules.limits(limits)):
                count["range", name] += sum(not low <= event.key <= high for event in voice.events)
    crossing = {pair: count["voice-crossing", pair] for pair in combinations(range(4), 2)}
    near = [crossing.pop(pair) for pair in ((1, 2), (2, 3), (0, 1))]
    return dict(zip(BASE_RATES, (
        joined(count["direct", True, "P5", False], count["direct", True, "P8", False]), joined(count["direct", True, "P5", True], count["direct", True, "P8", True]),
        joined(count["direct", False, "P5", False]), joined(count["unequal", True], count["unequal", False]), joined(*near, sum(crossing.values())),
        joined(count["voice-overlap", True], count["voice-overlap", False]), joined(count["spacing-upper", (0, 1)], count["spacing-upper", (1, 2)]),
        joined(count["twelfth"], count["spacing-bass", (2, 3)]), joined(count["melodic", 2, 1], count["melodic", 4, 1], count["melodic", 5, 1]),
        joined(count["melodic", 4, -1], count["melodic", 5, -1]), joined(count["melodic-seventh", True], count["melodic-beyond-octave", True]),
        joined(count["cross-relation", True], len(files)), *(str(count["range", name]) for name in ("default", "tight", "outer")))))


def missing(scores):
    """The agreed places that are not found."""
    by_name = {score.name.rsplit("bwv", 1)[-1].rsplit(".", 1)[0]: score for score in scores}
    lacking = []
    for bwv, measure, beat, i, j in AGREED:
        score = by_name.get(bwv)
        places = [(*score.place(finding.at), finding.voices) for finding in rules.consecutives(score) if finding.rule == "parallel-fifths" and not finding.boundary] if score else []
        if (measure, Fraction(beat), (i, j)) not in places:
            lacking.append(f"BWV {bwv} m. {measure} b. {beat} voices {i}, {j}")
    return lacking


def print_all(scores, kern):
    """Prints both tables and the agreed places; returns what was wrong."""
    wrong = []
    print("| on the same definitions | MusicXML, published | MusicXML, counted | kern, published | kern, counted |\n|---|---|---|---|---|")
    one, two = parallels(scores), parallels(kern)
    for label, (published, other) in PARALLELS.items():
        counts = one.get(label) if scores else "-", two.get(label) if kern else "-"
        print(f"| {label} | {published} | {counts[0]} | {other} | {counts[1]} |")
        wrong += [f"{label}: {count} instead of {expected}" for count, expected, corpus in ((counts[0], published, scores), (counts[1], other, kern)) if corpus and count != expected]
    one, two = base_rates(scores), base_rates(kern)
    print("\n| base rates | kern, published | kern, counted | MusicXML, counted | why another number |\n|---|---|---|---|---|")
    for label, (published, expected, why) in BASE_RATES.items():
        print(f"| {label} | {published} | {two[label] if kern else '-'} | {one[label] if scores else '-'} | {why} |")
        if kern and two[label] != expected:
            wrong.append(f"{label}: {two[label]} instead of {expected}")
    if scores:
        lacking = missing(scores)
        print(f"\nagreed places: {len(AGREED) - len(lacking)} of {len(AGREED)}")
        wrong += [f"agreed place not found: {place}" for place in lacking]
    return wrong
