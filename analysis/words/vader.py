"""VADER's rules for the sentiment of a short text, with the words that carried it (Hutto & Gilbert 2014)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.words.vader_words import CODE, NOT_IN_NEWS, described, lists, straightened, types_of

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

    plain: Reals
    """For each hit: its valence in the lexicon, before the rules."""

    negated: Flags
    """For each hit: True when a negation turned it."""


def compounds(texts: Sequence[str], *, news: bool = True) -> Reals:
    """Return the compound of each text, -1 to 1.

    With `news` the text is straightened first, words with digits and slang phrases are not read (see `read`); names
    are left to the caller. Without it the result is that of the vaderSentiment package before its rounding.
    """
    tokens: list[str] = []
    segments: list[int] = []
    for number, text in enumerate(texts):
        for token in (straightened(text) if news else text).split():
            words = described(token, news=news)
            tokens += [word for word, _, _ in words]
            segments += [number] * len(words)
    ids, types = types_of(tokens, news=news)
    return read(ids, types, segments=np.array(segments, dtype=np.int64), count=len(texts), news=news).compound


def read(
    ids: Numbers,
    types: npt.NDArray[Any],
    *,
    segments: Numbers,
    count: int,
    names: Flags | None = None,
    news: bool = True,
) -> Reading:
    """Apply the rules to words, given by their type, in `count` segments.

    `segments` is the segment of each word, ascending. `names` marks words that are names and therefore unknown to the
    lexicon. VADER's rules are kept as its authors' package has them, with these differences:
    - "but": the package finds the words before and after it by the first word of equal valence, which can be another
      word; here each word is weighed by where it stands;
    - valences that cancel leave 0, also where floating point leaves a crumb that the package takes for a sign;
    - with `news`, "the bomb" and two other phrases are not read as slang praise.
    """
    known = types["known"][ids]
    if names is not None:
        known = known & ~names
    first = np.searchsorted(segments, np.arange(count + 1))
    length = np.diff(first)
    position = np.arange(len(ids)) - first[segments]
    code = types["code"][ids]

    hits = np.flatnonzero(known & (types["booster"] == 0)[ids])
    kind_of = (code[hits] == CODE["kind"]) & (_at(code, hits + 1) == CODE["of"])
    hits = hits[~(kind_of & (position[hits] + 1 < length[segments[hits]]))]
    at = segments[hits]
    uppers = np.bincount(segments, weights=types["upper"][ids], minlength=count)
    mixed = ((uppers > 0) & (uppers < length))[at]

    around = _Around(code, known, hits, position[hits], length[at])
    kind = ids[hits]
    plain = types["valence"][kind]
    valence, negated = _after_no(plain, around)
    valence = np.where(types["upper"][kind] & mixed, valence + np.where(valence > 0, _CAPITALS, -_CAPITALS), valence)
    for distance in (1, 2, 3):
        before = ids[np.maximum(hits - distance, 0)]
        free = around.has(-distance) & ~around.listed(-distance)
        booster = np.where(free, types["booster"][before], 0.0)
        shouted = types["upper"][before] & mixed & (booster != 0)
        booster = np.where(valence < 0, -booster, booster)
        booster = booster + np.where(shouted, np.where(valence > 0, _CAPITALS, -_CAPITALS), 0.0)
        valence = valence + booster * _FADING[distance - 1]
        turned, raised = _negation(distance, around, negation=types["negation"][before])
        valence = np.where(free & turned, valence * _NEGATED, np.where(free & raised, valence * _NEVER_SO, valence))
        negated |= free & turned
    valence, idiom = _phrases(valence, around, where=free, news=news)
    least = around.near(-1, "least") & ~around.listed(-1) & ~(around.near(-2, "at") | around.near(-2, "very"))
    negated = (negated & ~idiom) | least
    valence = _around_but(np.where(least, valence * _NEGATED, valence), code, hits, segments, count=count)

    added = np.bincount(at, weights=valence, minlength=count)
    total: Reals = np.where(np.abs(added) < _CANCELLED, 0.0, added)
    total = total + np.sign(total) * _emphasis(ids, types, segments, count=count)
    return Reading(total / np.sqrt(total * total + _ALPHA), hits, valence, plain, negated)


class _Around:
    """The words around each hit, within its segment."""

    def __init__(
        self, code: npt.NDArray[np.int16], known: Flags, hits: Numbers, position: Numbers, length: Numbers
    ) -> None:
        self._code, self._known, self._hits = code, known, hits
        self._position, self._length = position, length

    def has(self, step: int) -> Flags:
        """Say whether there is a word `step` words on (back where negative)."""
        there = self._position + step
        flags: Flags = (there >= 0) & (there < self._length)
        return flags

    def listed(self, step: int) -> Flags:
        """Say whether that word is in the lexicon."""
        flags: Flags = self.has(step) & _at(self._known, self._hits + step)
        return flags

    def near(self, step: int, word: str) -> Flags:
        """Say whether that word is `word`, one of `CODED`."""
        flags: Flags = self.has(step) & (_at(self._code, self._hits + step) == CODE[word])
        return flags

    def phrase(self, step: int, words: Sequence[str]) -> Flags:
        """Say whether `words` stand there, the first of them `step` words on."""
        flags = self.near(step, words[0])
        for further, word in enumerate(words[1:], 1):
            flags = flags & self.near(step + further, word)
        return flags


def _at(column: npt.NDArray[Any], rows: Numbers) -> npt.NDArray[Any]:
    return column[np.clip(rows, 0, max(len(column) - 1, 0))]


def _after_no(plain: Reals, around: _Around) -> tuple[Reals, Flags]:
    """Let "no" turn the words after it, and count for nothing itself where the next word is in the lexicon."""
    silent = around.near(0, "no") & around.listed(1)
    joined = around.near(-1, "or") | around.near(-1, "nor")
    turned = around.near(-1, "no") | around.near(-2, "no") | (around.near(-3, "no") & joined)
    return np.where(turned, plain * _NEGATED, np.where(silent, 0.0, plain)), turned


def _negation(distance: int, around: _Around, *, negation: Flags) -> tuple[Flags, Flags]:
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


def _phrases(valence: Reals, around: _Around, *, where: Flags, news: bool) -> tuple[Reals, Flags]:
    """Give words in a phrase the valence of the phrase; return also which words that are."""
    phrases = {k: v for k, v in lists().phrases.items() if " " in k and not (news and k in NOT_IN_NEWS)}
    found = np.zeros(len(valence), dtype=bool)
    for step, size in ((-3, 2), (-3, 3), (-2, 2), (-2, 3), (-1, 2), (0, 2), (0, 3)):  # later ones win
        for phrase, meant in phrases.items():
            parts = phrase.split()
            if len(parts) == size:
                here = where & around.phrase(step, parts)
                valence = np.where(here, meant, valence)
                found |= here
    for phrase, step_by in lists().boosters.items():
        parts = phrase.split()
        if len(parts) > 1:
            for step in (-3, -2):
                valence = np.where(where & around.phrase(step, parts), valence + step_by, valence)
    return valence, found


def _around_but(valence: Reals, code: npt.NDArray[np.int16], hits: Numbers, segments: Numbers, *, count: int) -> Reals:
    """Halve what stands before the first "but" of a segment, and raise what stands after it."""
    buts = np.flatnonzero(code == CODE["but"])[::-1]
    first = np.full(count, -1)
    first[segments[buts]] = buts  # from the last to the first, so that the first remains
    but = first[segments[hits]]
    weighed: Reals = valence * np.where(but < 0, 1.0, np.where(hits < but, _BEFORE_BUT, _AFTER_BUT))
    return weighed


def _emphasis(ids: Numbers, types: npt.NDArray[Any], segments: Numbers, *, count: int) -> Reals:
    """Return what the exclamation and question marks of each segment add."""
    exclamations = np.bincount(segments, weights=types["exclamations"][ids], minlength=count)
    questions = np.bincount(segments, weights=types["questions"][ids], minlength=count)
    asked = np.where(questions > _QUESTIONS, _MANY_QUESTIONS, np.where(questions > 1, questions * _QUESTION, 0.0))
    added: Reals = np.minimum(exclamations, _EXCLAMATIONS) * _EXCLAMATION + asked
    return added
