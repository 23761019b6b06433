"""What is measured in a text: one module a measure, listed in `ALL_MEASURES`."""

from analysis.measures import (
    agency,
    attribution,
    certainty,
    framing,
    generic_frames,
    hedging,
    loaded,
    readability,
    sentiment,
    speculation,
)
from analysis.measures.measure import Measure

ALL_MEASURES: tuple[Measure, ...] = (
    sentiment.MEASURE,
    loaded.MEASURE,
    hedging.MEASURE,
    certainty.MEASURE,
    speculation.MEASURE,
    agency.MEASURE,
    attribution.MEASURE,
    framing.MEASURE,
    generic_frames.MEASURE,
    readability.MEASURE,
)
"""Every measure, in the order in which people see them."""
