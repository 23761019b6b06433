"""Speculation: how often a text tells what is to come, what somebody is after, or what is only feared or rumoured."""

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored
from analysis.measures.rates import rate_value, rated_list

_NAME = "speculation"


def score(batch: Batch) -> Scored:
    """Return the words of speculation per 1,000 words of each voice of each article, with each as evidence."""
    return rated_list(batch, "speculation", value=_NAME)


MEASURE = Measure(
    name=_NAME,
    label="Speculation",
    meaning=(
        "How often a voice speaks of what nobody can know yet: the future (is set to, could spark), the motives of "
        "others (in an apparent bid to, signals that), fears and rumours."
    ),
    formula="The weights of the words and phrases of speculation, added up, per 1,000 words of the voice.",
    caveat=(
        "What is expected may be announced and sure, and a stated plan is no guess; such words (scheduled to, plans "
        "to) carry a lower weight. Speculation in plain words (he wants to win votes) is missed. A word may count for "
        "hedging as well: could spark is both."
    ),
    reference=(
        "Prediction and its hedging after A. Bell, The Language of News Media (1991); interpretation in place of "
        "report after F. Esser and A. Umbricht, The Evolution of Objective and Interpretative Journalism in the "
        "Western Press (2014); the words are Parallax's own list."
    ),
    values=(rate_value(_NAME, label="Speculation", direction="higher: more is said of what cannot be known yet"),),
    score=score,
    example=Example(
        text="The strike could spark riots. The minister is widely expected to resign. They met on Monday.",
        value=_NAME,
        voice="narration",
        expected=100.0,
        n=16,
    ),
)
