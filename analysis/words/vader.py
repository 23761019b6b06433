"""VADER's rules for the sentiment of a short text, with the words that carried it (Hutto & Gilbert 2014)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from analysis.ascending import bounds_of
from analysis.words.silenced import LONGEST, may_be_silent, silenced
from analysis.words.vader_context import Around, with_phrases
from analysis.words.vader_words import all_described, straightened
from analysis.words.word_types import (
    BOOSTS,
    EMOJI,
    KNOWN,
    LEADS,
    MARKED,
    NEGATES,
    NUMBER,
    TRAILS,
    UPPER,
    Types,
    codes,
    table,
)

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_CAPITALS = 0.733
_NEGATED = -0.74
_NEVER_SO = 1.25
_FADING = (1.0, 0.95, 0.9)
_BEFORE_BUT, _AFTER_BUT = 0.5, 1.5
_EXCLAMATION, _EXCLAMATIONS = 0.292, 4
_QUESTION, _QUESTIONS, _MANY_QUESTIONS = 0.18, 3, 0.96
_ALPHA = 15.0
_CANCELLED = 1e-9


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of words in segments. A segment is a text of its own: nothing reaches across."""

    compound: Reals
    """For each segment: -1 (unfavourable) to 1; 0 where no word carries any valence."""

    hits: Numbers
    """Row of each word that carries valence."""

    valence: Reals
    """For each hit: its signed valence after the rules; they are added up, with the marks, to make the compound."""

    part: Reals
    """For each hit: its part of the segment's compound; the parts of a segment add up to it."""

    plain: Reals
    """For each hit: its valence in the lexicon, before the rules."""

    negated: Flags
    """For each hit: True when a negation turned it."""


