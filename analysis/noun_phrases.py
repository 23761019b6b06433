"""Who a phrase speaks of: the source in "four unnamed officials familiar with the decisions" or "Commerce Secretary
Howard Lutnick", found by word classes and capitals."""

from typing import NamedTuple

from analysis import wordlists
from analysis.narration import Narration, reporting_verbs, source_nouns, words_in

_FARTHEST = 18
"""The longest phrase, in words, that is read as a source."""

_COUNTING = frozenset({"group", "number", "majority", "couple", "handful", "pair", "trio", "series", "dozens", "one",
                       "some", "many", "most", "several", "two", "three", "hundreds", "thousands", "spokesperson"})


class Source(NamedTuple):
    """A source as a phrase gives it."""

    first: int
    """First word of the phrase."""
    last: int
    """Last word of the phrase."""
    form: str
    """pronoun, name, noun (a noun for sources) or other (another noun with an article)."""
    head: int
    """The word that tells: the pronoun, the last word of the name, the noun."""
    name_first: int
    """First word of the name without titles (of the phrase where form is not name)."""


def name_run(narration: Narration, index: int, *, step: int) -> int:
    """Return the far end of the run of capitalised words that begins at `index`, to the left (-1) or right (+1).

    Joining words (of, the, de) belong to it where a capitalised word follows; days and months end it.
    """
    words, limit = narration.words, words_in("day", "month")
    end = index
    at = index
    while True:
        left = at - 1 if step < 0 else at
        if not narration.joined(left) or abs(at + step - index) > 10:
            return end
        at += step
        word = words[at]
        if word in limit:
            return end
        if step < 0 and word.endswith("'s"):
            return end
        if step > 0 and words[at - 1].endswith("'s"):
            return end
        if (narration.capital(at) or narration.gap(at - 1) == "-") and word not in words_in(
            "preposition", "clause", "adverb", "coordinator"
        ):
            end = at
        elif word in ("the", "and") and step > 0:
            return end
        elif word not in words_in("connector") or narration.capital(at) or word in ("and", "the", "for"):
            return end


def _is_name(narration: Narration, index: int) -> bool:
    word = narration.words[index]
    if word.endswith("'s"):
        return False
    if not narration.capital(index):  # Park Geun-hye
        return index > 0 and narration.gap(index - 1) == "-" and narration.capital(index - 1) and word not in source_nouns()
    if word in words_in("day", "month", "he", "she", "they", "it", "self", "possessive", "preposition", "clause",
                        "coordinator", "have", "be", "do", "modal", "negation"):
        return False
    first = index == 0 or narration.sentence[index - 1] != narration.sentence[index]
    if first or (index > 0 and not narration.joined(index - 1)):
        return word not in words_in("determiner", "adverb") and word not in source_nouns() and not word[0].isdigit()
    return word not in words_in("determiner")


def without_titles(narration: Narration, first: int, last: int) -> int:
    """Return the first word of the name proper: after the last title in the run, where a name follows it."""
    titles = wordlists.column("person_titles")
    start = first
    for index in range(first, last):
        if narration.words[index] in titles and narration.words[index + 1] not in words_in("connector", "suffix"):
            start = index + 1
    return start


def _name(narration: Narration, first: int, last: int) -> Source:
    start = without_titles(narration, first, last)
    begin = first
    while begin > 0 and narration.joined(begin - 1) and narration.words[begin - 1] in wordlists.column("person_titles"):
        begin -= 1
    return Source(begin, last, "name", last, start)


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
    if word in words_in("he", "she", "they", "it", "self"):
        return Source(index, index, "pronoun", index, index)
    begin = left_end(narration, index)
    back = begin - 2
    if begin < index and back >= 0 and words[begin - 1] in ("who", "which") and narration.quoted[back] < 0:
        if narration.sentence[back] == narration.sentence[index] and not _is_name(narration, begin):
            outer = before(narration, back)
            if outer and outer.form != "name" and outer.first > 0 and narration.gap(outer.first - 1) == ", ":
                if _is_name(narration, outer.first - 1) and narration.quoted[outer.first - 1] < 0:
                    return before(narration, outer.first - 1)  # "Ann Lee, a lawyer who works for X"
            return outer  # "a person who works for X": the relative clause is about the word before
    if begin > 0 and words[begin - 1] in words_in("do", "modal") and narration.joined(begin - 1):
        return None  # "did not release": a verb, no noun
    if _is_name(narration, index):
        run = name_run(narration, index, step=-1)
        while run < index and not _is_name(narration, run) and words[run] not in source_nouns():
            run += 1
        if run > begin and _governed(narration, begin, run):
            outer = _left_head(narration, begin, run - 1, index)
            if outer:
                return outer
        return _name(narration, run, index)
    if word in source_nouns() and not (word.endswith("'s")):
        return _noun(narration, begin, index)
    outer = _left_head(narration, begin, index, index)
    if outer:
        return outer
    start = _phrase_start(narration, begin, index)
    if words[start] in words_in("determiner") and start < index and word not in words_in("possessive", "determiner"):
        return Source(start, index, "other", index, start)
    return None


