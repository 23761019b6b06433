"""Attribution: how much of a text is quoted, whether its sources have names, and what the reporting verbs add."""

from typing import Final

import numpy as np
import pandas as pd

from analysis.batch import WORD_VOICES, Batch
from analysis.measures.measure import Example, Measure, Scored, Value
from analysis.measures.rows import per_cell, score_rows
from analysis.tables import EVIDENCE
from analysis.voice import BODY, NARRATION, QUOTATION, Voice

_NAME: Final = "attribution"
_SHARE: Final = "attribution.quoted_share"
_NAMINGS: Final = {"named": "attribution.named_sources", "anonymous": "attribution.anonymous_sources"}
_COLOURED: Final = "attribution.coloured_verbs"
_APART: Final = 1 << 32
"""Articles are laid end to end so far apart that no offset reaches the next one."""


def score(batch: Batch) -> Scored:
    """Return the quoted share and the shares of named, anonymous and coloured attributions of each article.

    The weights of an article's evidence for a value, added up and divided by n, are the value.
    """
    words, found = batch.words, batch.attributions
    body = np.flatnonzero(words.sentence >= 0)
    quoted = (words.voice[body] == WORD_VOICES.index(QUOTATION)).astype(np.int64)
    spoken = per_cell(batch, words.article[body], quoted, width=2)
    row = pd.Index(batch.texts["article"]).get_indexer(pd.Index(found["article"]))
    every = np.ones(len(found), dtype=bool)
    kinds = (every, *(found["naming"].eq(naming) for naming in _NAMINGS), found["colour"].ne("neutral"))
    sources = np.hstack([per_cell(batch, row, 0 * row, width=1, weights=np.asarray(kind)) for kind in kinds])
    n = np.column_stack((spoken.sum(axis=1), *[sources[:, 0]] * (len(kinds) - 1)))
    counts = np.column_stack((spoken[:, 1], sources[:, 1:]))
    values = np.divide(counts, n, out=np.zeros_like(n), where=n > 0)
    columns: list[tuple[str, Voice]] = [(name, BODY) for name in (_SHARE, *_NAMINGS.values(), _COLOURED)]
    return Scored(score_rows(batch, columns, values=values, n=n.astype(np.int64)), lambda: _evidence(batch))


def _evidence(batch: Batch) -> pd.DataFrame:
    evidence = pd.concat([_quotations(batch), _sources(batch), _coloured(batch)], ignore_index=True)
    order = {article: number for number, article in enumerate(batch.texts["article"])}
    keys = evidence[["article", "sentence", "start"]].assign(article=evidence["article"].map(order))
    evidence = evidence.loc[keys.sort_values(["article", "sentence", "start"], kind="stable").index]
    return EVIDENCE.shaped(evidence.reset_index(drop=True))


def _quotations(batch: Batch) -> pd.DataFrame:
    """Return the evidence of the quoted share: each quotation with its number of words."""
    articles = batch.texts["article"]
    quoted = batch.tokens[batch.tokens["voice"].eq(QUOTATION)]
    spans = batch.voices[batch.voices["voice"].eq(QUOTATION)]
    words = _laid_out(articles, quoted["article"], quoted["start"])
    starts = _laid_out(articles, spans["article"], spans["start"])
    ends = _laid_out(articles, spans["article"], spans["end"])
    lines = batch.sentences
    line_starts = _laid_out(articles, lines["article"], lines["start"])
    first_words = np.searchsorted(words, starts)
    weights = np.searchsorted(words, ends) - first_words
    at = np.searchsorted(line_starts, words[first_words], side="right") - 1 if len(starts) else first_words
    return spans[["article", "start", "end"]].assign(
        measure=_SHARE,
        sentence=lines["sentence"].to_numpy()[at],
        category=spans["speaker"].fillna("speaker not found"),
        weight=weights.astype("float64"),
        voice=QUOTATION,
        quote=_quotes(batch, spans),
    )


def _sources(batch: Batch) -> pd.DataFrame:
    """Return the evidence of the shares of named and anonymous sources: the phrases of the sources."""
    found = batch.attributions
    found = found[found["naming"].isin(list(_NAMINGS))]
    return found[["article", "sentence", "start", "end"]].assign(
        measure=found["naming"].map(_NAMINGS),
        category=found["naming"] + " source: " + found["speaker"] + (", " + found["described"]).fillna(""),
        weight=1.0,
        voice=NARRATION,
        quote=_quotes(batch, found),
    )


