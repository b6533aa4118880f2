"""Keys, chords and the phrases that settings are made of, by the textbook."""
import collections, re

# A tone is (letter, alteration), letters counted from C; a pitch is (step, alteration), steps counted from C0.
NATURAL = [0, 2, 4, 5, 7, 9, 11]
SCALES = {False: [0, 2, 4, 5, 7, 9, 11], True: [0, 2, 3, 5, 7, 8, 10]}
DEGREES = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7}
FIGURES = {"": (False, 0), "6": (False, 1), "64": (False, 2), "7": (True, 0), "65": (True, 1), "43": (True, 2), "42": (True, 3)}


def semitones(pitch):
    """The key of a keyboard that a pitch is, 60 for middle C; of a tone, in the lowest octave."""
    return NATURAL[pitch[0] % 7] + 12 * (pitch[0] // 7) + pitch[1] + 12


def tone(pitch):
    return pitch[0] % 7, pitch[1]


def above(root, letters, size):
    """The tone so many letters and semitones above another."""
    letter = (root[0] + letters) % 7
    alteration = (NATURAL[root[0]] + root[1] + size - NATURAL[letter] + 6) % 12 - 6
    return letter, alteration


class Key(collections.namedtuple("Key", "tonic minor")):
    """A major or minor key."""

    def degree(self, number, raised=0):
        return above(self.tonic, number - 1, SCALES[self.minor][number - 1] + raised)

    def scale(self):
        return [self.degree(number) for number in range(1, 8)]

    @property
    def name(self):
        letter = "CDEFGAB"[self.tonic[0]] + {-1: "b", 0: "", 1: "#"}[self.tonic[1]]
        return letter.lower() if self.minor else letter

    @staticmethod
    def of_signature(fifths, minor):
        place = fifths + (3 if minor else 0)
        letter = 4 * place % 7
        return Key((letter, (7 * place - NATURAL[letter] + 6) % 12 - 6), minor)


class Chord:
    """A chord of a key, in a numeral's words, and where it stands."""

    def __init__(self, numeral, key):
        found = re.fullmatch(r"([IViv]+)([oø]?)(6|64|7|65|43|42)?(?:/([IViv]+))?", numeral)
        degree, sign, figures, of = found.groups()
        self.numeral, self.key = numeral, key
        # The key of the degree that a dominant is applied to.
        local = Key(key.degree(DEGREES[of.upper()]), of.islower()) if of else key
        seventh, self.inversion = FIGURES[figures or ""]
        number = DEGREES[degree.upper()]
        self.degree, self.applied = number, bool(of)
        self.root = local.degree(number, 1 if number == 7 and sign and local.minor else 0)
        major = degree.isupper()
        self.quality = "diminished" if sign else "major" if major else "minor"
        tones = [self.root, above(self.root, 2, 4 if major else 3), above(self.root, 4, 6 if sign else 7)]
        if seventh:
            tones.append(above(self.root, 6, 9 if sign == "o" else 11 if major and number != 5 else 10))
        self.tones, self.seventh = tones, tones[3] if seventh else None
        self.third, self.fifth, self.bass = tones[1], tones[2], tones[self.inversion]
        # Only chords with the raised seventh degree lead.
        self.dominant = number == 5 and major or number == 7 and bool(sign)
        self.leading = (self.third if number == 5 else self.root) if self.dominant else None
        self.tonic = local.tonic
        self.six_four = figures == "64"
        self.onset = self.duration = 0
        self.ends_phrase = False

    @property
    def kind(self):
        """The word of MusicXML for it."""
        if self.seventh is None:
            return self.quality
        if self.quality == "diminished":
            return "half-diminished" if "ø" in self.numeral else "diminished-seventh"
        return {"minor": "minor-seventh", "major": "dominant" if self.dominant else "major-seventh"}[self.quality]

    def resolves_to(self, other):
        """Whether this is a dominant and the other its tonic, in root position or first inversion."""
        return self.dominant and other.root == self.tonic and other.quality != "diminished" and not other.six_four


# What phrases are made of. A word with a colon is a degree of the home key that is the key from there on.
BEGINNINGS = {
    False: ["I ii65 V", "I V6 I IV V", "I V65 I V7/V V", "I IV I64 V", "I vi ii6 V", "I viio6 I6 ii65 V", "I V43 I6 IV V", "I V65/V V",
            "I ii6 V7 vi", "I V6 I IV V vi", "I IV V7 vi", "I V42 I6 ii65 V", "I V65 I ii6 I64 V", "I vi IV I6 V",
            "I V7 I", "I ii65 V7 I", "I IV I6 V7 I", "I V65 I IV V I",
            "I vi V: V7 I", "I I6 V: V65 I ii65 V7 I", "I V6 I V: IV I64 V7 I", "I vi V: V65 I V7 I",
            "I vi: iio6 V7 i", "I IV vi: V65 i iv V7 i", "I V6 vi: i iio6 i64 V i"],
    True: ["i iiø65 V", "i V6 i iv V", "i V65 i iv i64 V", "i VI iio6 V", "i viio6 i6 iv V", "i V43 i6 iiø65 V", "i V6/V V", "i iv V7 VI",
           "i iio6 V VI", "i V42 i6 iio6 V", "i v6 iv6 V", "i V i iv6 V", "i VI iv6 V",
           "i V7 i", "i iiø65 V7 i", "i iv i6 V7 i", "i V65 i iv V i",
           "i VI III: V7 I", "i iv III: V65 I ii6 V7 I", "i VI III: ii6 V7 I", "i V65 i III: IV I64 V I",
           "i iv6 v: V65 i iv V i", "i V6 i v: iio6 V7 i"],
}
ENDINGS = {
    False: ["I ii65 V7 I", "I IV I64 V7 I", "I V65 I ii65 V I", "vi ii6 V7 I", "I V7/IV IV V7 I", "I V42 I6 ii6 V7 I", "I IV ii65 I64 V7 I",
            "I V65/V V V42 I6 ii6 V7 I", "I viio6 I6 ii65 V7 I", "I V43 I6 IV V7 I", "I vi IV I64 V I", "I V65/vi vi ii6 I64 V7 I",
            "I V7 vi ii65 V7 I", "I V65 I IV I64 V7 I", "I iii IV V7 I"],
    True: ["i iiø65 V7 i", "i iv i64 V7 i", "i iv V i", "i V65 i iiø65 V i", "VI iio6 V7 i", "i V7/iv iv V7 i", "i V42 i6 iio6 V7 i",
           "i iv iiø65 i64 V7 i", "i viio6 i6 iiø65 V7 i", "i V43 i6 iv V7 i", "i VI iv i64 V i", "i V7 VI iiø65 V7 i",
           "i V65 i iv i64 V7 i", "i VI III iv V i"],
}


def phrase(words, home):
    """The chords of a phrase in a home key."""
    chords, key = [], home
    for word in words.split():
        if word.endswith(":"):
            key = Key(home.degree(DEGREES[word[:-1].upper()]), word.islower())
        else:
            chords.append(Chord(word, key))
    return chords
