"""Cues for and against the same fact in two like sentences: each counts a point, none has a weight that was fitted.

Sentences of one event share names, places and its great words whatever they tell. What tells the same fact from the
same backdrop is how much of the main clauses is shared, whether another sentence of the page is nearer, who is
quoted, and whether one speaks of what is to come. Cues of equal weight lose little against fitted ones, and fit one
collection less (Dawes 1979, "The robust beauty of improper linear models").
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.facts.sides import Side, side
from analysis.facts.telling import Telling
from analysis.facts.told_by import Tellers
from analysis.facts.weighing import Match

LOOKED_AT = 0.25
"""Similarity from which two sentences are looked at; less alike ones never tell the same fact."""

STEP = 1.22
"""Factor of one point."""

LEVEL = 0.64
"""Factor of every pair that is looked at: sets where `grouping.SAME` stands among the points."""

NEARER = 0.1
"""Lead in similarity over each page's other sentences that counts as being nearest."""

PAD = 2.0
"""Nats added to what a sentence tells: of next to nothing a word is not half."""

THIRD = 0.45
"""Similarity that both must have with one sentence of a third page."""

LEAKED = 6
"""Points where unnamed people tell both: pages of one event seldom have two leaks."""

ACTS = (0, 1, 2, 5)
"""Points for so many acts that both tell in different words; three are hardly a backdrop."""

SHARES = {
    "words": (0.0, 0.25), "words of the shorter": (0.0, 0.42), "own": (0.20, 0.40), "rest": (0.20, 0.45),
    "main": (0.12, 0.35), "spread": (0.10, 0.45),
}  # fmt: skip
"""Shares of what two sentences tell below and above which a point is taken and given."""

SUBORDINATE = 0.6
"""Share of what is shared that stands in subordinate clauses of one of both from which the shared is a side remark."""


def cued(
    matches: Sequence[Match],
    told: Sequence[Telling],
    page: Sequence[int],
    *,
    texts: Mapping[str, str],
    tellers: Tellers,
    weight: Mapping[str, float],
) -> list[Match]:
    """Return the matches with their similarity raised or lowered by the points of the cues.

    `page` gives the page of each sentence, `texts` the pages' texts, `weight` the weight of each term in the story.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for match in matches:
        if match.similarity >= LOOKED_AT:
            near[match.a][match.b] = near[match.b][match.a] = match.similarity
    sides = {n: side(told[n], texts[told[n].article], tellers.teller(told[n]), weight) for n in near}
    first: dict[tuple[int, int], list[float]] = defaultdict(list)
    for number, likest in near.items():
        for other, similarity in likest.items():
            first[number, page[other]].append(similarity)
    rivals = {key: sorted(found, reverse=True)[:2] for key, found in first.items()}
    made: list[Match] = []
    for match in matches:
        if match.similarity < LOOKED_AT:
            made.append(match)
            continue
        a, b = match.a, match.b
        points = _nearest(match.similarity, rivals[a, page[b]], rivals[b, page[a]])
        points += _third(near[a], near[b], page, {page[a], page[b]})
        points += max(told[a].sentence, told[b].sentence) == 0  # pages of one event open with its news
        points += _points(sides[a], sides[b])
        made.append(match._replace(similarity=min(1.0, LEVEL * STEP**points * match.similarity)))
    return made


def _nearest(similarity: float, mine: Sequence[float], theirs: Sequence[float]) -> int:
    """Return 1 where no other sentence of either page is nearly as like, -1 where one is more alike."""
    other = max((found[similarity == found[0]] for found in (mine, theirs) if len(found) > 1), default=0.0)
    lead = similarity - other
    return (lead > NEARER) - (lead < 0)


def _third(mine: Mapping[int, float], theirs: Mapping[int, float], page: Sequence[int], pages: set[int]) -> int:
    """Return 1 where a sentence of a third page is like both."""
    return any(
        similarity > THIRD and theirs.get(other, 0.0) > THIRD and page[other] not in pages
        for other, similarity in mine.items()
    )


def _points(a: Side, b: Side) -> int:
    points = 0
    runs = not a.runs.isdisjoint(b.runs)
    if a.quotes and b.quotes:
        points += runs
    if a.speaks or b.speaks:
        points -= not runs  # somebody's words, and no word of them in the other
    if a.leaked and b.leaked:
        points += LEAKED
    acts = sum(words != b.acts[act] for act, words in a.acts.items() if act in b.acts)
    points += ACTS[min(acts, len(ACTS) - 1)]
    points += len(a.runs & b.runs) > 1
    points += not a.values.isdisjoint(b.values)
    points -= a.supposes != b.supposes
    points -= a.to_come != b.to_come
    if a.speaker and b.speaker:
        points += 1 if a.speaker & b.speaker else -1
    shared = len(a.words & b.words)
    points += _share("words", shared / (1 + len(a.words) + len(b.words) - shared))
    points += _share("words of the shorter", shared / (1 + min(len(a.words), len(b.words))))
    points += _share("own", min(_held(a.own, b.terms, a.own_size), _held(b.own, a.terms, b.own_size)))
    points += _share("rest", max(_held(a.rest, b.terms, a.rest_size), _held(b.rest, a.terms, b.rest_size)))
    points += _share("main", min(_held(a.main, b.terms, a.main_size), _held(b.main, a.terms, b.main_size)))
    points += _share("spread", min(_spread(a, b), _spread(b, a)))
    points -= max(_aside(a, b), _aside(b, a)) > SUBORDINATE
    return points


def _share(what: str, share: float) -> int:
    low, high = SHARES[what]
    return (share > high) - (share < low)


def _held(mine: Mapping[str, float], theirs: Mapping[str, float], size: float) -> float:
    """Return the share of one sentence's weights that the other one tells too."""
    return sum(mine[term] for term in mine.keys() & theirs.keys()) / (size + PAD)


def _spread(mine: Side, other: Side) -> float:
    """Return over how much of a sentence the shared words are spread."""
    places = [mine.places[term] for term in mine.places.keys() & other.terms.keys()]
    return max(places) - min(places) if places else 0.0


def _aside(mine: Side, other: Side) -> float:
    """Return the share of what both tell that stands in a sentence's subordinate clauses."""
    rest = sum(mine.rest[term] for term in mine.rest.keys() & other.terms.keys())
    main = sum(mine.main[term] for term in mine.main.keys() & other.terms.keys())
    return (rest - main) / (rest + 1.0)
