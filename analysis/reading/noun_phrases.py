"""Who a phrase speaks of, found by word classes and capitals.

In "four unnamed officials familiar with the decisions" it is officials, in "Commerce Secretary Ann Lee" Ann Lee.
"""

from typing import Final

from analysis.reading.narration import Narration
from analysis.reading.proper_names import Source, is_name, name_run, named
from analysis.reading.word_kinds import (
    ADVERB,
    BE,
    CLAUSE,
    COORDINATOR,
    DAY,
    DETERMINER,
    DO,
    HAVE,
    HE,
    LY,
    MODAL,
    OWNED,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTING_VERB,
    SELF,
    SHE,
    SOURCE_NOUN,
    TELLING,
    THEY,
    TO,
)

_FARTHEST = 18
"""The longest phrase, in words, that is read as a source."""

_AT = frozenset({"in", "at", "near", "from", "to", "outside"})

_PLACE = 5
"""The longest phrase of place, in words, between somebody's calling and his name."""

_COUNTING = frozenset(
    {"group", "number", "majority", "couple", "handful", "pair", "trio", "series", "dozens", "one", "some", "many"}
    | {"most", "several", "two", "three", "hundreds", "thousands", "spokesperson"}
)


_NOT_TRAILING = frozenset({"on", "in", "at", "during", "after", "before"})
_GOVERNING: Final = PREPOSITION | TO
_POINTING: Final = DETERMINER | POSSESSIVE
_PARTING: Final = CLAUSE | MODAL | BE | DO | HAVE | TELLING
"""What a clause part does not reach over to the left."""

_CLOSING: Final = PREPOSITION | CLAUSE | COORDINATOR | MODAL | BE | HAVE | TO
"""What ends a noun phrase."""


def left_end(narration: Narration, index: int) -> int:
    """Return the first word of the clause part that ends with word `index`."""
    kinds, joins = narration.kinds, narration.joins
    begin = index
    while joins[begin - 1] and not kinds[begin - 1] & _PARTING and index - begin < _FARTHEST:
        begin -= 1
    return begin


def before(narration: Narration, index: int) -> Source | None:
    """Return the source in the phrase that ends with word `index`, None where it names nobody."""
    kinds, joins = narration.kinds, narration.joins
    begin = left_end(narration, index)
    back = begin - 2
    if begin < index and back >= 0 and kinds[begin - 1] & RELATIVE and narration.together(back, index):
        own = kinds[begin] & _POINTING or is_name(narration, begin)  # "which the mayor said"
        if not own:
            return relative_to(narration, back)  # "a person who works for X": the clause is about the word before
    kind = kinds[index]
    if kind & PRONOUN:
        return Source(index, index, "pronoun", index, index)
    if kinds[begin - 1] & (DO | MODAL) and joins[begin - 1]:
        return None  # "did not release": a verb, no noun
    if is_name(narration, index):
        run = name_run(narration, index, step=-1)
        while run < index and not kinds[run] & SOURCE_NOUN and not is_name(narration, run):
            run += 1
        if run > begin:
            outer = _governed(narration, begin, run) and _left_head(narration, begin, run - 1, index)
            if outer:
                return outer
            return _both(narration, begin, run, index) or named(narration, run, index)
        return named(narration, run, index)
    if kind & SOURCE_NOUN and not kind & OWNED:
        return _noun(narration, begin, index)
    outer = _left_head(narration, begin, index, index)
    if outer:
        return outer
    if kind & _POINTING:
        return None
    start = _phrase_start(narration, begin, index)
    return Source(start, index, "other", index, start) if start < index and kinds[start] & DETERMINER else None


