"""Runs of capitalised words: which of them are names, and where a name begins and ends."""

from typing import Final, NamedTuple

from analysis import wordlists
from analysis.reading.narration import Narration
from analysis.reading.word_kinds import (
    ADVERB,
    BE,
    BODY,
    CLAUSE,
    CONNECTOR,
    COORDINATOR,
    DAY,
    DETERMINER,
    DO,
    HAVE,
    ING,
    LY,
    MODAL,
    MONTH,
    NEGATION,
    NUMERAL,
    OWNED,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    REPORTING_VERB,
    SOURCE_NOUN,
    SUFFIX,
    TITLE,
)

_NEVER: Final = (
    DAY | MONTH | PRONOUN | POSSESSIVE | PREPOSITION | CLAUSE | COORDINATOR | HAVE | BE | DO | NEGATION | OWNED
)
"""Words that are no part of a name, whatever their capital."""

_OPENS_NONE: Final = DETERMINER | ADVERB | MODAL | SOURCE_NOUN | NUMERAL
"""Words that begin no name where any word may have a capital."""

_NOT_WITHIN: Final = PREPOSITION | CLAUSE | ADVERB | COORDINATOR
_LONGEST = 10
"""Words that a run has at most beyond the one it is read from."""


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
    kinds, joins, capitals = narration.kinds, narration.joins, narration.capitals
    end = at = index
    limit = DAY | MONTH | (OWNED if step < 0 else 0)
    while abs(at + step - index) <= _LONGEST and joins[at - 1 if step < 0 else at]:
        if step > 0 and kinds[at] & OWNED:
            return end
        at += step
        kind = kinds[at]
        if kind & limit:
            return end
        if not kind & _NOT_WITHIN and (capitals[at] or narration.hyphen(at)):
            end = at
        elif not kind & CONNECTOR or capitals[at] or narration.words[at] in ("and", "the", "for"):
            return end
    return end


def is_name(narration: Narration, index: int) -> bool:
    """Return whether the word can be part of a name: a capital that is not only that of a sentence's first word."""
    kind = narration.kinds[index]
    if not narration.capitals[index]:
        return not kind & OWNED and narration.hyphen(index) and _second_half(narration, index)
    if kind & _NEVER:
        return False
    if narration.joins[index - 1]:
        return not kind & DETERMINER
    return not (kind & _OPENS_NONE or (kind & (LY | ING) and _opens_no_name(narration, index)))


def _second_half(narration: Narration, index: int) -> bool:
    """Return whether a word after a hyphen belongs to a name without a capital of its own: Park Geun-hye."""
    return (
        narration.capitals[index - 1]
        and not narration.kinds[index] & SOURCE_NOUN
        and not narration.words[index].endswith(("ing", "ed", "led", "era", "style", "wide"))  # "Republican-leaning"
    )


def _opens_no_name(narration: Narration, index: int) -> bool:
    """Return whether a sentence's first word is an adverb or a participle: "Previously", "Seeking votes"."""
    word = narration.words[index]
    if word.endswith("ly"):
        return len(word) > 5 and word not in wordlists.column("first_names")
    if len(word) < 6 or not narration.joins[index]:
        return False
    return not narration.capitals[index + 1] and not narration.kinds[index + 1] & REPORTING_VERB


_KEPT = frozenset({"sir", "dame", "lord", "lady", "pope", "king", "queen", "prince", "princess"})
"""Titles without which a single name would not be understood."""


def without_titles(narration: Narration, first: int, last: int) -> int:
    """Return the first word of the name proper: after the last title in the run, where a name follows it."""
    if first == last:
        return first
    words, kinds = narration.words, narration.kinds
    start = first
    if last - first > 1 and kinds[first] & SOURCE_NOUN and narration.begins(first):
        start = first + 1  # "Schoolboy Tom Marsh"
    for index in range(first, last):
        if index + 1 == last and kinds[last] & BODY:
            continue  # "Justice Department"
        if last - index > 3 and " ".join(words[index : index + 3]) in wordlists.column("person_titles"):
            start = index + 3  # "Secretary of State Ann Lee"
        elif kinds[index] & TITLE and not kinds[index + 1] & (CONNECTOR | SUFFIX):
            start = index + 1
    if start == last and start > first:
        alone = kinds[last] & TITLE  # "the Prime Minister"
        return first if alone else start - 1 if words[start - 1] in _KEPT else start
    return start


def named(narration: Narration, first: int, last: int) -> Source:
    """Return the source that the run of words names, with the titles before it."""
    begin = first
    while narration.kinds[begin - 1] & TITLE and narration.joins[begin - 1]:
        begin -= 1
    return Source(begin, last, "name", last, without_titles(narration, first, last))
