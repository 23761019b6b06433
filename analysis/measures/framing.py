"""Framing: which sides of an issue a text brings up, by the 15 dimensions of the Policy Frames Codebook."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import NO_GAP, Batch
from analysis.measures.headline_evidence import headline_evidence
from analysis.measures.measure import Example, Measure, Scored, Value
from analysis.measures.rates import quotes
from analysis.measures.rows import per_cell, score_rows
from analysis.tables import EVIDENCE
from analysis.voice import BODY, HEADLINE, Voice
from analysis.words.hits import find_hits, hit_frame, hits_in
from analysis.words.lexicon import lexicon

_NAME = "framing"
OTHER = "other"
ENOUGH = 1.0
"""The weight of cues from which on a sentence counts for a frame."""

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

_VOICES: tuple[Voice, ...] = (BODY, HEADLINE)
_SENTENCE = ["article", "sentence"]


def score(batch: Batch) -> Scored:
    """Return the share of sentences of body and headline that each frame has, with the cues as evidence.

    A cue's weight in EVIDENCE is its part of what its sentence adds to the share, so that the weights add up to the
    value. For "other" the evidence is the whole sentence.
    """
    hits, words = hits_in(batch, lexicon("frames")), batch.words
    keys = [key for key, _ in FRAMES]
    of_entry = np.array([keys.index(e.category.partition(".")[0]) for e in hits.columns.lexicon.entries])
    frame = of_entry[hits.entry]
    _, once = np.unique(np.column_stack((hits.first, hits.last, frame)), axis=0, return_index=True)
    opens = words.gap == NO_GAP
    place, article = np.cumsum(opens) - 1, words.article[opens]
    headline = (words.sentence[opens] < 0).astype(np.int64)
    summed = np.bincount(
        place[hits.first[once]] * len(FRAMES) + frame[once],
        weights=hits.columns.weight[hits.entry[once]],
        minlength=len(article) * len(FRAMES),
    )
    framed = summed.reshape(-1, len(FRAMES)) >= ENOUGH
    framed[:, keys.index(OTHER)] = ~framed.any(axis=1)
    at, which = np.nonzero(framed)
    n = per_cell(batch, article, headline, width=len(_VOICES))
    width = len(FRAMES) * len(_VOICES)
    count = per_cell(batch, article[at], which * len(_VOICES) + headline[at], width=width)
    counts = np.tile(n, len(FRAMES))
    values = np.divide(count, counts, out=np.zeros_like(count), where=counts > 0)
    columns = [(f"{_NAME}.{key}", voice) for key in keys for voice in _VOICES]
    scores = score_rows(batch, columns, values=values, n=counts.astype(np.int64))
    return Scored(scores, lambda: _evidence(batch, hit_frame(batch, hits)))


def _evidence(batch: Batch, hits: pd.DataFrame) -> pd.DataFrame:
    sentences = _sentences(batch)
    cues = of_frames(hits)
    sums = cues.groupby([*_SENTENCE, "category"], sort=False)["weight"].transform("sum")
    framed = cues.assign(share=cues["weight"] / sums)[sums >= ENOUGH]
    none = pd.MultiIndex.from_frame(sentences[_SENTENCE]).isin(pd.MultiIndex.from_frame(framed[_SENTENCE]))
    spans = pd.concat([framed, sentences[~none].assign(category=OTHER, share=1.0)], ignore_index=True)

    rows = pd.Index(batch.texts["article"])
    n = np.zeros((len(rows), len(_VOICES)), dtype=np.int64)
    np.add.at(n, (rows.get_indexer(pd.Index(sentences["article"])), _place(sentences)), 1)
    row, place = rows.get_indexer(pd.Index(spans["article"])), _place(spans)
    frame = pd.Index([key for key, _ in FRAMES]).get_indexer(pd.Index(spans["category"]))
    order = np.lexsort((frame, spans["start"], spans["sentence"], row))
    found = spans.assign(
        measure=f"{_NAME}." + spans["category"],
        category=[FRAMES[f][1] for f in frame.tolist()],
        weight=spans["share"].to_numpy() / n[row, place],
        quote=quotes(batch, spans),
    )
    return EVIDENCE.shaped(found.iloc[order].reset_index(drop=True))


def frame_cues(batch: Batch) -> pd.DataFrame:
    """Return HITS of the frames' cues; the category is the frame's key."""
    return of_frames(find_hits(batch, lexicon("frames")))


def of_frames(sides: pd.DataFrame) -> pd.DataFrame:
    """Return `sides` with categories such as legality.rights as their frame, each words once for a frame."""
    frames = sides.assign(category=sides["category"].str.split(".").str[0])
    return frames.drop_duplicates(["article", "sentence", "start", "end", "category"], ignore_index=True)


def leading(batch: Batch) -> dict[str, str]:
    """Return for each article the frame that leads in its headline, by `headline_evidence`: other without a cue.

    Of frames with the same evidence the earlier in `FRAMES` leads.
    """
    evidence = headline_evidence(batch)
    keys = pd.Index([key for key, _ in FRAMES])
    of_frame = evidence.assign(category=keys.get_indexer(pd.Index(evidence["category"].str.split(".").str[0])))
    sums = of_frame.groupby(["article", "category"])["weight"].sum().round(9).reset_index()
    first = sums.sort_values(["weight", "category"], ascending=[False, True], kind="stable").drop_duplicates("article")
    led = dict(zip(first["article"], keys[first["category"]], strict=True))
    return {article: led.get(article, OTHER) for article in batch.texts["article"]}


def _sentences(batch: Batch) -> pd.DataFrame:
    """Return article, sentence (-1 for the title), start, end and voice of each sentence and title that has a word."""
    first = batch.tokens.drop_duplicates(_SENTENCE)[[*_SENTENCE, "voice"]]
    titles = batch.texts.assign(sentence=-1, start=0, end=batch.texts["title"].str.len().fillna(0).astype("int64"))
    columns = [*_SENTENCE, "start", "end"]
    every = pd.concat([titles[columns], batch.sentences[columns]], ignore_index=True)
    return first.merge(every, on=_SENTENCE, how="left")


def _place(spans: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Return the number of each span's voice in `_VOICES`."""
    return (spans["sentence"].to_numpy() < 0).astype(np.int64)


def _value(key: str, label: str) -> Value:
    return Value(
        name=f"{_NAME}.{key}",
        label=label,
        unit="share of sentences",
        low=0.0,
        high=1.0,
        voices=_VOICES,
        counted="sentences",
        direction="higher: more sentences without a cue of a frame"
        if key == OTHER
        else f"higher: more sentences with cues of this frame ({label[0].lower()}{label[1:]})",
    )


MEASURE = Measure(
    name=_NAME,
    label="Framing",
    meaning=(
        "Which sides of an issue a text brings up: money, morals, law, crime, health and so on. Each frame's value is "
        "the share of sentences that have its cue words; a sentence may have several frames or none (other)."
    ),
    formula=(
        "Each frame has a list of cue words and phrases that weigh 1 or 0.5. A sentence has a frame when the weights "
        "of its cues add up to 1 or more; the value is the number of such sentences by the number of sentences."
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
    values=tuple(_value(key, label) for key, label in FRAMES),
    score=score,
    example=Example(
        text="The court struck down the law. Unemployment rose in May. He smiled.",
        value="framing.legality",
        voice=BODY,
        expected=1 / 3,
        n=3,
    ),
)
