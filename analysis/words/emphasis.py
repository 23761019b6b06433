"""Words set in capitals to stress them: "they KNEW it"."""

from functools import cache

import numpy as np
import pandas as pd

from analysis import wordlists
from analysis.batch import NO_GAP, WORD_VOICES, Batch
from analysis.words.affixes import weight_of
from analysis.words.context import Context, context_of
from analysis.words.hits import HITS
from analysis.words.vader_words import lists

CATEGORY = "capitals"
STRENGTH = 3

LONGEST = 3
"""Words in capitals side by side, at most: more are a heading or a shouted sentence."""

PLAIN = 3
"""Words of the sentence that must begin with a small letter, at least; they must be twice those in capitals, too."""

_OTHERS = 3
"""Other words in capitals in the sentence, at most: acronyms."""

_SHORTEST = 3
_VOWELS = frozenset("aeiouy")
_SHORT = frozenset({"no", "so"})
_BRACKETS = frozenset("()[]/&-\u2010\u2011@#")
_LABEL = frozenset(":|>,-\u2013\u2014")


def find_emphasis(batch: Batch) -> pd.DataFrame:
    """Return HITS: up to three ordinary words in capitals in a sentence or title that is otherwise written as usual.

    Left out are names in capitals: words of `lexicons/acronyms`, words in brackets or beside a hyphen or another word
    with a capital, and words that the article writes in capitals twice and nowhere small, but for grammar and "knew".
    So are labels ("WATCH:").
    """
    words = batch.words
    if not len(words.type):
        return HITS.empty()
    shouted = np.flatnonzero(words.shouted)
    known = np.zeros(len(words.types), dtype=bool)
    for number in np.unique(words.type[shouted]).tolist():
        known[number] = _ordinary(words.types[number])
    rows: list[tuple[object, ...]] = []
    free = 0
    for at in shouted[known[words.type[shouted]]].tolist():
        if at < free:
            continue
        last = at
        while last + 1 < len(words.type) and words.gap[last + 1] != NO_GAP and words.shouted[last + 1]:
            last += 1
        free = last + 1
        if last - at < LONGEST and known[words.type[at : last + 1]].all() and _stressed(batch, at, last):
            rows.append(_row(batch, context_of(batch), at, last))
    return HITS.frame(rows)


def _stressed(batch: Batch, first: int, last: int) -> bool:
    """Say whether a run of words in capitals is stress: what stands around it is written as usual."""
    words = batch.words
    begin, stop = first, last + 1
    while words.gap[begin] != NO_GAP:
        begin -= 1
    while stop < len(words.type) and words.gap[stop] != NO_GAP:
        stop += 1
    small, many = int((~words.capital[begin:stop]).sum()), last - first + 1
    if small < max(PLAIN, 2 * many) or int(words.shouted[begin:stop].sum()) > many + _OTHERS:
        return False
    before = "" if first == begin else words.gaps[words.gap[first]]
    after = "" if last + 1 == stop else words.gaps[words.gap[last + 1]]
    if not _BRACKETS.isdisjoint(before.strip() + after.strip()) or (first == begin and not _LABEL.isdisjoint(after)):
        return False
    if first > begin and before.isspace() and _named(batch, first - 1, opening=first - 1 == begin):
        return False
    if last + 1 < stop and after.isspace() and _named(batch, last + 1, opening=False):
        return False
    return not any(_only_in_capitals(batch, at) for at in range(first, last + 1))


def _named(batch: Batch, at: int, *, opening: bool) -> bool:
    """Say whether a word begins with a capital for being a name, not for opening a sentence or being I."""
    words = batch.words
    return bool(words.capital[at]) and not (opening and not words.shouted[at]) and words.types[words.type[at]] not in _I


_I = frozenset({"i", "i'm", "i've", "i'd", "i'll"})


def _only_in_capitals(batch: Batch, at: int) -> bool:
    """Say whether the article has a word twice and more, always in capitals, as it writes acronyms."""
    words = batch.words
    if words.types[words.type[at]] in _never_acronyms():
        return False
    same = (words.article == words.article[at]) & (words.type == words.type[at])
    return int(same.sum()) > 1 and bool(words.shouted[same].all())


def _row(batch: Batch, context: Context, first: int, last: int) -> tuple[object, ...]:
    words = batch.words
    term = " ".join(words.types[number] for number in words.type[first : last + 1].tolist())
    place = (int(words.sentence[first]), int(words.start[first]), int(context.ends[last]))
    article, voice = batch.texts["article"].iloc[words.article[first]], WORD_VOICES[words.voice[first]]
    return (article, *place, CATEGORY, weight_of(STRENGTH), voice, term, first, last)


def _ordinary(word: str) -> bool:
    return (len(word) >= _SHORTEST or word in _SHORT) and word in _words()


@cache
def _words() -> frozenset[str]:
    """Return ordinary words that are rarely names in capitals: grammar, verbs and words of feeling."""
    found = {word for word in lists().lexicon if word.isalpha() and not _VOWELS.isdisjoint(word)}
    for name in ("function_words", "irregular_verbs", "passive_verbs"):
        found |= {cell for row in wordlists.rows(name) for cell in row if cell.isalpha()}
    return frozenset(found) - wordlists.column("acronyms")


@cache
def _never_acronyms() -> frozenset[str]:
    """Return words of grammar, and forms of verbs that are not the plain one: "knew"."""
    past = {cell for row in wordlists.rows("irregular_verbs") for cell in row[1:] if cell != row[0]}
    return wordlists.column("function_words") | past
