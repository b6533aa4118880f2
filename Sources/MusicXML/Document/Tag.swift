/// The names of MusicXML that Quartet interprets, of elements and attributes alike.
///
/// A document may hold any other name too; this list only lets a name be compared as a number. The raw value of a tag is the index of
/// its name in every ``NameTable``; they stand in alphabetical order.
enum Tag: UInt32, CaseIterable {
    case abbreviated, above, accelerate, accent, accidental, accidentalMark, accidentalText, accord, accordionHigh,
        accordionLow, accordionMiddle, accordionRegistration, actualNotes, additional, afterBarline, afterJump, alter,
        alternate, approach, arpeggiate, arrangement, arrow, arrowDirection, arrowStyle, arrowhead, articulations,
        artificial, assess, attack, attribute, attributes, backup, barStyle, barline, barre, basePitch, bass,
        bassAlter, bassSeparator, bassStep, beam, beatRepeat, beatType, beatUnit, beatUnitDot, beatUnitTied, beater,
        beats, bend, bendAlter, blankPage, bottomStaff, bracket, bracketDegrees, brassBend, breathMark, caesura,
        cancel, capo, cautionary, chord, chromatic, circularArrow, clef, clefOctaveChange, coda, concertScore,
        creator, credit, creditType, creditWords, cue, dacapo, dalsegno, damp, dampAll, damperPedal, dashLength,
        dashedCircle, dashes, defaults, degree, degreeAlter, degreeType, degreeValue, delayedInvertedTurn,
        delayedTurn, departure, detachedLegato, diatonic, direction, directionType, directive, displayOctave,
        displayStep, displayText, divisions, doit, dot, double, doubleTongue, downBow, duration, dynamics, editorial,
        effect, element, elevation, elision, encoder, encoding, encodingDate, encodingDescription, endDynamics,
        endLength, endLine, endParagraph, ending, ensemble, exceptVoice, extend, eyeglasses, f, falloff, fan, feature,
        fermata, ff, fff, ffff, fffff, ffffff, fifths, figure, figureNumber, figuredBass, filled, fine, fingering,
        fingernails, first, firstBeat, firstFret, flip, forPart, forward, forwardRepeat, fp, frame, frameFrets,
        frameNote, frameStrings, fret, function, fz, glass, glissando, golpe, grace, group, groupAbbreviation,
        groupAbbreviationDisplay, groupBarline, groupLink, groupName, groupNameDisplay, groupSymbol, groupTime,
        grouping, halfMuted, hammerOn, hand, handbell, harmonClosed, harmonMute, harmonic, harmony, harpPedals, haydn,
        heel, hole, holeClosed, holeShape, holeType, humming, id, identification, image, implicit, instrument,
        instrumentAbbreviation, instrumentChange, instrumentLink, instrumentName, instrumentSound, instruments,
        interchangeable, inversion, invertedMordent, invertedTurn, invertedVerticalTurn, ipa, key, keyAccidental,
        keyAlter, keyOctave, keyStep, kind, lastBeat, latency, laughing, line, lineDetail, lineEnd, lineLength,
        lineShape, lineType, link, listen, listening, location, long, lyric, makeTime, measure, measureNumbering,
        measureRepeat, measureStyle, memberOf, membrane, metal, metronome, metronomeArrows, metronomeBeam,
        metronomeDot, metronomeNote, metronomeRelation, metronomeTied, metronomeTuplet, metronomeType, mf, midiBank,
        midiChannel, midiDevice, midiInstrument, midiName, midiProgram, midiUnpitched, miscellaneous,
        miscellaneousField, mode, mordent, movementNumber, movementTitle, mp, multipleRest, mute, n, name, natural,
        newPage, newSystem, niente, nonArpeggiate, nonControlling, normalDot, normalNotes, normalType, notations,
        note, notehead, noteheadText, number, numeral, numeralAlter, numeralFifths, numeralKey, numeralMode,
        numeralRoot, octave, octaveChange, octaveShift, offset, open, openString, opus, orientation, ornaments,
        otherArticulation, otherDirection, otherDynamics, otherListen, otherListening, otherNotation, otherOrnament,
        otherPercussion, otherPlay, otherTechnical, p, page, pageNumber, pan, parentheses, parenthesesDegrees, part,
        partAbbreviation, partAbbreviationDisplay, partClef, partGroup, partLink, partList, partName, partNameDisplay,
        partSymbol, partTranspose, pedal, pedalAlter, pedalStep, pedalTuning, perMinute, percussion, pf, pitch,
        pitched, pizzicato, placement, play, player, playerName, plop, pluck, plusMinus, port, pp, ppp, pppp, ppppp,
        pppppp, preBend, prefix, principalVoice, print, printDot, printFrame, printLeger, printLyric, printObject,
        printSpacing, pullOff, rehearsal, relation, release, `repeat`, repeater, rest, rf, rfz, rights, root,
        rootAlter, rootStep, scaling, schleifer, scoop, scordatura, scoreInstrument, scorePart, scorePartwise,
        scoreTimewise, second, secondBeat, segno, semiPitched, senzaMisura, separator, sf, sffz, sfp, sfpp, sfz, sfzp,
        shake, shape, showFrets, showNumber, showType, sign, size, slash, slashDot, slashType, slashes, slide, slur,
        smear, smufl, snapPizzicato, softAccent, softPedal, software, solo, sostenutoPedal, sound, soundingPitch,
        source, spaceLength, spiccato, spread, staccatissimo, staccato, stackDegrees, staff, staffDetails,
        staffDivide, staffLines, staffSize, staffTuning, staffType, startNote, staves, stealTimeFollowing,
        stealTimePrevious, stem, step, stick, stickLocation, stickMaterial, stickType, stopped, straight, stress,
        string, stringMute, strongAccent, substitution, suffix, supports, swing, swingStyle, swingType, syllabic,
        symbol, sync, system, tap, technical, tempo, tenuto, text, thumbPosition, tie, tied, time, timeModification,
        timeOnly, timeRelation, times, timpani, tip, tocoda, toe, topStaff, touchingPitch, transpose, tremolo,
        trillMark, trillStep, tripleTongue, tuningAlter, tuningOctave, tuningStep, tuplet, tupletActual, tupletDot,
        tupletNormal, tupletNumber, tupletType, turn, twoNoteTurn, type, unbroken, unpitched, unplayed, unstress,
        upBow, useDots, useStems, useSymbols, value, version, verticalTurn, virtualInstrument, virtualLibrary,
        virtualName, voice, volume, wait, wavyLine, wedge, winged, withBar, wood, words, work, workNumber, workTitle,
        xlinkHref, xlinkTitle, xlinkType, xmlnsXlink

    /// The name as it is written: `score-partwise`.
    var name: String { Tag.spellings[Int(rawValue)] }

    /// The tag with a name.
    init?(name: String) {
        guard let tag = Tag.byName[name] else { return nil }
        self = tag
    }

    /// All names as UTF-8, one behind the other, and where each begins; the last place is the end of all.
    static let names: (text: [UInt8], starts: [Int]) = spellings.reduce(into: ([], [0])) { result, name in
        result.text.append(contentsOf: name.utf8)
        result.starts.append(result.text.count)
    }

    private static let byName = Dictionary(uniqueKeysWithValues: zip(spellings, allCases))

    private static let spellings = allCases.map { tag in
        switch tag {
        case .xlinkHref: "xlink:href"
        case .xlinkTitle: "xlink:title"
        case .xlinkType: "xlink:type"
        case .xmlnsXlink: "xmlns:xlink"
        default:
            "\(tag)".reduce(into: "") { name, character in
                if character.isUppercase { name += "-" }
                name += character.lowercased()
            }
        }
    }
}
