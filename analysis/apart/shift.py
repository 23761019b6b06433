"""Word shift: the difference of a value between an outlet and the others of an event, as words that add up to it.

P. S. Dodds, K. D. Harris, I. M. Kloumann, C. A. Bliss and C. M. Danforth, "Temporal patterns of happiness", PLoS ONE 6,
2011; R. J. Gallagher and others, "Generalized word shift graphs", EPJ Data Science 10, 2021.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import pandas as pd

from analysis.apart.tables import SHIFTS
from analysis.voice import Voice

SHIFTED: Final[Mapping[str, bool]] = {
    "sentiment": True, "loaded": False, "hedging": False, "certainty": False, "speculation": False,
}  # fmt: skip
"""Values that are sums over words, and whether EVIDENCE must be divided by n to add up to the value in SCORES."""


class Shift(NamedTuple):
    """A difference and the words that it is made of."""

    here: float
    """The outlet's value: the mean over its reports; NaN where it has none."""

    there: float
    """The other side's: the mean over the outlets' values."""

    words: pd.DataFrame
    """SHIFTS rows of the words; `difference` adds up to `here` less `there`."""

    @property
    def difference(self) -> float:
        """Return how much higher the outlet's value is."""
        return self.here - self.there


def word_shift(
    evidence: pd.DataFrame,
    scores: pd.DataFrame,
    outlets: Mapping[str, str],
    *,
    measure: str,
    voice: Voice,
    outlet: str,
    other: str | None = None,
) -> Shift:
    """Return how the value of `measure` in `voice` differs between an outlet and `other` (None: all others together).

    `evidence` and `scores` are EVIDENCE and SCORES of the articles in `outlets` (article: its source). The value of an
    outlet is the mean over its reports that have one, that of the others the mean over the outlets, as in PROFILES. A
    word's part is what all its uses add to that mean: for sentiment its share of each sentence's value (VADER's
    compound is no sum, so it is first split over the words of the sentence in proportion to their valences) over the
    number of sentences; for rates its weights per 1,000 words. Uses that a negation turned count as another word.
    Raises KeyError for a value that is no sum over words (see `SHIFTED`).
    """
    divided = SHIFTED[measure]
    mine = (scores["measure"] == measure) & (scores["voice"] == voice) & (scores["n"] > 0)
    kept = scores[mine & scores["article"].isin(list(outlets))]
    value = dict(zip(kept["article"].tolist(), kept["value"].tolist(), strict=True))
    n = dict(zip(kept["article"].tolist(), kept["n"].tolist(), strict=True))
    reports: dict[str, list[str]] = {}
    for article in value:
        reports.setdefault(outlets[article], []).append(article)
    sides = [[outlet], [other] if other is not None else sorted(set(reports) - {outlet})]
    sides = [[name for name in names if name in reports] for names in sides]
    weights = {
        article: (1 if number == 0 else -1) / (len(names) * len(reports[name]))
        for number, names in enumerate(sides)
        for name in names
        for article in reports[name]
    }
    here, there = (
        sum(value[a] * abs(weights[a]) for name in names for a in reports[name]) if names else math.nan
        for names in sides
    )
    found = evidence[(evidence["measure"] == measure).to_numpy() & (evidence["voice"] == voice).to_numpy()]
    words: dict[tuple[str, str], _Word] = {}
    columns = (found[name].tolist() for name in ("article", "quote", "category", "weight"))
    for article, quote, category, weight in zip(*columns, strict=True):
        if article in weights:
            word = words.setdefault((" ".join(quote.lower().split()), category), _Word())
            part = weight * abs(weights[article]) / (n[article] if divided else 1)
            if weights[article] > 0:
                word.here, word.count = word.here + part, word.count + 1
            else:
                word.there, word.others = word.there + part, word.others + 1
    made = [
        (measure, voice, outlet, other, quote, kind, w.here, w.there, w.here - w.there, w.count, w.others)
        for (quote, kind), w in sorted(words.items(), key=lambda pair: (-abs(pair[1].here - pair[1].there), pair[0]))
    ]
    return Shift(here, there, SHIFTS.frame(made))


@dataclass(slots=True)
class _Word:
    here: float = 0.0
    there: float = 0.0
    count: int = 0
    others: int = 0
