"""Sentences that open their pages: pages of one event open with its news, in words that the whole story repeats."""

from collections.abc import Sequence

import numpy as np

from analysis.facts.alignment import Space, term_weights
from analysis.facts.telling import Telling
from analysis.facts.weighing import Match

FIRST = 1
"""Sentences at the beginning of a page that are compared so."""

HELD = 4
"""Sentences that hold a term, as far as they make it weigh less here: the news itself is in every second sentence."""


def openings(
    told: Sequence[Telling], around: Sequence[dict[str, float]], page: Sequence[int], event: Sequence[str]
) -> list[Match]:
    """Return how alike the first sentences of pages of one event are, by weights that repeating does not lower.

    `page` and `event` give the page of each sentence and its event.
    """
    first = [number for number, sentence in enumerate(told) if sentence.sentence < FIRST]
    space = Space([told[i] for i in first], [around[i] for i in first], weight=term_weights(told, most=HELD))
    found = space.matches(np.array([page[i] for i in first]))
    return [
        match._replace(a=first[match.a], b=first[match.b])
        for match in found
        if event[first[match.a]] == event[first[match.b]]
    ]
