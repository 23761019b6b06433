"""How the outlets of an event name the same person or body in their own words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from analysis import wordlists
from analysis.apart.sources import Row
from analysis.batch import Batch
from analysis.facts.commonness import rarity
from analysis.portraying.across import names_across
from analysis.portraying.mentions import Mentions, mentions
from analysis.portraying.surface import Surface, surface

FULL, SURNAME, FIRST = "full name", "surname", "first name"
TITLED, ADDRESSED, TITLE = "title and name", "form of address and name", "title"
LABEL, NAME = "label", "name"

LEAST_OUTLETS = 2
"""Outlets that must name somebody for the ways to be gathered."""

_BESIDE = 3
"""Words of a label that are taken before a name: "the embattled strongman Marsh" gives two."""

_APPOSED = 7
"""Words after the comma behind a name among which a label is looked for."""


class _Named(NamedTuple):
    article: str
    entity: str
    kind: str
    form: str
    sentence: int
    start: int
    end: int


def namings(batch: Batch, outlets: Mapping[str, str], *, event: str, story: str) -> list[Row]:
    """Return the rows of NAMINGS of one event, by entity (the most named first), outlet and falling count.

    `outlets` are the sources that are compared (article: its outlet). Names are found and joined as for portrayals;
    places and pronouns are left out, and so is what stands in quotation marks. A label is a noun for a person (leader,
    strongman, widow) right before a name, after it between commas, or behind a "the" that opens a sentence or clause
    where just one person was named since the sentence before began. Entities that only one outlet names are left out.
    """
    found = [one for one in _found(batch) if one.article in outlets]
    joined = names_across([entity for _, entity in sorted({(one.article, one.entity) for one in found})])
    counts: dict[str, dict[str, Counter[tuple[str, str]]]] = {}
    first: dict[tuple[str, str, str, str], _Named] = {}
    for each in found:
        entity, outlet = joined[each.entity], outlets[each.article]
        one = each._replace(kind=_part(entity, each))
        counts.setdefault(entity, {}).setdefault(outlet, Counter())[one.kind, one.form] += 1
        first.setdefault((entity, outlet, one.kind, one.form), one)
    shared = [(entity, by) for entity, by in counts.items() if len(by) >= LEAST_OUTLETS]
    shared.sort(key=lambda pair: (-len(pair[1]), -sum(c.total() for c in pair[1].values()), pair[0]))
    made: list[Row] = []
    for entity, by in shared:
        for outlet in sorted(by):
            for (kind, form), count in sorted(by[outlet].items(), key=lambda pair: (-pair[1], pair[0])):
                one = first[entity, outlet, kind, form]
                place = (one.article, one.sentence, one.start, one.end)
                made.append((event, story, entity, outlet, kind, form, count, *place))
    return made


def _found(batch: Batch) -> Iterator[_Named]:
    """Yield each naming of a person or body in narration or headlines, in the order of the texts."""
    if not len(batch.words.type):
        return
    words = surface(batch)
    found = mentions(words)
    texts = _Texts(batch, words)
    texts.in_names.update(
        at for one, two in zip(found.first.tolist(), found.last.tolist(), strict=True) for at in range(one, two + 1)
    )
    full = {number: texts.name_of(found, number) for number in set(found.entity.tolist())}
    first, last, proper = found.first.tolist(), found.last.tolist(), found.proper.tolist()
    for number, (begin, stop, name, entity, pronoun) in enumerate(
        zip(first, last, proper, found.entity.tolist(), found.pronoun.tolist(), strict=True)
    ):
        kind = found.entities[entity].kind
        if pronoun or kind == "place" or words.quoted[begin]:
            continue
        called = full[entity]
        yield texts.named(called, _kind(texts, called, kind, begin, name, stop), begin, stop)
        if kind != "body":
            for one, two in _labels(texts, begin, stop, first[number + 1] if number + 1 < len(first) else -1):
                yield texts.named(called, LABEL, one, two)
    for at, entity in _pointed(texts, found):
        yield texts.named(full[entity], LABEL, at, at)


class _Texts:
    """The words of a batch with their spelling."""

    def __init__(self, batch: Batch, words: Surface) -> None:
        self.words = words
        self.ids = batch.texts["article"].tolist()
        self.sources = (batch.texts["text"].tolist(), batch.texts["title"].fillna("").tolist())
        self.spelled = [batch.words.types[number] for number in batch.words.type.tolist()]
        self.number = batch.words.sentence
        self.in_names: set[int] = set()
        """The words of the names found."""

    def named(self, entity: str, kind: str, begin: int, stop: int) -> _Named:
        words = self.words
        row, start, end = int(words.row[begin]), int(words.start[begin]), int(words.end[stop])
        form = self.sources[int(words.headline[begin])][row][start:end]
        form = " ".join(form.split()).removesuffix("'s").removesuffix("’s")
        end -= 2 if self.spelled[stop].endswith("'s") else 0
        form = form.lower() if kind in (LABEL, TITLE) else form
        return _Named(self.ids[row], entity, kind, form, int(self.number[begin]), start, end)

    def between(self, at: int) -> str:
        """Return what stands between a word and the next of its text; a line break where it is the last."""
        words = self.words
        if at + 1 >= len(self.spelled) or words.sentence[at + 1] != words.sentence[at]:
            return "\n"
        row, head = int(words.row[at]), int(words.headline[at])
        return str(self.sources[head][row][int(words.end[at]) : int(words.start[at + 1])])

    def name_of(self, found: Mentions, number: int) -> str:
        """Return the name of an entity as its article writes it."""
        one = found.entities[number]
        if one.example < 0:
            return one.name
        begin, stop = int(found.names.proper[one.example]), int(found.names.last[one.example])
        return self.named("", NAME, begin, stop).form


def _kind(texts: _Texts, entity: str, kind: str, begin: int, name: int, stop: int) -> str:
    words = texts.words
    if kind == "body":
        return NAME
    if not words.capital[begin] and name == begin:
        return TITLE
    if name > begin:
        titles = {texts.spelled[at].rstrip(".") for at in range(begin, name)}
        return ADDRESSED if titles <= _addresses() else TITLED
    parts = entity.lower().split()
    said = texts.spelled[stop].removesuffix("'s")
    if stop > begin or len(parts) < 2:
        return FULL if len(parts) > 1 or stop > begin else NAME
    return SURNAME if said == parts[-1] else FIRST if said == parts[0] else NAME


def _part(entity: str, one: _Named) -> str:
    """Return the kind of a naming, where another page alone tells that a name is a surname."""
    parts = entity.lower().split()
    alone = one.kind == NAME and len(parts) > 1 and one.form.lower() == one.entity.lower() == parts[-1]
    return SURNAME if alone else one.kind


def _labels(texts: _Texts, begin: int, stop: int, following: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each label beside a name: before it, or after it between commas."""
    at = begin - 1
    if at >= 0 and texts.between(at) == " " and _label(texts, at):
        first = at
        while first > 0 and begin - first < _BESIDE and texts.between(first - 1) == " " and _belongs(texts, first - 1):
            first -= 1
        yield first, at
    if texts.between(stop) != ", ":
        return
    first = stop + 1
    if texts.spelled[first] in ("the", "a", "an", "his", "her", "their"):
        first += 1
    for at in range(first, stop + 1 + _APPOSED):
        if at >= len(texts.spelled) or at == following or texts.words.quoted[at] or not _plain(texts, at):
            return
        if _label(texts, at) and texts.between(at) != " ":
            yield first, at
            return
        if texts.between(at) not in (" ", "-"):
            return
        if _label(texts, at) and texts.spelled[at + 1] in ("of", "who", "and", "in", "from", "for", "at"):
            yield first, at
            return


