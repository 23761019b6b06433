"""What a text says somebody is: "director of the port authority" for Ana Rivera, wherever in the article it stands."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from analysis import wordlists
from analysis.reading import noun_phrases
from analysis.reading.narration import Narration, reporting_verbs, source_nouns
from analysis.reading.openings import no_names
from analysis.reading.proper_names import Source
from analysis.reading.speakers import Speakers
from analysis.reading.word_kinds import (
    ADVERB,
    BE,
    BODY,
    CLAUSE,
    COORDINATOR,
    DAY,
    DETERMINER,
    DO,
    HAVE,
    HE,
    ING,
    IT,
    MODAL,
    MONTH,
    NUMERAL,
    OWNED,
    POSSESSIVE,
    PREPOSITION,
    REPORTING_VERB,
    SELF,
    SHE,
    SOURCE_NOUN,
    THEY,
    TO,
)

_LONGEST = 16
"""The longest description after a name, in words."""

_MODIFIERS = 6
"""The longest description before a name, in words."""

_MENTIONS = 6
"""Mentions of one name that are looked at."""

_CALLING = frozenset(
    {"former", "ex", "acting", "deputy", "vice", "senior", "chief", "assistant", "associate", "co", "executive"}
    | {"general", "shadow", "interim", "outgoing", "incoming", "late", "then", "junior", "managing", "veteran"}
)
"""Words that stand before a calling and belong to it."""

_SEVERAL = frozenset({"sens", "reps", "govs", "gens", "messrs"})
_ENDS = frozenset({"who", "which", "whose", "where", "whom"})
_JOINING = frozenset({"and", "for", "of", "the"})


_VERBAL: Final = BE | HAVE | MODAL
_PRONOUN: Final = HE | SHE | THEY
_NO_CALLING: Final = _VERBAL | _PRONOUN | SELF
_NOT_BELONGING: Final = (
    PREPOSITION | CLAUSE | ADVERB | DAY | MONTH | _PRONOUN | IT | _VERBAL | DO | DETERMINER | POSSESSIVE | COORDINATOR
)


def descriptions(narration: Narration, speakers: Speakers, sources: Sequence[tuple[str, Source]]) -> dict[str, str]:
    """Return what the text says of each named source, by the name as it is shown; others are left out.

    `sources` are the names with the phrases that stand for them. The first mention that tells more
    than a title is taken.
    """
    found: dict[str, str] = {}
    told: dict[str, list[tuple[int, int]]] = {}
    for name, source in sources:
        if source.form == "name":
            last = min(source.last, source.head)
            told.setdefault(name, []).append((source.name_first, last))
        else:
            told.setdefault(name, [])
    for name, phrases in told.items():
        mentions = sorted({*_full_mentions(narration, speakers, name), *phrases})
        for first, last in mentions[:_MENTIONS]:
            text = _after(narration, last) or _before(narration, first, last)
            if text:
                found.setdefault(name, text)
            if text and " " in text:
                found[name] = text
                break
    return found


def _full_mentions(narration: Narration, speakers: Speakers, name: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each mention of a full name."""
    surname = name.rsplit(" ", 1)[-1].lower()
    for place, full in speakers.names.by_surname.get(surname.replace("’", "'"), ())[:_MENTIONS]:
        start = narration.text.find(name, place) if full == name else -1
        first = bisect_left(narration.starts, start) if start >= 0 else narration.size
        if first < narration.size and narration.starts[first] == start and narration.quoted[first] < 0:
            yield first, bisect_left(narration.starts, start + len(name)) - 1


def _person(narration: Narration, index: int) -> bool:
    """Return whether the word calls a person or a body by what it is."""
    return _calls(narration.words[index])


@lru_cache(1 << 15)
def _calls(word: str) -> bool:
    word = word.rsplit("-", 1)[-1]
    noun = source_nouns().get(word)
    return (noun is not None and noun.kind != "document") or word in _offices()


@cache
def _offices() -> frozenset[str]:
    return wordlists.column("person_titles") - {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "st", "saint"}


