"""Facts across pages: what disagrees as cards, and the whole grid with each sentence in its context."""

import re
from collections.abc import Mapping, Sequence

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


def differences(facts: Sequence[Fact], pages: Mapping[str, StoryPage]) -> Component:
    """Return a card for each disagreement: each value large, with the pages that give it.

    Facts with the same disagreement share a card. `pages` must have every page that tells one of them.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.differs:
            groups.setdefault(fact.difference or fact.id, []).append(fact)
    return html.Div([_difference(group, pages) for group in groups.values()], className="differences")


def facts_grid(facts: Sequence[Fact], pages: Sequence[StoryPage]) -> Component:
    """Return the grid: facts as rows, pages as columns. Each cell opens to the sentence with its neighbours."""
    rows = [
        html.Tr(
            [_fact_head(fact, len(pages)), *(_cell(fact.told.get(page.id, ()), fact) for page in pages)],
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


def _fact_head(fact: Fact, columns: int) -> Component:
    told = several(fact.articles, "page")
    mark: list[Child] = [html.Span("≠ differs", className="badge badge-differs")] if fact.differs else []
    return html.Th(
        [*mark, html.Span(fact.text, className="fact-text"), html.Span(f"told by {told}", className="unit")],
        scope="row",
        id=f"fact-{fact.id}",
    )


def _cell(told: Sequence[Told], fact: Fact) -> Component:
    if not told:
        return html.Td(html.Span(NOT_HELD, className="not-held"), className="absent")
    return html.Td([_sentence(row) for row in told[:2]])


def _sentence(row: Told) -> Component:
    if row.status == "differs":
        badge = html.Span(f"≠ {row.values or 'differs'}", className="badge badge-differs")
    elif row.status == "attributed" or row.speaker:
        badge = html.Span(f"❝ attributed to {row.speaker or 'somebody quoted'}", className="badge badge-attributed")
    else:
        badge = html.Span("● reported", className="badge badge-reported")
    told = emphasised(row.text, as_written(row.values, row.text))
    context: list[Child] = [f"{row.before} ", html.Strong(told), f" {row.after}"]
    return html.Details(
        [
            html.Summary([badge, html.Span(told, className="told")]),
            html.Div(
                [
                    html.P(context, className="context"),
                    html.P(f"Shared words: {row.reason}", className="quiet") if row.reason else None,
                    html.A("Open in the article", href=to_sentence(row.article, row.sentence)),
                ],
                className="told-context",
            ),
        ]
    )