def relative_to(narration: Narration, index: int) -> Source | None:
    """Return whom a relative clause after word `index` is about: Ann Lee in "Ann Lee, a lawyer who"."""
    outer = before(narration, index)
    at = outer.first - 1 if outer and outer.form != "name" else -1
    if at >= 0 and narration.gap(at) == ", " and is_name(narration, at) and narration.quoted[at] < 0:
        name = before(narration, at)
        placed = name is None or (name.first > 0 and narration.words[name.first - 1] in _AT)
        return outer if placed else name  # "In Selby, the mayor"
    return outer


def _both(narration: Narration, begin: int, run: int, index: int) -> Source | None:
    """Return the two whose names fill the clause part, "Ann Lee and Tom Marsh"; None where it is one or more follow."""
    last = run - 2
    if last < begin or narration.words[run - 1] != "and" or not is_name(narration, last):
        return None
    first = name_run(narration, last, step=-1)
    start = named(narration, first, last).name_first
    return Source(first, index, "name", index, start) if first == begin else None


def _governed(narration: Narration, begin: int, start: int) -> bool:
    """Return whether the phrase that begins at `start` hangs on a preposition inside the clause part."""
    kinds = narration.kinds
    at = start - 1
    while at > begin and kinds[at] & _POINTING:
        at -= 1
    return at >= begin and kinds[at] & _GOVERNING != 0


def _phrase_start(narration: Narration, begin: int, index: int) -> int:
    """Return the first word of the phrase whose noun is `index`: its article, else the word after a preposition."""
    kinds = narration.kinds
    at = index
    while at > begin:
        kind = kinds[at - 1]
        if kind & _POINTING:
            at -= 1
            while at > begin and (kinds[at - 1] & DETERMINER or narration.hyphen(at)):
                at -= 1
            return at
        if kind & (PREPOSITION | COORDINATOR | CLAUSE | TO):
            break
        at -= 1
    while at < index and kinds[at] & (ADVERB | LY):
        at += 1
    return at


def _noun(narration: Narration, begin: int, index: int) -> Source:
    words, kinds = narration.words, narration.kinds
    start = _phrase_start(narration, begin, index)
    if start > begin and _governed(narration, begin, start):
        at = start - 1
        if not (words[at] == "of" and at > begin and words[at - 1] in _COUNTING):
            outer = _left_head(narration, begin, start - 1, index)
            if outer:
                return outer
        else:
            start = _phrase_start(narration, begin, at - 1)
            if start > begin and _governed(narration, begin, start):  # "a banker at one of the lenders"
                return _left_head(narration, begin, start - 1, index) or Source(start, index, "noun", index, start)
    if start - 2 >= begin and words[start - 1] == "and" and kinds[start - 2] & SOURCE_NOUN:
        start = _phrase_start(narration, begin, start - 2)  # "media reports and industry checks"
    return Source(start, index, "noun", index, start)


def _left_head(narration: Narration, begin: int, end: int, last: int) -> Source | None:
    """Return the source before a preposition in words `begin` to `end`; its phrase reaches to `last`."""
    kinds = narration.kinds
    for at in range(begin + 1, end + 1):
        if not kinds[at] & _GOVERNING:
            continue
        head = at - 1
        if kinds[head] & SOURCE_NOUN:
            return Source(_phrase_start(narration, begin, head), last, "noun", head, head)
        if is_name(narration, head):
            run = name_run(narration, head, step=-1)
            if run >= begin:
                return named(narration, run, head)._replace(last=last)
    return None


