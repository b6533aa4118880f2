#!/usr/bin/env python3
"""Whether the players of string parts can play them: a judgement that shares nothing with Quartet's.

    Tools/quartet-judge/playable.py [--details N] FILE...

Reads MusicXML and MXL. For each part it asks whether all notes lie within the instrument's range, and whether whatever sounds together, in all voices
of the part, can be held: each note on a string of its own, the strings side by side, the stopped places no further apart than a hand is wide.
Hands are measured in millimetres on strings of usual length: what a violinist needs for a tenth from B natural on the lowest string, a viola player for
a ninth in the first position, a cellist for an octave in the first position. A part is known by its name or the sound of its instrument; in a score of four
parts of which none is known, they are two violins, viola and cello from the top. Parts under `div.` are not told apart, and harmonics count as stopped.
Prints what cannot be played; `--details` says how many of each file at most. Python 3, lxml. Exit 0 when all can be played, 1 when not or
when a part is no string part, 77 without lxml.
"""
import argparse, io, math, re, sys, zipfile
from dataclasses import dataclass
from fractions import Fraction

try:
    from lxml import etree
except ImportError:
    print("lxml is missing: nobody judged the parts (pip install lxml)")
    sys.exit(77)

NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
SEMITONES = dict(C=0, D=2, E=4, F=5, G=7, A=9, B=11)


@dataclass(frozen=True)
class Instrument:
    """Keys are MIDI key numbers, lengths millimetres. `top` is the highest note without harmonics."""
    name: str
    strings: tuple
    top: int
    length: int
    hand: int


VIOLIN = Instrument("violin", (55, 62, 69, 76), 100, 328, 110)
VIOLA = Instrument("viola", (48, 55, 62, 69), 88, 370, 110)
CELLO = Instrument("cello", (36, 43, 50, 57), 81, 690, 155)
WORDS = {"viola": VIOLA, "violas": VIOLA, "viole": VIOLA, "vla": VIOLA, "va": VIOLA, "bratsche": VIOLA, "alto": VIOLA,
         "violin": VIOLIN, "violins": VIOLIN, "violino": VIOLIN, "violini": VIOLIN, "violine": VIOLIN, "violon": VIOLIN, "vln": VIOLIN, "vl": VIOLIN, "vn": VIOLIN, "geige": VIOLIN,
         "cello": CELLO, "cellos": CELLO, "violoncello": CELLO, "violoncelli": CELLO, "violoncelle": CELLO, "vc": CELLO, "vcl": CELLO, "vlc": CELLO}
SOUNDS = {"strings.violin": VIOLIN, "strings.viola": VIOLA, "strings.cello": CELLO}


def name(key):
    return f"{NAMES[key % 12]}{key // 12 - 1}"


def place(semitones, length):
    """How far from the nut a string is stopped."""
    return length * (1 - math.pow(2, -semitones / 12))


def holdings(keys, strings, most):
    """All ways to give each note a string of its own among these, as semitones above the open strings, and none higher than the most."""
    if not keys:
        yield []
        return
    for index, string in enumerate(strings):
        if 0 <= keys[0] - string <= most:
            for others in holdings(keys[1:], strings[:index] + strings[index + 1:], most):
                yield [keys[0] - string] + others


def width(keys, instrument):
    """How wide a hand has to be, in millimetres; None when the strings do not have the notes."""
    widths, most = [], instrument.top - instrument.strings[-1]
    for first in range(len(instrument.strings) - len(keys) + 1):
        for stops in holdings(keys, instrument.strings[first:first + len(keys)], most):
            places = [place(stop, instrument.length) for stop in stops if stop]
            widths.append(max(places) - min(places) if places else 0)
    return min(widths, default=None)


