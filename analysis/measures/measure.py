"""`Measure`: what a measure says of itself, and the shape of what it returns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.batch import Batch
from analysis.voice import Voice


class Scored:
    """What a measure returns for a batch; it unpacks into scores and evidence.

    A whole run needs the scores alone, so evidence may be given as a function that makes it. It is asked once, when
    somebody first looks.
    """

    __slots__ = ("_evidence", "scores")

    scores: pd.DataFrame
    """SCORES: a row for each article, declared value and voice; NaN with n = 0 where there is nothing to count."""

    def __init__(self, scores: pd.DataFrame, evidence: pd.DataFrame | Callable[[], pd.DataFrame]) -> None:
        self.scores = scores
        self._evidence = evidence

    @property
    def evidence(self) -> pd.DataFrame:
        """EVIDENCE, sorted by article, then sentence, start."""
        if not isinstance(self._evidence, pd.DataFrame):
            self._evidence = self._evidence()
        return self._evidence

    def __iter__(self) -> Iterator[pd.DataFrame]:
        yield self.scores
        yield self.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One number that a measure gives."""

    name: str
    """Key in SCORES and EVIDENCE: the measure's name, or "measure.part" where it gives several."""

    label: str
    """For people, short: "Loaded wording"."""

    unit: str
    """For people: "per 1,000 words"."""

    low: float
    """Smallest possible value."""

    high: float
    """Largest possible value (math.inf where there is none)."""

    voices: tuple[Voice, ...]
    """The voices it is given for."""

    counted: str
    """What n counts: "words", "sentences", "attributions"."""

    direction: str
    """What more of it means: "higher: more favourable words"."""

    beside: bool = False
    """True where it says in another way what a value before it says: shown on the article's page, not in tables."""

    meaning: str = ""
    """What this value says, one plain sentence for a reader; empty where the measure's own meaning says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and the value that it must give; run by the contract test and shown on the method page."""

    text: str
    value: str
    """Name of the value."""
    voice: Voice
    expected: float
    n: int
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure: a pure function with its meaning, its limits and an example that is run."""

    name: str
    label: str
    meaning: str
    """What it says about a text, one or two sentences for a reader who is no statistician."""
    formula: str
    """How the value is made from the counts."""
    caveat: str
    """Where it goes wrong."""
    reference: str
    """Where the method is from."""
    values: tuple[Value, ...]
    score: Callable[[Batch], Scored]
    """Score each article of the batch alone; never change the batch."""
    example: Example

    @property
    def leading(self) -> tuple[Value, ...]:
        """Return the values that tables over several articles show."""
        return tuple(value for value in self.values if not value.beside)
