"""The name that opens a sentence, as far as it is more than one word: whom "it" and "the company" stand for next."""

from functools import cache

from analysis import wordlists
from analysis.reading.narration import Narration, words_in
from analysis.reading.proper_names import is_name, name_run
from analysis.reading.word_kinds import OWNED

_SENTENCES = 2


@cache
def no_names() -> frozenset[str]:
    """Return the words that begin a sentence with a capital and are no part of a name."""
    return wordlists.column("sentence_starters") | words_in(
        "determiner",
        "modal",
        "be",
        "do",
        "have",
        "negation",
        "preposition",
        "clause",
        "adverb",
        "coordinator",
        "possessive",
        "day",
        "month",
        "he",
        "she",
        "they",
        "it",
        "self",
    )


def opening_name(narration: Narration, index: int) -> str | None:
    """Return the latest name that opens one of the two sentences before that of word `index`, None where none does.

    One capitalised word alone may be any noun and is not taken.
    """
    words, sentence = narration.words, narration.sentence
    at, here = index, sentence[index]
    while at > 0 and sentence[at - 1] >= here - _SENTENCES:
        at -= 1
        if narration.joins[at - 1] or sentence[at] == here or narration.quoted[at] >= 0 or not narration.begins(at):
            continue
        first = at + (words[at] == "the")
        if words[first] in no_names() or not is_name(narration, first):
            continue
        last = name_run(narration, first, step=1)
        if last > first and not narration.kinds[last] & OWNED:
            return narration.between(first, last)
    return None
