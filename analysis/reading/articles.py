"""`read`: articles split into sentences, voices and words, once, for all measures."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

import numpy as np
import pandas as pd

from analysis.batch import NO_GAP, ONE_BLANK, WORD_VOICES, Batch, Flags, Numbers, Words
from analysis.garbage import no_garbage_looked_for
from analysis.reading.laid_out import Found, LaidOut, laid_out, words_in
from analysis.reading.narration import cue_colours, joining
from analysis.reading.quotations import quotations
from analysis.reading.sentences import Lines, split
from analysis.reading.tokens import Tokens
from analysis.reading.voices import voiced
from analysis.tables import ATTRIBUTIONS, SENTENCES, TEXTS, VOICES
from analysis.voice import HEADLINE, NARRATION, QUOTATION
from sources.article import Article


@no_garbage_looked_for()
def read(articles: Sequence[Article]) -> Batch:
    """Return the articles split into sentences, voices and words. Each is read alone; the order is kept.

    Headings have neither sentences nor tokens. Tokens of the title come before those of the body, with sentence -1.
    """
    if not articles:
        return Batch(texts=TEXTS.empty(), sentences=SENTENCES.empty(), voices=VOICES.empty())
    text = laid_out([(article.title or "", article.text) for article in articles])
    found = words_in(text)
    lines = _with_words(split(text, headings=[article.headings for article in articles]), found)
    words = _words(text, found, lines)
    voices, attributions, marked = _voices(articles, words, lines, text)
    ids = pd.array([article.id for article in articles], dtype="str")
    first, beyond = _extents(lines, found)
    return Batch(
        texts=TEXTS.frame((a.id, a.title, a.text, list(a.headings)) for a in articles),
        sentences=pd.DataFrame(
            {
                "article": ids.take(lines.article),
                "sentence": _numbers(lines),
                "start": lines.start - text.text_at[lines.article],
                "end": lines.end - text.text_at[lines.article],
                "paragraph": lines.paragraph,
                "words": beyond - first,
            }
        ),
        voices=VOICES.frame(voices),
        attributions=ATTRIBUTIONS.frame(attributions),
        words=words,
        marked=marked,
        laid=text,
    )


def _extents(lines: Lines, found: Found) -> tuple[Numbers, Numbers]:
    """Return the first word of each sentence, and one past its last."""
    return np.searchsorted(found.start, lines.start), np.searchsorted(found.start, lines.end)


def _with_words(lines: Lines, found: Found) -> Lines:
    first, beyond = _extents(lines, found)
    return Lines(*(column[first < beyond] for column in lines))


def _numbers(lines: Lines) -> Numbers:
    """Return the number of each sentence in its article."""
    numbers: Numbers = np.arange(len(lines.article)) - np.searchsorted(lines.article, lines.article)
    return numbers


def _words(text: LaidOut, found: Found, lines: Lines) -> Words:
    """Return the words of titles and sentences, those of sentences all as narration as yet."""
    first, beyond = _extents(lines, found)
    size = len(found.start) + 1
    opens = np.bincount(first, minlength=size)
    inside = np.cumsum(opens - np.bincount(beyond, minlength=size))[:-1] > 0
    bases = np.column_stack((text.title_at, text.text_at)).ravel()
    part = np.searchsorted(bases, found.start, side="right") - 1
    title = part % 2 == 0
    kept = np.flatnonzero(title | inside)
    part, title = part[kept], title[kept]
    sentence = np.full(len(kept), -1)
    sentence[~title] = _numbers(lines)[(np.cumsum(opens)[:-1] - 1)[kept[~title]]]
    gap, gaps = _gaps(text, found.start[kept], found.end[kept], same=(np.diff(part) == 0) & (np.diff(sentence) == 0))
    return Words(
        article=part // 2,
        sentence=sentence,
        start=found.start[kept] - bases[part],
        end=found.end[kept] - bases[part],
        voice=np.where(title, WORD_VOICES.index(HEADLINE), WORD_VOICES.index(NARRATION)),
        capital=found.capital[kept],
        shouted=found.shouted[kept],
        type=found.type[kept],
        types=found.types,
        gap=gap,
        gaps=gaps,
    )


def _gaps(text: LaidOut, start: Numbers, end: Numbers, *, same: Flags) -> tuple[Numbers, list[str]]:
    """Return what stands before each word, as `Words` has it; `same` says which words follow one of their sentence."""
    types: defaultdict[str, int] = defaultdict(count(NO_GAP + 1).__next__, {" ": ONE_BLANK})
    gap = np.full(len(start), NO_GAP)
    begin, stop = end[:-1], start[1:]
    blank = (stop - begin == 1) & (text.codes[begin] == ord(" "))
    gap[1:][same & blank] = ONE_BLANK
    other = np.flatnonzero(same & ~blank)
    found = map(text.text.__getitem__, map(slice, begin[other].tolist(), stop[other].tolist()))
    gap[other + 1] = np.fromiter(map(types.__getitem__, found), dtype=np.int64, count=len(other))
    blank_first, *others = types
    return gap, [blank_first, "\n", *others]


def _voices(
    articles: Sequence[Article], words: Words, lines: Lines, text: LaidOut
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]], Numbers]:
    """Return the rows of VOICES and ATTRIBUTIONS and `Batch.marked`, and tell the words which of them are quoted."""
    voices: list[tuple[object, ...]] = []
    attributions: list[tuple[object, ...]] = []
    marked: list[tuple[int, int, int]] = []
    colours = cue_colours()
    starts, ends, sentence, types = (c.tolist() for c in (words.start, words.end, words.sentence, words.type))
    all_words = list(map(words.types.__getitem__, types))
    joins = np.fromiter(map(joining, words.gaps), dtype=bool, count=len(words.gaps))
    linked = [*(joins[words.gap] & (words.gap != NO_GAP))[1:].tolist(), False]
    capitals = words.capital.tolist()
    body = np.searchsorted(2 * words.article + (words.sentence >= 0), [2 * row + 1 for row in range(len(articles))])
    beyond = np.searchsorted(words.article, np.arange(len(articles)), side="right")
    spans = list(
        zip(
            (lines.start - text.text_at[lines.article]).tolist(),
            (lines.end - text.text_at[lines.article]).tolist(),
            lines.paragraph.tolist(),
            strict=True,
        )
    )
    line_bounds = np.searchsorted(lines.article, np.arange(len(articles) + 1)).tolist()
    for row, (article, a, b) in enumerate(zip(articles, body.tolist(), beyond.tolist(), strict=True)):
        if article.title:
            voices.append((article.id, 0, len(article.title), HEADLINE, None, None, None, None, None))
        marks = quotations(article.text, article.headings)
        marked += [(row, mark.start, mark.end) for mark in marks]
        found = voiced(
            article.text,
            tokens=Tokens(starts[a:b], ends[a:b], all_words[a:b], capitals[a:b], linked[a:b]),
            sentence=sentence[a:b],
            sentences=spans[line_bounds[row] : line_bounds[row + 1]],
            marks=marks,
        )
        quoted = sorted(found.quoted, key=lambda quotation: quotation.start)
        told = found.described
        voices += [
            (article.id, q.start, q.end, QUOTATION, *q[2:], colours.get(q.cue or ""), told.get(q.speaker or ""))
            for q in quoted
        ]
        attributions += [
            (
                *(article.id, at.sentence, at.start, at.end, *at.speaker, at.cue, colours[at.cue]),
                *(at.cue_start, at.cue_end, told.get(at.speaker.name)),
            )
            for at in found.attributed
        ]
        if quoted:
            bounds = np.array([bound for q in quoted for bound in (q.start, q.end)])
            words.voice[a:b] = np.searchsorted(bounds, words.start[a:b], side="right") % 2
    return voices, attributions, np.array(marked, dtype=np.int64).reshape(-1, 3)
