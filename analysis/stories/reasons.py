"""Why an article is where it is: how alike it is to its group, what it shares, and how sure that is."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.stories.linkage import Cluster
from analysis.stories.moments import event_need, spans_of, summed
from analysis.stories.neighbours import Pairs, products
from analysis.stories.similarity import Vectors

REASON_TERMS = 6
"""Most terms named for an article."""

SHARED_TERMS = 10
"""Most names, numbers, phrases and words named for an article's place in its event."""

STORY_TERMS = 8
"""Most terms named for a story."""

NEAR = 0.8
"""A page is on the border where another event is so like it, as a share of its own event's likeness or of what is
needed to belong to it; or where its own is less than what is needed divided by this."""


class Reasons(NamedTuple):
    """Parallel lists, an entry a row."""

    similarity: NDArray[np.float64]
    """Mean similarity to the other rows of the group, NaN where there is none."""

    terms: list[list[str]]
    """The terms shared with them, most telling first."""

    group: list[list[str]]
    """The terms that hold the group together, most telling first; of one row, its heaviest."""


Written = Callable[[int, list[int]], dict[int, str]]
"""A row and terms -> those of them that its article has, as it writes them."""


def reasons_of(made: Vectors, labels: NDArray[np.int64], *, most: int, written: Written | None = None) -> Reasons:
    """Return how alike each row is to the others of its label, and by what; at most `most` terms a row.

    Terms are named as the row's own article writes them (`written`), those of a group as the first article that has
    them; without it, in the forms that are most common.
    """
    similarity = np.full(len(labels), np.nan)
    terms: list[list[str]] = [[] for _ in labels]
    group: list[list[str]] = [[] for _ in labels]
    matrix = made.matrix
    total = np.zeros(matrix.shape[1])
    order = np.argsort(labels, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1):
        own = matrix[rows]
        used = np.unique(own.indices)
        total[used] = np.bincount(np.searchsorted(used, own.indices), own.data)
        squares = np.bincount(np.searchsorted(used, own.indices), own.data**2)
        alone = len(rows) == 1
        heaviest = _named(made, used, total[used] if alone else total[used] ** 2 - squares, most=STORY_TERMS)
        named = _as_written(heaviest, rows.tolist(), written)
        for place, row in enumerate(rows.tolist()):
            group[row] = named
            if not alone:
                inside = slice(own.indptr[place], own.indptr[place + 1])
                products = own.data[inside] * (total[own.indices[inside]] - own.data[inside])
                similarity[row] = float(np.clip(products.sum() / (len(rows) - 1), 0, 1))
                terms[row] = _as_written(_named(made, own.indices[inside], products, most=most), [row], written)
        total[used] = 0
    return Reasons(similarity, terms, group)


def _as_written(named: dict[str, int], rows: list[int], written: Written | None) -> list[str]:
    """Return the names of terms (name -> term) as the first of the rows that has them writes them."""
    found: dict[int, str] = {}
    for row in rows if written else ():
        missing = [key for key in named.values() if key not in found]
        if not missing:
            break
        found |= written(row, missing) if written else {}
    return [found.get(key, name) for name, key in named.items()]


def told(terms: list[str]) -> str:
    """Return shared terms sorted into names, numbers, phrases and words: "names Kell, Ines Roth; words hanger"."""
    kinds: dict[str, list[str]] = {"names": [], "numbers": [], "phrases": [], "words": []}
    for term in terms:
        parts = term.split()
        if any(part[0].isdigit() for part in parts):
            kind = "numbers"
        elif all(part[0].isupper() for part in parts):
            kind = "names"
        else:
            kind = "phrases" if len(parts) > 1 else "words"
        kinds[kind].append(term)
    return "; ".join(f"{kind} {', '.join(found)}" for kind, found in kinds.items() if found)


