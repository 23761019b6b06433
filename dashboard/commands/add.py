"""`parallax add`: bring articles into the library."""

import sys
from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="add", short_help="Bring articles into the library.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@library_option
@click.option("--quiet", is_flag=True, help="Say only what was not added.")
def add(inputs: tuple[str, ...], library: Path, quiet: bool) -> None:
    """Bring articles into the library: files or folders of saved text, HTML, JSON lines or CSV; - reads standard input.

    Adding the same page twice adds nothing. An input that cannot be read gets one line and the others are still added;
    the exit status is 1 where nothing was added and nothing was there already.
    """
    from sources.collect import collect
    from sources.library import Library
    from sources.outlets import load_outlets

    counts = {"added": 0, "duplicate": 0, "refused": 0}
    stdin = sys.stdin.buffer.read() if "-" in inputs else None
    with Library(library) as opened:
        for outcome in collect(inputs, opened, outlets=load_outlets(), stdin=stdin):
            counts[outcome.status] += 1
            if outcome.status != "added" or outcome.notes or not quiet:
                click.echo(outcome.line, err=outcome.status == "refused")
    click.echo(
        f"{counts['added']} added, {counts['duplicate']} already there, {counts['refused']} refused; library: {library}"
    )
    if counts["refused"] and not counts["added"]:
        sys.exit(1)
    if counts["added"]:
        click.echo("next: parallax analyse, then parallax serve")
