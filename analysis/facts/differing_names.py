"""Where two sentences that tell the same fact name somebody else, somewhere else, or turn round who did it to whom."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.facts.names import Name, place_forms
from analysis.facts.stems import stem
from analysis.facts.telling import Telling

ALIKE = 0.4
"""Similarity of two sentences from which their single names may stand for the same."""

OVERLAP = 0.6
"""Share of the words of the shorter sentence, names left out, that the other must have too."""

OVERLAP_WHO = 0.75
"""The same where nothing but a verb says that the names stand for the same."""

SHARED = 2
"""Words with the same stem that must stand near both names."""

NEAR = 8
"""Words around a name."""

_AT = re.compile(
    r"\b(?P<at>in|at|near|from|to|outside|off)\s(?:the\s)?(?:(?P<kind>town|city|village|port|state|province|county|island)\sof\s)?\Z",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\s(?P<kind>hospital|airport|station|bridge|school|university|prison|harbour|harbor|street|road|county|island)\b",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(r"(?:\bthe|\bits|\btheir|\w['’]s?)\s(?P<role>[^\W\d_]+(?:\s[^\W\d_]+)?),?\s\Z")
_ROLE_AFTER = re.compile(r",\s(?:the|its|their)\s(?P<role>[^\W\d_]+(?:\s[^\W\d_]+)?)\b")
_BE = frozenset("is are was were be been being get got gets".split())
_WORD = re.compile(r"[^\W\d_]+")
_SAID = re.compile(r"\b(?:said|says|told|according|added|wrote|tweeted|asked|argued)\b")


class Apart(NamedTuple):
    """Two names that stand in the same place of two sentences."""

    what: str
    """"name", "place" or "who"."""

    first: str
    second: str


class _Slot(NamedTuple):
    """What a name is in its sentence."""

    kind: str
    words: frozenset[str]


def named_apart(
    a: Telling, b: Telling, texts: dict[str, str], known: dict[str, frozenset[str]], *, similarity: float
) -> Iterator[Apart]:
    """Yield what two sentences of two pages name differently; `texts` are the pages' bodies, `known` their names.

    Each must hold just one name that the other page has nowhere, in the same part: behind the same title, beside the
    same role, behind the same preposition of place, or before the same verb.
    """
    if similarity < ALIKE or a.asks or b.asks or a.supposes != b.supposes:
        return
    yield from _turned(a, b, texts)
    mine, theirs = _own(a, known[b.article]), _own(b, known[a.article])
    if len({name.key for name in mine}) != 1 or len({name.key for name in theirs}) != 1:
        return
    x, y = mine[0], theirs[0]
    if len(_around(a, x, texts[a.article]) & _around(b, y, texts[b.article])) < SHARED:
        return
    if set(x.text.lower().split()) & set(y.text.lower().split()):
        return
    overlap = overlapping(a, b, texts)
    if overlap < OVERLAP:
        return
    other = {(slot.kind, words) for slot in _slots(b, y, texts[b.article]) for words in slot.words}
    for slot in _slots(a, x, texts[a.article]):
        if any((slot.kind, words) in other for words in slot.words) and (slot.kind != "who" or overlap >= OVERLAP_WHO):
            yield Apart({"title": "name", "role": "name"}.get(slot.kind, slot.kind), x.text, y.text)
            return


def overlapping(a: Telling, b: Telling, texts: dict[str, str]) -> float:
    """Return the share of the longer words of the shorter sentence that the other has too, names left out."""
    first, second = (
        {
            stem(match.group().lower())
            for match in _WORD.finditer(texts[sentence.article], sentence.start, sentence.end)
            if len(match.group()) > 3 and not any(n.start <= match.start() < n.end for n in sentence.names)
        }
        for sentence in (a, b)
    )
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _own(sentence: Telling, known: frozenset[str]) -> list[Name]:
    """Return the names of a sentence that the other page has nowhere, also not in another form."""
    return [
        name for name in sentence.names
        if not ({name.key.lower(), *name.key.lower().split(), place_forms().get(name.text, "")} & known)
    ]  # fmt: skip


def names_known(names: tuple[Name, ...]) -> frozenset[str]:
    """Return the names of a page in all their parts, in lower case, and the places behind them."""
    found: set[str] = set()
    for name in names:
        found |= {name.key.lower(), *name.key.lower().split(), *name.text.lower().split()}
        if place := place_forms().get(name.text):
            found.add(place)
    return frozenset(found)


def _slots(sentence: Telling, name: Name, text: str) -> Iterator[_Slot]:
    low = max(sentence.start, name.start - 60)
    if name.title:
        yield _Slot("title", frozenset({name.title.split()[-1]}))
    before = _ROLE_BEFORE.search(text, low, name.start)
    after = _ROLE_AFTER.match(text, name.end, sentence.end)
    roles = {stem(word) for match in (before, after) if match for word in match["role"].lower().split()}
    if roles and not name.title:
        yield _Slot("role", frozenset(roles))
    at = _AT.search(text, low, name.start)
    kind = _KIND.match(text, name.end, sentence.end)
    if at and (kind or at["kind"]):
        yield _Slot("place", frozenset({f"{(kind or at)['kind'].lower()}"}))
    elif at and name.text in place_forms():
        yield _Slot("place", frozenset({at["at"].lower()}))
    did = _verb_after(sentence, name, text)
    if did and not _SAID.search(text, name.end, min(sentence.end, name.end + 30)):
        yield _Slot("who", frozenset({did}))


def _verb_after(sentence: Telling, name: Name, text: str) -> str:
    """Return the stem of the past form right behind a name ("struck" is not one: endings only); "" where none is."""
    match = re.compile(r"\s(?:has\s|had\s|have\s)?(?P<verb>[^\W\d_]{3,}(?:ed|ew|ook|ought|old|ent))\b").match(
        text, name.end, sentence.end
    )
    return stem(match["verb"].lower()) if match else ""


def _around(sentence: Telling, name: Name, text: str) -> set[str]:
    words = [match for match in _WORD.finditer(text, sentence.start, sentence.end) if len(match.group()) > 3]
    before = [m for m in words if m.end() <= name.start][-NEAR:]
    after = [m for m in words if m.start() >= name.end][:NEAR]
    return {stem(match.group().lower()) for match in (*before, *after)}


def _turned(a: Telling, b: Telling, texts: dict[str, str]) -> Iterator[Apart]:
    """Yield who did the same thing to whom, where the other sentence has it the other way round."""
    mine, theirs = _done(a, texts[a.article]), _done(b, texts[b.article])
    for verb, pairs in mine.items():
        for who, whom in pairs:
            if (whom, who) in theirs.get(verb, ()) and (who, whom) not in theirs.get(verb, ()):
                yield Apart("who", f"{who} {verb} {whom}", f"{whom} {verb} {who}")
                return


def _done(sentence: Telling, text: str) -> dict[str, set[tuple[str, str]]]:
    """Return who did what to whom, by the verb: two names with one past form between them ("Lee attacked Brume")."""
    found: dict[str, set[tuple[str, str]]] = {}
    for x, y in zip(sentence.names, sentence.names[1:], strict=False):
        between = [match.group().lower() for match in _WORD.finditer(text, x.end, y.start)]
        if len(between) == 1 and between[0].endswith("ed") and between[0] not in _BE:
            found.setdefault(between[0], set()).add((x.key, y.key))
    return found
