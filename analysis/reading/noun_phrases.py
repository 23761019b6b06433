"""Who a phrase speaks of, found by word classes and capitals.

In "four unnamed officials familiar with the decisions" it is officials, in "Commerce Secretary Ann Lee" Ann Lee.
"""

from functools import cache

from analysis.reading.narration import Narration, reporting_verbs, source_nouns, words_in
from analysis.reading.proper_names import Source, is_name, name_run, named

_FARTHEST = 18
"""The longest phrase, in words, that is read as a source."""

_AT = frozenset({"in", "at", "near", "from", "to", "outside"})

_PLACE = 5
"""The longest phrase of place, in words, between somebody's calling and his name."""

_COUNTING = frozenset(
    {"group", "number", "majority", "couple", "handful", "pair", "trio", "series", "dozens", "one", "some", "many"}
    | {"most", "several", "two", "three", "hundreds", "thousands", "spokesperson"}
)


@cache
def _governing() -> frozenset[str]:
    return words_in("preposition") | {"to"}


def left_end(narration: Narration, index: int) -> int:
    """Return the first word of the clause part that ends with word `index`."""
    begin = index
    verbs = reporting_verbs()
    while index - begin < _FARTHEST and narration.joined(begin - 1):
        word = narration.words[begin - 1]
        if word in words_in("clause", "modal", "be", "do", "have"):
            break
        verb = verbs.get(word)
        if verb and verb.shape in ("past", "ing") and word not in source_nouns() and verb.kind in ("say", "think"):
            break
        begin -= 1
    return begin


def before(narration: Narration, index: int) -> Source | None:
    """Return the source in the phrase that ends with word `index`, None where it names nobody."""
    words = narration.words
    word = words[index]
    begin = left_end(narration, index)
    back = begin - 2
    relative = begin < index and back >= 0 and words[begin - 1] in ("who", "which")
    own = is_name(narration, begin) or words[begin] in words_in("determiner", "possessive")  # "which the mayor said"
    if relative and narration.together(back, index) and not own:
        return relative_to(narration, back)  # "a person who works for X": the clause is about the word before
    if word in words_in("he", "she", "they", "it", "self"):
        return Source(index, index, "pronoun", index, index)
    if begin > 0 and words[begin - 1] in words_in("do", "modal") and narration.joined(begin - 1):
        return None  # "did not release": a verb, no noun
    if is_name(narration, index):
        run = name_run(narration, index, step=-1)
        while run < index and not is_name(narration, run) and words[run] not in source_nouns():
            run += 1
        if run > begin and _governed(narration, begin, run):
            outer = _left_head(narration, begin, run - 1, index)
            if outer:
                return outer
        return _both(narration, begin, run, index) or named(narration, run, index)
    if word in source_nouns() and not (word.endswith("'s")):
        return _noun(narration, begin, index)
    outer = _left_head(narration, begin, index, index)
    if outer:
        return outer
    start = _phrase_start(narration, begin, index)
    if words[start] in words_in("determiner") and start < index and word not in words_in("possessive", "determiner"):
        return Source(start, index, "other", index, start)
    return None


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
    at = start - 1
    while at > begin and narration.words[at] in words_in("determiner", "possessive"):
        at -= 1
    return at >= begin and narration.words[at] in _governing()


def _phrase_start(narration: Narration, begin: int, index: int) -> int:
    """Return the first word of the phrase whose noun is `index`: its article, else the word after a preposition."""
    at = index
    while at > begin:
        word = narration.words[at - 1]
        if word in words_in("determiner", "possessive"):
            at -= 1
            while at > begin and (narration.words[at - 1] in words_in("determiner") or narration.gap(at - 1) == "-"):
                at -= 1
            return at
        if word in words_in("preposition", "coordinator", "clause") or word == "to":
            break
        at -= 1
    while at < index and (narration.words[at] in words_in("adverb") or narration.words[at].endswith("ly")):
        at += 1
    return at


def _noun(narration: Narration, begin: int, index: int) -> Source:
    start = _phrase_start(narration, begin, index)
    if start > begin and _governed(narration, begin, start):
        at = start - 1
        if not (narration.words[at] == "of" and at > begin and narration.words[at - 1] in _COUNTING):
            outer = _left_head(narration, begin, start - 1, index)
            if outer:
                return outer
        else:
            start = _phrase_start(narration, begin, at - 1)
            if start > begin and _governed(narration, begin, start):  # "a banker at one of the lenders"
                return _left_head(narration, begin, start - 1, index) or Source(start, index, "noun", index, start)
    if start - 2 >= begin and narration.words[start - 1] == "and" and narration.words[start - 2] in source_nouns():
        start = _phrase_start(narration, begin, start - 2)  # "media reports and industry checks"
    return Source(start, index, "noun", index, start)


