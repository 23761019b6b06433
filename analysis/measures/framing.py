"""Framing: which sides of an issue a text brings up, by the 15 dimensions of the Policy Frames Codebook."""

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.measures.headline_evidence import headline_evidence
from analysis.measures.measure import Example, Measure, Scored
from analysis.measures.shares import share_value, shares
from analysis.voice import BODY, HEADLINE
from analysis.words.hits import hits_of

_NAME = "framing"
OTHER = "other"

FRAMES: tuple[tuple[str, str], ...] = (
    ("economic", "Economic"),
    ("capacity", "Capacity and resources"),
    ("morality", "Morality"),
    ("fairness", "Fairness and equality"),
    ("legality", "Legality, constitutionality and jurisprudence"),
    ("policy", "Policy prescription and evaluation"),
    ("crime", "Crime and punishment"),
    ("security", "Security and defence"),
    ("health", "Health and safety"),
    ("quality", "Quality of life"),
    ("culture", "Cultural identity"),
    ("opinion", "Public opinion"),
    ("political", "Political"),
    ("external", "External regulation and reputation"),
    (OTHER, "Other"),
)
"""The frames by key, in the order of the codebook, with their names for people."""

MEANINGS: dict[str, str] = {
    "economic": "Money: what something costs or earns, prices, jobs, trade, companies, taxes.",
    "capacity": "Means: whether there are enough people, beds, time, equipment or skill to do it.",
    "morality": "Right and wrong: conscience, duty, shame, religion and its leaders.",
    "fairness": "Equal treatment: discrimination, race, sex, faith, rich and poor, who gets how much.",
    "legality": "The law as it is: courts and judges, lawsuits, the constitution, rights and freedoms.",
    "policy": "The rules as they should be: bills, bans, reforms, programmes, and whether they work.",
    "crime": "Crime: deeds, suspects, police, trials for crimes, prison and other punishment.",
    "security": "Threat and protection: armies, terror, borders, guards, making places safe.",
    "health": "Body and mind: illness, injury, care, medicine, the safety of food, roads and things.",
    "quality": "How people live: home, family, daily life, comfort, hardship, fear, mourning.",
    "culture": "Who we are: customs, media, arts, sports, celebrities, language, tradition, society at large.",
    "opinion": "What the public thinks and does: polls, protests, petitions, praise and outrage.",
    "political": "Politics as a contest: parties, politicians, elections, votes, campaigns, lobbies.",
    "external": "Other countries: diplomacy, treaties, sanctions, a country's standing in the world.",
    OTHER: "No cue of any frame: a sentence that only tells what happened, or that the lists do not know.",
}
"""What each frame says, one plain sentence for a reader."""


def score(batch: Batch) -> Scored:
    """Return the share of sentences of body and headline that each frame has, with the cues as evidence."""
    return shares(batch, hits_of(batch, "frames"), measure=_NAME, frames=dict(FRAMES), rest=OTHER)


def leading(batch: Batch) -> pd.DataFrame:
    """Return the frame that leads in each article's headline: article, frame (a key), quote (its cues in the headline).

    By the weights of `headline_evidence`; of frames with the same weight the earlier in `FRAMES`. Only a frame that the
    headline has, by `score`, can lead it; articles are left out whose headline has none. quote lists the words as they
    stand, each once, joined by ", ".
    """
    evidence = headline_evidence(batch)
    keys = pd.Index([key for key, _ in FRAMES])
    titles = dict(zip(batch.texts["article"], batch.texts["title"], strict=True))
    cues = evidence.assign(
        frame=keys.get_indexer(pd.Index(evidence["category"].str.split(".").str[0])),
        quote=[
            titles[a][start:end]
            for a, start, end in zip(evidence["article"], evidence["start"], evidence["end"], strict=True)
        ],
    )
    sums = cues.groupby(["article", "frame"], sort=False).agg(
        weight=("weight", "sum"), quote=("quote", lambda words: ", ".join(dict.fromkeys(words)))
    )
    scores = score(batch).scores
    has = scores[(scores["voice"] == HEADLINE) & scores["value"].gt(0)]
    had = set(zip(has["article"], has["measure"].str.removeprefix(f"{_NAME}."), strict=True))
    sums = sums.round(9).reset_index()
    known = [(article, keys[frame]) in had for article, frame in zip(sums["article"], sums["frame"], strict=True)]
    sums = sums[np.array(known, dtype=bool)]
    sums = sums.sort_values(["weight", "frame"], ascending=[False, True], kind="stable")
    first = sums.drop_duplicates("article")
    order = pd.Index(batch.texts["article"]).get_indexer(pd.Index(first["article"])).argsort()
    found = first.assign(frame=keys.take(first["frame"].to_numpy())).iloc[order].reset_index(drop=True)
    return pd.DataFrame(found, columns=["article", "frame", "quote"])


MEASURE = Measure(
    name=_NAME,
    label="Framing",
    meaning=(
        "Which sides of an issue a text brings up: money, morals, law, crime, health and so on. Each frame's value is "
        "the share of sentences that have its cue words; a sentence may have several frames or none (other)."
    ),
    formula=(
        "Each frame has a list of cue words and phrases that weigh 1 or 0.5. A sentence has a frame when the weights "
        "of its different cues add up to 1 or more; the value is the number of such sentences by the number of "
        "sentences. The frame that leads in a headline is the one whose cues weigh most in it: a phrase weighs more "
        'than a word, what stands first or after a colon more than the rest, what stands after "after" less.'
    ),
    caveat=(
        "Cues show which topics are mentioned, which is less than a frame as a person reads it: irony, denial and what "
        "is left unsaid are missed, and a word like court or party may mean something else. A headline is one "
        "sentence, so that its value is 0 or 1."
    ),
    reference=(
        "The dimensions of A. E. Boydstun, D. Card, J. H. Gross, P. Resnik and N. A. Smith, Tracking the Development "
        "of Media Frames within and across Policy Issues (2014); the cue words and weights are Parallax's own."
    ),
    values=tuple(
        share_value(
            f"{_NAME}.{key}",
            label=label,
            meaning=MEANINGS[key],
            direction="higher: more sentences without a cue of a frame"
            if key == OTHER
            else "higher: more sentences with cues of this frame",
        )
        for key, label in FRAMES
    ),
    score=score,
    example=Example(
        text="The court struck down the law. Unemployment rose in May. He smiled.",
        value="framing.legality",
        voice=BODY,
        expected=1 / 3,
        n=3,
    ),
)
