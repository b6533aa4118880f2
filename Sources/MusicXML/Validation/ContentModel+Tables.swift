// Made by Tools/make-content-model from musicxml.xsd, xlink.xsd and xml.xsd of MusicXML 4.0. Do not edit.
// swift-format-ignore-file

extension ContentModel {
    /// What the schema says, one declaration a line.
    ///
    ///     value NAME = BASE [: WORD | WORD…] [LOWEST..HIGHEST] [>LOWEST] [length LEAST] [/PATTERN/]
    ///     value NAME = MEMBER or MEMBER…
    ///     group NAME = ATTRIBUTES
    ///     type NAME [< BASE] = CONTENT; ATTRIBUTES
    ///     root NAME
    ///
    /// A WORD is as it stands, `""` the empty one. ATTRIBUTES are `name=value`, `name!=value` where the attribute is required, and `+group`. CONTENT is `empty`, `text VALUE`, or an
    /// expression of elements: `a, b` one after the other, `a | b` either, `?`, `*`, `+` and `{least,most}` how often. An element is
    /// `name`, or `name:type` where its type has another name. Types of XML Schema itself begin with `xs:`.
    static let tables = #"""
        value xlink-type = xs:NMTOKEN: simple
        value xlink-show = xs:NMTOKEN: new | replace | embed | other | none
        value xlink-actuate = xs:NMTOKEN: onRequest | onLoad | other | none
        group link-attributes = xlink:href!=xs:anyURI xlink:type=xlink-type xlink:role=xs:token xlink:title=xs:token xlink:show=xlink-show xlink:actuate=xlink-actuate
        type opus = empty; +link-attributes
        type work = work-number:xs:string?, work-title:xs:string?, opus?;
        type typed-text = text xs:string; type=xs:token
        value yyyy-mm-dd = xs:date /[^:Z]*/
        value yes-no = xs:token: yes | no
        type supports = empty; type!=yes-no element!=xs:NMTOKEN attribute=xs:NMTOKEN value=xs:token
        type encoding = (encoding-date:yyyy-mm-dd | encoder:typed-text | software:xs:string | encoding-description:xs:string | supports)*;
        type miscellaneous-field = text xs:string; name!=xs:token
        type miscellaneous = miscellaneous-field*;
        type identification = creator:typed-text*, rights:typed-text*, encoding?, source:xs:string?, relation:typed-text*, miscellaneous?;
        value millimeters = xs:decimal
        value tenths = xs:decimal
        type scaling = millimeters, tenths;
        type empty = empty;
        value margin-type = xs:token: odd | even | both
        type page-margins = (left-margin:tenths, right-margin:tenths), top-margin:tenths, bottom-margin:tenths; type=margin-type
        type page-layout = (page-height:tenths, page-width:tenths)?, page-margins{0,2};
        type system-margins = left-margin:tenths, right-margin:tenths;
        group print-object = print-object=yes-no
        group position = default-x=tenths default-y=tenths relative-x=tenths relative-y=tenths
        value comma-separated-text = xs:token /[^,]+(, ?[^,]+)*/
        value font-family = comma-separated-text
        value font-style = xs:token: normal | italic
        value css-font-size = xs:token: xx-small | x-small | small | medium | large | x-large | xx-large
        value font-size = xs:decimal or css-font-size
        value font-weight = xs:token: normal | bold
        group font = font-family=font-family font-style=font-style font-size=font-size font-weight=font-weight
        value color = xs:token /#[\dA-F]{6}([\dA-F][\dA-F])?/
        group color = color=color
        group print-style = +position +font +color
        value left-center-right = xs:token: left | center | right
        group halign = halign=left-center-right
        value valign = xs:token: top | middle | bottom | baseline
        group valign = valign=valign
        group print-style-align = +print-style +halign +valign
        type empty-print-object-style-align = empty; +print-object +print-style-align
        type system-dividers = left-divider:empty-print-object-style-align, right-divider:empty-print-object-style-align;
        type system-layout = system-margins?, system-distance:tenths?, top-system-distance:tenths?, system-dividers?;
        value staff-number = xs:positiveInteger
        type staff-layout = staff-distance:tenths?; number=staff-number
        value line-width-type = xs:token
        type line-width = text tenths; type!=line-width-type
        value non-negative-decimal = xs:decimal 0..
        value note-size-type = xs:token: cue | grace | grace-cue | large
        type note-size = text non-negative-decimal; type!=note-size-type
        value distance-type = xs:token
        type distance = text tenths; type!=distance-type
        value smufl-glyph-name = xs:NMTOKEN
        value glyph-type = xs:token
        type glyph = text smufl-glyph-name; type!=glyph-type
        type other-appearance = text xs:string; type!=xs:token
        type appearance = line-width*, note-size*, distance*, glyph*, other-appearance*;
        type empty-font = empty; +font
        type lyric-font = empty; number=xs:NMTOKEN name=xs:token +font
        value xml-lang.word = xs:string: ""
        value xml-lang = xs:language or xml-lang.word
        type lyric-language = empty; number=xs:NMTOKEN name=xs:token xml:lang!=xml-lang
        type defaults = scaling?, concert-score:empty?, (page-layout?, system-layout?, staff-layout*), appearance?, music-font:empty-font?, word-font:empty-font?, lyric-font*, lyric-language*;
        group element-position = element=xs:NMTOKEN position=xs:positiveInteger
        type link = empty; +link-attributes name=xs:token +element-position +position
        type bookmark = empty; id!=xs:ID name=xs:token +element-position
        value valign-image = xs:token: top | middle | bottom
        group valign-image = valign=valign-image
        group image-attributes = source!=xs:anyURI type!=xs:token height=tenths width=tenths +position +halign +valign-image
        group optional-unique-id = id=xs:ID
        type image = empty; +image-attributes +optional-unique-id
        group justify = justify=left-center-right
        value number-of-lines = xs:nonNegativeInteger 0..3
        group text-decoration = underline=number-of-lines overline=number-of-lines line-through=number-of-lines
        value rotation-degrees = xs:decimal -180..180
        group text-rotation = rotation=rotation-degrees
        value number-or-normal.word = xs:token: normal
        value number-or-normal = xs:decimal or number-or-normal.word
        group letter-spacing = letter-spacing=number-or-normal
        group line-height = line-height=number-or-normal
        value xml-space = xs:NCName: default | preserve
        value text-direction = xs:token: ltr | rtl | lro | rlo
        group text-direction = dir=text-direction
        value enclosure-shape = xs:token: rectangle | square | oval | circle | bracket | inverted-bracket | triangle | diamond | pentagon | hexagon | heptagon | octagon | nonagon | decagon | none
        group enclosure = enclosure=enclosure-shape
        group text-formatting = +justify +print-style-align +text-decoration +text-rotation +letter-spacing +line-height xml:lang=xml-lang xml:space=xml-space +text-direction +enclosure
        type formatted-text-id = text xs:string; +text-formatting +optional-unique-id
        group symbol-formatting = +justify +print-style-align +text-decoration +text-rotation +letter-spacing +line-height +text-direction +enclosure
        type formatted-symbol-id = text smufl-glyph-name; +symbol-formatting +optional-unique-id
        type credit = credit-type:xs:string*, link*, bookmark*, (credit-image:image | ((credit-words:formatted-text-id | credit-symbol:formatted-symbol-id), (link*, bookmark*, (credit-words:formatted-text-id | credit-symbol:formatted-symbol-id))*)); page=xs:positiveInteger +optional-unique-id
        group group-name-text = +print-style +justify
        type group-name = text xs:string; +group-name-text
        type formatted-text = text xs:string; +text-formatting
        value accidental-value = xs:string: sharp | natural | flat | double-sharp | sharp-sharp | flat-flat | natural-sharp | natural-flat | quarter-flat | quarter-sharp | three-quarters-flat | three-quarters-sharp | sharp-down | sharp-up | natural-down | natural-up | flat-down | flat-up | double-sharp-down | double-sharp-up | flat-flat-down | flat-flat-up | arrow-down | arrow-up | triple-sharp | triple-flat | slash-quarter-sharp | slash-sharp | slash-flat | double-slash-flat | sharp-1 | sharp-2 | sharp-3 | sharp-5 | flat-1 | flat-2 | flat-3 | flat-4 | sori | koron | other
        value smufl-accidental-glyph-name = smufl-glyph-name /(acc|medRenFla|medRenNatura|medRenShar|kievanAccidental)(\c+)/
        type accidental-text = text accidental-value; +text-formatting smufl=smufl-accidental-glyph-name
        type name-display = (display-text:formatted-text | accidental-text)*; +print-object
        value group-symbol-value = xs:string: none | brace | line | bracket | square
        type group-symbol = text group-symbol-value; +position +color
        value group-barline-value = xs:string: yes | no | Mensurstrich
        type group-barline = text group-barline-value; +color
        value start-stop-single = xs:token: start | stop | single
        value symbol-size = xs:token: full | cue | grace-cue | large
        group level-display = parentheses=yes-no bracket=yes-no size=symbol-size
        type level = text xs:string; reference=yes-no type=start-stop-single +level-display
        value start-stop = xs:token: start | stop
        type part-group = group-name?, group-name-display:name-display?, group-abbreviation:group-name?, group-abbreviation-display:name-display?, group-symbol?, group-barline?, group-time:empty?, (footnote:formatted-text?, level?); type!=start-stop number=xs:token
        type instrument-link = empty; id!=xs:IDREF
        type part-link = instrument-link*, group-link:xs:string*; +link-attributes
        group part-name-text = +print-style +print-object +justify
        type part-name = text xs:string; +part-name-text
        value positive-integer-or-empty.word = xs:string: ""
        value positive-integer-or-empty = xs:positiveInteger or positive-integer-or-empty.word
        type virtual-instrument = virtual-library:xs:string?, virtual-name:xs:string?;
        type score-instrument = instrument-name:xs:string, instrument-abbreviation:xs:string?, (instrument-sound:xs:string?, (solo:empty | ensemble:positive-integer-or-empty)?, virtual-instrument?); id!=xs:ID
        type player = player-name:xs:string; id!=xs:ID
        value midi-16 = xs:positiveInteger 1..16
        type midi-device = text xs:string; port=midi-16 id=xs:IDREF
        value midi-16384 = xs:positiveInteger 1..16384
        value midi-128 = xs:positiveInteger 1..128
        value percent = xs:decimal 0..100
        type midi-instrument = midi-channel:midi-16?, midi-name:xs:string?, midi-bank:midi-16384?, midi-program:midi-128?, midi-unpitched:midi-128?, volume:percent?, pan:rotation-degrees?, elevation:rotation-degrees?; id!=xs:IDREF
        type score-part = identification?, part-link*, part-name, part-name-display:name-display?, part-abbreviation:part-name?, part-abbreviation-display:name-display?, group:xs:string*, score-instrument*, player*, (midi-device?, midi-instrument?)*; id!=xs:ID
        type part-list = part-group*, score-part, (part-group | score-part)*;
        value divisions = xs:decimal
        type grace = empty; steal-time-previous=percent steal-time-following=percent make-time=divisions slash=yes-no
        value step = xs:string: A | B | C | D | E | F | G
        value semitones = xs:decimal
        value octave = xs:integer 0..9
        type pitch = step, alter:semitones?, octave;
        type unpitched = (display-step:step, display-octave:octave)?;
        type rest = (display-step:step, display-octave:octave)?; measure=yes-no
        value time-only = xs:token /[1-9][0-9]*(, ?[1-9][0-9]*)*/
        type tie = empty; type!=start-stop time-only=time-only
        value positive-divisions = divisions >0
        type instrument = empty; id!=xs:IDREF
        value note-type-value = xs:string: 1024th | 512th | 256th | 128th | 64th | 32nd | 16th | eighth | quarter | half | whole | breve | long | maxima
        type note-type = text note-type-value; size=symbol-size
        value above-below = xs:token: above | below
        group placement = placement=above-below
        type empty-placement = empty; +print-style +placement
        type accidental = text accidental-value; cautionary=yes-no editorial=yes-no +level-display +print-style smufl=smufl-accidental-glyph-name
        type time-modification = actual-notes:xs:nonNegativeInteger, normal-notes:xs:nonNegativeInteger, (normal-type:note-type-value, normal-dot:empty*)?;
        value stem-value = xs:string: down | up | double | none
        group y-position = default-x=tenths default-y=tenths relative-x=tenths relative-y=tenths
        type stem = text stem-value; +y-position +color
        value notehead-value = xs:string: slash | triangle | diamond | square | cross | x | circle-x | inverted triangle | arrow down | arrow up | circled | slashed | back slashed | normal | cluster | circle dot | left triangle | rectangle | none | do | re | mi | fa | fa up | so | la | ti | other
        group smufl = smufl=smufl-glyph-name
        type notehead = text notehead-value; filled=yes-no parentheses=yes-no +font +color +smufl
        type notehead-text = (display-text:formatted-text | accidental-text)+;
        value beam-value = xs:string: begin | continue | end | forward hook | backward hook
        value beam-level = xs:positiveInteger 1..8
        value fan = xs:token: accel | rit | none
        type beam = text beam-value; number=beam-level repeater=yes-no fan=fan +color +optional-unique-id
        value tied-type = xs:token: start | stop | continue | let-ring
        value number-level = xs:positiveInteger 1..16
        value line-type = xs:token: solid | dashed | dotted | wavy
        group line-type = line-type=line-type
        group dashed-formatting = dash-length=tenths space-length=tenths
        value over-under = xs:token: over | under
        group orientation = orientation=over-under
        group bezier = bezier-x=tenths bezier-y=tenths bezier-x2=tenths bezier-y2=tenths bezier-offset=divisions bezier-offset2=divisions
        type tied = empty; type!=tied-type number=number-level +line-type +dashed-formatting +position +placement +orientation +bezier +color +optional-unique-id
        value start-stop-continue = xs:token: start | stop | continue
        type slur = empty; type!=start-stop-continue number=number-level +line-type +dashed-formatting +position +placement +orientation +bezier +color +optional-unique-id
        type tuplet-number = text xs:nonNegativeInteger; +font +color
        type tuplet-type = text note-type-value; +font +color
        type tuplet-dot = empty; +font +color
        type tuplet-portion = tuplet-number?, tuplet-type?, tuplet-dot*;
        value show-tuplet = xs:token: actual | both | none
        value line-shape = xs:token: straight | curved
        group line-shape = line-shape=line-shape
        type tuplet = tuplet-actual:tuplet-portion?, tuplet-normal:tuplet-portion?; type!=start-stop number=number-level bracket=yes-no show-number=show-tuplet show-type=show-tuplet +line-shape +position +placement +optional-unique-id
        type glissando = text xs:string; type!=start-stop number=number-level +line-type +dashed-formatting +print-style +optional-unique-id
        value trill-beats = xs:decimal 2..
        group bend-sound = accelerate=yes-no beats=trill-beats first-beat=percent last-beat=percent
        type slide = text xs:string; type!=start-stop number=number-level +line-type +dashed-formatting +print-style +bend-sound +optional-unique-id
        value start-note = xs:token: upper | main | below
        value trill-step = xs:token: whole | half | unison
        value two-note-turn = xs:token: whole | half | none
        group trill-sound = start-note=start-note trill-step=trill-step two-note-turn=two-note-turn accelerate=yes-no beats=trill-beats second-beat=percent last-beat=percent
        type empty-trill-sound = empty; +print-style +placement +trill-sound
        type horizontal-turn = empty; +print-style +placement +trill-sound slash=yes-no
        value smufl-wavy-line-glyph-name = smufl-glyph-name /(wiggle\c+)|(guitar\c*VibratoStroke)/
        type wavy-line = empty; type!=start-stop-continue number=number-level smufl=smufl-wavy-line-glyph-name +position +placement +color +trill-sound
        type mordent < empty-trill-sound = empty; +print-style +placement +trill-sound long=yes-no approach=above-below departure=above-below
        value tremolo-marks = xs:integer 0..8
        value tremolo-type = xs:token: start | stop | single | unmeasured
        type tremolo = text tremolo-marks; type=tremolo-type +print-style +placement +smufl
        type other-placement-text = text xs:string; +print-style +placement +smufl
        type accidental-mark = text accidental-value; +level-display +print-style +placement smufl=smufl-accidental-glyph-name +optional-unique-id
        type ornaments = ((trill-mark:empty-trill-sound | turn:horizontal-turn | delayed-turn:horizontal-turn | inverted-turn:horizontal-turn | delayed-inverted-turn:horizontal-turn | vertical-turn:empty-trill-sound | inverted-vertical-turn:empty-trill-sound | shake:empty-trill-sound | wavy-line | mordent | inverted-mordent:mordent | schleifer:empty-placement | tremolo | haydn:empty-trill-sound | other-ornament:other-placement-text), accidental-mark*)*; +optional-unique-id
        type harmonic = (natural:empty | artificial:empty)?, (base-pitch:empty | touching-pitch:empty | sounding-pitch:empty)?; +print-object +print-style +placement
        type fingering = text xs:string; substitution=yes-no alternate=yes-no +print-style +placement
        type placement-text = text xs:string; +print-style +placement
        type empty-placement-smufl = empty; +print-style +placement +smufl
        type fret = text xs:nonNegativeInteger; +font +color
        value string-number = xs:positiveInteger
        type string = text string-number; +print-style +placement
        type hammer-on-pull-off = text xs:string; type!=start-stop number=number-level +print-style +placement
        type release < empty = empty; offset=divisions
        value bend-shape = xs:string: angled | curved
        type bend = bend-alter:semitones, (pre-bend:empty | release)?, with-bar:placement-text?; shape=bend-shape +print-style +bend-sound
        value tap-hand = xs:string: left | right
        type tap = text xs:string; hand=tap-hand +print-style +placement
        type heel-toe < empty-placement = empty; +print-style +placement substitution=yes-no
        value hole-closed-value = xs:string: yes | no | half
        value hole-closed-location = xs:string: right | bottom | left | top
        type hole-closed = text hole-closed-value; location=hole-closed-location
        type hole = hole-type:xs:string?, hole-closed, hole-shape:xs:string?; +print-style +placement
        value arrow-direction = xs:string: left | up | right | down | northwest | northeast | southeast | southwest | left right | up down | northwest southeast | northeast southwest | other
        value arrow-style = xs:string: single | double | filled | hollow | paired | combined | other
        value circular-arrow = xs:string: clockwise | anticlockwise
        type arrow = (arrow-direction, arrow-style?, arrowhead:empty?) | circular-arrow; +print-style +placement +smufl
        value handbell-value = xs:string: belltree | damp | echo | gyro | hand martellato | mallet lift | mallet table | martellato | martellato lift | muted martellato | pluck lift | swing
        type handbell = text handbell-value; +print-style +placement
        value harmon-closed-value = xs:string: yes | no | half
        value harmon-closed-location = xs:string: right | bottom | left | top
        type harmon-closed = text harmon-closed-value; location=harmon-closed-location
        type harmon-mute = harmon-closed; +print-style +placement
        type technical = (up-bow:empty-placement | down-bow:empty-placement | harmonic | open-string:empty-placement | thumb-position:empty-placement | fingering | pluck:placement-text | double-tongue:empty-placement | triple-tongue:empty-placement | stopped:empty-placement-smufl | snap-pizzicato:empty-placement | fret | string | hammer-on:hammer-on-pull-off | pull-off:hammer-on-pull-off | bend | tap | heel:heel-toe | toe:heel-toe | fingernails:empty-placement | hole | arrow | handbell | brass-bend:empty-placement | flip:empty-placement | smear:empty-placement | open:empty-placement-smufl | half-muted:empty-placement-smufl | harmon-mute | golpe:empty-placement | other-technical:other-placement-text)*; +optional-unique-id
        value up-down = xs:token: up | down
        type strong-accent < empty-placement = empty; +print-style +placement type=up-down
        value line-length = xs:token: short | medium | long
        group line-length = line-length=line-length
        type empty-line = empty; +line-shape +line-type +line-length +dashed-formatting +print-style +placement
        value breath-mark-value = xs:string: "" | comma | tick | upbow | salzedo
        type breath-mark = text breath-mark-value; +print-style +placement
        value caesura-value = xs:string: normal | thick | short | curved | single | ""
        type caesura = text caesura-value; +print-style +placement
        type articulations = (accent:empty-placement | strong-accent | staccato:empty-placement | tenuto:empty-placement | detached-legato:empty-placement | staccatissimo:empty-placement | spiccato:empty-placement | scoop:empty-line | plop:empty-line | doit:empty-line | falloff:empty-line | breath-mark | caesura | stress:empty-placement | unstress:empty-placement | soft-accent:empty-placement | other-articulation:other-placement-text)*; +optional-unique-id
        type other-text = text xs:string; +smufl
        type dynamics = (p:empty | pp:empty | ppp:empty | pppp:empty | ppppp:empty | pppppp:empty | f:empty | ff:empty | fff:empty | ffff:empty | fffff:empty | ffffff:empty | mp:empty | mf:empty | sf:empty | sfp:empty | sfpp:empty | fp:empty | rf:empty | rfz:empty | sfz:empty | sffz:empty | fz:empty | n:empty | pf:empty | sfzp:empty | other-dynamics:other-text)*; +print-style-align +placement +text-decoration +enclosure +optional-unique-id
        value fermata-shape = xs:string: normal | angled | square | double-angled | double-square | double-dot | half-curve | curlew | ""
        value upright-inverted = xs:token: upright | inverted
        type fermata = text fermata-shape; type=upright-inverted +print-style +optional-unique-id
        type arpeggiate = empty; number=number-level direction=up-down unbroken=yes-no +position +placement +color +optional-unique-id
        value top-bottom = xs:token: top | bottom
        type non-arpeggiate = empty; type!=top-bottom number=number-level +position +placement +color +optional-unique-id
        type other-notation = text xs:string; type!=start-stop-single number=number-level +print-object +print-style +placement +smufl +optional-unique-id
        type notations = (footnote:formatted-text?, level?), (tied | slur | tuplet | glissando | slide | ornaments | technical | articulations | dynamics | fermata | arpeggiate | non-arpeggiate | accidental-mark | other-notation)*; +print-object +optional-unique-id
        value syllabic = xs:string: single | begin | end | middle
        type text-element-data = text xs:string; +font +color +text-decoration +text-rotation +letter-spacing xml:lang=xml-lang +text-direction
        value smufl-lyrics-glyph-name = smufl-glyph-name /lyrics\c+/
        type elision = text xs:string; +font +color smufl=smufl-lyrics-glyph-name
        type extend = empty; type=start-stop-continue +position +color
        type lyric = ((syllabic?, text:text-element-data, ((elision, syllabic?)?, text:text-element-data)*, extend?) | extend | laughing:empty | humming:empty), end-line:empty?, end-paragraph:empty?, (footnote:formatted-text?, level?); number=xs:NMTOKEN name=xs:token +justify +position +placement +color +print-object time-only=time-only +optional-unique-id
        value mute = xs:string: on | off | straight | cup | harmon-no-stem | harmon-stem | bucket | plunger | hat | solotone | practice | stop-mute | stop-hand | echo | palm
        value semi-pitched = xs:string: high | medium-high | medium | medium-low | low | very-low
        type other-play = text xs:string; type!=xs:token
        type play = (ipa:xs:string | mute | semi-pitched | other-play)*; id=xs:IDREF
        type assess = empty; type!=yes-no player=xs:IDREF time-only=time-only
        type wait = empty; player=xs:IDREF time-only=time-only
        type other-listening = text xs:string; type!=xs:token player=xs:IDREF time-only=time-only
        type listen = (assess | wait | other-listen:other-listening)+;
        group x-position = default-x=tenths default-y=tenths relative-x=tenths relative-y=tenths
        group print-spacing = print-spacing=yes-no
        group printout = +print-object print-dot=yes-no +print-spacing print-lyric=yes-no
        type note = ((grace, (((chord:empty?, (pitch | unpitched | rest)), tie{0,2}) | (cue:empty, (chord:empty?, (pitch | unpitched | rest))))) | (cue:empty, (chord:empty?, (pitch | unpitched | rest)), duration:positive-divisions) | ((chord:empty?, (pitch | unpitched | rest)), duration:positive-divisions, tie{0,2})), instrument*, (footnote:formatted-text?, level?, voice:xs:string?), type:note-type?, dot:empty-placement*, accidental?, time-modification?, stem?, notehead?, notehead-text?, staff:xs:positiveInteger?, beam{0,8}, notations*, lyric*, play?, listen?; +x-position +font +color +printout print-leger=yes-no dynamics=non-negative-decimal end-dynamics=non-negative-decimal attack=divisions release=divisions time-only=time-only pizzicato=yes-no +optional-unique-id
        type backup = duration:positive-divisions, (footnote:formatted-text?, level?);
        type forward = duration:positive-divisions, (footnote:formatted-text?, level?, voice:xs:string?), staff:xs:positiveInteger?;
        value smufl-segno-glyph-name = smufl-glyph-name /segno\c*/
        type segno = empty; +print-style-align +optional-unique-id smufl=smufl-segno-glyph-name
        value smufl-coda-glyph-name = smufl-glyph-name /coda\c*/
        type coda = empty; +print-style-align +optional-unique-id smufl=smufl-coda-glyph-name
        value wedge-type = xs:token: crescendo | diminuendo | stop | continue
        type wedge = empty; type!=wedge-type number=number-level spread=tenths niente=yes-no +line-type +dashed-formatting +position +color +optional-unique-id
        type dashes = empty; type!=start-stop-continue number=number-level +dashed-formatting +position +color +optional-unique-id
        value line-end = xs:token: up | down | both | arrow | none
        type bracket = empty; type!=start-stop-continue number=number-level line-end!=line-end end-length=tenths +line-type +dashed-formatting +position +color +optional-unique-id
        value pedal-type = xs:token: start | stop | sostenuto | change | continue | discontinue | resume
        type pedal = empty; type!=pedal-type number=number-level line=yes-no sign=yes-no abbreviated=yes-no +print-style-align +optional-unique-id
        type beat-unit-tied = beat-unit:note-type-value, beat-unit-dot:empty*;
        type per-minute = text xs:string; +font
        type metronome-beam = text beam-value; number=beam-level
        type metronome-tied = empty; type!=start-stop
        type metronome-tuplet < time-modification = actual-notes:xs:nonNegativeInteger, normal-notes:xs:nonNegativeInteger, (normal-type:note-type-value, normal-dot:empty*)?; type!=start-stop bracket=yes-no show-number=show-tuplet
        type metronome-note = metronome-type:note-type-value, metronome-dot:empty*, metronome-beam*, metronome-tied?, metronome-tuplet?;
        type metronome = ((beat-unit:note-type-value, beat-unit-dot:empty*), beat-unit-tied*, (per-minute | ((beat-unit:note-type-value, beat-unit-dot:empty*), beat-unit-tied*))) | (metronome-arrows:empty?, metronome-note+, (metronome-relation:xs:string, metronome-note+)?); +print-style-align +print-object +justify parentheses=yes-no +optional-unique-id
        value up-down-stop-continue = xs:token: up | down | stop | continue
        type octave-shift = empty; type!=up-down-stop-continue number=number-level size=xs:positiveInteger +dashed-formatting +print-style +optional-unique-id
        type pedal-tuning = pedal-step:step, pedal-alter:semitones;
        type harp-pedals = pedal-tuning+; +print-style-align +optional-unique-id
        type empty-print-style-align-id = empty; +print-style-align +optional-unique-id
        value on-off = xs:token: on | off
        type string-mute = empty; type!=on-off +print-style-align +optional-unique-id
        type accord = tuning-step:step, tuning-alter:semitones?, tuning-octave:octave; string=string-number
        type scordatura = accord+; +optional-unique-id
        value principal-voice-symbol = xs:string: Hauptstimme | Nebenstimme | plain | none
        type principal-voice = text xs:string; type!=start-stop symbol!=principal-voice-symbol +print-style-align +optional-unique-id
        value glass-value = xs:string: glass harmonica | glass harp | wind chimes
        value smufl-pictogram-glyph-name = smufl-glyph-name /pict\c+/
        type glass = text glass-value; smufl=smufl-pictogram-glyph-name
        value metal-value = xs:string: agogo | almglocken | bell | bell plate | bell tree | brake drum | cencerro | chain rattle | Chinese cymbal | cowbell | crash cymbals | crotale | cymbal tongs | domed gong | finger cymbals | flexatone | gong | hi-hat | high-hat cymbals | handbell | jaw harp | jingle bells | musical saw | shell bells | sistrum | sizzle cymbal | sleigh bells | suspended cymbal | tam tam | tam tam with beater | triangle | Vietnamese hat
        type metal = text metal-value; smufl=smufl-pictogram-glyph-name
        value wood-value = xs:string: bamboo scraper | board clapper | cabasa | castanets | castanets with handle | claves | football rattle | guiro | log drum | maraca | maracas | quijada | rainstick | ratchet | reco-reco | sandpaper blocks | slit drum | temple block | vibraslap | whip | wood block
        type wood = text wood-value; smufl=smufl-pictogram-glyph-name
        value pitched-value = xs:string: celesta | chimes | glockenspiel | lithophone | mallet | marimba | steel drums | tubaphone | tubular chimes | vibraphone | xylophone
        type pitched = text pitched-value; smufl=smufl-pictogram-glyph-name
        value membrane-value = xs:string: bass drum | bass drum on side | bongos | Chinese tomtom | conga drum | cuica | goblet drum | Indo-American tomtom | Japanese tomtom | military drum | snare drum | snare drum snares off | tabla | tambourine | tenor drum | timbales | tomtom
        type membrane = text membrane-value; smufl=smufl-pictogram-glyph-name
        value effect-value = xs:string: anvil | auto horn | bird whistle | cannon | duck call | gun shot | klaxon horn | lions roar | lotus flute | megaphone | police whistle | siren | slide whistle | thunder sheet | wind machine | wind whistle
        type effect = text effect-value; smufl=smufl-pictogram-glyph-name
        type timpani = empty; smufl=smufl-pictogram-glyph-name
        value beater-value = xs:string: bow | chime hammer | coin | drum stick | finger | fingernail | fist | guiro scraper | hammer | hand | jazz stick | knitting needle | metal hammer | slide brush on gong | snare stick | spoon mallet | superball | triangle beater | triangle beater plain | wire brush
        value tip-direction = xs:string: up | down | left | right | northwest | northeast | southeast | southwest
        type beater = text beater-value; tip=tip-direction
        value stick-type = xs:string: bass drum | double bass drum | glockenspiel | gum | hammer | superball | timpani | wound | xylophone | yarn
        value stick-material = xs:string: soft | medium | hard | shaded | x
        type stick = stick-type, stick-material; tip=tip-direction parentheses=yes-no dashed-circle=yes-no
        value stick-location = xs:string: center | rim | cymbal bell | cymbal edge
        type percussion = glass | metal | wood | pitched | membrane | effect | timpani | beater | stick | stick-location | other-percussion:other-text; +print-style-align +enclosure +optional-unique-id
        value accordion-middle = xs:positiveInteger 1..3
        type accordion-registration = accordion-high:empty?, accordion-middle?, accordion-low:empty?; +print-style-align +optional-unique-id
        value staff-divide-symbol = xs:token: down | up | up-down
        type staff-divide = empty; type!=staff-divide-symbol +print-style-align +optional-unique-id
        type other-direction = text xs:string; +print-object +print-style-align +smufl +optional-unique-id
        type direction-type = rehearsal:formatted-text-id+ | segno+ | coda+ | (words:formatted-text-id | symbol:formatted-symbol-id)+ | wedge | dynamics+ | dashes | bracket | pedal | metronome | octave-shift | harp-pedals | damp:empty-print-style-align-id | damp-all:empty-print-style-align-id | eyeglasses:empty-print-style-align-id | string-mute | scordatura | image | principal-voice | percussion+ | accordion-registration | staff-divide | other-direction; +optional-unique-id
        type offset = text divisions; sound=yes-no
        type instrument-change = instrument-sound:xs:string?, (solo:empty | ensemble:positive-integer-or-empty)?, virtual-instrument?; id!=xs:IDREF
        value swing-type-value = note-type-value: 16th | eighth
        type swing = (straight:empty | (first:xs:positiveInteger, second:xs:positiveInteger, swing-type:swing-type-value?)), swing-style:xs:string?;
        value yes-no-number = yes-no or xs:decimal
        type sound = (instrument-change?, midi-device?, midi-instrument?, play?)*, swing?, offset?; tempo=non-negative-decimal dynamics=non-negative-decimal dacapo=yes-no segno=xs:token dalsegno=xs:token coda=xs:token tocoda=xs:token divisions=divisions forward-repeat=yes-no fine=xs:token time-only=time-only pizzicato=yes-no pan=rotation-degrees elevation=rotation-degrees damper-pedal=yes-no-number soft-pedal=yes-no-number sostenuto-pedal=yes-no-number +optional-unique-id
        value sync-type = xs:token: none | tempo | mostly-tempo | mostly-event | event | always-event
        value milliseconds = xs:nonNegativeInteger
        type sync = empty; type!=sync-type latency=milliseconds player=xs:IDREF time-only=time-only
        type listening = (sync | other-listening)+, offset?;
        group directive = directive=yes-no
        value system-relation-number = xs:string: only-top | only-bottom | also-top | also-bottom | none
        value system-relation = system-relation-number: only-top | also-top | none
        group system-relation = system=system-relation
        type direction = direction-type+, offset?, (footnote:formatted-text?, level?, voice:xs:string?), staff:xs:positiveInteger?, sound?, listening?; +placement +directive +system-relation +optional-unique-id
        value fifths = xs:integer
        value cancel-location = xs:string: left | right | before-barline
        type cancel = text fifths; location=cancel-location
        value mode = xs:string
        type key-accidental = text accidental-value; smufl=smufl-accidental-glyph-name
        type key-octave = text octave; number!=xs:positiveInteger cancel=yes-no
        type key = ((cancel?, fifths, mode?) | (key-step:step, key-alter:semitones, key-accidental?)*), key-octave*; number=staff-number +print-style +print-object +optional-unique-id
        value time-relation = xs:string: parentheses | bracket | equals | slash | space | hyphen
        value time-symbol = xs:token: common | cut | single-number | note | dotted-note | normal
        value time-separator = xs:token: none | horizontal | diagonal | vertical | adjacent
        type interchangeable = time-relation?, (beats:xs:string, beat-type:xs:string)+; symbol=time-symbol separator=time-separator
        type time = ((beats:xs:string, beat-type:xs:string)+, interchangeable?) | senza-misura:xs:string; number=staff-number symbol=time-symbol separator=time-separator +print-style-align +print-object +optional-unique-id
        type part-symbol = text group-symbol-value; top-staff=staff-number bottom-staff=staff-number +position +color
        value clef-sign = xs:string: G | F | C | percussion | TAB | jianpu | none
        value staff-line-position = xs:integer
        type clef = sign:clef-sign, line:staff-line-position?, clef-octave-change:xs:integer?; number=staff-number additional=yes-no size=symbol-size after-barline=yes-no +print-style +print-object +optional-unique-id
        value staff-type = xs:string: ossia | editorial | cue | alternate | regular
        value staff-line = xs:positiveInteger
        type line-detail = empty; line!=staff-line width=tenths +color +line-type +print-object
        type staff-tuning = tuning-step:step, tuning-alter:semitones?, tuning-octave:octave; line!=staff-line
        type staff-size = text non-negative-decimal; scaling=non-negative-decimal
        value show-frets = xs:token: numbers | letters
        type staff-details = staff-type?, (staff-lines:xs:nonNegativeInteger, line-detail*)?, staff-tuning*, capo:xs:nonNegativeInteger?, staff-size?; number=staff-number show-frets=show-frets +print-object +print-spacing
        type double = empty; above=yes-no
        type transpose = diatonic:xs:integer?, chromatic:semitones, octave-change:xs:integer?, double?; number=staff-number +optional-unique-id
        type part-clef = sign:clef-sign, line:staff-line-position?, clef-octave-change:xs:integer?;
        type part-transpose = diatonic:xs:integer?, chromatic:semitones, octave-change:xs:integer?, double?;
        type for-part = part-clef?, part-transpose; number=staff-number +optional-unique-id
        type attributes.directive = text xs:string; +print-style xml:lang=xml-lang
        type multiple-rest = text xs:positiveInteger; use-symbols=yes-no
        type measure-repeat = text positive-integer-or-empty; type!=start-stop slashes=xs:positiveInteger
        type beat-repeat = ((slash-type:note-type-value, slash-dot:empty*)?, except-voice:xs:string*)?; type!=start-stop slashes=xs:positiveInteger use-dots=yes-no
        type slash = ((slash-type:note-type-value, slash-dot:empty*)?, except-voice:xs:string*)?; type!=start-stop use-dots=yes-no use-stems=yes-no
        type measure-style = multiple-rest | measure-repeat | beat-repeat | slash; number=staff-number +font +color +optional-unique-id
        type attributes = (footnote:formatted-text?, level?), divisions:positive-divisions?, key*, time*, staves:xs:nonNegativeInteger?, part-symbol?, instruments:xs:nonNegativeInteger?, clef*, staff-details*, (transpose* | for-part*), directive:attributes.directive*, measure-style*;
        type root-step = text step; text=xs:token +print-style
        value left-right = xs:token: left | right
        type harmony-alter = text semitones; +print-object +print-style location=left-right
        type root = root-step, root-alter:harmony-alter?;
        value numeral-value = xs:positiveInteger 1..7
        type numeral-root = text numeral-value; text=xs:token +print-style
        value numeral-mode = xs:string: major | minor | natural minor | melodic minor | harmonic minor
        type numeral-key = numeral-fifths:fifths, numeral-mode; +print-object
        type numeral = numeral-root, numeral-alter:harmony-alter?, numeral-key?;
        type style-text = text xs:string; +print-style
        value kind-value = xs:string: major | minor | augmented | diminished | dominant | major-seventh | minor-seventh | diminished-seventh | augmented-seventh | half-diminished | major-minor | major-sixth | minor-sixth | dominant-ninth | major-ninth | minor-ninth | dominant-11th | major-11th | minor-11th | dominant-13th | major-13th | minor-13th | suspended-second | suspended-fourth | Neapolitan | Italian | French | German | pedal | power | Tristan | other | none
        type kind = text kind-value; use-symbols=yes-no text=xs:token stack-degrees=yes-no parentheses-degrees=yes-no bracket-degrees=yes-no +print-style +halign +valign
        type inversion = text xs:nonNegativeInteger; text=xs:token +print-style
        type bass-step = text step; text=xs:token +print-style
        value harmony-arrangement = xs:token: vertical | horizontal | diagonal
        type bass = bass-separator:style-text?, bass-step, bass-alter:harmony-alter?; arrangement=harmony-arrangement
        value degree-symbol-value = xs:token: major | minor | augmented | diminished | half-diminished
        type degree-value = text xs:positiveInteger; symbol=degree-symbol-value text=xs:token +print-style
        type degree-alter = text semitones; +print-style plus-minus=yes-no
        value degree-type-value = xs:string: add | alter | subtract
        type degree-type = text degree-type-value; text=xs:token +print-style
        type degree = degree-value, degree-alter, degree-type; +print-object
        type first-fret = text xs:positiveInteger; text=xs:token location=left-right
        type barre = empty; type!=start-stop +color
        type frame-note = string, fret, fingering?, barre?;
        type frame = frame-strings:xs:positiveInteger, frame-frets:xs:positiveInteger, first-fret?, frame-note+; +position +color +halign +valign-image height=tenths width=tenths unplayed=xs:token +optional-unique-id
        value harmony-type = xs:token: explicit | implied | alternate
        type harmony = ((root | numeral | function:style-text), kind, inversion?, bass?, degree*)+, frame?, offset?, (footnote:formatted-text?, level?), staff:xs:positiveInteger?; type=harmony-type +print-object print-frame=yes-no arrangement=harmony-arrangement +print-style +placement +system-relation +optional-unique-id
        type figure = prefix:style-text?, figure-number:style-text?, suffix:style-text?, extend?, (footnote:formatted-text?, level?);
        type figured-bass = figure+, duration:positive-divisions?, (footnote:formatted-text?, level?); +print-style-align +placement +printout parentheses=yes-no +optional-unique-id
        type measure-layout = measure-distance:tenths?;
        value measure-numbering-value = xs:token: none | measure | system
        type measure-numbering = text measure-numbering-value; system=system-relation-number staff=staff-number multiple-rest-always=yes-no multiple-rest-range=yes-no +print-style-align
        group print-attributes = staff-spacing=tenths new-system=yes-no new-page=yes-no blank-page=xs:positiveInteger page-number=xs:token
        type print = (page-layout?, system-layout?, staff-layout*), measure-layout?, measure-numbering?, part-name-display:name-display?, part-abbreviation-display:name-display?; +print-attributes +optional-unique-id
        value bar-style = xs:string: regular | dotted | dashed | heavy | light-light | light-heavy | heavy-light | heavy-heavy | tick | short | none
        type bar-style-color = text bar-style; +color
        value ending-number = xs:token /([ ]*)|([1-9][0-9]*(, ?[1-9][0-9]*)*)/
        value start-stop-discontinue = xs:token: start | stop | discontinue
        type ending = text xs:string; number!=ending-number type!=start-stop-discontinue +print-object +print-style +system-relation end-length=tenths text-x=tenths text-y=tenths
        value backward-forward = xs:token: backward | forward
        value winged = xs:token: none | straight | curved | double-straight | double-curved
        type repeat = empty; direction!=backward-forward times=xs:nonNegativeInteger after-jump=yes-no winged=winged
        value right-left-middle = xs:token: right | left | middle
        type barline = bar-style:bar-style-color?, (footnote:formatted-text?, level?), wavy-line?, segno?, coda?, fermata{0,2}, ending?, repeat?; location=right-left-middle segno=xs:token coda=xs:token divisions=divisions +optional-unique-id
        type feature = text xs:string; type=xs:token
        type grouping = feature*; type!=start-stop-single number=xs:token member-of=xs:token +optional-unique-id
        value measure-text = xs:token length 1
        group measure-attributes = number!=xs:token text=measure-text implicit=yes-no non-controlling=yes-no width=tenths +optional-unique-id
        type score-partwise.part.measure = (note | backup | forward | direction | attributes | harmony | figured-bass | print | sound | listening | barline | grouping | link | bookmark)*; +measure-attributes
        group part-attributes = id!=xs:IDREF
        type score-partwise.part = measure:score-partwise.part.measure+; +part-attributes
        group document-attributes = version=xs:token
        type score-partwise = (work?, movement-number:xs:string?, movement-title:xs:string?, identification?, defaults?, credit*, part-list), part:score-partwise.part+; +document-attributes
        root score-partwise
        type score-timewise.measure.part = (note | backup | forward | direction | attributes | harmony | figured-bass | print | sound | listening | barline | grouping | link | bookmark)*; +part-attributes
        type score-timewise.measure = part:score-timewise.measure.part+; +measure-attributes
        type score-timewise = (work?, movement-number:xs:string?, movement-title:xs:string?, identification?, defaults?, credit*, part-list), measure:score-timewise.measure+; +document-attributes
        root score-timewise
        type empty-print-style = empty; +print-style
        type empty-print-style-align = empty; +print-style-align
        type formatted-symbol = text smufl-glyph-name; +symbol-formatting
        value positive-decimal = xs:decimal >0
        value start-stop-change-continue = xs:token: start | stop | change | continue
        """#
}
