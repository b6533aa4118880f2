#!/usr/bin/env python3
"""Writes published RomanText analyses of chorales as a table for fit-harmony.

usage: analyses.py DATA OUT.csv      DATA: a folder with `chorales` (index.csv) and `analyses/chorales` (RomanText)

One row a chord: file, onset and duration in quarter notes, key, root, quality of the triad, inversion, figure. Needs music21.
"""
import csv, os, pathlib, sys, warnings
from fractions import Fraction

warnings.filterwarnings("ignore")
import music21


def name(text):
    return text.replace("-", "b")


def rows(path):
    score = music21.converter.parse(path, format="romanText")
    for chord in score.recurse().getElementsByClass("RomanNumeral"):
        onset = Fraction(chord.getOffsetInHierarchy(score)).limit_denominator(64)
        duration = Fraction(chord.quarterLength).limit_denominator(64)
        tonic = name(chord.key.tonic.name)
        key = tonic if chord.key.mode == "major" else tonic[0].lower() + tonic[1:]
        yield onset, duration, key, name(chord.root().name), chord.quality, chord.inversion(), chord.figure


def main():
    data, out = map(pathlib.Path, sys.argv[1:3])
    files = {}
    with open(data / "chorales/index.csv", newline="") as index:
        for row in csv.DictReader(index):
            if row["kern370_file"].startswith("chor") and row["has_4_parts"] == "yes":
                files.setdefault(row["kern370_file"][4:7], row["file"])
    with open(out, "w", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["file", "onset", "duration", "key", "root", "quality", "inversion", "figure"])
        for path in sorted((data / "analyses/chorales").glob("*.txt")):
            file = files.get(path.name[:3])
            if not file:
                continue
            try:
                table = list(rows(path))
            except Exception as error:
                print(f"{path.name}: {error}", file=sys.stderr)
                continue
            writer.writerows([file, *row] for row in table)


main()
