"""Where sentences that tell the same fact disagree: a number, a date or a name attached to the same thing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis.facts.concepts import find_ideas
from analysis.facts.dates import Moment, moment_words, same_moment
from analysis.facts.differing_names import named_apart, names_known, overlapping
from analysis.facts.names import Name
from analysis.facts.negation import denial
from analysis.facts.office_holders import holders, titled
from analysis.facts.periods import period_of
from analysis.facts.quantities import Quantity, agree
from analysis.facts.stems import stem
from analysis.facts.telling import IDEA, NUMBER, Telling

NEAR = 6
"""Words around a value in which what it belongs to is looked for."""

CLOSE = 0.42
"""Similarity from which two sentences are so much alike that their single amounts belong to the same thing."""

CLOSE_DATE = 0.52
"""The same for dates, which a sentence often gives of something beside its fact."""

OVERLAP_DAY = 0.8
"""Share of common words from which two sentences with one weekday each tell the day of the same thing."""

_RELATIONS = {
    "until": "until", "till": "until", "through": "until", "by": "until", "since": "from", "from": "from",
    "before": "before", "after": "after",
}  # fmt: skip
_PREPOSITION = re.compile(
    r"\b(until|till|through|by|since|from|before|after)\s(?:at least\s|about\s|early\s|late\s)?$", re.IGNORECASE
)

DATE_AFTER, DATE_BEFORE = 4, 3
"""Words in which a date stands after, or before, what happens then."""

PHRASE = 3
"""Words of the noun phrase that begins with a date."""

_TO_COME = re.compile(r"\b(?:will|expected|due|scheduled|planned|plans|set to|to be)\b")
_WANTED = re.compile(r"\b(?:needs?|needed|must|goal|target|wants?|wanted)\b")
"""What somebody needs or wants is not what there is."""

_MODIFIES = re.compile(r"\b(?:a|an|the|its|their|his|her|this|that|\w+['’]s?)\s$", re.IGNORECASE)

SHARED = 2
"""Terms that must stand near both values."""

_OF_POLLS = frozenset({"word:margin", "word:error"})
"""Every poll has its own margin of error: two that differ are two polls, no disagreement."""


class Value(NamedTuple):
    """A value as a sentence has it."""

    words: str
    key: str
    """The same for values that are the same ("fourteen", "14")."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement between two sentences."""

    what: str
    """What disagrees, in words: month, date, year, weekday, "people", "money", "per cent", name, place ..."""

    first: Value
    """The value as the first sentence has it."""

    second: Value


@dataclass(frozen=True, slots=True)
class Page:
    """What else a page says, to tell a disagreement from a page that has both values."""

    text: str
    names: tuple[Name, ...]
    """The names in it, in order."""

    amounts: tuple[Quantity, ...]

    known: frozenset[str]
    """The names in it as they are compared."""

    held: tuple[Name, ...]
    """The names in it that stand with an office."""

    words: frozenset[str]
    """All parts of its names (`differing_names.names_known`)."""


def page_of(text: str, sentences: Sequence[Telling]) -> Page:
    """Return a page from its body and its sentences."""
    names = tuple(name for sentence in sentences for name in sentence.names)
    return Page(
        text=text,
        names=names,
        amounts=tuple(amount for sentence in sentences for amount in sentence.quantities),
        known=frozenset(name.key for name in names),
        held=tuple(titled(names)),
        words=names_known(names),
    )


def differences(a: Telling, b: Telling, pages: Mapping[str, Page], *, similarity: float) -> list[Difference]:
    """Return what disagrees between two sentences that tell the same fact; `pages` holds their pages by article.

    A value disagrees only where both sentences have one value of the same kind that the other sentence (for amounts
    and names: the other page) does not have, and the same things stand close to both; of sentences that are much
    alike (`similarity`) and have just one such value each, less is asked.
    """
    close = similarity >= CLOSE
    mine, theirs = pages[a.article], pages[b.article]
    texts = {a.article: mine.text, b.article: theirs.text}
    found: list[Difference] = []
    if a.moments and b.moments:
        found += _dates(a, b, texts, similarity >= CLOSE_DATE)
    if a.quantities and b.quantities:
        found += _amounts(a, b, pages, texts, close)
    if a.names or b.names:
        for x, y in holders(a.names, b.names, (mine.held, mine.known), (theirs.held, theirs.known)):
            found.append(Difference("name", Value(x, x), Value(y, y)))
    if not any(one.what == "name" for one in found):
        known = {a.article: mine.words, b.article: theirs.words}
        for apart in named_apart(a, b, texts, known, similarity=similarity):
            found.append(Difference(apart.what, Value(apart.first, apart.first), Value(apart.second, apart.second)))
    if close and (denied := denial(a, b, texts)):
        found.append(Difference("negation", *(Value(words, words.lower()) for words in denied)))
    return found


def _dates(a: Telling, b: Telling, texts: dict[str, str], close: bool) -> Iterable[Difference]:
    for level, what in (("month", "month"), ("date", "date"), ("year", "year"), ("weekday", "weekday")):
        first = [m for m in a.moments if _level(m) == level]
        second = [m for m in b.moments if _level(m) == level]
        mine = [m for m in first if not any(same_moment(m, o) for o in b.moments)]
        theirs = [m for m in second if not any(same_moment(m, o) for o in a.moments)]
        if len(mine) != 1 or len(theirs) != 1 or same_moment(mine[0], theirs[0]) is not False:
            continue
        if _relation(mine[0], texts[a.article]) != _relation(theirs[0], texts[b.article]):
            continue
        if bool(_TO_COME.search(texts[a.article], a.start, a.end)) != bool(
            _TO_COME.search(texts[b.article], b.start, b.end)
        ):
            continue
        needed = SHARED + 1 if level in {"weekday", "year"} else SHARED
        if close and len(first) == len(second) == 1:
            needed = 0 if level != "weekday" or overlapping(a, b, texts) >= OVERLAP_DAY else SHARED
        if len(_common(a, mine[0], b, theirs[0], texts)) >= needed:
            yield Difference(what, *(Value(moment_words(m), moment_words(m)) for m in (mine[0], theirs[0])))


