"""Story: its events in order of time, and the pages of one of them, view by view."""

from collections.abc import Sequence
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.apart import apart_shortly
from dashboard.components.notice import Part, contents, notice, title
from dashboard.components.share import share
from dashboard.components.timeline import timeline
from dashboard.links import to_file, to_page
from dashboard.page import Page, Query, View
from dashboard.row import Row
from dashboard.story_evidence import prepare
from dashboard.story_open import OpenStory, open_story
from dashboard.story_pages import StoryPage, chosen
from dashboard.tabs import ALL_TABS
from dashboard.tabs.tab import Asked, Tab
from dashboard.wording import dates, several, text_or

_MOST_CHOICES = 40
"""Pages that can be chosen to stand beside each other."""


def layout(results: Results, query: Query) -> View:
    """Return a story.

    `event` chooses one of its events, else it is the one with most reports; `tab` the view of it; `show` (repeated) the
    pages beside each other; `measure` (repeated) marks words. Raises UnknownName when there is no such story.
    """
    story = open_story(results, query.path.get("story", ""))
    event = _event(story, query.one("event"))
    pages = story.pages_of(str(event.event)) if event is not None else story.pages
    asked = Asked(
        story=story,
        event=str(event.event) if event is not None else "",
        pages=pages,
        visible=tuple(chosen(pages, query.many("show"))),
        query=query,
    )
    tab = next((each for each in ALL_TABS if each.name == query.one("tab")), ALL_TABS[0])
    if tab is not ALL_TABS[0]:
        prepare(list(story.texts(asked.visible).values()))
    parts = list(tab.draw(asked))
    name = text_or(story.row.title, "Story")
    body = html.Div(
        [*_head(asked, name), *_choosing(asked, tab), *_view(parts), _share(asked, tab)],
        className="page story-page",
    )
    return View(name, body)


def _event(story: OpenStory, wanted: str) -> Row | None:
    """Return the event that the address asks for, else the one with most reports, the earliest of several."""
    found = story.events[story.events["event"] == wanted]
    best = story.events.sort_values(["reports", "articles"], ascending=False, kind="stable")
    return next(rows_of(found if len(found) else best), None)


def _head(asked: Asked, name: str) -> list[Component]:
    story = asked.story
    parts: list[Component] = [title(name, above=html.A("Stories", href=to_page("/")))]
    if len(story.events) > 1:
        parts.append(
            timeline(story.events, asked.event, lambda event: asked.to({"event": [event], "show": []}, here=False))
        )
    parts.append(html.P(_facts(asked), className="facts-line"))
    shares = html.Span("Words they share: ", className="quiet")
    parts.append(html.P([shares, text_or(story.row.terms, "its words")], className="terms"))
    return [*parts, *_remarks(asked)]


def _facts(asked: Asked) -> list[Component]:
    pages = asked.pages
    reports = len({page.report for page in pages})
    outlets = len({page.outlet for page in pages if page.outlet})
    days = sorted(page.published for page in pages if page.published)
    said: list[Component] = [
        html.Span(text, className="fact")
        for text in (
            several(len(pages), "page"),
            several(reports, "independent report"),
            several(outlets, "named outlet"),
            dates(days[0] if days else None, days[-1] if days else None),
        )
    ]
    return [*said, *_leads(asked)]


def _leads(asked: Asked) -> list[Component]:
    """Return what is worth opening: how far the outlets are apart, and how many facts are told differently."""
    found: list[Component] = []
    apart = next(rows_of(asked.story.apart[asked.story.apart["event"] == asked.event]), None)
    if apart is not None:
        said = apart_shortly(apart)
        link = asked.to({"tab": ["words"]}, here=False)
        found.append(html.A(f"outlets apart: {said}", href=link, className="fact", **extra({"data-stay": "1"})))
    differing = _differing(asked)
    if differing:
        words = f"≠ {several(differing, 'fact')} told differently"
        link = asked.to({"tab": ["facts"]}, here=False)
        found.append(html.A(words, href=link, className="badge badge-differs", **extra({"data-stay": "1"})))
    return found


