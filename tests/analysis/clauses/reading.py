"""What the clause readers find in a text, as words."""

from analysis.clauses.nominalisations import find_nominalisations
from analysis.clauses.passives import find_passives
from analysis.clauses.undergoers import undergoers
from analysis.clauses.words import ClauseWords
from analysis.reading.articles import read
from sources.article import Article


def batch_of(text=None, *, title=None):
    return read([Article(id="x", text=text or "Yes.", title=title)])


def passives(text=None, *, title=None):
    """Return each passive with its agent, "" where none is named."""
    batch = batch_of(text, title=title)
    found, words = find_passives(batch), ClauseWords(batch)
    return [
        (words.phrase(first, last), words.phrase(a, b) if b >= 0 else "")
        for first, last, a, b in zip(
            *(c.tolist() for c in (found.first, found.last, found.agent_first, found.agent_last)), strict=True
        )
    ]


def verbs(text=None, *, title=None):
    return [verb for verb, _ in passives(text, title=title)]


def agents(text):
    return [agent for _, agent in passives(text)]


def whom(text):
    batch = batch_of(text)
    words = ClauseWords(batch)
    return [words.phrase(*phrase) if phrase else "" for phrase in undergoers(words, find_passives(batch))]


def deeds(text=None, *, title=None):
    """Return each nominalisation with its verb."""
    batch = batch_of(text, title=title)
    found, words = find_nominalisations(batch), ClauseWords(batch)
    return [(words.phrase(row, row), verb) for row, verb in zip(found.row.tolist(), found.verbs, strict=True)]
