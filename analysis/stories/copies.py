"""Who printed whose text: pages that hold another page's words, whole or cut.

Candidates come from an index of shingles, and every one is then compared exactly, so nothing is left to sampling.
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.reading.quotations import quotations
from analysis.reading.tokens import words_of
from analysis.stories.shingles import Shingles, distinct, shared, shingles
from analysis.tables import COPIES

SHARE = 0.5
"""Share of a page's shingles in another from which it is a copy: more than half of it is the other's text. Independent
reports of one event share a tenth as a rule, and short ones that quote the same statement up to two fifths."""

NARRATION_SHARE = 1 / 3
"""Share that the words outside quotation marks need as well: two reports of the same statement are no copies."""

LEAST = 20
"""Shingles that must be shared, and that a page needs outside quotation marks to be judged by them: two sentences."""

REPRINT = 0.8
"""Share from which a copy counts as no report of its own: below it, a fifth of the page is its own reporting."""


@dataclass(slots=True)
class _Pages:
    """The pages in order of originality; a page's number is its place."""

    ids: list[str]
    texts: list[str]
    whole: list[Shingles]
    _narrated: dict[int, Shingles] = field(default_factory=dict)

    def share(self, page: int, other: int) -> float:
        """Return the share of a page's shingles that stand in the other, 0 where that makes it no copy."""
        common = shared(self.whole[page], self.whole[other])
        share = common / len(self.whole[page])
        if common < LEAST or share < SHARE:
            return 0.0
        own, others = self.narrated(page), self.narrated(other)
        if len(own) >= LEAST and shared(own, others) < NARRATION_SHARE * len(own):
            return 0.0
        return share

    def narrated(self, page: int) -> Shingles:
        """Return the shingles that stand wholly outside quotation marks."""
        if page not in self._narrated:
            text = self.texts[page]
            marks = [0, *(edge for span in quotations(text) for edge in (span.start, span.end)), len(text)]
            pieces = [shingles(text[start:end]) for start, end in zip(marks[::2], marks[1::2], strict=True)]
            self._narrated[page] = distinct(np.concatenate(pieces))
        return self._narrated[page]


def find_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """Return COPIES of the articles (ARTICLES: id, title, text, published are read), sorted by article.

    A page is a copy when at least `SHARE` of its shingles stand in another page and the words outside quotation marks
    bear it out. The original is the page published first (undated pages after dated ones, then the longest, then the
    smallest id), or the longer page where only that holds the other's text. A copy of a copy points to the first
    original unless less than `SHARE` of it is left there; then it points to the copy. Headlines are not compared.
    """
    pages, titles = _in_order(articles)
    originals: dict[int, tuple[int, float]] = {}
    for page, candidates in _candidates(pages.whole).items():
        _settle(page, candidates, pages, originals)
    rows = [
        (pages.ids[page], pages.ids[original], share, _headline_changed(titles[page], titles[original]))
        for page, (original, share) in originals.items()
    ]
    return COPIES.frame(sorted(rows))


def _in_order(articles: pd.DataFrame) -> tuple[_Pages, list[object]]:
    made = [shingles(text) for text in articles["text"]]
    order = (
        pd.DataFrame({"published": articles["published"].to_numpy(), "id": articles["id"].to_numpy()})
        .assign(shorter=[-len(one) for one in made])
        .sort_values(["published", "shorter", "id"], na_position="last", kind="stable")
        .index.tolist()
    )
    ids, texts, titles = (articles[name].tolist() for name in ("id", "text", "title"))
    pages = _Pages([ids[n] for n in order], [texts[n] for n in order], [made[n] for n in order])
    return pages, [titles[n] for n in order]


def _candidates(whole: list[Shingles]) -> dict[int, list[int]]:
    """Return for each page the earlier pages that were first with at least `LEAST` of its shingles, in order.

    Linking each shingle to its first page alone keeps the work linear when hundreds of pages print one text.
    """
    owners = np.repeat(np.arange(len(whole)), [len(one) for one in whole])
    hashes = np.concatenate([np.zeros(0, np.uint64), *whole])
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    starts = np.searchsorted(hashes, hashes)
    first: NDArray[np.int64] = owners[starts] if len(owners) else owners
    later = first != owners
    links, counts = np.unique(owners[later] * len(whole) + first[later], return_counts=True)
    found: dict[int, list[int]] = {}
    for link in links[counts >= LEAST].tolist():
        page, earlier = divmod(link, len(whole))
        found.setdefault(page, []).append(earlier)
    return found


def _settle(page: int, candidates: list[int], pages: _Pages, originals: dict[int, tuple[int, float]]) -> None:
    """Enter whose copy a page is, or which earlier pages are copies of it."""
    roots = sorted({_root(candidate, originals) for candidate in candidates})
    for choice in (roots, candidates):
        share, original = max((pages.share(page, earlier), -earlier) for earlier in choice)
        if share:
            originals[page] = (-original, share)
            return
    for root in roots:
        share = pages.share(root, page)
        if share:
            originals[root] = (page, share)
            for follower, (original, _) in list(originals.items()):
                if original == root and (moved := pages.share(follower, page)):
                    originals[follower] = (page, moved)


def _root(page: int, originals: dict[int, tuple[int, float]]) -> int:
    while page in originals:
        page = originals[page][0]
    return page


def _headline_changed(one: object, other: object) -> bool:
    if not (isinstance(one, str) and isinstance(other, str) and one and other):
        return False
    return words_of(one) != words_of(other)
