"""The columns of the tables that are made when two outlets, two groups or one outlet's past are asked about."""

from analysis.table import Column, Table

_MEASURE = Column("measure", "text", "name of the value, as in scores")
_VOICE = Column("voice", "text", "whose words, as in scores")
_EVENT = Column("event", "text", "id of the event")
_STORY = Column("story", "text", "id of its story")
_DAY = Column("day", "time", "day of the event's earliest page, midnight UTC", "no page is dated")
_ENOUGH = Column("enough", "flag", "True when there is enough evidence to speak of a difference at all")
_REASON = Column("reason", "text", "what is missing, a sentence", "nothing: there is enough", optional=True)
_LOW = Column("low", "number", "lower end of its 95 % interval", "not enough evidence")
_HIGH = Column("high", "number", "upper end of its 95 % interval", "not enough evidence")
_P = Column("p", "number", "how often chance alone gives such a difference or a greater one", "not enough evidence")
_Q = Column("q", "number", "p after Benjamini and Hochberg, over all rows with enough evidence", "not enough evidence")
_DIFFERENT = Column("different", "flag", "True when there is enough evidence and q is 0.05 or less")

HEAD_TO_HEAD = Table(
    "head_to_head",
    "one outlet (or group of outlets) against another on the events that both tell; made when asked for",
    (
        _MEASURE,
        _VOICE,
        Column("events", "integer", "events on which both have a value"),
        Column("first", "number", "mean over these events of the first one's value", "no such event"),
        Column("second", "number", "mean over these events of the second one's value", "no such event"),
        Column("difference", "number", "first less second", "no such event"),
        _LOW,
        _HIGH,
        _P,
        _Q,
        Column("higher", "integer", "events on which the first one's value is higher"),
        Column("lower", "integer", "events on which it is lower"),
        _ENOUGH,
        _DIFFERENT,
        Column("rests_on", "text", "the outlet without which it is no difference", "none, or no groups", optional=True),
        _REASON,
    ),
)

PAIR_EVENTS = Table(
    "pair_events",
    "the events behind one row of head_to_head, the earliest first; made when asked for",
    (
        _EVENT,
        _STORY,
        _DAY,
        Column("first", "number", "the first one's value"),
        Column("second", "number", "the second one's value"),
        Column("difference", "number", "first less second"),
    ),
)

OVER_TIME = Table(
    "over_time",
    "an outlet against the others, event by event, by day; made when asked for",
    (
        _EVENT,
        _STORY,
        Column("day", "time", "day of the event's earliest page, midnight UTC"),
        Column("value", "number", "the outlet's value"),
        Column("others", "number", "mean over the other outlets that tell the event"),
        Column("difference", "number", "value less others"),
        Column("point", "integer", "number of the point that the event belongs to: events of one story, four weeks"),
    ),
)

CHANGES = Table(
    "changes",
    "whether an outlet's difference from the others changed at one moment; made when asked for",
    (
        _MEASURE,
        _VOICE,
        Column("events", "integer", "dated events on which the outlet and at least one other have a value"),
        Column("points", "integer", "points they make: events of one story within four weeks are one"),
        Column("undated", "integer", "events left out because none of their pages is dated"),
        Column("day", "time", "the likeliest first day after the change", "not found"),
        Column("earliest", "time", "first day of the 95 % interval of that day", "not found"),
        Column("latest", "time", "last day of it", "not found"),
        Column("before", "number", "mean difference over the points before", "not found"),
        Column("after", "number", "mean difference over the points after", "not found"),
        Column("p", "number", "how often points in random order show such a change", "not enough evidence"),
        _Q,
        _ENOUGH,
        Column("found", "flag", "True when there is enough evidence and q is 0.05 or less: only then draw it"),
        _REASON,
    ),
)

COVERAGE = Table(
    "coverage",
    "which outlet has pages on which event on which day, copies and agencies' texts counted too; made when asked for",
    (
        Column("outlet", "text", "name of the outlet"),
        _EVENT,
        _STORY,
        Column("day", "time", "day of publication, midnight UTC", "the pages are not dated"),
        Column("pages", "integer", "its pages on the event on that day"),
    ),
)