def _pointed(texts: _Texts, found: Mentions) -> Iterator[tuple[int, int]]:
    """Yield the labels behind "the" and the one person whom they can mean, as pronouns are joined."""
    words = texts.words
    people = np.array([one.kind in ("person", "unknown") for one in found.entities], dtype=bool)
    named = ~found.pronoun & people[found.entity] & ~words.quoted[found.first] if len(found.first) else found.pronoun
    at, entity, taken = found.first[named], found.entity[named], set(found.first.tolist())
    for word in range(1, len(texts.spelled)):
        if texts.spelled[word - 1] != "the" or word in taken or words.headline[word] or words.quoted[word]:
            continue
        if not (words.opens[word - 1] or words.breaks[word - 1]):
            continue  # "who fought the dictator"
        if not _label(texts, word) or texts.between(word) == "-" or texts.spelled[word] in wordlists.column("titles"):
            continue
        if texts.between(word) == ", " and word + 1 in texts.in_names:
            continue  # "The columnist, Ada Lee, left"
        number = words.sentence[word]
        near = (at < word) & (words.sentence[at] >= number - 1) & (words.row[at] == words.row[word])
        near &= ~words.headline[at]
        if len(set(entity[near].tolist())) == 1 and texts.spelled[min(word + 1, len(texts.spelled) - 1)] != "of":
            yield word, int(entity[near][-1])


def _label(texts: _Texts, at: int) -> bool:
    return bool(not texts.words.capital[at] or texts.words.opens[at]) and texts.spelled[at] in _nouns()


def _plain(texts: _Texts, at: int) -> bool:
    """Say whether a word can stand in a label: no verb of being, no word that begins a clause."""
    return texts.spelled[at] not in _ENDS


def _belongs(texts: _Texts, at: int) -> bool:
    if texts.spelled[at] in wordlists.column("function_words"):
        return False
    if not texts.words.capital[at]:
        return True
    plain = bool(texts.words.opens[at]) and at not in texts.in_names
    return plain and rarity(f"word:{texts.spelled[at]}") < 1  # "Union leader Ann Lee said"


_ENDS = frozenset(
    "is was are were has had have who which whose that when where while and but said says told to by".split()
)


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns for one person: callings, offices, and what else people are called."""
    callings = {row[0] for row in wordlists.rows("source_nouns") if row[1] == "one" and row[2] == "person"}
    offices = {row[0] for row in wordlists.rows("titles") if row[1] == "office" and " " not in row[0]}
    return frozenset(callings | offices | wordlists.column("person_labels")) - {"source", "sources", "one", "may"}


@cache
def _addresses() -> frozenset[str]:
    return frozenset(row[0] for row in wordlists.rows("titles") if row[1] == "address")
