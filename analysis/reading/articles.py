"""`read`: articles split into sentences, voices and words, once, for all measures."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

import numpy as np
import pandas as pd

from analysis.batch import NO_GAP, ONE_BLANK, WORD_VOICES, Batch, Flags, Numbers, Words
from analysis.garbage import no_garbage_looked_for
from analysis.reading.full_names import may_begin
from analysis.reading.laid_out import Found, LaidOut, laid_out, words_in
from analysis.reading.narration import cue_colours, joining
from analysis.reading.quotations import quotations, quotations_in
from analysis.reading.sentences import Blocks, Lines, blocks_in, split
from analysis.reading.tokens import Tokens
from analysis.reading.voices import voiced
from analysis.reading.word_kinds import kind_of, triggers
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
    blocks = blocks_in(text, [article.headings for article in articles])
    lines = _with_words(split(text, blocks=blocks), found)
    words = _words(text, found, lines)
    voices, attributions, marked = _voices(articles, words, lines, text, blocks)
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
    articles: Sequence[Article], words: Words, lines: Lines, text: LaidOut, blocks: Blocks
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]], Numbers]:
    """Return the rows of VOICES and ATTRIBUTIONS and `Batch.marked`, and tell the words which of them are quoted."""
    voices: list[tuple[object, ...]] = []
    attributions: list[tuple[object, ...]] = []
    marked: list[tuple[int, int, int]] = []
    colours = cue_colours()
    bodies = _Bodies(words, lines, text)
    every = [quotations(a.text, a.headings) for a in articles] if "\r" in text.text else quotations_in(text, blocks)
    bounds: list[int] = []
    for row, article in enumerate(articles):
        if article.title:
            voices.append((article.id, 0, len(article.title), HEADLINE, None, None, None, None, None))
        marks = every[row]
        marked += [(row, mark.start, mark.end) for mark in marks]
        tokens, sentence, sentences = bodies.body(row)
        names = bodies.names(row)
        found = voiced(article.text, tokens=tokens, sentence=sentence, sentences=sentences, marks=marks, names=names)
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
        at = bodies.base[row]
        bounds += [at + bound for q in quoted for bound in (q.start, q.end)]
    body = np.flatnonzero(words.sentence >= 0)
    at_word = words.start[body] + text.text_at[words.article[body]]
    words.voice[body] = np.searchsorted(bounds, at_word, side="right") % 2
    return voices, attributions, np.array(marked, dtype=np.int64).reshape(-1, 3)


class _Bodies:
    """The words and sentences of each body as lists, made when that body is parsed: while they are few and at hand."""

    def __init__(self, words: Words, lines: Lines, text: LaidOut) -> None:
        rows = len(text.text_at)
        self._words = words
        self.base: list[int] = text.text_at.tolist()
        """Where the text of each article begins in what is laid out."""
        self._names = may_begin(text)
        past = np.append(text.title_at[1:], len(text.text))
        self._name_bounds = np.searchsorted(self._names, [text.text_at, past]).tolist()
        self._first = np.searchsorted(2 * words.article + (words.sentence >= 0), 2 * np.arange(rows) + 1).tolist()
        self._beyond = np.searchsorted(words.article, np.arange(rows), side="right").tolist()
        joins = np.fromiter(map(joining, words.gaps), dtype=bool, count=len(words.gaps))
        self._linked = np.append((joins[words.gap] & (words.gap != NO_GAP))[1:], False)
        self._kinds = np.fromiter(map(kind_of, words.types), dtype=np.int64, count=len(words.types))[words.type]
        self._triggers = triggers(self._kinds)
        self._trigger_bounds = np.searchsorted(self._triggers, [self._first, self._beyond]).tolist()
        self._types = np.array(words.types, dtype=object)
        self._places = tuple(column.data for column in (words.start, words.end, words.sentence))
        self._lines = (lines.start - text.text_at[lines.article], lines.end - text.text_at[lines.article])
        self._paragraph = lines.paragraph
        self._line_bounds = np.searchsorted(lines.article, np.arange(rows + 1)).tolist()

    def body(self, row: int) -> tuple[Tokens, Sequence[int], list[tuple[int, int, int]]]:
        """Return the words of a body, the sentence of each, and (start, end, paragraph) of each sentence."""
        words, here = self._words, slice(self._first[row], self._beyond[row])
        starts, ends, sentence = (places[here] for places in self._places)
        first, beyond = (bounds[row] for bounds in self._trigger_bounds)
        tokens = Tokens(
            starts,
            ends,
            self._types.take(words.type[here]).tolist(),
            words.capital[here].tolist(),
            self._linked[here].tolist(),
            self._kinds[here].tolist(),
            (self._triggers[first:beyond] - here.start).tolist(),
        )
        lines = slice(self._line_bounds[row], self._line_bounds[row + 1])
        columns = (column[lines].tolist() for column in (*self._lines, self._paragraph))
        return tokens, sentence, list(zip(*columns, strict=True))

    def names(self, row: int) -> list[int]:
        """Return the places in a body where full names may begin."""
        first, beyond = (bounds[row] for bounds in self._name_bounds)
        places: list[int] = (self._names[first:beyond] - self.base[row]).tolist()
        return places
