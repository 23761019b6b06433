"""Who printed whose text: pages that hold another page's words, whole or cut.

Candidates come from an index of shingles, and every one is then compared exactly, so nothing is left to sampling.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.reading.quotations import quotations
from analysis.stories.headlines import headline_changed
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
    agency: list[bool]
    """Whether a page is a news agency's own: such a page is no copy of any other outlet's."""
    _narrated: dict[int, Shingles] = field(default_factory=dict)

    def share(self, page: int, other: int) -> float:
        """Return the share of a page's shingles that stand in the other, 0 where that makes it no copy."""
        if self.agency[page] and not self.agency[other]:
            return 0.0
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


@dataclass(slots=True)
class _Originals:
    """Whose copy each page is, as far as is known."""

    of: dict[int, tuple[int, float]] = field(default_factory=dict)
    """Copy -> original and the share of the copy in it."""
    _copies: dict[int, set[int]] = field(default_factory=dict)

    def enter(self, page: int, original: int, share: float) -> None:
        if page in self.of:
            self._copies[self.of[page][0]].discard(page)
        self.of[page] = (original, share)
        self._copies.setdefault(original, set()).add(page)

    def copies(self, original: int) -> list[int]:
        return sorted(self._copies.get(original, ()))

    def root(self, page: int) -> int:
        while page in self.of:
            page = self.of[page][0]
        return page


Propose = Callable[[list[Shingles]], dict[int, list[int]]]
"""Shingles of each page, in order of originality -> for each page the earlier pages to compare it with."""


def find_copies(
    articles: pd.DataFrame,
    *,
    agencies: Collection[str] = (),
    propose: Propose | None = None,
    seen: Callable[[list[str], list[Shingles]], None] | None = None,
) -> pd.DataFrame:
    """Return COPIES of the articles (ARTICLES: id, outlet, title, text, published are read), sorted by article.

    A page is a copy when at least `SHARE` of its shingles stand in another page and the words outside quotation marks
    bear it out. The original is a news agency's own page where there is one (`agencies` holds their ids): what outlets
    print of it is the agency's text, even where the agency's page as we hold it is of a later time. Else it is the page
    published first (undated pages after dated ones, then the longest, then the smallest id), or the longer page where
    only that holds the other's text. A copy of a copy points to the first original unless less than `SHARE` of it is
    left there; then it points to the copy. Headlines are not compared. `propose` names the pairs to compare
    (`sharing_pages`); `seen` is told the pages and their shingles.
    """
    pages, heads = _in_order(articles, frozenset(agencies))
    if seen is not None:
        seen(pages.ids, pages.whole)
    originals = _Originals()
    for page, candidates in (propose or sharing_pages)(pages.whole).items():
        _settle(page, candidates, pages, originals)
    rows = [
        (pages.ids[page], pages.ids[original], share, _changed(heads[page], heads[original]))
        for page, (original, share) in originals.of.items()
    ]
    return COPIES.frame(sorted(rows))


def _in_order(articles: pd.DataFrame, agencies: frozenset[str]) -> tuple[_Pages, list[tuple[object, object]]]:
    known: dict[str, Shingles] = {}
    for text in articles["text"]:
        if text not in known:
            known[text] = shingles(text)
    made = [known[text] for text in articles["text"]]
    order = (
        pd.DataFrame({"published": articles["published"].to_numpy(), "id": articles["id"].to_numpy()})
        .assign(shorter=[-len(one) for one in made], printer=[page not in agencies for page in articles["id"]])
        .sort_values(["printer", "published", "shorter", "id"], na_position="last", kind="stable")
        .index.tolist()
    )
    ids, texts, titles, outlets = (articles[name].tolist() for name in ("id", "text", "title", "outlet"))
    pages = _Pages(
        ids=[ids[n] for n in order],
        texts=[texts[n] for n in order],
        whole=[made[n] for n in order],
        agency=[ids[n] in agencies for n in order],
    )
    return pages, [(titles[n], outlets[n]) for n in order]


def sharing_pages(whole: list[Shingles]) -> dict[int, list[int]]:
    """Return for each page the earlier pages that share at least `LEAST` shingles which no other page had between.

    Each shingle links a page to the first that has it and to the last before it. Linking to all would take a million
    steps where a thousand pages print one text; this way the work grows with the words.
    """
    owners = np.repeat(np.arange(len(whole), dtype=np.int32), [len(one) for one in whole])
    hashes = np.concatenate([np.zeros(0, np.uint64), *whole])
    order = np.argsort(hashes, kind="stable")
    owners, hashes = owners[order], hashes[order]
    del order
    again = np.flatnonzero(hashes[1:] == hashes[:-1]) + 1 if len(hashes) else np.zeros(0, np.int64)
    begins = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])) if len(hashes) else again
    del hashes
    first = owners[begins[np.searchsorted(begins, again, side="right") - 1]]
    page, before = owners[again].astype(np.int64) * len(whole), owners[again - 1]
    links = np.concatenate([page + first, (page + before)[before != first]])
    pairs, counts = np.unique(links, return_counts=True)
    found: dict[int, list[int]] = {}
    for link in pairs[counts >= LEAST].tolist():
        later, earlier = divmod(link, len(whole))
        found.setdefault(later, []).append(earlier)
    return found


def _settle(page: int, candidates: list[int], pages: _Pages, originals: _Originals) -> None:
    """Enter whose copy a page is, or which earlier pages are copies of it."""
    roots = sorted({originals.root(candidate) for candidate in candidates})
    for choice in (roots, candidates):
        share, original = max((pages.share(page, earlier), -earlier) for earlier in choice)
        if share:
            originals.enter(page, -original, share)
            return
    for root in roots:
        share = pages.share(root, page)
        if share:
            originals.enter(root, page, share)
            for follower in originals.copies(root):
                if moved := pages.share(follower, page):
                    originals.enter(follower, page, moved)


def _changed(one: tuple[object, object], other: tuple[object, object]) -> bool:
    titles = [title if isinstance(title, str) else None for title, _ in (one, other)]
    names = tuple(outlet for _, outlet in (one, other) if isinstance(outlet, str))
    return headline_changed(*titles, names=names)