CHANCES = Table(
    "chances",
    "the events that at least two other outlets tell, and whether an outlet told them; made when asked for",
    (
        _EVENT,
        _STORY,
        Column("day", "time", "first day on which another outlet tells it, midnight UTC"),
        Column("others", "integer", "other outlets that tell it"),
        Column("told", "flag", "True when the outlet tells it"),
        Column("held", "flag", "False when no page of the outlet at all is held from these days: a hole, no choice"),
        Column(
            "chance", "number", "share that the outlet told of the events of that day told by about as many", "hole"
        ),
    ),
)

HOLES = Table(
    "holes",
    "days between an outlet's first and last page from which no page of it is held; made when asked for",
    (
        Column("first", "time", "first day without a page"),
        Column("last", "time", "last day without a page"),
        Column("days", "integer", "days"),
        Column("events", "integer", "events that at least two others tell that begin on these days"),
    ),
)

SELECTION = Table(
    "selection",
    "events of one kind that an outlet tells, against what its output on these days lets expect; made when asked for",
    (
        Column("kind", "text", "the kind of event: id of a story, or what else the events were sorted by"),
        Column("events", "integer", "events of the kind that at least two others tell, holes left out"),
        Column("told", "integer", "of these, those that the outlet tells"),
        Column("expected", "number", "how many it would tell if what it told were drawn by lot"),
        Column("low", "number", "lower end of what the lot gives in 95 of 100 draws", "not enough evidence"),
        Column("high", "number", "upper end of it", "not enough evidence"),
        Column("p", "number", "how often the lot gives so few or so many", "not enough evidence"),
        _Q,
        _ENOUGH,
        _DIFFERENT,
        _REASON,
    ),
)

SPEAKERS = Table(
    "speakers",
    "who gets how much room in an outlet and in the others on the same events; made when asked for",
    (
        Column("kind", "text", "naming (named, anonymous, document, nobody said) or speaker"),
        Column("name", "text", "which of these; of speakers the name, the same for all outlets of an event"),
        Column("events", "integer", "events compared; of a speaker those on which anybody quotes them"),
        Column("words", "integer", "words that the outlet quotes from them on these events"),
        Column(
            "here", "number", "mean over these events of their part of all words that the outlet quotes", "no event"
        ),
        Column("others", "number", "the same for the mean of the other outlets", "no event"),
        Column("difference", "number", "here less others", "no event"),
        _LOW,
        _HIGH,
        _P,
        _Q,
        Column("higher", "integer", "events on which they get more room here"),
        Column("lower", "integer", "events on which they get less room here"),
        _ENOUGH,
        _DIFFERENT,
        _REASON,
    ),
)

LEVELS = Table(
    "levels",
    "an outlet's values beside the others' on the same events; made when asked for",
    (
        _MEASURE,
        _VOICE,
        Column("events", "integer", "events on which the outlet and at least one other have a value"),
        Column("here", "number", "mean over these events of the outlet's value", "no event"),
        Column("others", "number", "mean over these events of the mean of the other outlets", "no event"),
    ),
)

PAIR_WORDS = Table(
    "pair_words",
    "words of narration that one of two outlets uses more than the other on the same events; made when asked for",
    (
        Column("word", "text", "the word, in lower case"),
        Column("difference", "number", "log-odds ratio of its use, both given the same weight on each event"),
        Column("first", "integer", "times the first outlet uses it"),
        Column("second", "integer", "times the second outlet uses it"),
        Column("events", "integer", "events on which either uses it"),
        Column("higher", "integer", "events on which the first one uses it more, for its length"),
        Column("lower", "integer", "events on which the second one does"),
        Column("z", "number", "the sum of its differences over the events divided by their spread"),
        Column("p", "number", "how often outlets swapped by lot inside events give any word so great a z"),
        Column("clear", "flag", "True when p is 0.05 or less: beyond what chance gives among so many words"),
        Column("name", "flag", "True for a name"),
    ),
)

PAIR_PLACES = Table(
    "pair_places",
    "where the words of pair_words stand; made when asked for",
    (
        Column("word", "text", "the word, in lower case"),
        _EVENT,
        Column("outlet", "text", "name of the outlet"),
        Column("article", "text", "id of the article"),
        Column("count", "integer", "times the article uses it in narration"),
        Column("start", "integer", "first character of its first place, in the article's text"),
        Column("end", "integer", "one past the last character"),
    ),
)
