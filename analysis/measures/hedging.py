"""Hedging: how often a text marks what it says as not certain."""

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored
from analysis.measures.rates import rate_value, rated_list

_NAME = "hedging"


def score(batch: Batch) -> Scored:
    """Return the hedges per 1,000 words of each voice of each article, with each hedge as evidence."""
    return rated_list(batch, "hedges", value=_NAME)


MEASURE = Measure(
    name=_NAME,
    label="Hedging",
    meaning=(
        "How often a voice marks what it says as possible, only reported, seeming, a view or approximate (may, "
        "reportedly, seems, I think, about) rather than as certain."
    ),
    formula="The weights of the hedging words and phrases, added up, per 1,000 words of the voice.",
    caveat=(
        "A hedge can be honest care or a way of saying what cannot be shown: the rate does not tell which. Words that "
        "hedge only at times (could, about) carry a lower weight, and some of them are ability or number, not doubt."
    ),
    reference=(
        "Hedges after K. Hyland, Hedging in Scientific Research Articles (1998), and stance adverbials after D. Biber "
        "et al., Longman Grammar of Spoken and Written English (1999), chapter 12; the words are Parallax's own list."
    ),
    values=(rate_value(_NAME, label="Hedging", direction="higher: more is marked as uncertain"),),
    score=score,
    example=Example(
        text="The minister may resign. The council reportedly met on Monday.",
        value=_NAME,
        voice="narration",
        expected=200.0,
        n=10,
    ),
)
