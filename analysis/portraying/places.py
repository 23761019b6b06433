"""Where each word of a sentence stands towards each mention: its side, distance and clause, and what it is of them."""

from dataclasses import dataclass

import numpy as np

from analysis.portraying.surface import Flags, Numbers, Surface
from analysis.portraying.word_types import LINKS, Known

_WITHIN = 40
_NEGATED_WITHIN, _DEED_WITHIN, _DONE_TO_WITHIN, _LABEL_WITHIN = 3, 9, 6, 6
_CALLED_WITHIN, _AFTER_WITHIN, _BEFORE_WITHIN = 6, 10, 6
_ZONES = np.array([0, 1, 2, 3, 4, 4, 4, 4, 5], dtype=np.int64)

SIDES = ("R", "L")
NEAR_CODES = 96
"""Codes of words by side (2), zone (6), own clause, negated, and whose words (2 each)."""

REACHES = ("called", "called not", "after", "after not", "before", "before not")
"""What it is said to be; words after it and before it with nobody else named between: their tones alone count."""
REACH = NEAR_CODES

DEEDS = ("does", "does not", "done to", "not done to", "is", "is not")
DEED = REACH + len(REACHES)
LABEL = DEED + len(DEEDS)
LINK = LABEL + 1
CODES = LINK + len(LINKS)
"""Number of codes."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What stands near each mention; one entry for a mention, a word and a code."""

    mention: Numbers
    word: Numbers
    code: Numbers


@dataclass(frozen=True, slots=True)
class _Line:
    """What is counted along the words of a batch."""

    known: Known
    """What is known of each word."""

    first: Numbers
    last: Numbers
    """First and last word of each mention."""

    begins: Numbers
    ends: Numbers
    """For each mention: where its sentence begins, and one past its last word."""

    counted: Flags
    """False for all but the first word of a name."""

    place: Numbers
    """Number of each word, a name counting as one."""

    broken: Numbers
    """Marks that part clauses before and at each word."""

    negated: Numbers
    """Negations before each word."""

    named: Numbers
    """Names that begin before or at each word."""


def pairs(words: Surface, first: Numbers, last: Numbers, inside: Flags, *, telling: Flags | None = None) -> Pairs:
    """Return the words of the sentence of each mention (words `first` to `last`), each with its place.

    `inside` says which words are names; a run of them is one word. `telling`, where given, says which words can weigh
    anything: the others are left out.
    """
    known = words.known()
    size = len(words.ids)
    counted = np.ones(size, dtype=bool)
    counted[1:] = ~(inside[1:] & inside[:-1] & words.near[1:])
    new = np.flatnonzero(np.concatenate(([True], words.sentence[1:] != words.sentence[:-1])))
    stops = np.append(new[1:], size)
    line = _Line(
        known=known,
        first=first,
        last=last,
        begins=new[words.sentence[first]],
        ends=stops[words.sentence[last]],
        counted=counted,
        place=np.cumsum(counted),
        broken=np.cumsum(words.breaks),
        negated=np.concatenate(([0], np.cumsum(known["negation"]))),
        named=np.cumsum(counted & inside),
    )
    tells = counted if telling is None else counted & telling
    others = (_reached(line, inside), _deeds(line), _links(line, inside), _labels(words, line))
    parts = (_near(words, line, tells), *others)
    mention, word, code = (np.concatenate(column) for column in zip(*parts, strict=True))
    if telling is None:
        return Pairs(mention, word, code)
    kept = telling[word]
    return Pairs(mention[kept], word[kept], code[kept])


_Part = tuple[Numbers, Numbers, Numbers]
"""Mention, word and code."""


def _near(words: Surface, line: _Line, tells: Flags) -> _Part:
    low = np.maximum(line.begins, line.first - _WITHIN)
    high = np.minimum(line.ends, line.last + 1 + _WITHIN)
    left, right = line.first - low, high - line.last - 1
    total = left + right
    mention = np.repeat(np.arange(len(total)), total)
    offset = np.arange(len(mention)) - np.repeat(np.cumsum(total) - total, total)
    before = offset < left[mention]
    word = low[mention] + offset + np.where(before, 0, (line.last - line.first + 1)[mention])
    kept = tells[word]
    mention, word, before = mention[kept], word[kept], before[kept]
    edge = np.where(before, line.place[line.first][mention], line.place[line.last][mention])
    distance = np.abs(line.place[word] - edge) - 1
    zone = _ZONES[np.minimum(distance, len(_ZONES) - 1)]
    clause = np.cumsum(words.breaks | line.known["subordinate"])
    own = clause[word] == clause[line.first][mention]
    turned = line.negated[word] > line.negated[np.maximum(word - _NEGATED_WITHIN, line.begins[mention])]
    other = words.quoted[word] != words.quoted[line.first][mention]
    return mention, word, (((before * 6 + zone) * 2 + own) * 2 + turned) * 2 + other