def after(narration: Narration, index: int) -> Source | None:
    """Return the source in the phrase that begins with word `index`, None where it names nobody."""
    words, kinds, joins = narration.words, narration.kinds, narration.joins
    kind = kinds[index]
    if index >= narration.size:
        return None
    if kind & (HE | SHE | THEY | SELF):
        return Source(index, index, "pronoun", index, index)
    if not joins[index]:
        if words[index] in ("him", "her", "them"):
            return Source(index, index, "pronoun", index, index)
        if words[index] in ("one", "another"):
            return Source(index, index, "other", index, index)
    at = index
    determiner = kind & _POINTING
    while at - index < _FARTHEST:
        following = joins[at]
        if is_name(narration, at):
            end = name_run(narration, at, step=1)
            beyond = end + 1
            if joins[end] and (kinds[beyond] & SOURCE_NOUN or kinds[end] & OWNED):
                at = beyond
                continue
            if joins[end] and determiner and not _ends_phrase(narration, beyond):
                at = beyond  # "another leading Supreme Court advocate, Ann Lee"
                continue
            return _couple(narration, at, end) or named(narration, at, end)
        if following and narration.hyphen(at + 1):
            at += 1  # "dad-of-three Tom Marsh"
            continue
        if following and _counts(narration, at):
            at += 2
            continue
        kind = kinds[at]
        if kind & SOURCE_NOUN:
            if following and (kinds[at + 1] & SOURCE_NOUN or is_name(narration, at + 1)):
                at += 1
                continue
            if at - index > 4:
                return None
            last = _trailing(narration, at)
            return _apposed(narration, _place_of(narration, last)) or Source(index, last, "noun", at, index)
        if kind & _CLOSING:
            break
        at += 1
        if not following:
            break
    last = at - 1
    if determiner and last > index:
        return _apposed(narration, last) or Source(index, last, "other", last, index)
    return None


def _counts(narration: Narration, index: int) -> bool:
    """Return whether the word and the next say how many there are of what follows: "a number of"."""
    words = narration.words
    return index + 2 < narration.size and words[index + 1] == "of" and words[index] in _COUNTING


def _couple(narration: Narration, first: int, last: int) -> Source | None:
    """Return the two of "Otto and Greta Lund", whose first names are joined; None where it is one."""
    other = last + 2
    if last > first or not (narration.joins[last] and narration.joins[last + 1]):
        return None
    if narration.words[last + 1] != "and" or not is_name(narration, other):
        return None
    end = name_run(narration, other, step=1)
    apart = end == other or (narration.joins[end] and narration.kinds[end + 1] & REPORTING_VERB)
    return None if apart else Source(first, end, "name", end, first)


def _ends_phrase(narration: Narration, index: int) -> bool:
    """Return whether a word cannot be part of the noun phrase before it."""
    if narration.kinds[index] & (_CLOSING | DO | ADVERB | DAY | DETERMINER):
        return True
    return narration.words[index].endswith(("ly", "ed", "ing"))


def _apposed(narration: Narration, last: int) -> Source | None:
    """Return the name that stands after a comma: "a spokesman for the ministry, Ann Lee"."""
    first = last + 1
    if narration.joins[last] or not narration.joins[first] or narration.gap(last) != ", " or narration.begins(first):
        return None
    if narration.quoted[first] >= 0 or not is_name(narration, first):
        return None
    end = name_run(narration, first, step=1)
    return named(narration, first, end) if not narration.joins[end] and 1 <= end - first <= 3 else None


def _place_of(narration: Narration, head: int) -> int:
    """Return the last word of a short phrase that says where or of what: "the engineer in charge"."""
    at, joins = head, narration.joins
    if not (joins[at] and narration.words[at + 1] in ("in", "at", "of", "for", "on")):
        return head
    while joins[at] and at - head < _PLACE:
        at += 1
    return at


def _trailing(narration: Narration, head: int) -> int:
    """Return the last word of what hangs on a noun: "people familiar with the matter", "a spokesman for the party"."""
    words, kinds, joins = narration.words, narration.kinds, narration.joins
    at = head
    if not (joins[at] and kinds[at + 1] & PREPOSITION) or words[at + 1] in _NOT_TRAILING:
        return head
    while joins[at] and at - head < 9:
        if kinds[at + 1] & (CLAUSE | MODAL | BE | HAVE | DAY | REPORTING_VERB):
            break
        if at > head and words[at + 1] in _NOT_TRAILING:
            break
        at += 1
    return at
