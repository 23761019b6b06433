"""`parallax remove`: an article leaves the library; it can come back."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="remove", short_help="Take articles out of the library.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@library_option
def remove(articles: tuple[str, ...], library: Path) -> None:
    """Take each ARTICLE (its id or the beginning of it) out of the library. Adding its page anew leaves it out.

    `parallax undo ARTICLE` brings it back.
    """
    from dashboard.commands.plain import one_line
    from sources.library import Library

    with Library(library) as opened:
        for found in dict.fromkeys([opened.get(article) for article in articles]):  # all are looked up before one goes
            opened.remove(found.id)
            title = one_line(found.title or "no headline", 90)
            click.echo(f"{found.id} ({title}) is out; parallax undo {found.id} brings it back")
    click.echo("next: parallax analyse")
