"""The columns of the tables of outlets; they stand among all others in `analysis.tables`."""

from analysis.table import Column, Table

_OUTLET = Column("outlet", "text", "name of the outlet")
_MEASURE = Column("measure", "text", "name of the value, as in scores")
_VOICE = Column("voice", "text", "whose words, as in scores")

CELLS = Table(
    "cells",
    "what one outlet's own reports of one event give; sorted by measure, voice, outlet, event; nothing where no value",
    (
        _MEASURE,
        _VOICE,
        _OUTLET,
        Column("event", "text", "id of the event"),
        Column("story", "text", "id of its story"),
        Column("day", "time", "day of the event's earliest page, midnight UTC", "no page is dated"),
        Column("value", "number", "mean over the outlet's own reports of the event that have a value"),
        Column("n", "integer", "number of these reports"),
        Column("counted", "integer", "units (words, sentences, attributions) their values were counted from, together"),
    ),
)

HOLDINGS = Table(
    "holdings",
    "what the library holds of each outlet",
    (
        _OUTLET,
        Column("pages", "integer", "its pages"),
        Column("own", "integer", "of these, its own reports: no copies, no agency's texts but on the agency's pages"),
        Column("events", "integer", "events that its own reports tell"),
        Column("shared", "integer", "of these, events that another outlet's own report tells as well"),
        Column("first", "time", "earliest publication", "no page is dated"),
        Column("last", "time", "latest publication", "no page is dated"),
    ),
)

CHANCE = Table(
    "chance",
    "how many differences would be called so if the outlets' names were dealt out at random inside each event",
    (
        _MEASURE,
        _VOICE,
        Column("shuffles", "integer", "how often they were dealt out"),
        Column("compared", "integer", "outlets with enough evidence"),
        Column("found", "integer", "outlets called different as published"),
        Column("expected", "number", "mean number of outlets called different after a shuffle, 0 to compared"),
        Column("none", "number", "share of the shuffles after which no outlet is called different, 0 to 1"),
    ),
)

PROFILES = Table(
    "profiles",
    "an outlet against the others on the same events",
    (
        _OUTLET,
        _MEASURE,
        _VOICE,
        Column("events", "integer", "events on which the outlet and at least one other have a value"),
        Column("reports", "integer", "the outlet's own reports of these events"),
        Column("counted", "integer", "units (words, sentences, attributions) that its values there were counted from"),
        Column("telling", "integer", "of these events, those on which the outlets' values are not all the same"),
        Column("points", "integer", "what these count as: events of one story within four weeks are one point"),
        Column("difference", "number", "mean difference from the other outlets on the same events", "no event"),
        Column("low", "number", "lower end of its 95 % interval", "not enough evidence"),
        Column("high", "number", "upper end of its 95 % interval", "not enough evidence"),
        Column("p", "number", "how often chance alone gives such a difference or a greater one", "not enough evidence"),
        Column("q", "number", "p after Benjamini and Hochberg, over all rows with enough evidence", "as p"),
        Column(
            "standard",
            "number",
            "the difference in standard deviations of the measure's cells",
            "no event, or no spread",
        ),
        Column("shrunk", "number", "the difference drawn towards 0 as far as it is unsure; to sort by", "as p"),
        Column("enough", "flag", "True when there is enough evidence to speak of a difference at all"),
        Column("different", "flag", "True when there is enough and q is at most 0.03"),
        Column("reason", "text", "what is missing, a sentence", "nothing: there is enough", optional=True),
    ),
)
