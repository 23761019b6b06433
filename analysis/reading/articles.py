"""`read`: articles split into sentences, voices and words, once, for all measures."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.reading.narration import cue_colours
from analysis.reading.sentences import sentence_spans
from analysis.reading.tokens import Tokens, tokenise
from analysis.reading.voices import voiced
from analysis.tables import ATTRIBUTIONS, SENTENCES, TEXTS, TOKENS, VOICES
from analysis.voice import HEADLINE, NARRATION, QUOTATION
from sources.article import Article

_VOICE_NAMES = (NARRATION, QUOTATION, HEADLINE)


def read(articles: Sequence[Article]) -> Batch:
    """Return the articles split into sentences, voices and words. Each is read alone; the order is kept.

    Headings have neither sentences nor tokens. Tokens of the title come before those of the body, with sentence -1.
    """
    sentences: list[tuple[str, int, int, int, int, int]] = []
    voices: list[tuple[str, int, int, str, str | None, str | None, str | None, str | None]] = []
    attributions: list[tuple[str, int, int, int, str, str, str, str, int, int]] = []
    colours = cue_colours()
    tokens = _TokenColumns()
    for article in articles:
        title = article.title or ""
        if title:
            voices.append((article.id, 0, len(title), HEADLINE, None, None, None, None))
            tokens.add_title(article.id, tokenise(title))
        spans = sentence_spans(article.text, article.headings)
        body, number = _inside(tokenise(article.text), spans)
        counts = np.bincount(number, minlength=len(spans)).tolist()
        sentences += [
            (article.id, index, start, end, paragraph, counts[index])
            for index, (start, end, paragraph) in enumerate(spans)
        ]
        found = voiced(article.text, tokens=body, sentence=number.tolist(), sentences=spans, headings=article.headings)
        quoted = sorted(found.quoted, key=lambda quotation: quotation.start)
        voices += [
            (article.id, q.start, q.end, QUOTATION, q.speaker, q.naming, q.cue, colours[q.cue] if q.cue else None)
            for q in quoted
        ]
        attributions += [
            (article.id, a.sentence, a.start, a.end, *a.speaker, a.cue, colours[a.cue], a.cue_start, a.cue_end)
            for a in found.attributed
        ]
        tokens.add_body(article.id, body, number, [(q.start, q.end) for q in found.quoted])
    return Batch(
        texts=TEXTS.frame((a.id, a.title, a.text, list(a.headings)) for a in articles),
        sentences=SENTENCES.frame(sentences),
        voices=VOICES.frame(voices),
        tokens=tokens.frame(),
        attributions=ATTRIBUTIONS.frame(attributions),
    )


def _inside(tokens: Tokens, spans: Sequence[tuple[int, int, int]]) -> tuple[Tokens, np.ndarray]:
    """Return the tokens that stand in a sentence, and the number of the sentence of each."""
    if not spans or not tokens.starts:
        return Tokens([], [], []), np.empty(0, dtype=np.int64)
    starts = np.fromiter((span[0] for span in spans), dtype=np.int64, count=len(spans))
    ends = np.fromiter((span[1] for span in spans), dtype=np.int64, count=len(spans))
    at = np.asarray(tokens.starts, dtype=np.int64)
    number = np.searchsorted(starts, at, side="right") - 1
    kept = (number >= 0) & (at < ends[number])
    if kept.all():
        return tokens, number
    places = np.flatnonzero(kept).tolist()
    inside = Tokens(
        [tokens.starts[i] for i in places], [tokens.ends[i] for i in places], [tokens.words[i] for i in places]
    )
    return inside, number[kept]


class _TokenColumns:
    """The columns of TOKENS while they grow, article by article."""

    def __init__(self) -> None:
        self._articles: list[str] = []
        self._sizes: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._words: list[str] = []
        self._sentences: list[np.ndarray] = []
        self._voices: list[np.ndarray] = []

    def add_title(self, article: str, tokens: Tokens) -> None:
        size = len(tokens.starts)
        self._add(article, tokens, np.full(size, -1, dtype=np.int64), np.full(size, 2, dtype=np.int8))

    def add_body(self, article: str, tokens: Tokens, number: np.ndarray, quotations: Sequence[tuple[int, int]]) -> None:
        voice = np.zeros(len(tokens.starts), dtype=np.int8)
        if quotations:
            bounds = np.asarray(quotations, dtype=np.int64).ravel()
            voice = (np.searchsorted(bounds, np.asarray(tokens.starts), side="right") % 2).astype(np.int8)
        self._add(article, tokens, number, voice)

    def _add(self, article: str, tokens: Tokens, number: np.ndarray, voice: np.ndarray) -> None:
        self._articles.append(article)
        self._sizes.append(len(tokens.starts))
        self._starts += tokens.starts
        self._ends += tokens.ends
        self._words += tokens.words
        self._sentences.append(number)
        self._voices.append(voice)

    def frame(self) -> pd.DataFrame:
        if not self._words:
            return TOKENS.empty()
        columns = {
            "article": _repeated(self._articles, np.repeat(np.arange(len(self._sizes)), self._sizes)),
            "sentence": np.concatenate(self._sentences),
            "start": np.array(self._starts, dtype=np.int64),
            "end": np.array(self._ends, dtype=np.int64),
            "word": pd.array(self._words, dtype="str"),
            "voice": _repeated(_VOICE_NAMES, np.concatenate(self._voices)),
        }
        return TOKENS.shaped(pd.DataFrame(columns))


def _repeated(names: Sequence[str], codes: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """Return the names by their numbers; far faster than making a string of each cell."""
    return pd.array(list(names), dtype="str").take(codes)
