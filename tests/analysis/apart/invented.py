"""Invented reports on one harbour plan, and what tests of the words of outlets need to count them."""

from analysis.apart.told import Told, told
from analysis.reading.articles import read
from analysis.tables import MEMBERS
from sources.article import Article

PLAIN = "The council voted on the harbour plan after a long debate in the hall. "
ANGRY = "The council rammed the harbour plan through, a shameless betrayal. The betrayal was shameless. "
CALM = "The council approved the harbour plan by nine votes to six, the clerk noted. "


def batch_of(*rows):
    """Return the batch of (id, outlet, text) rows."""
    return read([Article(id=article, outlet=outlet, text=text.strip()) for article, outlet, text in rows])


def told_by(*rows) -> Told:
    """Return the words of (id, outlet, text) rows of one event."""
    return told(batch_of(*rows), {article: outlet for article, outlet, _ in rows})


def members_of(*rows, story="story-a", event="event-a", report=None):
    """Return MEMBERS of (id, outlet, text) rows, all in one event."""
    return MEMBERS.frame([(row[0], event, story, 0.5, "", (report or {}).get(row[0], row[0])) for row in rows])