def _differing(asked: Asked) -> int:
    claims = asked.story.claims[asked.story.claims["differs"]]
    if claims.empty:
        return 0
    telling = asked.story.telling
    here = set(telling.loc[telling["article"].isin([page.id for page in asked.pages]), "claim"])
    mine = claims[claims["claim"].isin(here)]
    return int(mine["difference"].fillna(mine["claim"]).nunique())


def _remarks(asked: Asked) -> list[Component]:
    remarks: list[Component] = []
    unread = [page.outlet_shown for page in asked.pages if page.language not in {None, "en"}]
    if unread:
        remarks.append(notice(f"Not scored, because the measures read English: {', '.join(unread)}."))
    doubtful = [page.letter for page in asked.pages if page.uncertain]
    if doubtful:
        which = f"page {doubtful[0]}" if len(doubtful) == 1 else f"{len(doubtful)} pages"
        why = html.A("why", href=asked.to({"tab": ["copies"]}, here=False, anchor="moments"))
        remarks.append(notice([f"Uncertain: {which} may tell another event (", why, ")."]))
    return remarks


def _choosing(asked: Asked, tab: Tab) -> list[Component]:
    links = [
        html.A(
            each.label,
            href=asked.to({"tab": [each.name]}, here=False),
            className="tab",
            **extra({"data-stay": "1", **({"aria-current": "page"} if each is tab else {})}),
        )
        for each in ALL_TABS
    ]
    tabs = html.Nav(links, className="tabs", **extra({"aria-label": "Views of this event"}))
    return [tabs, _chooser(asked)] if tab.by_page and len(asked.pages) > 1 else [tabs]


def _chooser(asked: Asked) -> Component:
    shown = [page.id for page in asked.visible]
    listed = [*asked.visible, *(page for page in asked.pages if page not in asked.visible)][:_MOST_CHOICES]

    def link(page: StoryPage) -> Component:
        on = page.id in shown
        after = [i for i in shown if i != page.id] if on else [*shown, page.id]
        return html.A(
            [html.Span(page.letter, className="letter"), page.outlet_shown, _again(page)],
            href=asked.to({"show": after}),
            className="choice on" if on else "choice",
            title=f"{'Hide' if on else 'Show'}: {page.title_shown}",
            **extra({"data-stay": "1", "aria-current": "true" if on else "false"}),
        )

    left = len(asked.pages) - len(listed)
    more = html.Span(f"and {left:,} more: see Copies", className="quiet") if left > 0 else None
    return html.Nav(
        [
            html.Span("Pages:", className="chips-label"),
            *map(link, sorted(listed, key=asked.pages.index)),
            *([more] if more else []),
        ],
        className="chips chooser",
        **extra({"aria-label": "Pages to show beside each other"}),
    )


def _again(page: StoryPage) -> str:
    """Return that another page stands for this one's report: a copy, or another text of its agency."""
    if not page.repeats:
        return ""
    return " (copy)" if page.copied else " (agency text)"


def _share(asked: Asked, tab: Tab) -> Component:
    here = [("tab", tab.name), ("event", asked.event)]
    place = f"story/{quote(asked.story.id, safe='')}"
    return share(
        ("CSV", to_file(f"{place}.csv", here)),
        ("JSON", to_file(f"{place}.json", here)),
        ("all tables (JSON)", to_file(f"{place}.json")),
        ("report (HTML)", to_file(f"{place}.html")),
    )


def _view(parts: Sequence[Part]) -> list[Component]:
    shown = [part.body for part in parts]
    return [contents(parts), *shown] if len(parts) > 1 else shown


PAGE = Page(name="story", path="/story/<story>", title="Story", layout=layout, section="stories")
