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
