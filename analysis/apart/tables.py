"""The columns of the tables of what sets outlets apart; they stand among all others in `analysis.tables`."""

from analysis.table import Column, Table

_OUTLET = Column("outlet", "text", 'name of the outlet; "unknown outlet (abcdef)" for a page of unknown outlet')
_EVENT = Column("event", "text", "id of the event")
_STORY = Column("story", "text", "id of its story")

DISTINCTIVE = Table(
    "distinctive",
    "words and pairs of words that set one outlet apart from the others in the same event",
    (
        _EVENT,
        _STORY,
        _OUTLET,
        Column("word", "text", "the word, or two words side by side, in lower case"),
        Column("z", "number", "the difference divided by its standard error; below 0: this outlet uses it less"),
        Column("difference", "number", "log-odds ratio against the other outlets with an informative Dirichlet prior"),
        Column("low", "number", "lower end of its 95 % interval"),
        Column("high", "number", "upper end of its 95 % interval"),
        Column("count", "integer", "times this outlet uses it in its own voice in this event"),
        Column("others", "integer", "times the other outlets use it in their own voice in this event"),
        Column("name", "flag", "True for a name, or a pair of words with one"),
    ),
)

APART = Table(
    "apart",
    "how far the outlets of an event are apart in their own words",
    (
        _EVENT,
        _STORY,
        Column("outlets", "integer", "outlets compared: those with enough words of their own"),
        Column("reports", "integer", "their reports; copies and agencies' texts are left out"),
        Column("words", "integer", "their words that were compared; names and function words are left out"),
        Column(
            "value",
            "number",
            "0 as if one text were dealt out among them, 1 no word in common; by chance it can be below 0",
            "not enough evidence",
        ),
        Column("low", "number", "lower end of its 95 % interval", "not enough evidence"),
        Column("high", "number", "upper end of its 95 % interval", "not enough evidence"),
        Column("enough", "flag", "True when two outlets or more have enough words"),
    ),
)

APART_PARTS = Table(
    "apart_parts",
    "what the distance of an event's outlets is made of: those by outlet add up to it, and so do those by word",
    (
        _EVENT,
        _STORY,
        Column("kind", "text", "outlet or word"),
        Column("name", "text", "name of the outlet; the commonest of the words with one stem; or all other words"),
        Column("part", "number", "what it adds to the value; below 0: it brings the outlets together"),
        Column("outlet", "text", "the outlet, or the one that uses the word most, for its length", "all other words"),
        Column(
            "count", "integer", "times that outlet uses it; of an outlet, its words; of all other words, their uses"
        ),
        Column("others", "integer", "times the other outlets use it; of an outlet, the words of the others"),
    ),
)

SHIFTS = Table(
    "shifts",
    "the words that a difference between an outlet and the others of its event is made of; made when asked for",
    (
        Column("measure", "text", "name of the value, as in scores"),
        Column("voice", "text", "whose words: narration, quotation or headline"),
        _OUTLET,
        Column("other", "text", "the outlet it is compared with", "all others of the event together"),
        Column("word", "text", "the word or phrase, in lower case"),
        Column("kind", "text", "the kind of hit, as category in evidence"),
        Column("here", "number", "what its uses add to the outlet's value"),
        Column("there", "number", "what its uses add to the other side's value"),
        Column("difference", "number", "here less there: over all words they add up to the difference of the values"),
        Column("count", "integer", "uses by the outlet"),
        Column("others", "integer", "uses by the other side"),
    ),
)

QUOTED = Table(
    "quoted",
    "who is quoted by whom in an event, and how much room each gets",
    (
        _EVENT,
        _STORY,
        _OUTLET,
        Column("speaker", "text", "who speaks, named alike for all outlets of the event", "the text does not say"),
        Column("naming", "text", "named, anonymous or document, as in attributions", "the text does not say"),
        Column("described", "text", "title or office, in the text's words", "the text has none"),
        Column("quotations", "integer", "quotations"),
        Column("words", "integer", "words inside them"),
        Column("share", "number", "part of all words that the outlet quotes in this event", "it quotes none"),
        Column("sayings", "integer", "times the outlet's narration says that they said, think or show something"),
        Column("coloured", "integer", "of these, times with a verb that is not neutral"),
        Column("verbs", "text", "the verbs with their number, the most frequent first: said 3, claimed 1", "no verb"),
        Column("colours", "text", "the colours of the verbs that are not neutral, with their number", "none"),
        Column("article", "text", "article of the first place"),
        Column("sentence", "integer", "number of the sentence of the first place"),
    ),
)

NAMINGS = Table(
    "namings",
    "how the outlets of an event name the same person or body in their own words",
    (
        _EVENT,
        _STORY,
        Column("entity", "text", "name of the person or body, the same for all outlets of the event"),
        _OUTLET,
        Column(
            "kind",
            "text",
            "full name, surname, first name, title and name, form of address and name, title, label (what somebody is "
            "called: strongman), or name (of bodies)",
        ),
        Column("form", "text", "the words; labels in lower case"),
        Column("count", "integer", "times in narration and headlines"),
        Column("article", "text", "article of its first place"),
        Column("sentence", "integer", "number of the sentence of its first place; -1 in the headline"),
        Column("start", "integer", "first character of its first place, in the text (in the title for a headline)"),
        Column("end", "integer", "one past the last character"),
    ),
)