def _left_head(narration: Narration, begin: int, end: int, last: int) -> Source | None:
    """Return the source before a preposition in words `begin` to `end`; its phrase reaches to `last`."""
    words = narration.words
    prepositions = _governing()
    for at in range(begin + 1, end + 1):
        if words[at] not in prepositions:
            continue
        head = at - 1
        if words[head] in source_nouns():
            return Source(_phrase_start(narration, begin, head), last, "noun", head, head)
        if is_name(narration, head):
            run = name_run(narration, head, step=-1)
            if run >= begin:
                return named(narration, run, head)._replace(last=last)
    return None


def after(narration: Narration, index: int) -> Source | None:
    """Return the source in the phrase that begins with word `index`, None where it names nobody."""
    words = narration.words
    if index >= narration.size:
        return None
    if words[index] in words_in("he", "she", "they", "self"):
        return Source(index, index, "pronoun", index, index)
    if words[index] in ("him", "her", "them") and not narration.joined(index):
        return Source(index, index, "pronoun", index, index)
    if words[index] in ("one", "another") and not narration.joined(index):
        return Source(index, index, "other", index, index)
    at = index
    determiner = words[index] in words_in("determiner", "possessive")
    while at - index < _FARTHEST:
        word = words[at]
        following = at + 1 < narration.size and narration.joined(at)
        if is_name(narration, at):
            end = name_run(narration, at, step=1)
            beyond = end + 1
            if narration.joined(end) and (words[beyond] in source_nouns() or words[end].endswith("'s")):
                at = beyond
                continue
            if narration.joined(end) and determiner and not _ends_phrase(narration, beyond):
                at = beyond  # "another leading Supreme Court advocate, Ann Lee"
                continue
            return _couple(narration, at, end) or named(narration, at, end)
        if narration.gap(at) == "-" and following:
            at += 1  # "dad-of-three Tom Marsh"
            continue
        if word in source_nouns():
            if following and is_name(narration, at + 1):
                at += 1
                continue
            if following and words[at + 1] in source_nouns():
                at += 1
                continue
            if following and words[at + 1] == "of" and word in _COUNTING:
                at += 2
                continue
            if at - index > 4:
                return None
            last = _trailing(narration, at)
            return _apposed(narration, _place_of(narration, last)) or Source(index, last, "noun", at, index)
        if following and word in _COUNTING and words[at + 1] == "of":
            at += 2
            continue
        if word in words_in("preposition", "clause", "coordinator", "modal", "be", "have") or word == "to":
            break
        if not following:
            at += 1
            break
        at += 1
    last = at - 1
    if determiner and last > index:
        return _apposed(narration, last) or Source(index, last, "other", last, index)
    return None


def _couple(narration: Narration, first: int, last: int) -> Source | None:
    """Return the two of "Otto and Greta Lund", whose first names are joined; None where it is one."""
    other = last + 2
    if last > first or other >= narration.size or not (narration.joined(last) and narration.joined(last + 1)):
        return None
    if narration.words[last + 1] != "and" or not is_name(narration, other):
        return None
    end = name_run(narration, other, step=1)
    apart = end == other or (narration.joined(end) and narration.words[end + 1] in reporting_verbs())
    return None if apart else Source(first, end, "name", end, first)


def _ends_phrase(narration: Narration, index: int) -> bool:
    """Return whether a word cannot be part of the noun phrase before it."""
    word = narration.words[index]
    return (
        word
        in words_in("preposition", "clause", "coordinator", "modal", "be", "have", "do", "adverb", "day", "determiner")
        or word == "to"
        or word.endswith(("ly", "ed", "ing"))
    )


def _apposed(narration: Narration, last: int) -> Source | None:
    """Return the name that stands after a comma: "a spokesman for the ministry, Ann Lee"."""
    first = last + 1
    if (
        first + 1 >= narration.size
        or narration.gap(last) != ", "
        or narration.sentence[first] != narration.sentence[last]
    ):
        return None
    if narration.quoted[first] >= 0 or not (is_name(narration, first) and narration.joined(first)):
        return None
    end = name_run(narration, first, step=1)
    alone = end + 1 >= narration.size or not narration.joined(end)
    return named(narration, first, end) if alone and 1 <= end - first <= 3 else None


def _place_of(narration: Narration, head: int) -> int:
    """Return the last word of a short phrase that says where or of what: "the engineer in charge"."""
    at = head
    if not (narration.joined(at) and narration.words[at + 1] in ("in", "at", "of", "for", "on")):
        return head
    while narration.joined(at) and at - head < _PLACE:
        at += 1
    return at


def _trailing(narration: Narration, head: int) -> int:
    """Return the last word of what hangs on a noun: "people familiar with the matter", "a spokesman for the party"."""
    at = head
    words = narration.words
    if not (narration.joined(at) and words[at + 1] in words_in("preposition")):
        return head
    if words[at + 1] in ("on", "at", "in", "during", "after", "before"):
        return head
    while narration.joined(at) and at - head < 9:
        word = words[at + 1]
        if word in words_in("clause", "modal", "be", "have", "day") or word in reporting_verbs():
            break
        if word in ("on", "in", "at", "during", "after", "before") and at > head:
            break
        at += 1
    return at
