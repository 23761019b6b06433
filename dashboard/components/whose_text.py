"""Whose text the pages of a story print: copies of each other, and texts of news agencies."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.notice import Part, section
from dashboard.links import to_article
from dashboard.printed import printed_from
from dashboard.story_pages import StoryPage, by_id
from dashboard.wording import several

_SHOWN = 6
"""Pages listed at once; more can be unfolded."""


def whose_text(pages: Sequence[StoryPage], *, reports: int) -> Part | None:
    """Return the pages that print another page or an agency, with what says so; None where every text is its own."""
    named = by_id(pages)
    items = [_item(page, named) for page in pages if whose_words(page, named)]
    if not items:
        return None
    intro = f"{several(len(pages), 'page')}, {several(reports, 'independent report')}."
    if reports < len(pages):
        intro += " A text printed again counts once, and so do all texts of one news agency on one event."
    children: list[Component] = [html.Ul(items[:_SHOWN], className="whose")]
    if len(items) > _SHOWN:
        more = html.Summary(f"{len(items) - _SHOWN} more pages")
        children.append(html.Details([more, html.Ul(items[_SHOWN:], className="whose")], className="fold"))
    return section("Whose text", children, name="copies", intro=intro)


def whose_words(page: StoryPage, pages: Mapping[str, StoryPage]) -> str:
    """Return whose text a page prints in words: a page's, an agency's, both, or empty."""
    said = [copy_words(page, pages), printed_from(page.credits)]
    if page.repeats and page.copied is None:
        stands = pages.get(page.report)
        said.append(f"Counted with page {stands.letter} ({stands.outlet_shown})" if stands else "Counted elsewhere")
    return ". ".join(part for part in said if part)


def copy_words(page: StoryPage, pages: Mapping[str, StoryPage]) -> str:
    """Return what was copied in words: from whom, how much, and whether the headline was changed."""
    if page.copied is None:
        return ""
    other = pages.get(page.copied.original)
    source = f"page {other.letter} ({other.outlet_shown})" if other else "a page outside this story"
    changed = ", under a changed headline" if page.copied.headline_changed else ""
    return f"Copied from {source}: {page.copied.share * 100:.0f} % of its words{changed}"


def _item(page: StoryPage, pages: Mapping[str, StoryPage]) -> Component:
    said: list[str | Component] = [
        html.Span(page.letter, className="letter"),
        html.A(page.outlet_shown, href=to_article(page.id)),
        f": {whose_words(page, pages)}.",
    ]
    original = pages.get(page.copied.original) if page.copied and page.copied.headline_changed else None
    if original is not None and original.title and page.title:
        said.append(html.Span([html.Q(original.title), " became ", html.Q(page.title)], className="headlines"))
    return html.Li(said, className="notice notice-copy")
