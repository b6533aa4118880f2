// swift-format-ignore-file

extension VersionRule {
    /// What versions 3.1 and 4.0 brought.
    static let all = rules(additionsOf40) + rules(decisionsFor40) + rules(additionsOf31)

    // One line is a version and either a list of names or names with their new values. A name is
    //
    //     rest          an element, or `note/rest`, one in a note only
    //     note/rest*    all but the first rest in a note
    //     cue+grace     a cue beside a grace
    //     note@id       an attribute; `*@id` wherever it stands
    //     note[id]      the element, where the attribute has one of the values
    //     accidental    with values: the element, where its text is one of them
    //     caesura()     with values: the text of the element alone
    //
    // Values are set apart by bars; `acc*` stands for all that begin so. `> x` puts x in the place of what goes.

    /// What the schema of 4.0 has and that of 3.1 has not. Made by Tools/make-version-table; do not edit.
    static let additionsOf40 = """
        4.0 bass-separator concert-score for-part instrument-change line-detail listen listening numeral part-link player swing
        4.0 arpeggiate@unbroken bass@arrangement bend@shape direction@system double@above effect@smufl ending@system figured-bass@halign figured-bass@placement figured-bass@valign harmony@arrangement harmony@system inversion@text level@type measure-numbering@multiple-rest-always measure-numbering@multiple-rest-range measure-numbering@staff measure-numbering@system membrane@smufl metal@smufl metronome@print-object release@offset repeat@after-jump staff-size@scaling timpani@smufl wavy-line@smufl wood@smufl
        4.0 arpeggiate[number] bracket[number] dashes[number] glissando[number] hammer-on[number] non-arpeggiate[number] octave-shift[number] other-notation[number] pedal[number] pull-off[number] slide[number] slur[number] tied[number] tuplet[number] wavy-line[number] wedge[number] = 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16
        4.0 pedal@type = discontinue | resume
        4.0 accidental-text@enclosure credit-symbol@enclosure credit-words@enclosure display-text@enclosure dynamics@enclosure footnote@enclosure percussion@enclosure rehearsal@enclosure symbol@enclosure words@enclosure = inverted-bracket
        4.0 accidental-mark@smufl accidental-text@smufl accidental@smufl key-accidental@smufl = kievanAccidental* | medRenFla* | medRenNatura* | medRenShar*
        """

    /// What of it takes the element along, since it would mean something else without.
    static let decisionsFor40 = """
        4.0 note/instrument*
        4.0 double[above] = yes
        4.0 level[type] = start | stop
        4.0 pedal[type] = discontinue | resume
        """

    /// What 3.1 has and 3.0 has not, after the transformation `to30.xsl` that the W3C published with 3.1.
    static let additionsOf31 = """
        3.1 arrowhead brass-bend flip golpe half-muted harmon-mute haydn inverted-vertical-turn open smear soft-accent
        3.1 figure/footnote figure/level except-voice staff-divide direction-type/symbol credit-symbol glyph
        3.1 beat-unit-tied metronome-arrows metronome-tied
        3.1 cue+grace
        3.1 n pf sfzp > other-dynamics
        3.1 note@id beam@id notations@id tied@id slur@id tuplet@id glissando@id slide@id other-notation@id ornaments@id accidental-mark@id technical@id articulations@id arpeggiate@id non-arpeggiate@id lyric@id figured-bass@id
        3.1 key@id time@id clef@id transpose@id measure-style@id barline@id fermata@id segno@id coda@id dynamics@id
        3.1 direction@id direction-type@id rehearsal@id words@id wedge@id dashes@id bracket@id pedal@id metronome@id octave-shift@id harp-pedals@id damp@id damp-all@id eyeglasses@id string-mute@id scordatura@id image@id principal-voice@id accordion-registration@id percussion@id other-direction@id harmony@id frame@id grouping@id print@id sound@id staff-divide@id
        3.1 credit@id credit-image@id credit-words@id measure@id
        3.1 *@smufl
        3.1 accidental-mark@parentheses accidental-mark@bracket accidental-mark@size lyric@time-only note@print-leger tap@hand
        3.1 doit@line-length falloff@line-length plop@line-length scoop@line-length
        3.1 stick@parentheses stick@dashed-circle image@height image@width credit-image@height credit-image@width measure@text
        3.1 pedal@abbreviated pedal@number
        3.1 pedal[number] = 2 | 3 | 4 | 5 | 6
        3.1 pedal@type = sostenuto > start
        3.1 *@size = grace-cue > grace
        3.1 note-size[type] = grace-cue
        3.1 accidental accidental-mark accidental-text key-accidental = double-sharp-down | double-sharp-up | flat-flat-down | flat-flat-up | arrow-down | arrow-up | other
        3.1 notehead = circled | other
        3.1 handbell = belltree
        3.1 tied[type] = let-ring
        3.1 tremolo[type] = unmeasured
        3.1 caesura() = normal | thick | short | curved | single
        3.1 breath-mark() = upbow | salzedo
        3.1 fermata() = double-angled | double-square | double-dot | half-curve | curlew
        3.1 *@enclosure = pentagon | hexagon | heptagon | octagon | nonagon | decagon
        3.1 beater = drum stick | slide brush on gong | superball
        3.1 effect = lotus flute | megaphone
        3.1 glass = glass harmonica | glass harp
        3.1 membrane = Chinese tomtom | cuica | Indo-American tomtom | Japanese tomtom | tabla
        3.1 metal = agogo | bell tree | cencerro | chain rattle | jaw harp | jingle bells | musical saw | shell bells | tam tam with beater
        3.1 pitched = celesta | lithophone | steel drums | tubaphone
        3.1 stick-type = glockenspiel | gum | hammer | superball | wound
        3.1 wood = bamboo scraper | castanets with handle | football rattle | quijada | rainstick | reco-reco | whip
        """
}