def _coloured(batch: Batch) -> pd.DataFrame:
    """Return the evidence of the share of coloured verbs: the verbs, with their colours."""
    found = batch.attributions[batch.attributions["colour"].ne("neutral")]
    evidence = found[["article", "sentence"]].assign(
        start=found["cue_start"],
        end=found["cue_end"],
        measure=_COLOURED,
        category=found["cue"] + ": " + found["colour"],
        weight=1.0,
        voice=NARRATION,
    )
    return evidence.assign(quote=_quotes(batch, evidence))


def _laid_out(articles: pd.Series, article: pd.Series, place: pd.Series) -> np.ndarray:
    """Return offsets of several articles as offsets into all of them laid end to end."""
    number = article.map({name: at for at, name in enumerate(articles)}).to_numpy(dtype=np.int64)
    return np.asarray(number * _APART + place.to_numpy(dtype=np.int64))


def _quotes(batch: Batch, spans: pd.DataFrame) -> list[str]:
    texts = dict(zip(batch.texts["article"], batch.texts["text"], strict=True))
    places = zip(*(spans[column].tolist() for column in ("article", "start", "end")), strict=True)
    return [texts[article][start:end] for article, start, end in places]


def _share(name: str, *, label: str, unit: str, counted: str, direction: str) -> Value:
    return Value(
        name=name, label=label, unit=unit, low=0.0, high=1.0, voices=(BODY,), counted=counted, direction=direction
    )


MEASURE = Measure(
    name=_NAME,
    label="Attribution",
    meaning=(
        "How much of the text is other people's words, how often those who are said to know or think something have "
        "a name, and how often the verb that reports them says more than that they said it."
    ),
    formula=(
        "Quoted share: words inside quotations, divided by all words of the body. Named and anonymous sources: "
        "attributions, direct or indirect, to a source of that kind, divided by all attributions. Figures, records, "
        "polls and statements that the text gives to nobody by name are neither; they count among all attributions. "
        "Coloured verbs: attributions whose reporting verb or phrase does more than tell that something was said, "
        "divided by all attributions. It may doubt the words (claimed), make them an admission (admitted), stubborn "
        "(insisted), a rejection (denied), an attack (slammed) or praise (hailed), present them as true (revealed, "
        "pointed out), or tell a temper (fumed). Each mark names the colour."
    ),
    caveat=(
        "Sources are found by reporting verbs and phrases; an unusual way of reporting is missed, and a pronoun can be "
        "given to the wrong person. A source without a name can be the best there is. A word in quotation marks with "
        "nobody speaking counts as the outlet's own. A coloured verb can be the right one: some people do admit "
        'things, and a court\'s "alleged" is duty. Look at who gets which colour.'
    ),
    reference=(
        "Quotation and attribution after S. Pareti, A Database of Attribution Relations (LREC 2012), and E. Newell et "
        "al., An Attribution Relations Corpus for Political News (LREC 2018); reporting verbs after C. R. "
        "Caldas-Coulthard, On reporting reporting (Advances in Written Text Analysis, 1994); the rules and lists are "
        "Parallax's own."
    ),
    values=(
        _share(
            _SHARE,
            label="Quoted share",
            unit="share of words",
            counted="words",
            direction="higher: more of the text is other people's words",
        ),
        _share(
            _NAMINGS["named"],
            label="Named sources",
            unit="share of attributions",
            counted="attributions",
            direction="higher: more of what is reported is given to somebody with a name",
        ),
        _share(
            _NAMINGS["anonymous"],
            label="Anonymous sources",
            unit="share of attributions",
            counted="attributions",
            direction="higher: more of what is reported is given to somebody without a name",
        ),
        _share(
            _COLOURED,
            label="Coloured verbs",
            unit="share of attributions",
            counted="attributions",
            direction="higher: more verbs that doubt, endorse, attack or otherwise judge what is reported",
        ),
    ),
    score=score,
    example=Example(
        text="“We will rebuild,” Ana Rivera said. Two officials said the bridge may stay closed.",
        value=_NAMINGS["anonymous"],
        voice=BODY,
        expected=0.5,
        n=2,
    ),
)
