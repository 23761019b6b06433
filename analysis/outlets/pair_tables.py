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