def _reached(line: _Line, inside: Flags) -> _Part:
    """Return what each mention is said to be, and the words with a tone that nobody else named parts from it."""
    known, size = line.known, len(line.known)
    toned = (known["tones"] > 0) & ~inside
    beings = np.concatenate(([0], np.cumsum(known["be"])))
    parted = np.cumsum(known["subordinate"])
    plain = ~(known["determiner"] | known["preposition"] | known["auxiliary"] | inside)
    mentions = np.arange(len(line.first))

    def window(steps: int) -> tuple[Numbers, Numbers]:
        return np.repeat(mentions, steps), np.tile(np.arange(1, steps + 1), len(mentions))

    def turned(word: Numbers, low: Numbers) -> Flags:
        made: Flags = line.negated[word] > line.negated[np.maximum(word - _NEGATED_WITHIN, low)]
        return made

    mention, step = window(_AFTER_WITHIN)
    last = line.last[mention]
    word = last + step
    held = word < line.ends[mention]
    mention, step, last, word = mention[held], step[held], last[held], word[held]
    alone = line.named[word] == line.named[last]
    after = toned[word] & alone
    called = (step <= _CALLED_WITHIN) & plain[word] & alone & (line.broken[word] == line.broken[last])
    called &= (beings[word] > beings[np.minimum(last + 1, size)]) & (parted[word] == parted[last])
    not_called = line.negated[word] > line.negated[np.minimum(last + 1, size)]
    made = [(mention[after], word[after], REACH + 2 + turned(word, last + 1)[after])]
    made.append((mention[called], word[called], REACH + not_called[called]))
    mention, step = window(_BEFORE_WITHIN)
    first = line.first[mention]
    word = first - step
    held = word >= line.begins[mention]
    mention, first, word = mention[held], first[held], word[held]
    kept = toned[word] & (line.named[first - 1] == line.named[word]) & (line.broken[word] == line.broken[first])
    made.append((mention[kept], word[kept], REACH + 4 + turned(word, line.begins[mention])[kept]))
    a, b, c = (np.concatenate(column) for column in zip(*made, strict=True))
    return a, b, c


def _deeds(line: _Line) -> _Part:
    """Return the first word after each mention that is no auxiliary: what it does, what is done to it, what it is."""
    size = len(line.known)
    at = np.where(line.known["auxiliary"], size, np.arange(size))
    following = np.append(np.minimum.accumulate(at[::-1])[::-1], size)
    word = following[line.last + 1]
    mention = np.flatnonzero(word < line.ends)
    word, last = word[mention], line.last[mention]
    kept = (line.broken[word] == line.broken[last]) & (line.place[word] - line.place[last] <= _DEED_WITHIN)
    mention, word, last = mention[kept], word[kept], last[kept]
    beings = np.concatenate(([0], np.cumsum(line.known["be"])))
    be = beings[word] > beings[last + 1]
    turned = line.negated[word] > line.negated[last + 1]
    role = np.where(be, np.where(line.known["ends_ed"][word], 1, 2), 0)
    return mention, word, DEED + role * 2 + turned


def _links(line: _Line, inside: Flags) -> _Part:
    """Return the word before each mention that it depends on, with the preposition between as code."""
    known, number = line.known, np.arange(len(line.known))
    passed = known["preposition"] | known["determiner"] | inside | known["number"]
    content = np.maximum.accumulate(np.where(passed, -1, number))
    linking = np.maximum.accumulate(np.where(known["preposition"], number, -1))
    mention = np.flatnonzero(line.first > line.begins)
    first = line.first[mention]
    word, link = content[first - 1], linking[first - 1]
    kept = (word >= line.begins[mention]) & (line.broken[word + 1] == line.broken[first])
    kept &= line.place[first] - line.place[word] <= _DONE_TO_WITHIN
    linked = np.where(link > word, known["link"][link], 0)
    return mention[kept], word[kept], LINK + linked[kept]


def _labels(words: Surface, line: _Line) -> _Part:
    """Return the words of an apposition: those after a comma and an article, up to the next mark."""
    after = np.minimum(line.last + 1, len(line.known) - 1)
    holds = (line.last + 1 < line.ends) & words.breaks[after] & line.known["article"][after]
    mention = np.repeat(np.flatnonzero(holds), _LABEL_WITHIN)
    word = line.last[mention] + 2 + np.tile(np.arange(_LABEL_WITHIN), int(holds.sum()))
    kept = word < line.ends[mention]
    mention, word = mention[kept], word[kept]
    kept = (line.broken[word] == line.broken[line.last[mention] + 1]) & ~line.known["determiner"][word]
    return mention[kept], word[kept], np.full(int(kept.sum()), LABEL)
