"""`parallax explain`: a number down to its words, in a terminal."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="explain", short_help="Show the words that a number was counted from.")
@click.argument("article")
@click.argument("measure")
@library_option
def explain(article: str, measure: str, library: Path) -> None:
    """Show the words of ARTICLE (its id or the beginning of it) that MEASURE was counted from.

    MEASURE is a measure (framing) or one of its values (framing.economic), or people: how the article shows the people,
    places and bodies that it names. `parallax explain x list` names them all.
    """
    from analysis.measures import ALL_MEASURES
    from dashboard.explaining import explained
    from dashboard.explaining_people import NAME, people_explained
    from sources.keeping.taken_out import taken_out_of
    from sources.library import Library

    if measure == "list":
        for each in ALL_MEASURES:
            click.echo(each.name)
            for value in each.values:
                click.echo(f"    {value.name}  ({value.label})")
        click.echo(f"{NAME}  (how the article shows those whom it names)")
        return
    with Library(library) as opened:
        found = opened.get(article)
        out = taken_out_of(opened, found)
    for line in people_explained(found) if measure == NAME else explained(found, measure, out=out):
        click.echo(line)