def _relation(moment: Moment, text: str) -> str:
    """Return whether something happens at a date, until it, from it, before or after it."""
    match = _PREPOSITION.search(text, max(0, moment.start - 24), moment.start)
    return _RELATIONS[match[1].lower()] if match else "at"


def _level(moment: Moment) -> str:
    if moment.weekday is not None and moment.day is None:
        return "weekday"
    if moment.day is not None:
        return "date"
    if moment.month is not None:
        return "month"
    return "year" if moment.quarter is None else "quarter"


def _amounts(
    a: Telling, b: Telling, pages: Mapping[str, Page], texts: dict[str, str], close: bool
) -> Iterable[Difference]:
    pairs: list[tuple[Quantity, Quantity]] = []
    if bool(_WANTED.search(texts[a.article], a.start, a.end)) != bool(_WANTED.search(texts[b.article], b.start, b.end)):
        return
    for x in _unmatched(a, b, pages[b.article]):
        for y in _unmatched(b, a, pages[a.article]):
            if x.kind != y.kind or (x.kind == "percent" and (a.terms.keys() | b.terms.keys()) & _OF_POLLS):
                continue
            if period_of(x, texts[a.article]) != period_of(y, texts[b.article]):
                continue  # "$5 million a day" and the "$30 million" of a week
            common = _common(a, x, b, y, texts)
            same_thing = x.kind == "number" and _acts(common)
            if unit_of(x) != unit_of(y) and not (same_thing and not (x.unit and y.unit)):
                continue
            if x.kind == "number" and not (x.unit or y.unit):
                continue
            alone = all(sum(q.kind == x.kind for q in s.quantities) == 1 for s in (a, b))
            holders = near(a, x, texts[a.article], who=True) & near(b, y, texts[b.article], who=True)
            owned = bool(holders) if x.kind == "age" else len(holders | common) > SHARED and close
            if owned or len(common) >= (1 if close and (same_thing or alone) else SHARED):
                pairs.append((x, y))
    for x, y in pairs:
        if sum(x in pair for pair in pairs) == sum(y in pair for pair in pairs) == 1:
            what = {"money": "money", "percent": "per cent", "age": "age"}.get(x.kind) or x.unit or y.unit
            yield Difference(what, _amount(x, texts[a.article]), _amount(y, texts[b.article]))


def _amount(quantity: Quantity, text: str) -> Value:
    written = text[quantity.start : quantity.end]
    return Value(written.lower() if written.isalpha() else written, f"{quantity.value:g}")


def _unmatched(mine: Telling, other: Telling, page: Page) -> list[Quantity]:
    """Return the amounts that no amount of the other sentence agrees with, nor one of the same thing on its page.

    Percentages are looked for in the sentence only: a page full of them has every value somewhere.
    """
    found: list[Quantity] = []
    for q in mine.quantities:
        if q.kind == "dozens" or any(o.kind in {q.kind, "dozens"} and agree(q, o) for o in other.quantities):
            continue
        unit = unit_of(q) if q.kind != "percent" else ""
        if unit and any(o.kind == q.kind and unit_of(o) == unit and agree(q, o) for o in page.amounts):
            continue
        found.append(q)
    return found


def unit_of(quantity: Quantity) -> str:
    """Return what is counted, one name for words that mean the same."""
    return _counted(quantity.unit) if quantity.kind == "number" else quantity.unit


@lru_cache(1 << 14)
def _counted(noun: str) -> str:
    word = stem(noun)
    hits = find_ideas([word])
    return hits[0].ideas[0] if hits else "person" if word in _PEOPLE else word


_PEOPLE = frozenset(stem(w) for w in "people person men women others passengers injured wounded dead killed".split())


def _common(a: Telling, x: Quantity | Moment, b: Telling, y: Quantity | Moment, texts: dict[str, str]) -> set[str]:
    """Return the terms that stand near both values, those that only say who or where left out."""
    return near(a, x, texts[a.article]) & near(b, y, texts[b.article])


def near(sentence: Telling, value: Quantity | Moment, text: str, *, who: bool = False) -> set[str]:
    """Return the terms near a value: on both sides, or in the noun phrase that a date opens ("an April export ban")."""
    position = sum(1 for place in sentence.words if place < value.start)
    after = sum(1 for place in sentence.words if place < value.end)
    before, behind = (NEAR, NEAR) if isinstance(value, Quantity) else (DATE_AFTER, DATE_BEFORE)
    if isinstance(value, Moment) and _MODIFIES.search(text, max(0, value.start - 16), value.start):
        before, behind = 0, PHRASE
    low = sentence.words[max(0, position - before)] if sentence.words else 0
    high = sentence.words[min(len(sentence.words) - 1, after + behind - 1)] if sentence.words else 0
    return {
        term
        for term, places in sentence.at.items()
        if not term.startswith(NUMBER)
        and (term in sentence.who) is who
        and any(low <= p <= high and not value.start <= p < value.end for p in places)
    }


def _acts(terms: set[str]) -> bool:
    return any(term.startswith(IDEA) for term in terms)
