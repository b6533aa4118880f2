"""A setting for four voices, and what an ear would find wrong in its surface."""
import copy

from chords import semitones, tone
from voicing import is_faulty_pair


class Note:
    """A pitch in one voice for some eighth notes; `tied` when it goes on from the note before."""

    def __init__(self, pitch, duration, tied=False):
        self.pitch, self.duration, self.tied = pitch, duration, tied


class Setting:
    """Chords and, for each voice and chord, the notes that fill it."""

    def __init__(self, key, beats, pickup, chords, pitches):
        self.key, self.beats, self.pickup, self.chords = key, beats, pickup, chords
        self.voices = [[[Note(pitches[index][voice], chord.duration)] for index, chord in enumerate(chords)] for voice in range(4)]
        # (voice, chord, letters from the lowest note to the suspended one)
        self.suspensions = []

    def copy(self):
        return copy.deepcopy(self)

    def is_plain(self, voice, index):
        """Whether a voice has one note in a chord, and no tie leads to it or away from it."""
        if not 0 <= index < len(self.chords):
            return True
        cell = self.voices[voice][index]
        return len(cell) == 1 and not cell[0].tied and not (index + 1 < len(self.chords) and self.voices[voice][index + 1][0].tied)

    def events(self, voice):
        """(onset, end, pitch) of a voice, ties joined."""
        found = []
        for chord, cell in zip(self.chords, self.voices[voice]):
            onset = chord.onset
            for note in cell:
                end = onset + note.duration
                if note.tied and found:
                    found[-1] = (found[-1][0], end, note.pitch)
                else:
                    found.append((onset, end, note.pitch))
                onset = end
        return found

    def faults(self):
        """How many consecutives, crossings, and melodic faults the surface has; phrase ends are not looked across."""
        lines = [self.events(voice) for voice in range(4)]
        ends = {chord.onset + chord.duration for chord in self.chords if chord.ends_phrase}
        count = 0
        for line in lines:
            for (_, end, old), (_, _, new) in zip(line, line[1:]):
                size = abs(semitones(new) - semitones(old))
                letters = abs(new[0] - old[0])
                augmented = size > {0: 1, 1: 2, 2: 4, 3: 5, 4: 7, 5: 9}.get(letters, 12)
                count += end not in ends and (augmented or letters == 6 or letters > 7)
        times = sorted({event[0] for line in lines for event in line})
        before, places = None, [0] * 4
        for time in times:
            now = []
            for voice, line in enumerate(lines):
                while line[places[voice]][1] <= time:
                    places[voice] += 1
                now.append((*line[places[voice]][2], semitones(line[places[voice]][2])))
            for upper in range(4):
                for lower in range(upper + 1, 4):
                    count += now[upper][2] < now[lower][2]
                    if before is not None and time not in ends:
                        count += is_faulty_pair(before[upper], now[upper], before[lower], now[lower])
            before = now
        return count

    def accent(self, index):
        """How strong the beat is on which a chord begins."""
        position = (self.chords[index].onset // 2 - self.pickup) % self.beats
        return 2 if position == 0 else 1 if self.beats == 4 and position == 2 else 0

    def tones(self, index, without=None):
        """The tones of all voices at the beginning of a chord."""
        return [tone(self.voices[voice][index][0].pitch) for voice in range(4) if voice != without]
