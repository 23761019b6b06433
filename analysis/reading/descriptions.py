"""What a text says somebody is: "director of the port authority" for Ana Rivera, wherever in the article it stands."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from analysis import wordlists
from analysis.reading import noun_phrases
from analysis.reading.narration import Narration, reporting_verbs, source_nouns, words_in
from analysis.reading.openings import no_names
from analysis.reading.proper_names import Source
from analysis.reading.speakers import Speakers

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
    word = narration.words[index].rsplit("-", 1)[-1]
    noun = source_nouns().get(word)
    return (noun is not None and noun.kind != "document") or word in _offices()


@cache
def _offices() -> frozenset[str]:
    return wordlists.column("person_titles") - {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "st", "saint"}


def _after(narration: Narration, last: int) -> str | None:
    """Return the apposition after a name: ", 61, the director of Lund Lines,"."""
    words = narration.words
    at = last
    if narration.joined(at) and words[at + 1] == "of":  # "Senator Ann Lee of Ohio, the leader"
        at += 1
        while narration.joined(at) and narration.capital(at + 1) and at - last < 4:
            at += 1
    for _ in range(3):  # an age and a place may stand before it
        first = at + 1
        if first >= narration.size or narration.gap(at) not in (", ", " (") or not narration.together(first, last):
            return None
        end = first
        while end - first < _LONGEST and narration.joined(end) and not _ends(narration, end + 1):
            end += 1
        stops = not narration.joined(end) or _ends(narration, end + 1)
        if not stops:
            return None
        if _tells(narration, first, end):
            return narration.between(first, end)
        if not (words[first][0].isdigit() or words[first] in ("of", "from")):
            return None
        at = end
    return None


def _ends(narration: Narration, index: int) -> bool:
    """Return whether the word begins what is told of somebody: "who …", "said"."""
    word = narration.words[index]
    verb = reporting_verbs().get(word)
    return word in _ENDS or (verb is not None and verb.kind == "say" and verb.shape == "past")


def _tells(narration: Narration, first: int, end: int) -> bool:
    """Return whether a phrase calls somebody by what he is, before any preposition, and holds no verb."""
    words = narration.words
    head = -1
    for index in range(first, end + 1):
        word = words[index]
        if word in words_in("be", "have", "modal", "he", "she", "they", "self"):
            return False
        if head < 0 and (word in words_in("preposition", "clause") or word == "to"):
            return False
        if _person(narration, index) and (index == end or words[index + 1] in words_in("preposition", "coordinator")):
            head = index
            break
        if words[index].endswith("ing") and index == first:
            return False
    if head < 0 or (narration.capital(first) and head > first and words[first] in words_in("day", "month")):
        return False
    return not any(word in words_in("be", "have", "modal") for word in words[head : end + 1])


def _before(narration: Narration, first: int, last: int) -> str | None:
    """Return the calling before a name, "Transport Secretary", or before its comma: "the company’s lawyer"."""
    words = narration.words
    if first == 0:
        return None
    if narration.gap(first - 1) == ", " and not narration.joined(last):
        source = noun_phrases.before(narration, first - 1) if narration.quoted[first - 1] < 0 else None
        definite = source is not None and words[source.first] in words_in("determiner", "possessive")
        if source is None or source.form != "noun" or not definite or not _person(narration, source.head):
            return None
        plural = words[source.head] in source_nouns() and source_nouns()[words[source.head]].plural
        verbal = any(word in reporting_verbs() for word in words[source.head + 1 : source.last + 1])
        return None if plural or verbal else narration.between(source.first, source.last)
    if not narration.joined(first - 1) or not _person(narration, first - 1):
        return None
    at = first - 1
    noun = source_nouns().get(words[at])
    body = words[last] in wordlists.column("body_words")
    if words[at] in _SEVERAL or (noun is not None and (noun.plural or (body and noun.kind == "body"))):
        return None
    while at > 0 and first - at < _MODIFIERS and narration.joined(at - 1) and _belongs(narration, at - 1):
        at -= 1
    while words[at] in _JOINING and at < first - 1:
        at += 1
    far = at
    while far > 0 and first - far < _MODIFIERS and narration.joined(far - 1):
        word = words[far - 1]
        if word in ("the", "a", "an", "its") or (word in words_in("possessive") and word != "whose"):
            return narration.text[narration.starts[far] : narration.starts[first]].strip()
        if word in words_in("preposition", "clause", "coordinator", "be", "have", "modal") or word == "to":
            break
        adjective = far > 1 and words[far - 2] in ("the", "a", "an", "its")  # "the embattled ferry boss"
        if not (narration.capital(far - 1) or adjective or word.endswith("'s")) and word.endswith(("ed", "s")):
            break  # "the party picked Mayor Ann Lee"
        far -= 1
    return narration.text[narration.starts[at] : narration.starts[first]].strip()


def _belongs(narration: Narration, index: int) -> bool:
    """Return whether a word before a calling is part of it."""
    word = narration.words[index]
    if word == "of" or (word == "the" and index > 1 and narration.words[index - 1] == "of"):
        before = index - 1 - (word == "the")
        return before >= 0 and _person(narration, before)  # "Secretary of the Navy"
    if word in words_in("preposition", "clause", "adverb", "day", "month", "he", "she", "they", "it", "be", "have"):
        return False
    if word in words_in("determiner", "possessive", "coordinator", "modal", "do"):
        return False
    opens = index == 0 or narration.sentence[index - 1] != narration.sentence[index]
    if narration.capital(index):
        return not (opens and word in no_names())
    return word in _CALLING or word in source_nouns() or word in wordlists.column("body_words")