def _governed(narration: Narration, begin: int, start: int) -> bool:
    """Return whether the phrase that begins at `start` hangs on a preposition inside the clause part."""
    at = start - 1
    while at > begin and narration.words[at] in words_in("determiner", "possessive"):
        at -= 1
    return at >= begin and narration.words[at] in words_in("preposition") | {"to"}


def _phrase_start(narration: Narration, begin: int, index: int) -> int:
    """Return the first word of the noun phrase whose noun is `index`: its article, else the word after a preposition."""
    at = index
    while at > begin:
        word = narration.words[at - 1]
        if word in words_in("determiner", "possessive"):
            at -= 1
            while at > begin and narration.words[at - 1] in words_in("determiner"):
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
    if start - 2 >= begin and narration.words[start - 1] == "and" and narration.words[start - 2] in source_nouns():
        start = _phrase_start(narration, begin, start - 2)  # "media reports and industry checks"
    return Source(start, index, "noun", index, start)


def _left_head(narration: Narration, begin: int, end: int, last: int) -> Source | None:
    """Return the source whose noun or name stands before a preposition in words `begin` to `end`; it reaches to `last`."""
    words = narration.words
    prepositions = words_in("preposition") | {"to"}
    for at in range(begin + 1, end + 1):
        if words[at] not in prepositions:
            continue
        head = at - 1
        if words[head] in source_nouns():
            return Source(_phrase_start(narration, begin, head), last, "noun", head, head)
        if _is_name(narration, head):
            run = name_run(narration, head, step=-1)
            if run >= begin:
                return _name(narration, run, head)._replace(last=last)
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
    at = index
    determiner = words[index] in words_in("determiner", "possessive")
    while at - index < _FARTHEST:
        word = words[at]
        following = at + 1 < narration.size and narration.joined(at)
        if _is_name(narration, at):
            end = name_run(narration, at, step=1)
            beyond = end + 1
            if narration.joined(end) and (words[beyond] in source_nouns() or words[end].endswith("'s")):
                at = beyond
                continue
            if narration.joined(end) and determiner and not _ends_phrase(narration, beyond):
                at = beyond  # "another leading Supreme Court advocate, Ann Lee"
                continue
            return _name(narration, at, end)
        if word in source_nouns():
            if following and _is_name(narration, at + 1):
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
            return _apposed(narration, last) or Source(index, last, "noun", at, index)
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


def _ends_phrase(narration: Narration, index: int) -> bool:
    """Return whether a word cannot be part of the noun phrase before it."""
    word = narration.words[index]
    return (
        word in words_in("preposition", "clause", "coordinator", "modal", "be", "have", "do", "adverb", "day", "determiner")
        or word == "to"
        or word.endswith(("ly", "ed", "ing"))
    )


def _apposed(narration: Narration, last: int) -> Source | None:
    """Return the name that stands after a comma: "a spokesman for the ministry, Ann Lee"."""
    first = last + 1
    if first + 1 >= narration.size or narration.gap(last) != ", " or narration.sentence[first] != narration.sentence[last]:
        return None
    if narration.quoted[first] >= 0 or not (_is_name(narration, first) and narration.joined(first)):
        return None
    end = name_run(narration, first, step=1)
    alone = end + 1 >= narration.size or not narration.joined(end)
    return _name(narration, first, end) if alone and 1 <= end - first <= 3 else None


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
