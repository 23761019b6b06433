"""The words that set two outlets apart on the events that both tell, and those that a difference is made of."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.apart.distinctive import PRIOR_EVENT, PRIOR_NEWS
from analysis.apart.log_odds import in_news, log_odds
from analysis.apart.shift import Shift, word_shift
from analysis.apart.tables import SHIFTS
from analysis.apart.told import Told, counted_word, told
from analysis.batch import WORD_VOICES, Batch
from analysis.outlets.pair_tables import PAIR_PLACES, PAIR_WORDS
from analysis.outlets.paired import Codes, Reals
from analysis.outlets.profiles import FEWEST_EVENTS, LEVEL
from analysis.tables import EVIDENCE
from analysis.voice import NARRATION, Voice

MOST: Final = 20
"""Most words listed each way."""

_SWAPS: Final = 999


class Words(NamedTuple):
    """What sets two outlets apart, word by word."""

    words: pd.DataFrame
    """PAIR_WORDS: clear ones first, then by falling z."""

    places: pd.DataFrame
    """PAIR_PLACES of these words, by word, event, outlet and article."""


def pair_words(
    batch: Batch, reports: pd.DataFrame, first: str, second: str, *, fewest: int = FEWEST_EVENTS, seed: int = 0
) -> Words:
    """Return the words of narration that one of two outlets uses more, event by event.

    `reports` are the own reports of both on shared events (article, outlet, event), `batch` their texts. On each event
    a word's uses are weighted so that both outlets have equally many words; what is left is how much more the first one
    uses it there. z is the sum over events divided by the root of the sum of squares: a word that is frequent on one
    event alone cannot be great. Words stand on `fewest` events or more; at most `MOST` are listed each way. p counts
    how often, with the two outlets swapped by lot inside each event (999 times with `seed`), any word at all reaches
    such a z (Westfall & Young 1993): over all words together at most one list in twenty has a word that is `clear` by
    chance. `difference` is the log-odds ratio of Monroe and others (2008) of the weighted counts, with the prior of
    `analysis.apart.distinctive`. Function words are left out.
    """
    found = told(batch, dict(zip(reports["article"].tolist(), reports["outlet"].tolist(), strict=True)))
    event_of = dict(zip(reports["article"].tolist(), reports["event"].tolist(), strict=True))
    events = sorted(set(event_of.values()))
    place = {event: at for at, event in enumerate(events)}
    rows = np.array([place.get(event_of.get(a, ""), -1) for a in batch.texts["article"].tolist()], dtype=np.int64)
    if first not in found.outlets or second not in found.outlets:
        return Words(PAIR_WORDS.empty(), PAIR_PLACES.empty())
    counts = _counts(found, rows[found.report], (found.outlets.index(first), found.outlets.index(second)), len(events))
    kept, z, p = _tested(counts, fewest, seed)
    if not len(kept):
        return Words(PAIR_WORDS.empty(), PAIR_PLACES.empty())
    difference = _odds(found, counts)
    sides = (np.flatnonzero(z > 0), np.flatnonzero(z < 0))
    order = np.concatenate([side[np.argsort(-np.abs(z[side]), kind="stable")][:MOST] for side in sides])
    order = order[np.lexsort((-np.abs(z[order]), p[order] > LEVEL))]
    chosen = kept[order]
    left = counts.left
    table = PAIR_WORDS.shaped(
        pd.DataFrame(
            {
                "word": [found.vocabulary[word] for word in chosen.tolist()],
                "difference": difference[chosen],
                "first": counts.total[0][chosen],
                "second": counts.total[1][chosen],
                "events": np.bincount(counts.word, minlength=counts.size)[chosen],
                "higher": np.bincount(counts.word[left > 0], minlength=counts.size)[chosen],
                "lower": np.bincount(counts.word[left < 0], minlength=counts.size)[chosen],
                "z": z[order],
                "p": p[order],
                "clear": p[order] <= LEVEL,
                "name": found.names[chosen],
            }
        )
    )
    return Words(table, _places(batch, table["word"].tolist(), reports))


def shift_between(
    evidence: pd.DataFrame, scores: pd.DataFrame, reports: pd.DataFrame, first: str, second: str,
    *, measure: str, voice: Voice,
) -> Shift:  # fmt: skip
    """Return the words that the mean difference of a value between two outlets over their events is made of.

    On each event it is `analysis.apart.shift.word_shift` of the two; the parts are averaged over the events on which
    both have a value, and add up to the difference of `head_to_head` on these events. `evidence` and `scores` are
    EVIDENCE and SCORES of the articles in `reports` (article, outlet, event). Raises KeyError for a value that is no
    sum over words (`SHIFTED` in `analysis.apart.shift`).
    """
    of_event = dict(zip(reports["article"], reports["event"], strict=True))
    outlets: Mapping[str, str] = dict(zip(reports["article"], reports["outlet"], strict=True))
    mine = evidence[(evidence["measure"] == measure) & (evidence["voice"] == voice)]
    by_event = {str(event): rows for event, rows in mine.groupby(mine["article"].map(of_event))}
    some = scores[(scores["measure"] == measure) & (scores["voice"] == voice)]
    parts: list[Shift] = []
    for event, rows in some.groupby(some["article"].map(of_event), sort=True):
        sides = {article: outlets[article] for article in rows["article"].tolist()}
        hits = by_event.get(str(event), EVIDENCE.empty())
        made = word_shift(hits, rows, sides, measure=measure, voice=voice, outlet=first, other=second)
        if not np.isnan(made.difference):
            parts.append(made)
    if not parts:
        return Shift(float("nan"), float("nan"), SHIFTS.empty())
    words = pd.concat([part.words for part in parts], ignore_index=True)
    keys = ["measure", "voice", "outlet", "other", "word", "kind"]
    summed = words.groupby(keys, sort=False)[["here", "there", "difference", "count", "others"]].sum().reset_index()
    for name in ("here", "there", "difference"):
        summed[name] = summed[name] / len(parts)
    order = summed["difference"].abs().sort_values(ascending=False, kind="stable").index
    here, there = (float(np.mean([getattr(part, name) for part in parts])) for name in ("here", "there"))
    return Shift(here, there, SHIFTS.shaped(summed.loc[order].reset_index(drop=True)))


class _Counts(NamedTuple):
    """Uses of words by two outlets: an entry for each event and word that either uses."""

    event: Codes
    word: Codes
    uses: tuple[Reals, Reals]
    """Weighted so that both outlets have equally many words on each event."""

    total: tuple[Codes, Codes]
    """Plain uses of each word of the vocabulary."""

    size: int
    """Words of the vocabulary."""

    @property
    def left(self) -> Reals:
        """Return how much more the first outlet uses the word there."""
        return self.uses[0] - self.uses[1]


def _counts(found: Told, event: Codes, sides: tuple[int, int], events: int) -> _Counts:
    size = len(found.vocabulary)
    key = event * size + found.word
    both = np.isin(found.outlet, sides) & (event >= 0)
    kept = np.unique(key[both])
    at = np.searchsorted(kept, key)
    plain, lengths, total = [], [], []
    for side in sides:
        mine = both & (found.outlet == side)
        plain.append(np.bincount(at[mine], minlength=len(kept)).astype(np.float64))
        lengths.append(np.bincount(event[mine], minlength=events).astype(np.float64))
        total.append(np.bincount(found.word[mine], minlength=size))
    which, word = np.divmod(kept, max(size, 1))
    together = np.maximum(lengths[0] + lengths[1], 1)
    weighed = plain[0] * (lengths[1] / together)[which], plain[1] * (lengths[0] / together)[which]
    shared = (lengths[0] > 0)[which] & (lengths[1] > 0)[which]
    return _Counts(which[shared], word[shared], (weighed[0][shared], weighed[1][shared]), (total[0], total[1]), size)


def _tested(counts: _Counts, fewest: int, seed: int) -> tuple[Codes, Reals, Reals]:
    """Return the words that stand on enough events, with z and p of each."""
    from scipy.sparse import csr_array

    often = np.bincount(counts.word, minlength=counts.size) >= fewest
    kept = np.flatnonzero(often)
    if not len(kept):
        return kept, np.zeros(0), np.zeros(0)
    some = often[counts.word]
    number = np.cumsum(often) - 1
    left = counts.left[some]
    word, event = number[counts.word[some]], counts.event[some]
    spread = np.sqrt(np.bincount(word, weights=left**2, minlength=len(kept)))
    spread[spread == 0] = np.inf
    z = np.bincount(word, weights=left, minlength=len(kept)) / spread
    shape = (len(kept), int(event.max()) + 1)
    held = csr_array((left / spread[word], (word, event)), shape=shape)
    signs = np.random.default_rng(seed).choice(np.array([-1.0, 1.0]), size=(shape[1], _SWAPS))
    swapped = np.sort(np.concatenate([np.abs(held @ signs[:, n : n + 100]).max(axis=0) for n in range(0, _SWAPS, 100)]))
    reached = len(swapped) - np.searchsorted(swapped, np.abs(z) - 1e-9)
    p: Reals = (reached + 1) / (len(swapped) + 1)
    return kept, z, p


def _odds(found: Told, counts: _Counts) -> Reals:
    one: Reals = np.bincount(counts.word, weights=counts.uses[0], minlength=counts.size).astype(np.float64)
    other: Reals = np.bincount(counts.word, weights=counts.uses[1], minlength=counts.size).astype(np.float64)
    news = np.array([in_news(word) for word in found.vocabulary])
    both = one + other
    return log_odds(one, other, PRIOR_EVENT * both + PRIOR_NEWS * both.sum() * news / news.sum()).difference


def _places(batch: Batch, listed: list[str], reports: pd.DataFrame) -> pd.DataFrame:
    """Return PAIR_PLACES of the words of narration that are counted as one of `listed`."""
    words = batch.words
    wanted = set(listed)
    counted = [counted_word(word) for word in words.types]
    mine = np.array([word in wanted for word in counted], dtype=bool)
    inside = (words.voice == WORD_VOICES.index(NARRATION)) & mine[words.type]
    at: npt.NDArray[np.int64] = np.flatnonzero(inside)
    articles = batch.texts["article"].to_numpy(dtype=object)
    made = pd.DataFrame(
        {
            "article": articles[words.article[at]],
            "word": [counted[number] for number in words.type[at].tolist()],
            "start": words.start[at],
            "end": words.end[at],
        }
    ).merge(reports[["article", "outlet", "event"]], on="article")
    keys = ["word", "event", "outlet", "article"]
    by = made.sort_values([*keys, "start"], kind="stable").groupby(keys, sort=True)
    grouped = by.agg(count=("start", "size"), start=("start", "first"), end=("end", "first")).reset_index()
    return PAIR_PLACES.shaped(grouped)