def _after(narration: Narration, last: int) -> str | None:
    """Return the apposition after a name: ", 61, the director of Lund Lines,"."""
    words, joins = narration.words, narration.joins
    at = last
    if joins[at] and words[at + 1] == "of":  # "Senator Ann Lee of Ohio, the leader"
        at += 1
        while joins[at] and narration.capitals[at + 1] and at - last < 4:
            at += 1
    for _ in range(3):  # an age and a place may stand before it
        first = at + 1
        if (
            joins[at]
            or first >= narration.size
            or narration.gap(at) not in (", ", " (")
            or not narration.together(first, last)
        ):
            return None
        end = first
        while end - first < _LONGEST and joins[end] and not _ends(narration, end + 1):
            end += 1
        if joins[end] and not _ends(narration, end + 1):
            return None
        if _tells(narration, first, end):
            return narration.between(first, end)
        if not (narration.kinds[first] & NUMERAL or words[first] in ("of", "from")):
            return None
        at = end
    return None


def _ends(narration: Narration, index: int) -> bool:
    """Return whether the word begins what is told of somebody: "who …", "said"."""
    word = narration.words[index]
    if word in _ENDS:
        return True
    verb = reporting_verbs()[word] if narration.kinds[index] & REPORTING_VERB else None
    return verb is not None and verb.kind == "say" and verb.shape == "past"


def _tells(narration: Narration, first: int, end: int) -> bool:
    """Return whether a phrase calls somebody by what he is, before any preposition, and holds no verb."""
    kinds = narration.kinds
    head = -1
    for index in range(first, end + 1):
        kind = kinds[index]
        if kind & _NO_CALLING:
            return False
        if head < 0 and kind & (PREPOSITION | CLAUSE | TO):
            return False
        if (index == end or kinds[index + 1] & (PREPOSITION | COORDINATOR)) and _person(narration, index):
            head = index
            break
        if kind & ING and index == first:
            return False
    if head < 0 or (head > first and kinds[first] & (DAY | MONTH) and narration.capitals[first]):
        return False
    return not any(kind & _VERBAL for kind in kinds[head : end + 1])


def _before(narration: Narration, first: int, last: int) -> str | None:
    """Return the calling before a name, "Transport Secretary", or before its comma: "the company’s lawyer"."""
    words, kinds, joins = narration.words, narration.kinds, narration.joins
    if first == 0:
        return None
    if not joins[last] and not joins[first - 1] and narration.gap(first - 1) == ", ":
        source = noun_phrases.before(narration, first - 1) if narration.quoted[first - 1] < 0 else None
        definite = source is not None and kinds[source.first] & (DETERMINER | POSSESSIVE)
        if source is None or source.form != "noun" or not definite or not _person(narration, source.head):
            return None
        plural = kinds[source.head] & SOURCE_NOUN and source_nouns()[words[source.head]].plural
        verbal = any(kind & REPORTING_VERB for kind in kinds[source.head + 1 : source.last + 1])
        return None if plural or verbal else narration.between(source.first, source.last)
    if not joins[first - 1] or not _person(narration, first - 1):
        return None
    at = first - 1
    noun = source_nouns().get(words[at])
    body = kinds[last] & BODY
    if words[at] in _SEVERAL or (noun is not None and (noun.plural or (body and noun.kind == "body"))):
        return None
    while first - at < _MODIFIERS and joins[at - 1] and _belongs(narration, at - 1):
        at -= 1
    while words[at] in _JOINING and at < first - 1:
        at += 1
    far = at
    while first - far < _MODIFIERS and joins[far - 1]:
        word, kind = words[far - 1], kinds[far - 1]
        if word in ("the", "a", "an", "its") or (kind & POSSESSIVE and word != "whose"):
            return narration.text[narration.starts[far] : narration.starts[first]].strip()
        if kind & (PREPOSITION | CLAUSE | COORDINATOR | TO | _VERBAL):
            break
        adjective = far > 1 and words[far - 2] in ("the", "a", "an", "its")  # "the embattled ferry boss"
        if not (narration.capitals[far - 1] or adjective or kind & OWNED) and word.endswith(("ed", "s")):
            break  # "the party picked Mayor Ann Lee"
        far -= 1
    return narration.text[narration.starts[at] : narration.starts[first]].strip()


def _belongs(narration: Narration, index: int) -> bool:
    """Return whether a word before a calling is part of it."""
    word = narration.words[index]
    if word == "of" or (word == "the" and index > 1 and narration.words[index - 1] == "of"):
        before = index - 1 - (word == "the")
        return before >= 0 and _person(narration, before)  # "Secretary of the Navy"
    kind = narration.kinds[index]
    if kind & _NOT_BELONGING:
        return False
    if narration.capitals[index]:
        return not (narration.begins(index) and word in no_names())
    return word in _CALLING or kind & (SOURCE_NOUN | BODY) != 0
