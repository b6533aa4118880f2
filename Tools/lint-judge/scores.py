"""Scores as the linter's rules see them, read from MusicXML and from Humdrum kern, in exact fractions of a quarter note.

Grace and cue notes are left out and tied notes are one event. A voice is a part, or a (part, staff, voice number) where a part has several.
A chord is heard as its top note, in the lowest voice of the score as its bottom note.
"""
import io, re, zipfile
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

LETTERS = "CDEFGAB"
SEMITONES = (0, 2, 4, 5, 7, 9, 11)


@dataclass(slots=True, eq=False)
class Event:
    """One sounding pitch. `letter` counts letter steps from C0, `alter` semitones from the plain letter, `key` is the MIDI key number, `name` the pitch as written."""
    start: Fraction
    end: Fraction
    letter: int
    alter: Fraction
    key: Fraction
    fermata: bool
    name: str
    continues: bool = False

    @property
    def pitch(self):
        return self.letter, self.key


@dataclass
class Voice:
    name: str
    events: list
    starts: dict = field(default_factory=dict)
    ends: dict = field(default_factory=dict)

    def __post_init__(self):
        self.events.sort(key=lambda event: event.start)
        self.starts = {event.start: index for index, event in enumerate(self.events)}
        self.ends = {event.end: event for event in self.events}
        self.times = [event.start for event in self.events]

    def at(self, time):
        """The event that sounds from a time on, new or held."""
        index = bisect_right(self.times, time) - 1
        return self.events[index] if index >= 0 and self.events[index].end > time else None

    def before(self, time):
        """The event that sounds until a time or through it."""
        if time in self.ends:
            return self.ends[time]
        event = self.at(time)
        return event if event and event.start < time else None

    def move(self, time):
        """(event before, event from here on) if the voice goes to another pitch at a time without a rest, or else None."""
        index = self.starts.get(time)
        if not index or self.events[index].continues:
            return None
        one, two = self.events[index - 1], self.events[index]
        return (one, two) if one.end == time and one.pitch != two.pitch else None


@dataclass(slots=True)
class Measure:
    """`full` is the length that the meter asks for and `unit` the length of a beat, in quarters; `gone` is what of the full measure went before."""
    start: Fraction
    name: str
    full: Fraction
    unit: Fraction
    gone: Fraction = Fraction(0)


@dataclass
class Score:
    name: str
    voices: list
    bars: set
    measures: list
    fermatas: set = field(default_factory=set)
    divided: bool = False
    clefs: list = field(default_factory=list)

    def __post_init__(self):
        """A divided score has a part with several voices, of which the catalogue does not say who is whose neighbour and which is the lowest."""
        events = [event for voice in self.voices for event in voice.events]
        self.fermatas |= {event.end for event in events if event.fermata}
        sounding, self.rests = Fraction(0), set()
        for event in sorted(events, key=lambda event: event.start):
            if event.start > sounding > 0:
                self.rests |= {sounding, event.start}
            sounding = max(sounding, event.end)
        self.starts = [measure.start for measure in self.measures]
        last = max((event.end for event in events), default=Fraction(0))
        lengths = [two - one for one, two in zip(self.starts, [*self.starts[1:], last])]
        for index, (measure, length) in enumerate(zip(self.measures, lengths)):
            if 0 < length < measure.full and len(lengths) > 1:  # how long an only measure is, its notes don't tell
                before = (self.measures[index - 1].gone + lengths[index - 1]) % measure.full if index else measure.full - length
                if index and self.measures[index - 1].full != measure.full:
                    before = 0
                measure.gone = before if before + length <= measure.full else 0

    def place(self, time):
        """(name of the measure, its beat, from 1)"""
        if not self.measures:
            return "", time + 1
        measure = self.measures[max(bisect_right(self.starts, time) - 1, 0)]
        return measure.name, (time - measure.start + measure.gone) / measure.unit + 1

    def beats(self):
        last = max((voice.events[-1].end for voice in self.voices if voice.events), default=0)
        times = []
        for measure, end in zip(self.measures, [*self.starts[1:], last]):
            time = measure.start - measure.gone % measure.unit
            while time < end:
                times += [time] if time >= measure.start else []
                time += measure.unit
        return times

    def boundary(self, time):
        return "fermata" if time in self.fermatas else "double-bar" if time in self.bars else "general-rest" if time in self.rests else None


