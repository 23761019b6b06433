"""Facts across pages: what disagrees as cards, and the whole grid with each sentence in its context."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.comparison import page_heads
from dashboard.components.notice import scroller
from dashboard.links import to_sentence
from dashboard.story_facts import Fact, Told, as_written
from dashboard.story_pages import StoryPage
from dashboard.wording import NOT_HELD, several

Child = str | Component

ALIKE, OTHERWISE = 0.25, 0.55
"""How differently a fact is worded from which its words are called partly, and very different."""

_ORDER = ("lead", "middle", "end")
_PLACES = {"lead": "first in", "middle": "in the middle of", "end": "at the end of"}
_PLACED = {"lead": "in the first sentences", "middle": "in the middle", "end": "near the end"}
_WHY = {
    "cut": "its text breaks off",
    "paywalled": "its text stops at a paywall",
    "summary": "only a summary of it is here",
}
"""Why less than a whole page is held, as `analysis.facts.shortened` says it."""


def differences(facts: Sequence[Fact], pages: Mapping[str, StoryPage]) -> Component:
    """Return a card for each disagreement: each value large, with the pages that give it.

    Facts with the same disagreement share a card. `pages` must have every page that tells one of them.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.differs:
            groups.setdefault(fact.difference or fact.id, []).append(fact)
    return html.Div([_difference(group, pages) for group in groups.values()], className="differences")


def facts_grid(
    facts: Sequence[Fact],
    pages: Sequence[StoryPage],
    *,
    shortened: Mapping[str, str] | None = None,
    beyond: Collection[str] = (),
) -> Component:
    """Return the grid: facts as rows, pages as columns. Each cell opens to the sentence with its neighbours.

    `shortened` says for pages of which less than the whole is held why: cut, paywalled or summary; `beyond` are pages
    that were not compared.
    """
    why = {article: _WHY[held] for article, held in (shortened or {}).items()}
    rows = [
        html.Tr(
            [
                _fact_head(fact, pages),
                *(
                    html.Td(html.Span("not compared", className="not-held"), className="absent unheld")
                    if page.id in beyond
                    else _cell(fact.told.get(page.id, ()), fact, page, why.get(page.id, ""))
                    for page in pages
                ),
            ],
            className="differing" if fact.differs else "",
        )
        for fact in facts
    ]
    head = html.Thead(html.Tr([html.Th("Fact", scope="col"), *page_heads(pages)]))
    return scroller(
        html.Table([head, html.Tbody(rows)], className="grid facts", style={"--pages": str(len(pages))}),
        label="Facts by page",
    )


def emphasised(text: str, values: str | None, *, name: str = "differing-value") -> list[Child]:
    """Return `text` with the words of `values` (joined by " / ") set off where they stand in it."""
    parts = [part.strip() for part in (values or "").split(" / ") if part.strip()]
    found = re.compile("|".join(rf"(?<!\w){re.escape(part)}(?!\w)" for part in parts), re.IGNORECASE) if parts else None
    if found is None:
        return [text]
    made: list[Child] = []
    at = 0
    for match in found.finditer(text):
        made += [text[at : match.start()], html.Strong(match.group(), className=name)]
        at = match.end()
    return [part for part in [*made, text[at:]] if part]


def _difference(facts: Sequence[Fact], pages: Mapping[str, StoryPage]) -> Component:
    by_value: dict[str, list[Told]] = {}
    for fact in facts:
        for value, told in fact.by_value().items():
            by_value.setdefault(value, []).extend(told)
    values = [
        html.Div(
            [
                html.Dt(value, className="value-said"),
                html.Dd([_teller(row, pages) for row in _one_each(value, told, pages)]),
            ],
            className="value-row",
        )
        for value, told in by_value.items()
    ]
    said = _asked(facts[0].difference) or "Pages disagree"
    return html.Article(
        [
            html.P([html.Span("≠", className="unlike", **extra({"aria-hidden": "true"})), said]),
            html.Dl(values),
        ],
        className="difference",
        id=f"differs-{facts[0].id}",
    )


def _one_each(value: str, told: Sequence[Told], pages: Mapping[str, StoryPage]) -> list[Told]:
    """Return one sentence a page, one that has the value in it where there is one, in the order of the pages."""
    order = {article: at for at, article in enumerate(pages)}
    chosen: dict[str, Told] = {}
    for row in sorted(told, key=lambda row: (order[row.article], value not in row.text, row.sentence)):
        chosen.setdefault(row.article, row)
    return list(chosen.values())


def _teller(row: Told, pages: Mapping[str, StoryPage]) -> Component:
    page = pages[row.article]
    link = html.A(
        [html.Span(page.letter, className="letter"), page.outlet_shown],
        href=to_sentence(row.article, row.sentence),
        className="teller",
    )
    said = [f", citing {row.speaker}"] if row.speaker else []
    copy = [" (copied text)" if page.copied else " (agency text)"] if page.repeats else []
    return html.Div([link, *said, *copy, html.Q(_with_value(row), className="teller-text")])


