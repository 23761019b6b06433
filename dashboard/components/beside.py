"""Pages side by side: who, headline and its leading frame, date, lead, and whose text it is."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.leads import leads
from dashboard.components.notice import scroller
from dashboard.components.standing import uncertain
from dashboard.components.whose_text import whose_words
from dashboard.leading_frames import Leading, leading_of
from dashboard.links import to_article
from dashboard.story_pages import StoryPage
from dashboard.wording import moment
from sources.article import Article


def beside(
    pages: Sequence[StoryPage], texts: Mapping[str, Article], *, all_pages: Mapping[str, StoryPage]
) -> Component:
    """Return one column for each page."""
    leading = leading_of([texts[page.id] for page in pages])
    columns = [_column(page, texts[page.id], all_pages, leading.get(page.id)) for page in pages]
    return scroller(html.Div(columns, className="columns"), label="Pages side by side")


def lead(article: Article) -> str:
    """Return the first paragraph of the body that is no section heading; empty where there is none."""
    headings = set(article.headings)
    start = 0
    for block in article.text.split("\n\n"):
        end = start + len(block)
        if (start, end) not in headings:
            return block
        start = end + 2
    return ""


def _column(page: StoryPage, article: Article, pages: Mapping[str, StoryPage], leading: Leading | None) -> Component:
    by = f" · {page.byline}" if page.byline else ""
    copied = whose_words(page, pages)
    return html.Article(
        [
            html.P([html.Span(page.letter, className="letter"), html.Span(page.outlet_shown, className="outlet")]),
            html.H3(html.A(page.title_shown, href=to_article(page.id)), className="" if page.title else "missing"),
            html.P(f"{moment(page.published)}{by}", className="meta"),
            html.P(html.A(uncertain(page), href="#moments")) if page.uncertain else None,
            leads(leading),
            html.P(copied, className="notice notice-copy") if copied else None,
            html.P(lead(article), className="lead"),
            html.P(f"Words it shares with the others: {page.reason}", className="quiet because")
            if page.reason
            else None,
        ],
        className="column",
        **extra({"aria-label": page.name}),
    )
