"""Which pages of a very long story are compared sentence by sentence: their number bounds the work and the memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

MOST_PAGES = 120
"""Pages of a story whose facts are aligned, at most: the pairs of sentences grow with the square of the pages."""


def compared(
    articles: Iterable[str],
    *,
    report: Mapping[str, str],
    outlets: Mapping[str, str | None],
    most: int | None = None,
) -> list[str]:
    """Return the articles whose facts are aligned, sorted: all of them up to `most` (None: `MOST_PAGES`).

    Of more, one page of each independent report comes before any copy, and outlets take turns, so that none crowds
    the others out; a page of unknown outlet stands for itself. Nothing depends on the order of `articles`. `report`
    gives each page's report, `outlets` the name of its outlet.
    """
    limit = MOST_PAGES if most is None else most
    ordered = sorted(articles)
    if len(ordered) <= limit:
        return ordered
    seen: set[str] = set()
    turns: dict[tuple[bool, str], int] = defaultdict(int)
    places: list[tuple[bool, int, str]] = []
    for article in ordered:
        copy = report[article] in seen
        seen.add(report[article])
        slot = (copy, outlets.get(article) or f"\x00{article}")
        places.append((copy, turns[slot], article))
        turns[slot] += 1
    return sorted(article for _, _, article in sorted(places)[:limit])