def compounds(texts: Sequence[str], *, news: bool = True) -> Reals:
    """Return the compound of each text, -1 to 1.

    With `news` the text is straightened first and read as `read` says; names are left to the caller. Without it the
    result is that of the vaderSentiment package before its rounding.
    """
    words = [(straightened(text) if news else text).split() for text in texts]
    tokens = list(chain.from_iterable(words))
    segments = np.repeat(np.arange(len(words)), np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
    ids, types = table(news=news).numbered(tokens)
    having = np.flatnonzero(types.flags[ids] & EMOJI)
    if len(having):
        tokens, times, _ = all_described(tokens, having, news=news)
        segments = np.repeat(segments, times)
        ids, types = table(news=news).numbered(tokens)
    return read(ids, types, segments=segments, count=len(texts), news=news).compound


def read(
    ids: Numbers, types: Types, *, segments: Numbers, count: int, names: Flags | None = None, news: bool = True
) -> Reading:
    """Apply the rules to words, given by their type, in `count` segments.

    `segments` is the segment of each word, ascending. `names` marks words that are names and therefore unknown to the
    lexicon. VADER's rules are kept as its authors' package has them, with these differences:
    - "but": the package finds the words before and after it by the first word of equal valence, which can be another
      word; here each word is weighed by where it stands;
    - valences that cancel leave 0, also where floating point leaves a crumb that the package takes for a sign.
    With `news` also:
    - words in a phrase of `news_senses` ("interest rates") carry nothing;
    - "no" before a word is a determiner: it carries nothing itself and turns the three words after it; "No. 5" is no
      word;
    - "the bomb" and two other phrases are not read as slang praise.
    """
    flags = types.flags.take(ids)
    code = types.code.take(ids)
    first = bounds_of(segments, count=count)
    known = (flags & KNOWN) != 0
    if names is not None:
        known &= ~names
    if news:
        known[_of_number(code, flags, segments)] = False
        candidates = np.flatnonzero(known & may_be_silent()[code + 1])
        silent = silenced(_window(candidates, code, flags, segments))
        known[candidates[silent]] = False

    hits = np.flatnonzero(known & ((flags & BOOSTS) == 0))
    at = segments[hits]
    around = Around(code, known, hits, hits - first[at], (first[1:] - first[:-1])[at])
    dropped = around.near(0, "kind") & around.near(1, "of")
    if news:
        dropped |= _determiner(around, marked=(flags[hits] & TRAILS) != 0)
    if dropped.any():
        hits, at = hits[~dropped], at[~dropped]
        around = Around(code, known, hits, hits - first[at], (first[1:] - first[:-1])[at])
    shouted = np.flatnonzero((flags & UPPER) != 0)
    uppers = np.bincount(segments[shouted], minlength=count)
    mixed = ((uppers > 0) & (uppers < first[1:] - first[:-1]))[at]

    plain = types.valence[ids[hits]]
    upper = (flags[hits] & UPPER) != 0
    valence, negated = _after_no(plain, around, news=news)
    if mixed.any():
        valence = np.where(upper & mixed, valence + np.where(valence > 0, _CAPITALS, -_CAPITALS), valence)
    for distance in (1, 2, 3):
        rows = np.maximum(hits - distance, 0)
        before = flags[rows]
        free = around.has(-distance) & ~known[rows]
        boosting = free & ((before & BOOSTS) != 0)
        if boosting.any():
            booster = np.where(boosting, types.booster[ids[rows]], 0.0)
            booster = np.where(valence < 0, -booster, booster)
            loud = boosting & mixed & ((before & UPPER) != 0)
            booster = booster + np.where(loud, np.where(valence > 0, _CAPITALS, -_CAPITALS), 0.0)
            valence = valence + booster * _FADING[distance - 1]
        turned, raised = _negation(distance, around, negation=(before & NEGATES) != 0)
        turned, raised = turned & free, raised & free
        valence = np.where(turned, valence * _NEGATED, np.where(raised, valence * _NEVER_SO, valence))
        negated |= turned
    valence, idiom = with_phrases(valence, around, where=free, news=news)
    least = around.near(-1, "least") & ~around.listed(-1) & ~(around.near(-2, "at") | around.near(-2, "very"))
    negated = (negated & ~idiom) | least
    valence = _around_but(np.where(least, valence * _NEGATED, valence), code, hits, segments, count=count)

    added = np.bincount(at, weights=valence, minlength=count)
    total: Reals = np.where(np.abs(added) < _CANCELLED, 0.0, added)
    total = total + np.sign(total) * _emphasis(ids, flags, types, segments, count=count)
    scale = np.sqrt(total * total + _ALPHA)
    raising = np.divide(total, added, out=np.ones(count), where=total != 0) / scale
    return Reading(total / scale, hits, valence, valence * raising[at], plain, negated)


def _window(
    candidates: Numbers, code: npt.NDArray[np.int16], flags: npt.NDArray[np.int32], segments: Numbers
) -> Numbers:
    """Return the codes around each candidate as `silenced` wants them."""
    window = np.full((2 * LONGEST + 1, len(candidates)), -1, dtype=np.int64)
    if not len(candidates):
        return window
    window[LONGEST] = code[candidates]
    for step in (-1, 1):
        open_ = np.ones(len(candidates), dtype=bool)
        for distance in range(1, LONGEST + 1):
            here, inner = candidates + step * distance, candidates + step * (distance - 1)
            rows, inner = np.clip(here, 0, len(code) - 1), np.clip(inner, 0, len(code) - 1)
            open_ &= (here == rows) & (segments[rows] == segments[candidates])
            left, right = (inner, rows) if step > 0 else (rows, inner)
            open_ &= ((flags[left] & TRAILS) == 0) & ((flags[right] & LEADS) == 0)
            window[LONGEST + step * distance] = np.where(open_, code[rows], -1)
    return window


def _of_number(code: npt.NDArray[np.int16], flags: npt.NDArray[np.int32], segments: Numbers) -> Numbers:
    """Return the rows of "No." before a number."""
    rows = np.flatnonzero((code[:-1] == codes()["no"]) & ((flags[:-1] & TRAILS) != 0) & ((flags[1:] & NUMBER) != 0))
    kept: Numbers = rows[segments[rows] == segments[rows + 1]]
    return kept


def _determiner(around: Around, *, marked: Flags) -> Flags:
    """Say which hits are "no" before another word: "no comment", but not "no to the plan", "a no", "no, he said"."""
    answer = around.near(1, "to") | around.near(1, "or") | around.near(-1, "a") | around.near(-1, "the")
    return around.near(0, "no") & around.has(1) & ((~marked & ~answer) | around.listed(1))


def _after_no(plain: Reals, around: Around, *, news: bool) -> tuple[Reals, Flags]:
    """Let "no" turn the words after it, and count for nothing itself where the next word is in the lexicon."""
    far = around.near(-3, "no")
    turned = around.near(-1, "no") | around.near(-2, "no")
    turned |= far if news else far & (around.near(-1, "or") | around.near(-1, "nor"))
    silent = around.near(0, "no") & around.listed(1)
    return np.where(turned, plain * _NEGATED, np.where(silent, 0.0, plain)), turned


def _negation(distance: int, around: Around, *, negation: Flags) -> tuple[Flags, Flags]:
    """Return (turned, raised) by the word `distance` words before the hit."""
    if distance == 1:
        return negation, np.zeros_like(negation)
    near_so = around.near(-1, "so") | around.near(-1, "this")
    near_doubt = around.near(-1, "doubt")
    never = around.near(-distance, "never")
    raised = never & near_so
    if distance == 3:
        far_so = around.near(-2, "so") | around.near(-2, "this")
        raised = (never & far_so) | near_so  # as the package has it: "so" and "this" raise also without "never"
        near_doubt = near_doubt | around.near(-2, "doubt")
    kept = around.near(-distance, "without") & near_doubt
    return negation & ~raised & ~kept, raised


def _around_but(valence: Reals, code: npt.NDArray[np.int16], hits: Numbers, segments: Numbers, *, count: int) -> Reals:
    """Halve what stands before the first "but" of a segment, and raise what stands after it."""
    buts = np.flatnonzero(code == codes()["but"])[::-1]
    if not len(buts):
        return valence
    first = np.full(count, -1)
    first[segments[buts]] = buts  # from the last to the first, so that the first remains
    but = first[segments[hits]]
    weighed: Reals = valence * np.where(but < 0, 1.0, np.where(hits < but, _BEFORE_BUT, _AFTER_BUT))
    return weighed


def _emphasis(ids: Numbers, flags: npt.NDArray[np.int32], types: Types, segments: Numbers, *, count: int) -> Reals:
    """Return what the exclamation and question marks of each segment add."""
    marked = np.flatnonzero((flags & MARKED) != 0)
    kinds, at = ids[marked], segments[marked]
    exclamations = np.bincount(at, weights=types.exclamations[kinds], minlength=count)
    questions = np.bincount(at, weights=types.questions[kinds], minlength=count)
    asked = np.where(questions > _QUESTIONS, _MANY_QUESTIONS, np.where(questions > 1, questions * _QUESTION, 0.0))
    added: Reals = np.minimum(exclamations, _EXCLAMATIONS) * _EXCLAMATION + asked
    return added