def event(start, length, letter, alter, fermata, semitones=0, steps=0):
    sign = f"({float(alter):+g})" if alter % 1 else "#" * int(alter) if alter > 0 else "b" * int(-alter)
    name = f"{LETTERS[letter % 7]}{sign}{letter // 7}"
    key = 12 * (letter // 7 + 1) + SEMITONES[letter % 7] + alter + semitones
    letter += steps
    alter = key - 12 * (letter // 7 + 1) - SEMITONES[letter % 7]
    return Event(start, start + length, letter, alter, key, fermata, name)


def one_line(chords, lowest):
    """The line of a voice from its chords, each a list of (event, tied from before, tied on). A tie may lead to another spelling of the same key."""
    line, open_ties = [], {}
    choose = min if lowest else max
    for start in sorted(chords):
        one, stops, _ = choose(chords[start], key=lambda note: note[0].pitch[::-1])
        carried = open_ties.get(one.key)
        if stops and carried and carried.end == start and line and line[-1] is carried:
            carried.end, carried.fermata = one.end, carried.fermata or one.fermata
            one = carried
        else:
            one.continues = stops and bool(carried) and carried.end == start
            if line and line[-1].end > start:
                line[-1].end = start
            line.append(one)
        open_ties = {other.key: (one if other.key == one.key else other) for other, _, goes_on in chords[start] if goes_on}
    return line


DOUBLE = {"light-light", "light-heavy", "heavy-light", "heavy-heavy"}


@dataclass(slots=True)
class Part:
    """A part as written: lengths of its measures, its notes as (measure, offset, place, event from zero, tied from before, tied on), bar lines and meters by measure."""
    lengths: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    bars: set = field(default_factory=set)
    fermatas: set = field(default_factory=set)
    meters: dict = field(default_factory=dict)
    clef: str = None


TYPES = {"breve": Fraction(8), "whole": Fraction(4), "half": Fraction(2), "quarter": Fraction(1), "eighth": Fraction(1, 2), "16th": Fraction(1, 4),
         "32nd": Fraction(1, 8), "64th": Fraction(1, 16), "128th": Fraction(1, 32)}
# Lengths of tuplets that some programs round are taken as notated, in quarters.
ROUNDING = Fraction(1, 100)


def note_length(note, division):
    length = Fraction((note.findtext("duration") or "0").strip()) / division
    ratio = note.find("time-modification")
    if ratio is not None and (note.findtext("type") or "").strip() in TYPES:
        notated = TYPES[note.findtext("type").strip()] * (2 - Fraction(1, 2 ** len(note.findall("dot"))))
        notated *= Fraction(int(ratio.findtext("normal-notes")), int(ratio.findtext("actual-notes")))
        if abs(notated - length) < ROUNDING:
            return notated
    return length


def read_part(element):
    part, division, transposition = Part(), Fraction(1), (0, 0)
    for number, measure in enumerate(element.findall("measure")):
        now = end = last = Fraction(0)
        for child in measure:
            if child.tag == "attributes":
                division = Fraction(child.findtext("divisions") or division)
                signature, transpose = child.find("time"), child.find("transpose")
                if signature is not None and signature.findtext("beats"):
                    unit = Fraction(4, int(signature.findtext("beat-type")))
                    part.meters[number + (now > 0)] = sum(int(count) for count in signature.findtext("beats").split("+")) * unit, unit
                part.clef = part.clef or child.findtext("clef/sign")
                if transpose is not None:
                    octaves, semitones = int(transpose.findtext("octave-change") or 0), int(float(transpose.findtext("chromatic") or 0))
                    steps = int(transpose.findtext("diatonic") or round(semitones * 7 / 12))
                    transposition = semitones + 12 * octaves, steps + 7 * octaves
            elif child.tag in ("backup", "forward"):
                length = Fraction(child.findtext("duration").strip()) / division
                now += length if child.tag == "forward" else -length
            elif child.tag == "barline":
                place = number, {"left": Fraction(0), "middle": now}.get(child.get("location"))
                if child.findtext("bar-style", "").strip() in DOUBLE or child.find("repeat") is not None:
                    part.bars.add(place)
                if child.find("fermata") is not None:
                    part.fermatas.add(place)
            elif child.tag == "note" and child.find("grace") is None:
                length = note_length(child, division)
                if child.find("chord") is None:
                    last, now = now, now + length
                pitch = child.find("pitch")
                if pitch is not None and child.find("cue") is None and length > 0:
                    letter = LETTERS.index(pitch.findtext("step").strip()) + 7 * int(pitch.findtext("octave"))
                    alter = Fraction((pitch.findtext("alter") or "0").strip())
                    ties = {tie.get("type") for tie in child.findall("tie")}
                    note = event(Fraction(0), length, letter, int(alter) if alter.denominator == 1 else alter, child.find("notations/fermata") is not None, *transposition)
                    place = int(child.findtext("staff") or 1), child.findtext("voice") or "1"
                    part.notes.append((number, last, place, note, "stop" in ties, "start" in ties))
            end = max(end, now)
        part.lengths.append(end)
    return part


def by_part(root):
    """Turns a score written measure by measure into one written part by part."""
    parts = {}
    for measure in root.findall("measure"):
        for piece in measure.findall("part"):
            name = piece.attrib.pop("id")
            piece.tag = "measure"
            piece.attrib.update(measure.attrib)
            parts.setdefault(name, root.makeelement("part", id=name)).append(piece)
    root.extend(parts.values())


def musicxml(path):
    """A measure is as long as the longest part makes it, and begins at one time in all of them."""
    from lxml import etree

    data = open(path, "rb").read()
    if data[:2] == b"PK":
        archive = zipfile.ZipFile(io.BytesIO(data))
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        data = archive.read(next(container.iter("{*}rootfile")).get("full-path"))
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    names = {part.get("id"): (part.findtext("part-name") or "").strip() for part in root.iter("score-part")}
    if root.tag == "score-timewise":
        by_part(root)
    elements = root.findall("part")
    parts = [read_part(element) for element in elements]
    starts = [Fraction(0)]
    for lengths in zip_longest(*(part.lengths for part in parts), fillvalue=0):
        starts.append(starts[-1] + max(lengths))
    bars, fermatas = ({starts[number + 1] if offset is None else starts[number] + offset for places in kind for number, offset in places}
                      for kind in ([part.bars for part in parts], [part.fermatas for part in parts]))
    measures, meter = [], (Fraction(0), Fraction(1))  # without a meter no measure is short
    for number, measure in enumerate(elements[0].findall("measure") if elements else []):
        meter = parts[0].meters.get(number, meter)
        measures.append(Measure(starts[number], measure.get("number", ""), *meter))
    lines, divided = [], False
    for element, part in zip(elements, parts):
        chords = defaultdict(lambda: defaultdict(list))
        for number, offset, place, note, stop, start in part.notes:
            note.start, note.end = starts[number] + offset, starts[number] + offset + note.end
            chords[place][note.start].append((note, stop, start))
        places = sorted(chords, key=lambda place: (place[0], int(place[1]) if place[1].isdigit() else 0, place[1]))
        name, divided = names.get(element.get("id"), ""), divided or len(places) > 1
        lines += [(name if len(places) == 1 else f"{name} {place[0]}/{place[1]}", chords[place]) for place in places]
    voices = [Voice(name, one_line(chords, index == len(lines) - 1)) for index, (name, chords) in enumerate(lines)]
    return Score(path, voices, bars, measures, fermatas, divided, [part.clef for part in parts])


NOTE = re.compile(r"([A-Ga-g]+)(#+|-+|n)?")


def kern_length(token):
    match = re.search(r"(\d+)(%\d+)?(\.*)", token)
    if not match:
        return Fraction(0)
    value, ratio, dots = match.groups()
    length = Fraction(4, int(value)) if int(value) else Fraction(8) * 2 ** (len(value) - 1)
    length *= int(ratio[1:]) if ratio else 1
    return length * (2 - Fraction(1, 2 ** len(dots)))


def kern(path):
    columns, chords, names, ends = [], defaultdict(lambda: defaultdict(list)), {}, {}
    now, bars, measures = Fraction(0), set(), [Measure(Fraction(0), "0", Fraction(4), Fraction(1))]
    for line in open(path, encoding="utf-8", errors="replace"):
        tokens = line.rstrip("\r\n").split("\t")
        if not tokens[0] or tokens[0].startswith("!"):
            continue
        if tokens[0].startswith("**"):
            columns = [(spine, 0) if token == "**kern" else None for spine, token in enumerate(tokens)]
        elif tokens[0].startswith("*"):
            following, merged = [], set()
            for column, token in zip(columns, tokens):
                if token.startswith('*I"') and column:
                    names[column[0]] = token[3:]
                meter = re.fullmatch(r"\*M(\d+)/(\d+)", token)
                if meter and now == measures[-1].start:
                    measures[-1].unit = Fraction(4, int(meter[2]))
                    measures[-1].full = int(meter[1]) * measures[-1].unit
                if token == "*^":
                    following += [column, column and (column[0], column[1] + 1)]
                elif token == "*v" and column and column[0] in merged:
                    ends.pop(column, None)
                else:
                    if token == "*v" and column:
                        merged.add(column[0])
                    following.append(column)
            columns = following
        elif tokens[0].startswith("="):
            number = re.match(r"=+(\d+\w?)", tokens[0])
            if number:
                last = measures.pop() if measures[-1].start == now else measures[-1]
                measures.append(Measure(now, number[1], last.full, last.unit))
            if "||" in tokens[0] or "!" in tokens[0] or tokens[0].startswith("=="):
                bars.add(now)
        else:
            for column, token in zip(columns, tokens):
                if not column or token == "." or "q" in token or "Q" in token:
                    continue
                length = kern_length(token)
                ends[column] = now + length
                for one in token.split(" "):
                    match = NOTE.search(one)
                    if not match or "r" in one or not length:
                        continue
                    letters, sign = match.groups()
                    octave = 3 + len(letters) if letters.islower() else 4 - len(letters)
                    alter = 0 if not sign or sign == "n" else len(sign) if sign[0] == "#" else -len(sign)
                    note = event(now, length, LETTERS.index(letters[0].upper()) + 7 * octave, alter, ";" in token)
                    chords[column][now].append((note, "]" in one or "_" in one, "[" in one or "_" in one))
            now = min((end for end in ends.values() if end > now), default=now)
    places = sorted(chords, key=lambda place: (-place[0], place[1]))
    voices = [Voice(names.get(place[0], ""), one_line(chords[place], index == len(places) - 1)) for index, place in enumerate(places)]
    return Score(path, voices, bars, measures)


def read(path):
    return kern(path) if str(path).endswith(".krn") else musicxml(path)
