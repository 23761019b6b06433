"""Log-odds ratio of words between two groups with an informative Dirichlet prior.

Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16, 2008, equations 15, 16, 20 and 22.
"""

from functools import lru_cache
from math import log
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.stories.background import background
from analysis.stories.word_forms import form_of

Reals = npt.NDArray[np.float64]

NORMAL: Final = 1.959964
"""Standard errors on either side of the middle that hold 95 of 100 values of a normal distribution."""


class LogOdds(NamedTuple):
    """Of each word: how much likelier one group is to use it."""

    difference: Reals
    """The difference of its log-odds in the two groups; above 0: the first group uses it more."""

    error: Reals
    """Its standard error."""

    @property
    def z(self) -> Reals:
        """Return the difference in standard errors."""
        return self.difference / self.error

    @property
    def low(self) -> Reals:
        """Return the lower end of the 95 % interval."""
        return self.difference - NORMAL * self.error

    @property
    def high(self) -> Reals:
        """Return the upper end of the 95 % interval."""
        return self.difference + NORMAL * self.error


def log_odds(count: Reals, others: Reals, prior: Reals) -> LogOdds:
    """Return the log-odds ratios; swapping the groups turns the sign.

    `count` and `others` are the groups' counts of every word of the vocabulary, `prior` the pseudo-counts (above 0).
    """
    total, one, two = prior.sum(), count + prior, others + prior
    odds_one = np.log(one / (count.sum() + total - one))
    odds_two = np.log(two / (others.sum() + total - two))
    return LogOdds(odds_one - odds_two, np.sqrt(1 / one + 1 / two))


@lru_cache(1 << 16)
def in_news(word: str) -> float:
    """Return how often news at large uses a word, in times per document.

    Read off the share of documents that hold its stem in the packaged background table, as if uses fell into documents
    by chance (Poisson). A word that the table lacks is taken to stand in half as many documents as the rarest it has.
    """
    table = background()
    held = table.frequencies.get(form_of("en")(word), table.least / 2)
    return -log(1 - min(held, table.documents - 1) / table.documents)
