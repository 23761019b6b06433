"""What parsing asks of a word by its form alone: one number a word with a bit for each answer, found out only once."""

from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis import wordlists

# fmt: off
(
    DETERMINER, POSSESSIVE, MODAL, BE, DO, HAVE, NEGATION, PREPOSITION, CLAUSE, ADVERB, COORDINATOR, CONNECTOR, DAY,
    MONTH, HE, SHE, THEY, IT, SELF, SUFFIX,
    SOURCE_NOUN, REPORTING_VERB, TITLE, BODY,
    TELLING, TO, RELATIVE, DEFINITE, OWNED, LY, ING, NUMERAL, CONTRACTED, CLITIC, TIME, OPENS_PHRASE, CONTINUES_PHRASE,
    PREPOSED,
) = (1 << bit for bit in range(38))
# fmt: on
"""DETERMINER to SUFFIX: the classes of `lexicons/grammar`. SOURCE_NOUN, REPORTING_VERB, TITLE, BODY: in `source_nouns`,
`reporting_verbs`, `person_titles`, `body_words`. TELLING: the past or -ing of a verb of saying or thinking, and no noun
for a source. TO: "to". RELATIVE: "who", "which". DEFINITE: "the", "those" and possessives. OWNED: ends with 's. LY,
ING: end so. NUMERAL: begins with a digit. CONTRACTED: a pronoun and its helping verb in one word. CLITIC: the same or
with any helping verb ("they've"). TIME: what "last" and "this" make a time of. OPENS_PHRASE, CONTINUES_PHRASE: first
and second word of one of the `reporting_phrases`. PREPOSED: "per" and "words".
"""

PRONOUN: Final = HE | SHE | THEY | IT | SELF

Kinds = npt.NDArray[np.int64]

_CLASSES = (
    *("determiner", "possessive", "modal", "be", "do", "have", "negation", "preposition", "clause", "adverb"),
    *("coordinator", "connector", "day", "month", "he", "she", "they", "it", "self", "suffix"),
)
_NAMED = {
    TO: ("to",),
    RELATIVE: ("who", "which"),
    DEFINITE: ("the", "this", "that", "these", "those"),
    CONTRACTED | CLITIC: ("he's", "she's", "it's", "they're", "we're", "i'm", "you're"),
    TIME: ("week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "summer"),
    PREPOSED: ("per", "words"),
}
_ENDINGS = (("'s", OWNED), ("ly", LY), ("ing", ING))
_REMEMBERED = 1 << 17


@cache
def _listed() -> dict[str, int]:
    """Return the kinds of the words in lists."""
    found: dict[str, int] = {}

    def add(words: frozenset[str] | tuple[str, ...], kind: int) -> None:
        for word in words:
            found[word] = found.get(word, 0) | kind

    for bit, name in enumerate(_CLASSES):
        add(wordlists.column("grammar", kind=name), 1 << bit)
    for kind, words in _NAMED.items():
        add(words, kind)
    add(wordlists.column("grammar", kind="possessive"), DEFINITE)
    helping = wordlists.column("grammar", kind="have") | wordlists.column("grammar", kind="modal")
    add(tuple(word for word in helping if word.endswith(("'s", "'ve", "'d", "'ll"))), CLITIC)
    nouns = wordlists.column("source_nouns")
    add(nouns, SOURCE_NOUN)
    add(wordlists.column("person_titles"), TITLE)
    add(wordlists.column("body_words"), BODY)
    for form, kind_of_verb, _, shape, *_ in wordlists.rows("reporting_verbs"):
        telling = shape in ("past", "ing") and kind_of_verb in ("say", "think") and form not in nouns
        add((form,), REPORTING_VERB | (TELLING if telling else 0))
    for phrase, *_ in wordlists.rows("reporting_phrases"):
        first, second, *_ = phrase.split()
        add((first,), OPENS_PHRASE)
        add((second,), CONTINUES_PHRASE)
    return found


@lru_cache(_REMEMBERED)
def kind_of(word: str) -> int:
    """Return what is known of a word in lower case by its form, as bits of the kinds above."""
    kind = _listed().get(word, 0)
    for ending, bit in _ENDINGS:
        if word.endswith(ending):
            kind |= bit
    return kind | NUMERAL if word[0].isdigit() else kind


def triggers(kinds: Kinds) -> Kinds:
    """Return the places of the words with which a reporting verb or phrase can begin."""
    alone = (kinds & (REPORTING_VERB | PREPOSED)) != 0
    alone[:-1] |= ((kinds[:-1] & OPENS_PHRASE) != 0) & ((kinds[1:] & CONTINUES_PHRASE) != 0)
    return np.flatnonzero(alone)