class Borders(NamedTuple):
    """Parallel arrays, an entry a row."""

    rival: NDArray[np.int64]
    """The event beside its own that is most like the row, by its smallest row; -1 where none is near."""

    likeness: NDArray[np.float64]
    """Mean similarity to that event, NaN where there is none."""

    needed: NDArray[np.float64]
    """Mean similarity that would bring the row into it, were it alone; NaN where there is none."""

    weak: NDArray[np.bool_]
    """Whether the row is hardly alike enough for its own event."""


def borders_of(
    made: Vectors,
    events: NDArray[np.int64],
    times: NDArray[np.float64],
    beside: Pairs,
    *,
    similarity: NDArray[np.float64],
) -> Borders:
    """Return which rows stand on the border of their event, with `similarity` to it (NaN: alone) and pairs `beside`."""
    count = len(events)
    sums, firsts = summed(made.matrix, events)
    sizes = np.bincount(np.searchsorted(firsts, events))
    spans = np.column_stack(spans_of(np.searchsorted(firsts, events), times, len(firsts)))
    one, other = np.r_[beside.left, beside.right], np.r_[beside.right, beside.left]
    alike = np.r_[beside.similarity, beside.similarity]
    theirs = np.searchsorted(firsts, events[other])
    apart = events[one] != events[other]
    keys, place = np.unique(one[apart] * len(firsts) + theirs[apart], return_inverse=True)
    rows, groups = keys // len(firsts), keys % len(firsts)
    likely = np.bincount(place, alike[apart], minlength=len(keys)) / sizes[groups]  # pairs below the limit left out
    best = np.lexsort((groups, -likely, rows))
    best = best[np.r_[True, np.diff(rows[best]) > 0]] if len(best) else best
    rival, likeness = np.full(count, -1, np.int64), np.full(count, np.nan)
    needed, weak = np.full(count, np.nan), np.zeros(count, bool)
    rows, groups = rows[best], groups[best]
    means = products(made.matrix, sums, rows, groups) / sizes[groups]
    for row, group, mean in zip(rows.tolist(), groups.tolist(), means.tolist(), strict=True):
        need = event_need(_alone(times[row], times[row]), _alone(*spans[group]))
        own = similarity[row]
        if mean >= NEAR * (need if np.isnan(own) else max(own, need)):
            rival[row], likeness[row], needed[row] = firsts[group], mean, need
    for row in np.flatnonzero(~np.isnan(similarity)).tolist():
        span = spans[int(np.searchsorted(firsts, events[row]))]
        weak[row] = similarity[row] * NEAR < event_need(_alone(times[row], times[row]), _alone(*span))
    return Borders(rival, likeness, needed, weak)


def _alone(first: float, last: float) -> Cluster:
    nothing = np.zeros(0)
    return Cluster([], 1, np.zeros(0, np.int64), nothing, first, last, np.nan)


def _named(made: Vectors, columns: NDArray[np.int64], values: NDArray[np.float64], *, most: int) -> dict[str, int]:
    """Return {name: term} of the terms with the highest positive values; a pair stands for its two words."""
    heaviest = np.flatnonzero(values > 1e-9)
    if len(heaviest) > 4 * most:
        limit = np.partition(values[heaviest], len(heaviest) - 4 * most)[len(heaviest) - 4 * most]
        heaviest = heaviest[values[heaviest] >= limit - 1e-12]
    keys = made.keys[columns[heaviest]]
    order = np.lexsort((keys, -np.round(values[heaviest], 12)))[: most * 4]
    chosen: list[str] = []
    paired: set[str] = set()
    key_of: dict[str, int] = {}
    for key in keys[order].tolist():
        name = made.seen.vocabulary.name(key)
        words = name.split()
        key_of.setdefault(name, key)
        if name in chosen or not paired.isdisjoint(words):
            continue
        within = [other for other in chosen if other in words] if len(words) > 1 else []
        if within:  # a pair takes the place of its first-named word and drops the other
            chosen[chosen.index(within[0])] = name
            chosen = [other for other in chosen if other not in within]
        elif len(chosen) < most:
            chosen.append(name)
        else:
            continue
        if len(words) > 1:
            paired.update(words)
    return {name: key_of[name] for name in chosen}
