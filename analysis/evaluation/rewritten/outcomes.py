"""What an article's scores and portrayals are, and where two articles' differ."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.portrayals import portrayals
from analysis.reading.articles import read
from analysis.scoring import score
from sources.article import Article

CLOSE = 1e-9
"""Values that differ by less are the same: sums in another order."""

Cell = tuple[float, int]


class Outcome(NamedTuple):
    """The numbers of one article."""

    scores: dict[tuple[str, str], Cell]
    """(measure, voice) -> (value, n)."""

    portrayals: dict[tuple[str, str], Cell]
    """(entity, voice) -> (value, n)."""


def outcomes(articles: Sequence[Article], *, together: int = 100) -> list[Outcome]:
    """Return the numbers of each article, so many read and scored `together`. Ids need not differ."""
    found: list[Outcome] = []
    for start in range(0, len(articles), together):
        part = [replace(each, id=str(n)) for n, each in enumerate(articles[start : start + together])]
        batch = read(part)
        scores, shown = score(batch).scores, portrayals(batch)
        made = [Outcome({}, {}) for _ in part]
        for frame, name, which in ((scores, "measure", 0), (shown, "entity", 1)):
            cells = zip(*(frame[column].tolist() for column in ("article", name, "voice", "value", "n")), strict=True)
            for article, key, voice, value, n in cells:
                made[int(article)][which][key, voice] = (value, n)
        found += made
    return found


def differences(
    before: Outcome, after: Outcome, *, voices: frozenset[str] | None, times: int, named: Callable[[str], str]
) -> Iterator[tuple[str, str, Cell | None, Cell | None]]:
    """Yield what is not as it was: name of the value or entity, voice, (value, n) before and after.

    `voices`: only these, and no portrayals; None: all. `times`: n in the body is so many times what it was. `named`:
    what an entity of `before` is called in `after`. An entity that is named often enough only when the body stands
    there more than once is no difference; a portrayal is a sum, and may grow with the body.
    """
    for key in sorted({*before.scores, *after.scores}):
        if voices is None or key[1] in voices:
            was, now = before.scores.get(key), after.scores.get(key)
            if not _same(was, now, times=1 if key[1] == "headline" else times):
                yield *key, was, now
    if voices is not None:
        return
    expected = {(named(entity), voice): cell for (entity, voice), cell in before.portrayals.items()}
    for key in sorted({*expected, *after.portrayals} if times == 1 else expected):
        was, now = expected.get(key), after.portrayals.get(key)
        if not (_same(was, now, times=times) if times == 1 else _more(was, now)):
            yield *key, was, now


def _more(was: Cell | None, now: Cell | None) -> bool:
    """Say whether what is said more often is said as before: a sum of mentions that grows must not change its side."""
    if was is None or now is None:
        return was is now
    return now[1] >= was[1] and not (was[0] * now[0] < 0)


def _same(was: Cell | None, now: Cell | None, *, times: int) -> bool:
    if was is None or now is None:
        return was is now
    if was[1] * times != now[1]:
        return False
    return (math.isnan(was[0]) and math.isnan(now[0])) or abs(was[0] - now[0]) <= CLOSE * max(1.0, abs(was[0]))
