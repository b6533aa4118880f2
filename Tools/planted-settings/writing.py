"""A setting as MusicXML: a part a voice, fermatas at the ends of phrases, and numerals where asked for."""
from xml.sax.saxutils import escape

TYPES = {8: ("whole", 0), 6: ("half", 1), 4: ("half", 0), 3: ("quarter", 1), 2: ("quarter", 0), 1: ("eighth", 0)}
NAMES = ["Soprano", "Alto", "Tenor", "Bass"]
CLEFS = [("G", 2, 0), ("G", 2, 0), ("G", 2, -1), ("F", 4, 0)]


def _lengths(onset, duration, bar):
    """Written lengths that make up a duration within its measures, long ones first; the onset counts from the first bar line."""
    found = []
    while duration:
        length = max(one for one in TYPES if one <= min(duration, bar - onset % bar))
        found.append(length)
        onset, duration = onset + length, duration - length
    return found


def _note(pitch, length, tied, goes_on, fermata):
    kind, dots = TYPES[length]
    alteration = f"<alter>{pitch[1]}</alter>" if pitch[1] else ""
    ties = ["stop"] * tied + ["start"] * goes_on
    notations = "".join(f'<tied type="{tie}"/>' for tie in ties) + ("<fermata/>" if fermata else "")
    return (f"<note><pitch><step>{'CDEFGAB'[pitch[0] % 7]}</step>{alteration}<octave>{pitch[0] // 7}</octave></pitch><duration>{length}</duration>"
            + "".join(f'<tie type="{tie}"/>' for tie in ties) + f"<voice>1</voice><type>{kind}</type>" + "<dot/>" * dots
            + (f"<notations>{notations}</notations>" if notations else "") + "</note>")


def _part(setting, voice, given):
    """(onset, XML) of all notes and numerals of a voice."""
    key, bar, upbeat = None, 2 * setting.beats, 2 * setting.pickup
    for index, (chord, cell) in enumerate(zip(setting.chords, setting.voices[voice])):
        if given and voice == 0:
            name = "" if chord.key == key else chord.key.name + ": "
            key = chord.key
            yield chord.onset, f'<harmony><function>{escape(name + chord.numeral)}</function><kind text="">{chord.kind}</kind></harmony>'
        onset = chord.onset
        follower = setting.voices[voice][index + 1][0] if index + 1 < len(setting.chords) else None
        for place, note in enumerate(cell):
            lengths = _lengths(onset + bar - upbeat, note.duration, bar)
            last = place == len(cell) - 1
            for number, length in enumerate(lengths):
                ends = number == len(lengths) - 1
                goes_on = not ends or last and follower is not None and follower.tied
                yield onset, _note(note.pitch, length, note.tied or number > 0, goes_on, chord.ends_phrase and last and ends)
                onset += length


def written(setting, title, given):
    """The MusicXML text."""
    bar, upbeat = 2 * setting.beats, 2 * setting.pickup
    signature = (setting.key.tonic[0] * 2 % 7 + 1) % 7 - 1 + 7 * setting.key.tonic[1] - (3 if setting.key.minor else 0)
    text = ['<?xml version="1.0" encoding="UTF-8"?>', '<score-partwise version="4.0">',
            f"<work><work-title>{escape(title)}</work-title></work>", "<part-list>"]
    text += [f'<score-part id="P{voice + 1}"><part-name>{name}</part-name></score-part>' for voice, name in enumerate(NAMES)] + ["</part-list>"]
    for voice, (sign, line, octave) in enumerate(CLEFS):
        measures = {}
        for onset, xml in _part(setting, voice, given):
            measures.setdefault((onset + bar - upbeat) // bar if upbeat else onset // bar + 1, []).append(xml)
        text.append(f'<part id="P{voice + 1}">')
        for number in sorted(measures):
            text.append(f'<measure number="{number}"' + (' implicit="yes">' if number == 0 else ">"))
            if number == min(measures):
                mode = "minor" if setting.key.minor else "major"
                text.append(f"<attributes><divisions>2</divisions><key><fifths>{signature}</fifths><mode>{mode}</mode></key>"
                            f"<time><beats>{setting.beats}</beats><beat-type>4</beat-type></time><clef><sign>{sign}</sign><line>{line}</line>"
                            + (f"<clef-octave-change>{octave}</clef-octave-change>" if octave else "") + "</clef></attributes>")
            text += measures[number]
            text.append("</measure>")
        text.append("</part>")
    return "\n".join(text + ["</score-partwise>", ""])
