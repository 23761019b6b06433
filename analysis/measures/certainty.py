"""Certainty: how often a text marks what it says as beyond doubt."""

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored
from analysis.measures.rates import rate_value, rated_list

_NAME = "certainty"


def score(batch: Batch) -> Scored:
    """Return the words of certainty per 1,000 words of each voice of each article, with each as evidence."""
    return rated_list(batch, "certainty", value=_NAME)


MEASURE = Measure(
    name=_NAME,
    label="Certainty",
    meaning="How often a voice presents what it says as beyond doubt (clearly, of course, will never, no doubt).",
    formula="The weights of the words and phrases of certainty, added up, per 1,000 words of the voice.",
    caveat=(
        "A thing said with certainty may be true, and a plain statement can be the most certain of all. Must and have "
        "to mostly tell of duty and are left out, but for conclusions (must have been); denied certainty (not certain) "
        "is left out only where the negation stands directly before the word."
    ),
    reference=(
        "Boosters after K. Hyland, Metadiscourse (2005), and certainty adverbials after D. Biber et al., Longman "
        "Grammar of Spoken and Written English (1999), chapter 12; the words are Parallax's own list."
    ),
    values=(rate_value(_NAME, label="Certainty", direction="higher: more is presented as beyond doubt"),),
    score=score,
    example=Example(
        text="The minister will clearly resign. The council met on Monday.",
        value=_NAME,
        voice="narration",
        expected=100.0,
        n=10,
    ),
)
