"""From likenesses between sentences to facts: groups with one main sentence a page, joined on average."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.facts.weighing import Match

SAME = 0.40
"""Similarity from which two sentences tell the same fact."""

LEAST = 4.5
"""Nats that two sentences must share at least, however short they are."""

JOINED = 0.75
"""Share of `SAME` that a sentence must reach on average with the main sentences of a group to join it."""

FLOOR = 0.2
"""Similarity that a sentence must have with every main sentence of a group that it joins: no chains."""

EXTENDED = 0.85
"""The same share for a sentence that a group only takes in at the end."""

SUPPORTED = 0.43
"""Similarity with a main sentence of another page from which a sentence of a page in the group tells the fact too."""

SUPPORTED_FLOOR = 0.35
"""Similarity that it must have with every main sentence of another page."""

SUPPORTERS = 2
"""Further sentences of one page listed with a fact, at most."""


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences that tell one fact, as numbers of the sentences handed in."""

    main: tuple[int, ...]
    """One sentence a page, the most central first."""

    others: tuple[int, ...]
    """Further sentences of these pages that tell it too."""

    likeness: dict[int, float]
    """Likeness of each sentence to the most central one, or to the main sentence of another page, 0 to 1."""


def grouped(matches: Sequence[Match], page: Sequence[int]) -> list[Group]:
    """Return the groups that the matches make, in the order of their first sentence.

    Pairs that are each other's best match between their two pages are taken from the most similar down: they found a
    group, join one (when its page is not in it yet and it is like its members on average), or join two groups.
    """
    like: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, similarity, _ in matches:
        like[a][b] = like[b][a] = similarity
    found: dict[int, list[int]] = {}
    for match in sorted(_best(matches, page), key=lambda m: (-m.similarity, -m.evidence, m.a, m.b)):
        first, second = found.get(match.a, [match.a]), found.get(match.b, [match.b])
        if first is second or {page[i] for i in first} & {page[i] for i in second}:
            continue
        across = [like[i].get(j, 0.0) for i in first for j in second]
        if len(across) > 1 and (min(across) < FLOOR or sum(across) / len(across) < JOINED * SAME):
            continue
        joined = first + second
        for member in joined:
            found[member] = joined
    groups = {id(members): members for members in found.values()}
    for members in groups.values():
        _extend(members, like, page)
    made = [_group(members, like, page, taken=found) for members in groups.values()]
    return sorted(made, key=lambda group: min(group.main))


def _extend(members: list[int], like: dict[int, dict[int, float]], page: Sequence[int]) -> None:
    """Add main sentences of pages that are not in the group yet, also such as tell another fact besides."""
    pages = {page[i] for i in members}
    offered: dict[int, tuple[float, int]] = {}
    for candidate in sorted({j for i in members for j in like[i]}):
        if page[candidate] in pages:
            continue
        likeness = [like[candidate].get(i, 0.0) for i in members]
        if max(likeness) >= SAME and min(likeness) >= FLOOR and sum(likeness) / len(likeness) >= EXTENDED * SAME:
            offered[page[candidate]] = max(offered.get(page[candidate], (0.0, 0)), (max(likeness), -candidate))
    members += [-number for _, (_, number) in sorted(offered.items())]


def _best(matches: Sequence[Match], page: Sequence[int]) -> list[Match]:
    """Return the matches that tell the same fact and are both sentences' best between their two pages."""
    if not matches:
        return []
    a, b = np.array([match.a for match in matches]), np.array([match.b for match in matches])
    similarity = np.array([match.similarity for match in matches])
    evidence = np.array([match.evidence for match in matches])
    pages = np.asarray(page, dtype=np.int64)
    same = similarity >= SAME
    wide = int(pages.max()) + 1
    slots = np.r_[a * wide + pages[b], b * wide + pages[a]]
    _, slot = np.unique(slots, return_inverse=True)
    most = np.zeros(int(slot.max()) + 1)
    np.maximum.at(most, slot, np.where(np.r_[same, same], np.r_[similarity, similarity], 0.0))
    first, second = np.split(most[slot], 2)
    return [
        matches[n]
        for n in np.flatnonzero(same & (evidence >= LEAST) & (similarity >= np.maximum(first, second))).tolist()
    ]


def _group(
    members: list[int], like: dict[int, dict[int, float]], page: Sequence[int], *, taken: dict[int, list[int]]
) -> Group:
    centre = max(members, key=lambda i: (sum(like[i].get(j, 0.0) for j in members), -i))
    main = [centre, *sorted((i for i in members if i != centre), key=lambda i: (-like[centre].get(i, 0.0), i))]
    likeness = {i: 1.0 if i == centre else like[centre].get(i, max(like[i].get(j, 0.0) for j in members)) for i in main}
    pages = {page[i] for i in members}
    offered: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for candidate in sorted({j for i in members for j in like[i]} - set(members)):
        if page[candidate] not in pages or candidate in taken:
            continue
        likeness_to = [like[candidate].get(i, 0.0) for i in members if page[i] != page[candidate]]
        score = max(likeness_to)
        if score >= SUPPORTED and min(likeness_to) >= SUPPORTED_FLOOR:
            offered[page[candidate]].append((score, candidate))
    others: list[int] = []
    for number in sorted(offered):
        for score, candidate in sorted(offered[number], key=lambda entry: (-entry[0], entry[1]))[:SUPPORTERS]:
            others.append(candidate)
            likeness[candidate] = score
    return Group(tuple(main), tuple(sorted(others)), likeness)
