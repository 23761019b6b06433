"""What is known of an article: where each field was found, the site's own summary, and what cleaning cut."""

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.links import safe_href, to_page
from dashboard.wording import NO_DATE, NO_HEADLINE, NO_OUTLET, moment, several
from sources.article import Article


def metadata(article: Article) -> Component:
    """Return outlet, date, author, address and language with where each was found on the page."""
    found = dict(article.found)
    address = safe_href(article.url)
    link = html.A(address, href=address, target="_blank", rel="noopener noreferrer nofollow") if address else "unknown"
    rows: list[tuple[str, str | Component, str]] = [
        ("Outlet", article.outlet or NO_OUTLET, "outlet"),
        ("Headline", article.title or NO_HEADLINE, "title"),
        ("Published", moment(article.published) if article.published else NO_DATE, "published"),
        ("By", article.byline or "not named on the page", "byline"),
        ("Section", article.section or "not named on the page", "section"),
        ("Address", link, "url"),
        ("Language", article.language or "too short to tell", "language"),
        ("Came from", article.source or "unknown", "source"),
    ]
    return html.Details(
        [
            html.Summary("About this page"),
            html.Dl(
                [
                    part
                    for label, value, field in rows
                    for part in (
                        html.Dt(label),
                        html.Dd(
                            [value, html.Span(f" found: {found[field]}", className="quiet") if field in found else None]
                        ),
                    )
                ],
                className="metadata",
            ),
        ],
        className="fold",
    )


def to_correct(article: Article) -> Component:
    """Return the way to correct what is said of a page, or where it belongs."""
    here = to_page("/correct", [("article", article.id)])
    return html.A("Wrong outlet, date or event? Correct it", href=here, className="to-correct")


def site_summary(article: Article) -> Component | None:
    """Return the site's own summary, which is not scored; None when there is none."""
    if not article.summary:
        return None
    return html.Aside(
        [
            html.H2("The site’s own summary", id="summary-title"),
            html.Ul([html.Li(point) for point in article.summary]),
            html.P("Not part of the article’s text, and not scored.", className="quiet"),
        ],
        className="site-summary",
        **extra({"aria-labelledby": "summary-title"}),
    )


def removed(article: Article) -> Component | None:
    """Return what cleaning cut from the page, with the rule that cut it; None when nothing was cut."""
    if not article.removed:
        return None
    return html.Details(
        [
            html.Summary(f"Cut from the page: {several(len(article.removed), 'line')}"),
            html.P("Advertising, buttons, teasers and the like. None of it is scored.", className="quiet"),
            html.Ul(
                [html.Li([html.Span(cut.rule, className="rule"), html.Span(cut.text)]) for cut in article.removed],
                className="removed",
            ),
        ],
        className="fold",
    )
