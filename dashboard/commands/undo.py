"""`parallax undo`: the last change that a person made to an article is taken back."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="undo", short_help="Undo the last change of an article.")
@click.argument("article")
@library_option
def undo(article: str, library: Path) -> None:
    """Undo the last change that put-back, correct, remove or a sweep made to ARTICLE (its id or the beginning of it).

    Given again, it undoes the change before that.
    """
    from sources.library import Library

    with Library(library) as opened:
        now, what = opened.undo(article)
    click.echo(f"undone: {what}; the article's id is {now}")
    click.echo("next: parallax analyse")
