"""`parallax put-back`: text that cleaning cut comes back into its article."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="put-back", short_help="Put text that cleaning cut back into an article.")
@click.argument("article")
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER...")
@library_option
def put_back(article: str, numbers: tuple[int, ...], library: Path) -> None:
    """Put text that cleaning cut back into ARTICLE (its id or the beginning of it), each piece where it stood.

    `parallax articles ARTICLE --removed` numbers the pieces. `parallax undo ARTICLE` takes them out again. Adding the
    page anew leaves the article as you made it.
    """
    from sources.keeping.changes import PUT_BACK
    from sources.keeping.restoring import put_back as put
    from sources.library import Library

    with Library(library) as opened:
        before = opened.get(article)
        after = put(before, frozenset(numbers))
        many = "1 piece" if len(set(numbers)) == 1 else f"{len(set(numbers))} pieces"
        opened.replace(before.id, after, what=f"{PUT_BACK} {many} of text")
    click.echo(f"{many} of text put back; the article's id is {after.id} now; parallax undo {after.id} undoes it")
    click.echo("next: parallax analyse")
