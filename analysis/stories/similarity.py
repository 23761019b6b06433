"""How alike articles are: cosine of weighted terms.

Term weights are tf-idf (Salton and Buckley, Information Processing & Management 24, 1988) with the logarithm of the
count. A library's own document frequencies are blended with those of a background collection, which counts like
`BACKGROUND_DOCUMENTS` more articles: five articles have no frequencies of their own, twenty thousand need no others.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stories.background import background
from analysis.stories.terms import Part, Vocabulary, Worded

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

BACKGROUND_DOCUMENTS = 200
"""What the background counts for, in articles. Between 50 and 1,000 changes little."""

LEAST_RARITY = 0.5
"""Part of its rarity in the background that a term keeps, however many pages of the library hold it: where one event
fills a library, the event's own words stand on every page and tell all the same what they are about."""

UNSEEN = 0.7
"""Background documents that a term below the table's least count is taken to stand in."""

PAIR_WEIGHT = 0.5
"""Weight of a pair of words beside that of one word: its two words are counted already."""

TERMS = 150
"""Terms kept of an article, the heaviest: more add noise and time, fewer lose short articles' likeness to long ones."""

_TERMS_AT_ONCE = 8_000_000
"""Terms of articles that are sorted at once: what is needed for it does not grow with the library."""


class Seen(NamedTuple):
    """In how many articles of a library terms stand: those that two hold, and those of the background."""

    keys: NDArray[np.int64]
    """The terms, sorted, as `vocabulary` numbers them."""

    documents: NDArray[np.int64]
    """Articles that hold each, prints of one text counted once."""

    articles: int
    """Articles that were counted."""

    vocabulary: Vocabulary
    """Names the terms."""


class Vectors(NamedTuple):
    """Articles as unit vectors of their heaviest terms."""

    matrix: "csr_matrix"
    """Articles by terms; a row has length 1, or is empty where an article shares no term with any other text."""

    keys: NDArray[np.int64]
    """The term of each column, as the vocabulary of `seen` numbers them; sorted."""

    held: NDArray[np.float64]
    """How much of what an article is about its row holds, 0 to 1: less where no other text has its terms."""

    seen: Seen
    """What the terms were counted in."""


def vectors(
    articles: pd.DataFrame,
    *,
    counted: NDArray[np.bool_] | None = None,
    library: Seen | None = None,
    new: NDArray[np.bool_] | None = None,
) -> Vectors:
    """Return the articles (columns title, text and language of ARTICLES) as vectors, in their order.

    How rare a term is, is counted over the articles in `counted` (all): prints of one text should count once. Where
    these are some articles of a larger `library`, its counts are taken, and those of the articles that are `new` to it
    are added.

    A term counts only when another article or the background holds it too: what one article alone says tells nothing of
    its likeness to others, and would make long articles unlike everything.
    """
    from scipy.sparse import csr_matrix

    number = len(articles)
    vocabulary = Vocabulary() if library is None else library.vocabulary
    parts = list(vocabulary.parts(worded(articles)))
    behind = _behind(vocabulary)
    keys, held = _lasting(parts, behind.keys if library is None else np.union1d(behind.keys, library.keys))
    own = np.ones(number, bool) if counted is None else counted
    documents = held - _held_by(parts, keys, ~own)
    total = int(own.sum())
    if library is not None:
        added = own if new is None else own & new
        place, there = _places(library.keys, keys)
        documents[there] = (library.documents[place] + held - _held_by(parts, keys, ~added))[there]
        total = library.articles + int(added.sum())
    rarity = _rarity(keys, documents, articles=total, behind=behind)
    lone = np.array([_rarity(_LONE, np.full(2, n), articles=total, behind=behind) for n in (0, 1)])
    heaviest = [_heaviest(part, keys, rarity, lone=lone[own[_articles_of(part)].astype(int)]) for part in parts]
    nothing = _Heaviest(*(np.zeros(0, kind) for kind in (np.int64, np.int32, float, float, float)))
    sizes, columns, weights, lengths, full = (np.concatenate(arrays) for arrays in zip(nothing, *heaviest, strict=True))
    del parts, heaviest
    used = np.zeros(len(keys), bool)
    used[columns] = True
    columns = (np.cumsum(used) - 1).astype(np.int32)[columns]
    begins = np.concatenate([[0], np.cumsum(sizes)])
    matrix = csr_matrix((weights / np.repeat(lengths, sizes), columns, begins), shape=(number, int(used.sum())))
    share = np.divide(lengths, full, out=np.zeros(number), where=full > 0)
    seen = _together(library, Seen(keys, documents, total, vocabulary))
    return Vectors(matrix=matrix, keys=keys[used], held=np.minimum(share, 1.0), seen=seen)


