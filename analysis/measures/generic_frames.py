"""Generic news frames: the five ways to tell any news, by Semetko and Valkenburg."""

from analysis.batch import Batch
from analysis.measures.measure import Example, Measure, Scored
from analysis.measures.shares import share_value, shares
from analysis.voice import BODY
from analysis.words.hits import hits_of

_NAME = "generic_frames"

GENERIC_FRAMES: tuple[tuple[str, str, str], ...] = (
    (
        "conflict",
        "Conflict",
        "Two sides at odds: persons, groups or countries that disagree, reproach, attack, win or lose.",
    ),
    (
        "human_interest",
        "Human interest",
        "People with a face: how somebody is affected, families, private lives, grief, love and fear.",
    ),
    (
        "economic",
        "Economic consequences",
        "What it costs or brings: losses, gains, prices and jobs, for people, firms or countries, now or to come.",
    ),
    (
        "morality",
        "Morality",
        "Right and wrong: God and religion, decency and shame, how people ought to behave.",
    ),
    (
        "responsibility",
        "Responsibility",
        "Who caused it and who should solve it: blame, the duty of a government or a person, remedies, calls to act.",
    ),
)
"""The frames: key, name for people, what it means for a reader."""


def score(batch: Batch) -> Scored:
    """Return the share of sentences of body and headline that have each frame, with the cues as evidence."""
    frames = {key: label for key, label, _ in GENERIC_FRAMES}
    return shares(batch, hits_of(batch, "generic_frames"), measure=_NAME, frames=frames)


MEASURE = Measure(
    name=_NAME,
    label="News frames",
    meaning=(
        "How a story is told, whatever it is about: as a conflict, through people's lives, by what it costs, as a "
        "question of right and wrong, or by who is responsible. Each value is the share of sentences with its cues; a "
        "sentence may have several of the five or none."
    ),
    formula=(
        "Each of the five frames has a list of cue words and phrases that weigh 1 or 0.5. A sentence has a frame when "
        "the weights of its different cues add up to 1 or more; the value is the number of such sentences by the "
        "number of sentences."
    ),
    caveat=(
        "People find these frames by answering some twenty questions about a whole article; cues find the sentences "
        "that could make them answer yes. A quarrel told in plain words is missed, and a word like fight or cost may "
        "mean no more than effort. A headline is one sentence, so that its value is 0 or 1. No annotated news was at "
        "hand to measure how often these marks are right."
    ),
    reference=(
        "The frames of H. A. Semetko and P. M. Valkenburg, Framing European Politics: A Content Analysis of Press and "
        "Television News, Journal of Communication 50 (2000); the cue words and weights are Parallax's own."
    ),
    values=tuple(
        share_value(
            f"{_NAME}.{key}",
            label=label,
            meaning=meaning,
            direction="higher: more sentences with cues of this frame",
        )
        for key, label, meaning in GENERIC_FRAMES
    ),
    score=score,
    example=Example(
        text="The two parties traded insults. The closure will cost 300 jobs. His mother wept. The bridge is long.",
        value="generic_frames.conflict",
        voice=BODY,
        expected=0.25,
        n=4,
    ),
)
