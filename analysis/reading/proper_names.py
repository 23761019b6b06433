"""Runs of capitalised words: which of them are names, and where a name begins and ends."""

from functools import cache
from typing import NamedTuple

from analysis import wordlists
from analysis.reading.narration import Narration, reporting_verbs, source_nouns, words_in


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
        elif word not in words_in("connector") or narration.capital(at) or word in ("and", "the", "for"):
            return end


@cache
def _never() -> frozenset[str]:
    """Return the words that are no part of a name, whatever their capital."""
    return words_in(
        *("day", "month", "he", "she", "they", "it", "self", "possessive", "preposition", "clause", "coordinator"),
        *("have", "be", "do", "negation"),
    )


def is_name(narration: Narration, index: int) -> bool:
    """Return whether the word can be part of a name: a capital that is not only that of a sentence's first word."""
    word = narration.words[index]
    if word.endswith("'s"):
        return False
    if not narration.capital(index):  # Park Geun-hye
        return (
            index > 0
            and narration.gap(index - 1) == "-"
            and narration.capital(index - 1)
            and word not in source_nouns()
            and not word.endswith(("ing", "ed", "led", "era", "style", "wide"))  # "Republican-leaning"
        )
    if word in _never():
        return False
    first = index == 0 or narration.sentence[index - 1] != narration.sentence[index]
    if first or (index > 0 and not narration.joined(index - 1)):
        return (
            word not in words_in("determiner", "adverb", "modal")
            and word not in source_nouns()
            and not word[0].isdigit()
            and not _opens_no_name(narration, index)
        )
    return word not in words_in("determiner")


def _opens_no_name(narration: Narration, index: int) -> bool:
    """Return whether a sentence's first word is an adverb or a participle: "Previously", "Seeking votes"."""
    word = narration.words[index]
    if word.endswith("ly"):
        return len(word) > 5 and word not in wordlists.column("first_names")
    if not word.endswith("ing") or len(word) < 6 or not narration.joined(index):
        return False
    return not narration.capital(index + 1) and narration.words[index + 1] not in reporting_verbs()


_KEPT = frozenset({"sir", "dame", "lord", "lady", "pope", "king", "queen", "prince", "princess"})
"""Titles without which a single name would not be understood."""


def without_titles(narration: Narration, first: int, last: int) -> int:
    """Return the first word of the name proper: after the last title in the run, where a name follows it."""
    titles = wordlists.column("person_titles")
    start = first
    opens = first == 0 or narration.sentence[first - 1] != narration.sentence[first]
    if opens and last - first > 1 and narration.words[first] in source_nouns():
        start = first + 1  # "Schoolboy Tom Marsh"
    bodies = wordlists.column("body_words")
    for index in range(first, last):
        if narration.words[index + 1] in bodies and index + 1 == last:
            continue  # "Justice Department"
        if last - index > 3 and " ".join(narration.words[index : index + 3]) in titles:
            start = index + 3  # "Secretary of State Ann Lee"
        elif narration.words[index] in titles and narration.words[index + 1] not in words_in("connector", "suffix"):
            start = index + 1
    if start == last and start > first:
        alone = narration.words[last] in titles  # "the Prime Minister"
        return first if alone else start - 1 if narration.words[start - 1] in _KEPT else start
    return start


def named(narration: Narration, first: int, last: int) -> Source:
    """Return the source that the run of words names, with the titles before it."""
    start = without_titles(narration, first, last)
    begin = first
    while begin > 0 and narration.joined(begin - 1) and narration.words[begin - 1] in wordlists.column("person_titles"):
        begin -= 1
    return Source(begin, last, "name", last, start)