def fault(keys, instrument):
    """Why notes that sound together cannot be played; None when they can."""
    outside = [key for key in keys if not instrument.strings[0] <= key <= instrument.top]
    if outside:
        return f"outside the {instrument.name}'s range: {' '.join(map(name, outside))}"
    if len(keys) == 1:
        return None
    if len(keys) > len(instrument.strings):
        return f"{len(keys)} notes on {len(instrument.strings)} strings"
    hand = width(keys, instrument)
    if hand is None:
        return f"no strings side by side hold {' '.join(map(name, keys))}"
    return f"{' '.join(map(name, keys))} would need a hand of {hand:.0f} mm" if hand > instrument.hand else None


def document(path):
    data = open(path, "rb").read()
    if data[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(data))
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        data = archive.read(next(container.iter("{*}rootfile")).get("full-path"))
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def instruments(root):
    """The instrument of each part by its id; None for what is no string instrument."""
    found = {}
    for part in root.iter("score-part"):
        words = re.findall(r"[^\W\d_]+", (part.findtext("part-name") or part.findtext("part-abbreviation") or "").lower())
        known = [WORDS[word] for word in words if word in WORDS] or [SOUNDS[sound.text] for sound in part.iter("instrument-sound") if sound.text in SOUNDS]
        found[part.get("id")] = known[0] if known else None
    if len(found) == 4 and not any(found.values()):
        found = dict(zip(found, (VIOLIN, VIOLIN, VIOLA, CELLO)))
    return found


def sounding(part):
    """(measure, begin, end, key) of each note of a part, tied notes apart; times are quarter notes from the start."""
    division, transposition, start = Fraction(1), 0, Fraction(0)
    for measure in part.findall("measure"):
        now = end = last = start
        for child in measure:
            if child.tag == "attributes":
                division = Fraction(child.findtext("divisions") or division)
                for transpose in child.findall("transpose"):
                    transposition = int(float(transpose.findtext("chromatic") or 0)) + 12 * int(transpose.findtext("octave-change") or 0)
            elif child.tag in ("backup", "forward"):
                now += Fraction(child.findtext("duration").strip()) / division * (1 if child.tag == "forward" else -1)
            elif child.tag == "note" and child.find("grace") is None:
                length = Fraction((child.findtext("duration") or "0").strip()) / division
                if child.find("chord") is None:
                    last, now = now, now + length
                pitch = child.find("pitch")
                if pitch is not None and child.find("cue") is None and length > 0:
                    key = SEMITONES[pitch.findtext("step").strip()] + 12 * (int(pitch.findtext("octave")) + 1) + round(float(pitch.findtext("alter") or 0))
                    yield measure.get("number", ""), last, last + length, key + transposition
            end = max(end, now)
        start = end


def judge(part, instrument):
    """(notes, moments with several notes, [(measure, fault)]) of a part. What stays unplayable while a note is held is said once."""
    notes, faults, chords, held = sorted(sounding(part), key=lambda note: note[1]), [], 0, []
    index, before = 0, None
    while index < len(notes):
        measure, now = notes[index][:2]
        held = [note for note in held if note[2] > now]
        while index < len(notes) and notes[index][1] == now:
            held.append(notes[index])
            index += 1
        keys = sorted({note[3] for note in held})
        chords += len(keys) > 1
        why = fault(keys, instrument)
        if why and (why, keys) != before:
            faults.append((measure, why))
        before = why, keys
    return len(notes), chords, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--details", type=int, default=20)
    arguments = parser.parse_args()
    notes, chords, wrong = 0, 0, 0
    for path in arguments.files:
        root, said = document(path), []
        known = instruments(root)
        for part in root.findall("part"):
            instrument = known.get(part.get("id"))
            if instrument is None:
                said.append(f"part {part.get('id')} is for no string instrument of a quartet")
                continue
            counted, together, faults = judge(part, instrument)
            notes, chords = notes + counted, chords + together
            said += [f"{part.get('id')} ({instrument.name}), measure {measure}: {why}" for measure, why in faults]
        for line in said[: arguments.details]:
            print(f"{path}: {line}")
        if len(said) > arguments.details:
            print(f"{path}: and {len(said) - arguments.details} more")
        wrong += len(said)
    print(f"{len(arguments.files)} scores, {notes} notes, {chords} chords: {wrong} cannot be played")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
