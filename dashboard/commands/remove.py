"""`parallax remove`: an article leaves the library; it can come back."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="remove", short_help="Take an article out of the library.")
@click.argument("article")
@library_option
def remove(article: str, library: Path) -> None:
    """Take ARTICLE (its id or the beginning of it) out of the library. Adding its page anew leaves it out.

    `parallax undo ARTICLE` brings it back.
    """
    from sources.library import Library

    with Library(library) as opened:
        found = opened.get(article)
        opened.remove(found.id)
    click.echo(f"{found.id} ({found.title or 'no headline'}) is out; parallax undo {found.id} brings it back")
    click.echo("next: parallax analyse")
