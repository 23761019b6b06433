"""Where sentences that tell the same fact disagree: a number, a date or a name attached to the same thing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.concepts import find_ideas
from analysis.dates import Moment, moment_words, same_moment
from analysis.fact_terms import IDEA, NUMBER, Telling
from analysis.names import Name
from analysis.quantities import Quantity, agree
from analysis.stems import stem

NEAR = 6
"""Words around a value in which what it belongs to is looked for."""

PHRASE = 3
"""Words of the noun phrase that begins with a date."""

_MODIFIES = re.compile(r"\b(?:a|an|the|its|their|his|her|this|that|\w+['’]s?)\s$", re.IGNORECASE)

SHARED = 2
"""Terms that must stand near both values."""

_OFFICES = frozenset(
    "minister secretary president premier chancellor captain mayor governor director chairman chairwoman chief"
    " speaker leader commissioner chair executive".split()
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement between two sentences."""

    what: str
    """What disagrees, in words: month, date, year, weekday, "people", "money", "per cent", "name"."""

    first: str
    """The value as the first sentence has it."""

    second: str


def differences(
    a: Telling, b: Telling, texts: dict[str, str], full_names: dict[str, frozenset[str]]
) -> list[Difference]:
    """Return what disagrees between two sentences that tell the same fact.

    `texts` gives the body of each article, `full_names` the names that stand anywhere in it. A value disagrees only
    where both sentences have one value of the same kind that the other does not have, and the same things stand
    close to both.
    """
    return [*_dates(a, b, texts), *_amounts(a, b, texts), *_names(a, b, full_names)]


def _dates(a: Telling, b: Telling, texts: dict[str, str]) -> Iterable[Difference]:
    for level, what in (("month", "month"), ("date", "date"), ("year", "year"), ("weekday", "weekday")):
        mine = [m for m in a.moments if _level(m) == level and not any(same_moment(m, o) for o in b.moments)]
        theirs = [m for m in b.moments if _level(m) == level and not any(same_moment(m, o) for o in a.moments)]
        if len(mine) != 1 or len(theirs) != 1 or same_moment(mine[0], theirs[0]) is not False:
            continue
        needed = SHARED + 1 if level == "weekday" else SHARED
        if len(_common(a, mine[0], b, theirs[0], texts)) >= needed:
            yield Difference(what, moment_words(mine[0]), moment_words(theirs[0]))


def _level(moment: Moment) -> str:
    if moment.weekday is not None and moment.day is None:
        return "weekday"
    if moment.day is not None:
        return "date"
    if moment.month is not None:
        return "month"
    return "year" if moment.quarter is None else "quarter"


def _amounts(a: Telling, b: Telling, texts: dict[str, str]) -> Iterable[Difference]:
    for kind in ("number", "money", "percent", "age"):
        for unit in sorted({_unit(q) for q in a.quantities if q.kind == kind}):
            mine = _unmatched(a, b, kind, unit)
            theirs = _unmatched(b, a, kind, unit)
            if len(mine) != 1 or len(theirs) != 1 or (kind == "number" and not unit):
                continue
            x, y = mine[0], theirs[0]
            common = _common(a, x, b, y, texts)
            if len(common) < SHARED and not (kind == "number" and _acts(common)):
                continue
            what = {"money": "money", "percent": "per cent", "age": "age"}.get(kind) or x.unit
            yield Difference(what, texts[a.article][x.start : x.end], texts[b.article][y.start : y.end])


def _unmatched(a: Telling, b: Telling, kind: str, unit: str) -> list[Quantity]:
    """Return the amounts of `a` of this kind and unit that no amount of `b` agrees with."""
    others = [q for q in b.quantities if q.kind in {kind, "dozens"}]
    return [q for q in a.quantities if q.kind == kind and _unit(q) == unit and not any(agree(q, o) for o in others)]


def _unit(quantity: Quantity) -> str:
    """Return what is counted, one name for words that mean the same."""
    if quantity.kind != "number":
        return quantity.unit
    word = stem(quantity.unit)
    hits = find_ideas([word])
    return hits[0].ideas[0] if hits else "person" if word in _PEOPLE else word


_PEOPLE = frozenset(stem(w) for w in "people person men women others passengers injured wounded dead killed".split())


def _common(a: Telling, x: Quantity | Moment, b: Telling, y: Quantity | Moment, texts: dict[str, str]) -> set[str]:
    """Return the terms that stand near both values, those that only say who or where left out."""
    return _near(a, x, texts[a.article]) & _near(b, y, texts[b.article])


def _near(sentence: Telling, value: Quantity | Moment, text: str) -> set[str]:
    """Return the terms near a value: on both sides, or in the noun phrase that a date opens ("an April export ban")."""
    position = sum(1 for place in sentence.words if place < value.start)
    after = sum(1 for place in sentence.words if place < value.end)
    before, behind = NEAR, NEAR
    if isinstance(value, Moment) and _MODIFIES.search(text, max(0, value.start - 16), value.start):
        before, behind = 0, PHRASE
    low = sentence.words[max(0, position - before)] if sentence.words else 0
    high = sentence.words[min(len(sentence.words) - 1, after + behind - 1)] if sentence.words else 0
    return {
        term
        for term, places in sentence.at.items()
        if not term.startswith(NUMBER)
        and term not in sentence.who
        and any(low <= p <= high and not value.start <= p < value.end for p in places)
    }


def _acts(terms: set[str]) -> bool:
    return any(term.startswith(IDEA) for term in terms)


def _names(a: Telling, b: Telling, full_names: dict[str, frozenset[str]]) -> Iterable[Difference]:
    for mine in _titled(a.names):
        for theirs in _titled(b.names):
            if mine.title != theirs.title or mine.key == theirs.key:
                continue
            if mine.key in full_names[b.article] or theirs.key in full_names[a.article]:
                continue
            x, y = mine.key.split(), theirs.key.split()
            same_surname = x[-1] == y[-1] and len(x) > 1 and len(y) > 1 and x[0][0] != "." and len(x[0]) > 2 < len(y[0])
            same_first = x[0] == y[0] and len(x) == len(y) == 2
            same_office = x[-1] != y[-1] and " " in mine.title
            if (same_surname and x[0] != y[0]) or same_first or same_office:
                yield Difference("name", mine.key, theirs.key)


def _titled(names: Sequence[Name]) -> list[Name]:
    return [n for n in names if n.title and n.title.split()[-1] in _OFFICES and "former" not in n.title]
