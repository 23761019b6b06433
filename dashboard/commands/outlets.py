"""`parallax outlets`: the outlets of the last analysis, and what sets each apart."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="outlets", short_help="List the outlets of the last analysis, with what sets each apart.")
@library_option
def outlets(library: Path) -> None:
    """List the outlets of the last analysis: what is held of each, and in how many values it differs from the others.

    Outlets are only compared on the events that others tell too; groups and ratings are shown, and enter nothing.
    """
    from analysis.results import Results
    from analysis.tables import rows
    from dashboard.wording import dates, several
    from sources.keeping.groups import groups_of
    from sources.library import Library

    results = Results.open(library)
    held, profiles = results.table("holdings"), results.table("profiles")
    results.close()
    with Library(library) as opened:
        groups = groups_of(opened)
    enough = profiles[profiles["enough"]].groupby("outlet").size()
    differ = profiles[profiles["different"]].groupby("outlet").size()
    for row in rows(held):
        click.echo(f"{row.outlet}  {several(row.pages, 'page')}, {dates(row.first, row.last)}")
        told = f"{several(row.events, 'event')} in reports of its own, {row.shared} of them told by others too"
        can = int(enough.get(row.outlet, 0))
        if can:
            click.echo(f"    {told}: differs in {int(differ.get(row.outlet, 0))} of {several(can, 'value')}")
        else:
            why = profiles.loc[profiles["outlet"] == row.outlet, "reason"].dropna().mode()
            click.echo(f"    {told}: not enough evidence. {why.iloc[0] if len(why) else ''}".rstrip())
        for group, member in ((each, member) for each in groups for member in each.members):
            if member.outlet == row.outlet:
                source = ", ".join(filter(None, (None if group.rating else member.by, member.date)))
                kind = "rated by" if group.rating else "in"
                click.echo(f"    {kind} {group.name}{f' ({source})' if source else ''}")
    if held.empty:
        click.echo("no page in the library names its outlet (`parallax correct ARTICLE --outlet NAME`)")
