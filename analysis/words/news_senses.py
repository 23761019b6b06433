"""`news_senses`: phrases in which news uses a word of VADER's lexicon in another sense ("interest rates")."""

from dataclasses import dataclass
from functools import cache
from itertools import product

from analysis import wordlists


@dataclass(frozen=True, slots=True)
class Sense:
    """One line of `lexicons/news_senses.tsv`."""

    phrases: tuple[tuple[str, ...], ...]
    """The words of each phrase that the line stands for."""

    silent: frozenset[str]
    """The words that carry no sentiment in them."""

    unless_after: frozenset[str]
    """Words before the phrase that let it mean what VADER reads."""

    unless_before: frozenset[str]
    """The same of words after it."""

    kind: str

    @property
    def named(self) -> frozenset[str]:
        """Return every word that the line names."""
        return self.unless_after | self.unless_before | {word for phrase in self.phrases for word in phrase}


@cache
def news_senses() -> tuple[Sense, ...]:
    """Return the lines of the list, read on first use."""
    return tuple(
        Sense(
            phrases=tuple(product(*(part.split("|") for part in phrase.split(" ")))),
            silent=_words(silent),
            unless_after=_words(after),
            unless_before=_words(before),
            kind=kind,
        )
        for phrase, silent, after, before, kind in wordlists.rows("news_senses")
    )


def _words(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split("|")))
