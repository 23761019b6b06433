"""`parallax articles`: what the library holds."""

import json
from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="articles", short_help="List the articles of the library.")
@click.argument("article", required=False)
@library_option
@click.option("--removed", is_flag=True, help="Show what cleaning cut, with the rule that cut it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with every field.")
def articles(article: str | None, library: Path, removed: bool, as_json: bool) -> None:
    """List the articles of the library, or one ARTICLE (its id or the beginning of it) with its text."""
    from dashboard.commands.plain import one_line
    from dashboard.exports.rows import article_row
    from sources.library import Library

    with Library(library) as opened:
        found = [opened.get(article)] if article else list(opened.articles())
    for each in found:
        if as_json:
            click.echo(json.dumps(article_row(each), ensure_ascii=False))
            continue
        when = each.published.strftime("%Y-%m-%d %H:%M %Z") if each.published else "date unknown"
        title = each.title or "(no headline) " + one_line(each.text, 60)
        click.echo(f"{each.id}  {each.outlet or 'outlet unknown'}  {when}  {one_line(title, 90)}")
        if removed:
            for cut in each.removed:
                click.echo(f"    - [{cut.rule}] {one_line(cut.text, 110)}")
        if article and not removed:
            click.echo(f"\n{each.text}")
    if not found:
        click.echo(f"{library}: no article yet; add some with `parallax add FILE ...`")