def _asked(difference: str) -> str:
    """Return a difference ("people: Ten against Twelve") as a question ("People: Ten or Twelve?")."""
    return f"{difference[:1].upper()}{difference[1:].replace(' against ', ' or ')}?" if difference else ""


def _with_value(row: Told) -> list[Child]:
    """Return the sentence with what it says set off, with a neighbour where the value stands there."""
    for words in (row.text, f"{row.before} {row.text}", f"{row.text} {row.after}"):
        values = as_written(row.values, words) or ""
        if any(part.lower() in words.lower() for part in values.split(" / ") if part):
            return emphasised(words, values)
    return [row.text, html.Span(f"{row.values or 'It'} stands elsewhere in this page.", className="from-elsewhere")]


def _fact_head(fact: Fact, pages: Sequence[StoryPage]) -> Component:
    mark: list[Child] = [html.Span("≠ differs", className="badge badge-differs")] if fact.differs else []
    told = f"told by {several(fact.reports, 'independent report')}, {worded(fact.unlike)}"
    return html.Th(
        [
            *mark,
            html.Span(fact.text, className="fact-text"),
            html.Span(told, className="unit"),
            html.Span(placed(fact, pages), className="unit"),
        ],
        scope="row",
        id=f"fact-{fact.id}",
    )


def worded(unlike: float) -> str:
    """Return in words how differently the reports of a fact word it."""
    if unlike < ALIKE:
        return "in nearly the same words"
    return "partly in other words" if unlike < OTHERWISE else "in very different words"


def placed(fact: Fact, pages: Sequence[StoryPage]) -> str:
    """Return where the pages put a fact, by their letters: "first in A, B · at the end of C · not found in D"."""
    where: dict[str, list[str]] = {}
    for page in pages:
        rows = fact.told.get(page.id, ())
        best = min((_ORDER.index(row.position) for row in rows), default=None)
        missing = "perhaps in" if page.id in fact.nearest else "not found in"
        said = missing if best is None else _PLACES[_ORDER[best]]
        where.setdefault("only quoted in" if fact.only_quoted(page.id) else said, []).append(page.letter)
    said_in = [*_PLACES.values(), "only quoted in", "perhaps in", "not found in"]
    return " · ".join(f"{words} {', '.join(where[words])}" for words in said_in if words in where)


def _cell(told: Sequence[Told], fact: Fact, page: StoryPage, why: str) -> Component:
    if told:
        return html.Td(_sentence(told[0], only_quoted=fact.only_quoted(page.id)))
    if page.id in fact.nearest:
        number, words = fact.nearest[page.id]
        said: list[Child] = [
            html.Span("? perhaps told here", className="badge badge-uncertain"),
            html.Span(why, className="placed") if why else "",
            html.A(words, href=to_sentence(page.id, number), className="perhaps"),
        ]
        return html.Td(said, className="absent")
    held = html.Span(f"{NOT_HELD}{f': {why}' if why else ''}", className="not-held")
    return html.Td(held, className="absent unheld" if why else "absent")


def _sentence(row: Told, *, only_quoted: bool) -> Component:
    if row.status == "differs":
        kind, words = "differs", f"≠ {row.values or 'differs'}"
    elif row.status == "attributed" or row.speaker:
        kind, words = "attributed", f"❝ attributed to {row.speaker or 'somebody quoted'}"
    else:
        kind, words = "reported", "● reported"
    where = f"{_PLACED[row.position]}{', only in a quotation' if only_quoted else ''}"
    if row.status == "differs" and row.speaker:
        where = f"attributed to {row.speaker} · {where}"
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(words, className=f"badge badge-{kind}"),
                    html.Span(where, className="placed"),
                    html.Span(_own_words(row), className="told"),
                ],
                title=f"Words it shares: {row.reason}" if row.reason else None,
            ),
            html.P(
                [
                    f"{row.before} ",
                    html.Strong(row.text),
                    f" {row.after} ",
                    html.A("Open in the article", href=to_sentence(row.article, row.sentence)),
                ],
                className="context",
            ),
        ]
    )


def _own_words(row: Told) -> list[Child]:
    """Return the sentence with its value set off, its own words marked and what it tells besides in grey."""
    text, (start, end) = row.text, row.part
    values = [
        match.span()
        for part in (as_written(row.values, text) or "").split(" / ")
        if part.strip()
        for match in re.finditer(rf"(?<!\w){re.escape(part.strip())}(?!\w)", text, re.IGNORECASE)
    ]
    marks = [span for span in row.marked if not any(a < span[1] and span[0] < b for a, b in values)]
    cuts = sorted({0, start, end, len(text), *(at for span in (*values, *marks) for at in span)})
    made: list[Child] = []
    for a, b in pairwise(cuts):
        words = text[a:b]
        if (a, b) in values:
            made.append(html.Strong(words, className="differing-value"))
        elif any(x <= a and b <= y for x, y in marks):
            made.append(html.Mark(words, className="own-word"))
        elif b <= start or (a >= end and end > start):
            made.append(html.Span(words, className="besides"))
        else:
            made.append(words)
    return made
