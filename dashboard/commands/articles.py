"""`parallax articles`: what the library holds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.commands.options import library_option

if TYPE_CHECKING:
    from sources.article import Article


@click.command(name="articles", short_help="List the articles of the library.")
@click.argument("article", required=False)
@library_option
@click.option("--removed", is_flag=True, help="Show what cleaning cut, numbered, with the rule that cut it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with every field.")
def articles(article: str | None, library: Path, removed: bool, as_json: bool) -> None:
    """List the articles of the library, or one ARTICLE (its id or the beginning of it) with its text.

    One article is shown with what was recognised on its page, and where.
    """
    from dashboard.exports.rows import article_row
    from sources.library import Library

    with Library(library) as opened:
        for each in [opened.get(article)] if article else opened.articles():
            if as_json:
                click.echo(json.dumps(article_row(each), ensure_ascii=False))
                continue
            for line in _lines(each, removed=removed, alone=article is not None):
                click.echo(line)
        if not opened.count():
            click.echo(f"{library}: no article yet; add some with `parallax add FILE ...`", err=as_json)


def _lines(article: "Article", *, removed: bool, alone: bool) -> Iterator[str]:
    from dashboard.commands.plain import one_line

    when = article.published.strftime("%Y-%m-%d %H:%M %Z") if article.published else "date unknown"
    title = article.title or "(no headline) " + one_line(article.text, 60)
    yield f"{article.id}  {article.outlet or 'outlet unknown'}  {when}  {one_line(title, 90)}"
    if removed:
        for number, cut in enumerate(article.removed, start=1):
            yield f"    {number:>3} [{cut.rule}] {one_line(cut.text, 110)}"
        if alone and article.removed:
            yield f"put some of it back: parallax put-back {article.id} NUMBER..."
        elif alone:
            yield "    nothing was cut from it"
    elif alone:
        yield from (f"    {one_line(line, 200)}" for line in _recognised(article))
        yield f"\n{article.text}"


def _recognised(article: "Article") -> Iterator[str]:
    """Yield what is known of an article, one line a particular, with where it was found."""
    found = dict(article.found)
    known = {
        "headline": (article.title, "title"),
        "outlet": (article.outlet, "outlet"),
        "published": (article.published.isoformat() if article.published else None, "published"),
        "byline": (article.byline, "byline"),
        "section": (article.section, "section"),
        "address": (article.url, "url"),
    }
    for name, (value, field) in known.items():
        where = f" ({found[field]})" if value and found.get(field) else ""
        yield f"{name}: {value or 'unknown'}{where}"
    language = f"{article.language} (from the text)" if article.language else "unknown: the text is too short to tell"
    yield f"language: {language}"
    if "text" in found:
        yield f"text: {found['text']}"
    yield f"came as: {article.source}"
    if article.removed:
        yield f"cut: {len(article.removed)} pieces (--removed shows them)"
