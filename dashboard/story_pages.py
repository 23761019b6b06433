"""The pages of one story as the Story page shows them: lettered, in order, with what was copied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from string import ascii_uppercase

import pandas as pd

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.printed import Credit, credits_of
from dashboard.row import Row
from dashboard.wording import NO_HEADLINE, NO_OUTLET, known, text_or

MOST_BESIDE = 5
"""Pages shown beside each other when the address does not choose."""

MOST_CHOSEN = 6
"""Pages shown beside each other at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """That a page prints another page's text."""

    original: str
    """Id of the other page."""

    share: float
    """Part of the page's five-word sequences that stand in the other, 0 to 1."""

    headline_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """One page of a story."""

    id: str
    letter: str
    """A, B ... Z, AA: how the page is called in tables of this story."""

    outlet: str | None
    title: str | None
    published: datetime | None
    byline: str | None
    language: str | None
    event: str
    reason: str
    """The words it shares with the other pages, the most telling first; empty when it is alone."""

    copied: Copied | None
    """None when no half of it stands in another page."""

    report: str
    """Id of the page that stands for its report: its own when it is one."""

    credits: tuple[Credit, ...]
    """The news agencies that the page credits, those of the whole text first."""

    alike: float | None = None
    """Mean similarity to the other pages of its event, 0 to 1; None when it is alone."""

    shares: str = ""
    """What it shares with them, by kind: "names Kell, Ines Roth; words hanger"; empty when it is alone."""

    uncertain: bool = False
    """Whether it may as well belong to another event, or hardly belongs to its own."""

    note: str = ""
    """What to know of its place: no date, whose text it prints, which other event; empty where nothing."""

    @property
    def repeats(self) -> bool:
        """Return whether another page stands for its report: it prints that page, or another text of its agency."""
        return self.report != self.id

    @property
    def outlet_shown(self) -> str:
        """Return the outlet's name, or that the page names none."""
        return self.outlet or NO_OUTLET

    @property
    def title_shown(self) -> str:
        """Return the headline, or that the page has none."""
        return self.title or NO_HEADLINE

    @property
    def name(self) -> str:
        """Return letter and outlet: "B, The Daily Rouser"."""
        return f"{self.letter}, {self.outlet_shown}"


def story_pages(results: Results, story: str) -> list[StoryPage]:
    """Return the pages of a story: dated ones first, oldest first, then in the order of the library."""
    members = results.rows("members", story=story)
    ids = list(members["article"])
    articles = results.rows("articles", id=ids).set_index("id", drop=False).reindex(ids)
    copies = results.rows("copies", article=ids).drop_duplicates("article").set_index("article", drop=False)
    credited = credits_of(results, ids)
    rows = list(zip(rows_of(members), rows_of(articles), strict=True))
    rows.sort(key=lambda pair: pair[1].published if known(pair[1].published) else pd.Timestamp.max.tz_localize("UTC"))
    return [
        StoryPage(
            id=member.article,
            letter=letter(number),
            outlet=_or_none(article.outlet),
            title=_or_none(article.title),
            published=article.published if known(article.published) else None,
            byline=_or_none(article.byline),
            language=_or_none(article.language),
            event=member.event,
            reason=text_or(member.reason, ""),
            copied=_copied(copies, member.article),
            report=text_or(member.report, "") or member.article,
            credits=credited[member.article],
            alike=float(member.event_similarity) if known(member.event_similarity) else None,
            shares=text_or(member.event_reason, ""),
            uncertain=known(member.borderline) and bool(member.borderline),
            note=text_or(member.note, ""),
        )
        for number, (member, article) in enumerate(rows)
    ]


def chosen(pages: Sequence[StoryPage], wanted: Sequence[str]) -> list[StoryPage]:
    """Return the pages to show beside each other: those asked for by id, else one for each independent report."""
    asked = [page for page in pages if page.id in wanted][:MOST_CHOSEN]
    if asked:
        return asked
    reports = {page.report: page for page in reversed(pages)} | {page.id: page for page in pages if not page.repeats}
    return [page for page in pages if reports[page.report] is page][:MOST_BESIDE]


def letter(number: int) -> str:
    """Return the letter of the page with this number: 0 is A, 25 is Z, 26 is AA."""
    before, last = divmod(number, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[last]


def by_id(pages: Sequence[StoryPage]) -> Mapping[str, StoryPage]:
    """Return the pages by their id."""
    return {page.id: page for page in pages}


def _or_none(value: object) -> str | None:
    return text_or(value, "") or None


def _copied(copies: pd.DataFrame, article: str) -> Copied | None:
    if article not in copies.index:
        return None
    row: Row = copies.loc[article]
    return Copied(original=row.original, share=float(row.share), headline_changed=bool(row.headline_changed))
