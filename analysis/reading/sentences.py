"""Sentences: candidate ends by form, doubtful full stops decided by Punkt with our own abbreviations.

A full stop after an ordinary word needs no decision, so only those after abbreviations, initials and dots are put to
Punkt (see `analysis.reading.punkt`).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from analysis import wordlists
from analysis.batch import Numbers
from analysis.reading import punkt
from analysis.reading.laid_out import LaidOut

_BLOCK = re.compile(r"[^\r\n]+")
_HAS_WORD = re.compile(r"[^\W_]")

_OPENING = "\"'“‘„«([{¡¿–—*•-"
_CANDIDATE = re.compile(
    rf"""
    (?P<mark>[.?!…]+)
    (?P<closing>["'”’»)\]}}]*)
    (?:\[\d+\])*                                # footnote marks
    \s+
    (?P<opening>[{re.escape(_OPENING)}]*\s?)
    (?P<next>\S+)
    """,
    re.VERBOSE,
)
_ENDING = re.compile(r"(?P<mark>[.?!…]+)(?P<closing>[\"'”’»)\]}]*)(?:\[\d+\])*\Z")
_LAST = frozenset(".?!…\"'”’»)]}")
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"„«—–/-]*$")
_LONGEST_WORD = 64
"""Characters: no abbreviation is longer, and one search over all that stands before would take for ever."""
_LIST_NUMBER = re.compile(r"\W*(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})")
_QUOTE_CLOSED = re.compile("[\"'”’»]")
_SPEAKER_AFTER = re.compile(
    r"(?:[A-Z][\w.’'-]*[ ]){0,4}[A-Z][\w.’'-]*(?:,[^,.“”\"]{1,90},)?\s+"
    r"(?:\w+ly\s+|also\s+|then\s+|later\s+)?(?P<verb>[a-z]+)"
)


@cache
def _asking() -> frozenset[str]:
    """Return the verbs that follow a quoted question or exclamation: “Why?” Cutler asked."""
    return wordlists.column("reporting_verbs", 0, kind="say") | wordlists.column("reporting_verbs", 0, kind="beside")


def _doubtful(word: str) -> bool:
    """Return whether a full stop after `word` (without the stop) may be part of it."""
    return "." in word or len(word) <= 1 or word.lower() in punkt.abbreviations()


def _breaks(block: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` ends at this candidate."""
    following = match["next"]
    first = following[0]
    if first.islower() and not (len(following) > 1 and following[1].isupper()):  # "iPhone" may begin a sentence
        return False
    if first in ",;:.?!)…%":
        return False
    mark, closing = match["mark"], match["closing"]
    if closing and _QUOTE_CLOSED.search(closing) and not match["opening"].strip():
        speaker = _SPEAKER_AFTER.match(block, match.start("next"))
        if speaker and speaker["verb"] in _asking():
            if not mark.endswith((".", "…")):
                return False  # “Why?” Cutler asked
            if block[speaker.end() : speaker.end() + 1] in (".", ",", ""):
                return False  # “It is over.” Cutler wrote.
    if not mark.endswith((".", "…")):
        return True
    begin = _WORD_BEFORE.search(block, max(start, match.start() - _LONGEST_WORD), match.start())
    word = block[begin.start() : match.start()].lstrip("'") if begin else ""  # a straight mark that opens, as in 'Mrs.
    if mark == ".":
        if not match["opening"] and _LIST_NUMBER.fullmatch(block, start, match.start()):
            return False
        if first.isdigit() and word.lower() in wordlists.column("abbreviations", kind="number"):
            return False
        if not _doubtful(word):
            return True
        return punkt.breaks(f"{word}.", following)
    if len(mark) > 3 or mark not in {"..", "...", "…"}:  # dots and the full stop of the sentence
        return True
    return punkt.breaks("and ...", following)


def split_block(block: str) -> list[tuple[int, int]]:
    """Return (start, end) of the sentences of one paragraph, without the white space between them.

    A closing quotation mark or bracket belongs to the sentence that it closes. A piece without any letter or digit is
    no sentence.
    """
    spans: list[tuple[int, int]] = []
    start = len(block) - len(block.lstrip())
    position = start
    while match := _CANDIDATE.search(block, position):
        if _breaks(block, start, match):
            spans.append((start, match.end("closing")))
            start = match.start("opening") if match["opening"].strip() else match.start("next")
            position = start
        else:
            position = match.end("closing")
    spans.append((start, len(block.rstrip())))
    return [(a, b) for a, b in spans if b > a and _HAS_WORD.search(block, a, b)]


def blocks(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the blocks of a body. A single line break parts blocks too, should one be left."""
    return [match.span() for match in _BLOCK.finditer(text)]


def sentence_spans(text: str, headings: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int, int]]:
    """Return (start, end, paragraph) of each sentence of a body, headings left out.

    `paragraph` is the number of the block, headings counted, from 0.
    """
    skipped = {start for start, _ in headings}
    found: list[tuple[int, int, int]] = []
    for number, (begin, end) in enumerate(blocks(text)):
        if begin in skipped:
            continue
        found += [(begin + a, begin + b, number) for a, b in split_block(text[begin:end])]
    return found


class Lines(NamedTuple):
    """The sentences of several texts, in order; places are those in what is laid out."""

    article: Numbers
    start: Numbers
    end: Numbers
    paragraph: Numbers
    """Number of the block in its text, headings counted, from 0."""


class Blocks(NamedTuple):
    """The blocks of several texts that are no headings, in order; places are those in what is laid out."""

    start: Numbers
    end: Numbers
    article: Numbers
    paragraph: Numbers
    """Number of the block in its text, headings counted, from 0."""


def split(text: LaidOut, *, blocks: Blocks) -> Lines:
    """Return the sentences of all texts as `split_block` finds them in each block, headings and titles left out.

    Most ends of sentences are sure by the form of the two runs of characters beside them; only the others are looked
    at one by one. Unlike there, a piece without any letter or digit is a sentence.
    """
    begin, stop, article, paragraph = blocks
    first, beyond = np.searchsorted(text.chunk_starts, begin), np.searchsorted(text.chunk_starts, stop)
    filled = first < beyond
    begin, stop, article, paragraph = begin[filled], stop[filled], article[filled], paragraph[filled]
    first, beyond = first[filled], beyond[filled]
    if not len(first):
        return Lines(article, begin, stop, paragraph)
    number = np.arange(len(text.chunk_starts))
    block = np.cumsum(np.bincount(first, minlength=len(number))) - 1
    block = np.where((block >= 0) & (number < beyond[block]), block, -1)

    edges = np.fromiter(map(_edges, text.chunk_types), dtype=np.int64, count=len(text.chunk_types))[text.chunk_type]
    ending, beginning, length = edges & _EDGE, (edges >> _BEGINNING) & _EDGE, edges >> _LENGTH
    chunk = np.flatnonzero((ending[:-1] != _NO_END) & (beginning[1:] != _GOES_ON) & (block[:-1] == block[1:]))
    chunk = chunk[block[chunk] >= 0]
    end, after, block = text.chunk_starts[chunk] + length[chunk], text.chunk_starts[chunk + 1], block[chunk]
    sure = (ending[chunk] == _SURE_END) & (beginning[chunk + 1] == _BEGINS)
    sentence = np.maximum(text.chunk_starts[first][block], _before(np.where(sure, after, 0)))
    ends, starts = _judged(text, sentence[~sure], chunk[~sure], begin=begin[block[~sure]], stop=stop[block[~sure]])
    start = np.sort(np.concatenate((text.chunk_starts[first], after[sure], starts)))
    end = np.sort(np.concatenate((text.chunk_ends[beyond - 1], end[sure], ends)))
    of = np.searchsorted(begin, start, side="right") - 1
    return Lines(article[of], start, end, paragraph[of])


def _before(places: Numbers) -> Numbers:
    """Return for each element the greatest of those before it, 0 where there is none."""
    greatest: Numbers = np.maximum.accumulate(np.concatenate(([0], places)))[:-1]
    return greatest


def _judged(
    text: LaidOut, sentence: Numbers, chunk: Numbers, *, begin: Numbers, stop: Numbers
) -> tuple[Numbers, Numbers]:
    """Return where sentences end and the next ones begin, of the candidates in these runs.

    `sentence` is where the sentence begins as far as the sure ends tell; `begin` and `stop` are those of the block.
    """
    ends: list[int] = []
    starts: list[int] = []
    latest, whole, types = 0, text.text, text.chunk_types
    columns = (
        *(sentence, begin, stop, text.chunk_starts[chunk], text.chunk_starts[chunk + 1]),
        *(text.chunk_type[chunk], text.chunk_type[chunk + 1]),
    )
    for opened, left, right, place, after, this, following in zip(*(c.tolist() for c in columns), strict=True):
        opens = max(opened, latest)
        if place > opens and (whole[opens].isalnum() or whole[place - 2].isalnum()) and whole[place - 1].isspace():
            end, closed = _end_between(types[this], types[following])
            if end != _LOOK_ON:
                if end and not (closed and _says_whose(whole, after, right, closed=closed)):
                    latest = after
                    ends.append(place + end)
                    starts.append(after)
                continue
        block = whole[left:right]
        match = _CANDIDATE.search(block, place - left)
        if match and _breaks(block, opens - left, match):
            latest = left + (match.start("opening") if match["opening"].strip() else match.start("next"))
            ends.append(left + match.end("closing"))
            starts.append(latest)
    return np.array(ends, dtype=np.int64), np.array(starts, dtype=np.int64)


_LOOK_ON = -1


_NOTHING, _CALL, _STATEMENT = range(3)
"""What closes a sentence beside its mark: no quotation, one that ends in ! or ?, one that ends in a full stop."""


@lru_cache(1 << 16)
def _end_between(chunk: str, following: str) -> tuple[int, int]:
    """Return where in a run its sentence ends, 0 where it goes on with the next, after a word of the same sentence.

    Where more than the two runs tells, it is `_LOOK_ON`. The second number says whether a quotation closes there, so
    that what follows may still tell whose it is.
    """
    match = _CANDIDATE.search(f"{_ANY} {chunk} {following}", len(_ANY) + 1)
    if match is None or not following.lstrip(_OPENING):
        return _LOOK_ON, _NOTHING
    end = match.end("closing") - len(_ANY) - 1 if _breaks(match.string, 0, match) else 0
    if match["opening"] or not _QUOTE_CLOSED.search(match["closing"]):
        return end, _NOTHING
    return end, _STATEMENT if match["mark"].endswith((".", "…")) else _CALL


def _says_whose(text: str, after: int, stop: int, *, closed: int) -> bool:
    """Return whether the words from `after` say whose the quotation before them is, in the sentence that it is in."""
    speaker = _SPEAKER_AFTER.match(text, after, stop)
    if speaker is None or speaker["verb"] not in _asking():
        return False
    return closed == _CALL or text[speaker.end() : min(speaker.end() + 1, stop)] in (".", ",", "")


_ANY = "word"


def blocks_in(text: LaidOut, headings: Sequence[Sequence[tuple[int, int]]]) -> Blocks:
    """Return the blocks of the texts; only line feeds part them."""
    solid = np.zeros(len(text.codes) + 2, dtype=np.int8)
    solid[1:-1] = text.codes != ord("\n")
    changes = np.diff(solid)
    begin, stop = np.flatnonzero(changes == 1), np.flatnonzero(changes == -1)
    part = np.searchsorted(np.column_stack((text.title_at, text.text_at)).ravel(), begin, side="right") - 1
    kept = part % 2 == 1
    begin, stop, article = begin[kept], stop[kept], part[kept] // 2
    paragraph = np.arange(len(article)) - np.searchsorted(article, article)
    skipped = [at + start for at, spans in zip(text.text_at.tolist(), headings, strict=True) for start, _ in spans]
    kept = ~np.isin(begin, skipped)
    return Blocks(begin[kept], stop[kept], article[kept], paragraph[kept])


_NO_END, _MAYBE_END, _SURE_END = range(3)
_MAYBE_BEGINS, _BEGINS, _GOES_ON = range(3)
_BEGINNING, _LENGTH, _EDGE = 2, 4, 3


@lru_cache(1 << 17)
def _edges(chunk: str) -> int:
    """Return whether a sentence can end with a run of characters, if one can begin so, and where it would end in it.

    All in one number: the first stands in its first two bits, the second at bit `_BEGINNING`, the last at `_LENGTH`.
    """
    following = chunk[0]
    if following.islower() and not chunk[1:2].isupper():
        begins = _GOES_ON
    else:
        begins = _BEGINS if following.isupper() else _MAYBE_BEGINS
    begins <<= _BEGINNING
    match = _ENDING.search(chunk) if chunk[-1] in _LAST else None
    if match is None:
        return _NO_END | begins
    mark, closing, before = match["mark"], match["closing"], chunk[: match.start()]
    sure = not _QUOTE_CLOSED.search(closing)
    if mark == ".":
        word = before[_WORD_BEFORE.search(before).start() :].lstrip("'")  # type: ignore[union-attr]  # it matches nothing too
        sure = sure and not _LIST_NUMBER.fullmatch(before) and not _doubtful(word)
    elif mark.endswith((".", "…")):
        sure = sure and len(mark) > 3
    return (_SURE_END if sure else _MAYBE_END) | begins | (match.end("closing") << _LENGTH)
