"""Loaded wording to discuss: words by which a writer evaluates or stirs where a plainer word would report."""

from functools import partial

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored
from analysis.measures.rates import rate_value, rated
from analysis.words.loadedness import loaded_hits, loaded_notes, loaded_places

_NAME = "loaded"


def score(batch: Batch) -> Scored:
    """Return the loaded wording per 1,000 words of each voice of each article, with each word as evidence."""
    return rated(batch, loaded_places(batch), value=_NAME, frame=loaded_hits, notes=partial(loaded_notes, batch))


MEASURE = Measure(
    name=_NAME,
    label="Loaded wording",
    meaning=(
        "How much of each voice is loaded wording to discuss: words that praise, blame, mock or stir where a plainer "
        "word would report. It is a list of places to talk about, no measure of bias."
    ),
    formula=(
        "Each word or phrase of the list has a strength from 1 (often plain) to 5 (always takes sides), which "
        "weighs 0.3, 0.45, 0.6, 0.8 or 1; so have words made loaded by an ending or another part (-esque, "
        "scandal-ridden). A word or two that the outlet puts into marks without quoting anybody have strength 1, a "
        "word in capitals (they KNEW it) has strength 3. The value is the sum of the weights per 1,000 words of the "
        "voice. Marks carry the kind, the strength and, where there is one, a neutral wording; those of strength 1 and "
        "2 are drawn faintly, for many reports use such words without a thought."
    ),
    caveat=(
        "The list knows words, not what happened: a disaster may rightly be called devastating. Irony, selection and "
        "loaded facts are missed, and so is every word that the list does not have. Headlines are short, so that one "
        "word moves them far. Of 150 marks that one of us read in American news, 138 were right: 109 of 113 of "
        "strength 2 and more, 29 of 37 of strength 1; what was wrong was mostly meant plainly (a bomb attack)."
    ),
    reference=(
        "Words of appraisal after J. R. Martin and P. R. R. White, The Language of Evaluation (2005), and loaded "
        "language as people mark it in T. Spinde et al., Neural Media Bias Detection (2021); the words, their kinds "
        "and weights are Parallax's own."
    ),
    values=(rate_value(_NAME, label="Loaded wording", direction="higher: more loaded wording to discuss"),),
    score=score,
    example=Example(
        text="The minister slammed the plan. The council met on Monday.",
        value=_NAME,
        voice="narration",
        expected=80.0,
        n=10,
    ),
)
