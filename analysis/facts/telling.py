"""`Telling`: one sentence of one page as it is compared with those of other pages."""

from dataclasses import dataclass

from analysis.facts.dates import Moment
from analysis.facts.names import Name
from analysis.facts.quantities import Quantity

PLACE, IDEA, NUMBER, WORD = "place", "idea", "number", "word"
"""The kinds of terms: what stands before the colon of a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence of one page, ready to be compared."""

    article: str
    sentence: int
    start: int
    end: int
    paragraph: int
    terms: dict[str, float]
    """Weight of each term, its kind before a colon ("idea:stop", "place:china", "word:magnet"); rarity is not in it."""

    at: dict[str, tuple[int, ...]]
    """Where each term stands: first characters, counted in the article's text."""

    shown: dict[str, str]
    """The words in which a term stands here."""

    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    names: tuple[Name, ...] = ()
    words: tuple[int, ...] = ()
    """First characters of all words, for distances."""

    clauses: tuple[frozenset[str], ...] = ()
    """The terms of each clause of at least `CLAUSE` terms, where the sentence has more than one."""

    subject: frozenset[str] = frozenset()
    """Names and places among its first words: whom the sentence is about; empty where it opens with none."""

    asks: bool = False
    """True for a question, which tells no fact."""

    supposes: bool = False
    """True where something is only possible ("if", "would", "may")."""

    inherited: frozenset[str] = frozenset()
    """Terms taken from the sentences around it, not its own."""

    free: frozenset[str] = frozenset()
    """Those of them that may be shared, but need not: they do not make the sentence longer."""

    who: frozenset[str] = frozenset()
    """Terms that name or place somebody or something: parts of names, places, offices."""

    deeds: frozenset[str] = frozenset()
    """Pairs of terms: who > act, and act > what, as far as they stand close together in this order."""

    runs: frozenset[str] = frozenset()
    """Runs of words that tell something, to be found word for word elsewhere (`runs.runs`)."""
