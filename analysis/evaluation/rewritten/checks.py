"""The changes that must leave scores as they are, each a `Check`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from analysis.evaluation.rewritten.edits import curly, straight, twice, with_breaks, with_marks
from analysis.evaluation.rewritten.renaming import other_outlets, renamed, two_people
from analysis.evaluation.rewritten.roads import ROADS, Written, added
from analysis.evaluation.rewritten.unquoting import with_other_words, without_quotations
from analysis.reading.articles import read
from analysis.voice import NARRATION, QUOTATION
from sources.article import Article


class Trial(NamedTuple):
    """An article and how it is written otherwise."""

    before: Article
    after: Article
    named: Callable[[str], str]
    """What an entity of `before` is called in `after`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One change that must leave scores as they are."""

    name: str
    """Key of its figures: "straight marks"."""

    meaning: str
    """What is changed and what must hold, for people."""

    trial: Callable[[Article], Trial | None]
    """None where an article gives nothing to change."""

    voices: frozenset[str] | None = None
    """The voices whose scores must hold; None: all voices, and the portrayals too."""

    without: str = ""
    """A measure that is left out, because it may change."""

    times: int = 1
    """n of the body must be so many times what it was."""

    alone: bool = False
    """True: the article as written otherwise is scored alone, not among others."""


def _same_name(name: str) -> str:
    return name


def _marks(article: Article, marks: str) -> Trial | None:
    after = with_marks(article, marks=marks)
    same = (after.text, after.title) == (article.text, article.title)
    return None if same else Trial(article, after, partial(_marked, marks=marks))


def _marked(name: str, marks: str) -> str:
    return (curly if marks == "curly" else straight)(name)


def _breaks(article: Article, between: str) -> Trial | None:
    return Trial(article, with_breaks(article, between=between), _same_name) if "\n\n" in article.text else None


def _road(article: Article, origin: str, first: Written, then: Written) -> Trial | None:
    before, after = added(first(article), origin=origin), added(then(article), origin=origin)
    if before is None:
        return None
    return Trial(before, after or replace(before, text="", headings=()), _same_name)


def _outlets(article: Article) -> Trial | None:
    names = other_outlets(article)
    return Trial(article, renamed(article, names), partial(_called, names=names)) if names else None


def _people(article: Article) -> Trial | None:
    people = two_people(article)
    if people is None:
        return None
    named = partial(_called, names=people.between)
    return Trial(renamed(article, people.first), renamed(article, people.second), named)


def _called(name: str, names: Mapping[str, str]) -> str:
    return renamed(Article(id="", text=name), names).text


def _unquoted(article: Article, change: Callable[[Article, list[tuple[int, int]]], Article]) -> Trial | None:
    voices = read([article]).voices
    quoted = voices[voices["voice"] == QUOTATION]
    spans = list(zip(quoted["start"].tolist(), quoted["end"].tolist(), strict=True))
    return Trial(article, change(article, spans), _same_name) if spans else None


def _twice(article: Article) -> Trial:
    return Trial(article, twice(article), _same_name)


def _unknown(article: Article) -> Trial:
    after = replace(
        article,
        outlet="The Other Paper",
        byline="Somebody Else",
        url="https://other.example/page",
        published=datetime(2001, 1, 1, tzinfo=UTC),
        section="Opinion",
        source="somewhere else",
    )
    return Trial(article, after, _same_name)


ALL_CHECKS: tuple[Check, ...] = (
    Check(
        name="outlet hidden",
        meaning="Another outlet, author, date, section and address are given for the page.",
        trial=_unknown,
    ),
    Check(
        name="outlet names",
        meaning="Outlets named in the text get names of other outlets; readability, which counts letters, is left out.",
        trial=_outlets,
        without="readability",
    ),
    Check(
        name="straight marks",
        meaning="All curly quotation marks and apostrophes become straight.",
        trial=partial(_marks, marks="straight"),
    ),
    Check(
        name="curly marks",
        meaning="All straight quotation marks and apostrophes become curly.",
        trial=partial(_marks, marks="curly"),
    ),
    Check(
        name="more blank lines",
        meaning="Three blank lines stand between paragraphs of the settled text.",
        trial=partial(_breaks, between="\n\n\n\n"),
    ),
    Check(
        name="CR LF",
        meaning="The settled text has CR LF where it had a line end.",
        trial=partial(_breaks, between="\r\n\r\n"),
    ),
    *(
        Check(
            name=name,
            meaning=f"The page comes as {meaning}.",
            trial=partial(_road, origin=origin, first=first, then=then),
        )
        for name, meaning, origin, first, then in ROADS
    ),
    Check(
        name="two people",
        meaning="Two people exchange their names: their portrayals are exchanged, and nothing else changes.",
        trial=_people,
    ),
    Check(
        name="no quotations",
        meaning="All quotations are taken out, as an editor would: narration scores as before (readability left out).",
        without="readability",
        trial=partial(_unquoted, change=without_quotations),
        voices=frozenset({NARRATION}),
    ),
    Check(
        name="other quotations",
        meaning="Every quoted word becomes an invented one: narration scores as before (readability left out).",
        without="readability",
        trial=partial(_unquoted, change=with_other_words),
        voices=frozenset({NARRATION}),
    ),
    Check(
        name="text twice",
        meaning=(
            "The body stands there twice: every n doubles and every value stays; a portrayal, which is a sum, has no "
            "fewer mentions and changes no side."
        ),
        trial=_twice,
        times=2,
    ),
    Check(
        name="alone",
        meaning="The article is scored alone, and among others in another order.",
        trial=lambda article: Trial(article, article, _same_name),
        alone=True,
    ),
)
"""Every change that is tried, in the order in which people see them."""