def worded(articles: pd.DataFrame) -> Iterator[Worded]:
    """Yield what is read of articles (columns title, text and language of ARTICLES)."""
    for title, text, language in zip(articles["title"], articles["text"], articles["language"], strict=True):
        yield Worded(title if isinstance(title, str) else None, text, language if isinstance(language, str) else None)


def _articles_of(part: Part) -> NDArray[np.int64]:
    return part.owner.astype(np.int64) + part.first


def _lasting(parts: Sequence[Part], known: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the terms that two articles hold, or that are `known`, and how many hold each: sorted by term.

    Terms of one range of numbers are looked at at a time, so that no second table of all is needed.
    """
    every = sum(len(part.key) for part in parts)
    edges = np.array([np.iinfo(np.int64).min], np.int64)
    if every > _TERMS_AT_ONCE:
        sample = np.sort(np.concatenate([part.key[:: 1 + every // 100_000] for part in parts]))
        edges = np.r_[edges, np.unique(sample[:: 1 + len(sample) * _TERMS_AT_ONCE // every][1:])]
    places = [np.r_[np.searchsorted(part.key, edges), len(part.key)] for part in parts]
    keys, held = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for at in range(len(edges)):
        some = [part.key[place[at] : place[at + 1]] for part, place in zip(parts, places, strict=True)]
        found = np.sort(np.concatenate([np.zeros(0, np.int64), *some]))
        begins = np.flatnonzero(np.r_[True, found[1:] != found[:-1]]) if len(found) else np.zeros(0, np.int64)
        often = np.diff(np.r_[begins, len(found)])
        kept = (often > 1) | _places(known, found[begins])[1]
        keys.append(found[begins][kept])
        held.append(often[kept])
    return np.concatenate(keys), np.concatenate(held)


def _held_by(parts: Sequence[Part], keys: NDArray[np.int64], which: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return how many of `which` articles hold each of `keys`, which are sorted."""
    held = np.zeros(len(keys), np.int64)
    for part in parts:
        if which[part.first : part.first + part.articles].any():
            place, there = _places(keys, part.key[which[_articles_of(part)]])
            held += np.bincount(place[there], minlength=len(keys))
    return held


def _places(sorted_keys: NDArray[np.int64], keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return where each of `keys` stands in `sorted_keys`, and whether it does."""
    place = np.minimum(np.searchsorted(sorted_keys, keys), max(len(sorted_keys) - 1, 0))
    there = sorted_keys[place] == keys if len(sorted_keys) else np.zeros(len(keys), bool)
    return place, there


def _together(library: Seen | None, found: Seen) -> Seen:
    """Return the counts of the library with those found now in their places."""
    if library is None:
        return found
    keys = np.concatenate([library.keys, found.keys])
    documents = np.concatenate([library.documents, found.documents])
    order = np.argsort(keys, kind="stable")
    last = order[np.r_[np.diff(keys[order]) > 0, True]] if len(order) else order
    return Seen(keys[last], documents[last], found.articles, found.vocabulary)


class _Behind(NamedTuple):
    """The background's terms that were seen."""

    keys: NDArray[np.int64]
    """Sorted."""
    frequencies: NDArray[np.float64]
    documents: int


def _behind(vocabulary: Vocabulary) -> _Behind:
    common = background()
    seen = vocabulary.keys(common.frequencies)
    frequencies = np.fromiter(common.frequencies.values(), float, len(common.frequencies))
    listed = np.array(sorted(seen), np.int64)
    return _Behind(listed, frequencies[[seen[key] for key in listed.tolist()]], common.documents)


_LONE = np.array([-1 << 32, (-1 << 32) + 1])
"""A word and a pair of words that no background knows: no term has a number below 0."""


def _rarity(
    keys: NDArray[np.int64], documents: NDArray[np.int64], *, articles: int, behind: _Behind
) -> NDArray[np.float64]:
    """Return the weight of each term for being rare."""
    place, known = _places(behind.keys, keys)
    frequency = np.full(len(keys), UNSEEN)
    frequency[known] = behind.frequencies[place[known]]
    share = (documents + BACKGROUND_DOCUMENTS * frequency / behind.documents) / (articles + BACKGROUND_DOCUMENTS)
    pair = (keys & 0xFFFFFFFF) != 0
    alone = -np.log(np.minimum(frequency / behind.documents, 0.999))
    rare = np.maximum(-np.log(np.minimum(share, 0.999)), LEAST_RARITY * alone)
    return np.asarray(rare * np.where(pair, PAIR_WEIGHT, 1.0))


class _Heaviest(NamedTuple):
    """The terms kept of some articles."""

    sizes: NDArray[np.int64]
    """Terms of each article."""
    columns: NDArray[np.int32]
    """Article by article, ascending."""
    weights: NDArray[np.float64]
    lengths: NDArray[np.float64]
    """Length of each article's vector of these."""
    full: NDArray[np.float64]
    """The same of its heaviest terms, though no other text has them."""


def _heaviest(
    part: Part, keys: NDArray[np.int64], rarity: NDArray[np.float64], *, lone: NDArray[np.float64]
) -> _Heaviest:
    """Return each article's `TERMS` heaviest terms that stand in `keys`; of equal ones the smaller.

    `lone` has the rarity of a word and of a pair of words that are none of the `keys`, an entry a term of the part.
    """
    column, there = _places(keys, part.key)
    rare = np.where((part.key & 0xFFFFFFFF) != 0, lone[:, 1], lone[:, 0])
    rare[there] = rarity[column[there]]
    weights = (1 + np.log(part.times.astype(np.float64))) * rare
    order = np.argsort(part.owner, kind="stable")  # within an article by term
    weights, there, column = weights[order], there[order], column[order]
    edges = np.searchsorted(part.owner[order], np.arange(part.articles + 1)).tolist()
    chosen: list[NDArray[np.int64]] = []
    full = np.zeros(part.articles)
    for number, (begin, end) in enumerate(pairwise(edges)):
        own = weights[begin:end]
        every = own if len(own) <= TERMS else np.partition(own, len(own) - TERMS)[-TERMS:]
        full[number] = np.sqrt(every @ every)
        chosen.append(begin + _first_of(own, np.flatnonzero(there[begin:end])))
    sizes = np.array([len(one) for one in chosen], np.int64)
    places = np.concatenate([np.zeros(0, np.int64), *chosen])
    kept = weights[places]
    lengths = np.sqrt(np.bincount(np.repeat(np.arange(part.articles), sizes), kept**2, minlength=part.articles))
    return _Heaviest(sizes, column[places].astype(np.int32), kept, lengths, full)


def _first_of(weights: NDArray[np.float64], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return which `TERMS` of the `places` have most weight, ascending."""
    if len(places) <= TERMS:
        return places
    allowed = weights[places]
    limit = np.partition(allowed, len(allowed) - TERMS)[len(allowed) - TERMS]
    above = allowed > limit
    equal = np.flatnonzero(allowed == limit)[: TERMS - int(above.sum())]
    above[equal] = True
    return np.asarray(places[above])
