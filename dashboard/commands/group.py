"""`parallax group`: groups of outlets that people define, ratings by others, and how two groups differ."""

from datetime import UTC, datetime
from pathlib import Path

import click

from dashboard.commands.options import library_option, outlets_option


@click.group(name="group", short_help="Define groups of outlets, take over ratings, compare groups.")
def group() -> None:
    """Define groups of outlets, take over ratings by others, and compare groups.

    No group comes with Parallax. What you define is kept in the library and can be undone. Ratings are shown with
    their source and date and enter no score.
    """


@group.command(name="set", short_help="Make a group of exactly these outlets.")
@click.argument("name")
@click.argument("members", nargs=-1, required=True, metavar="OUTLET...")
@click.option("--by", help="Who says so.")
@click.option("--date", help="When, as 2026-01-31. Default: today.")
@click.option("--note", help="Anything else about it.")
@outlets_option
@library_option
def set_one(
    name: str,
    members: tuple[str, ...],
    by: str | None,
    date: str | None,
    note: str | None,
    outlets: Path | None,
    library: Path,
) -> None:
    """Make the group NAME of exactly these outlets, whatever it held before."""
    from sources.keeping.groups import set_group
    from sources.library import Library
    from sources.outlets import outlets_for

    known = outlets_for(library, given=outlets)
    named = [found.name if (found := known.by_name(each)) else " ".join(each.split()) for each in members]
    today = datetime.now(UTC).date().isoformat()
    with Library(library) as opened:
        change = set_group(opened, name, named, by=by, date=date or today, note=note)
    listed = ", ".join(row.outlet for row in change.rows)
    click.echo(f"change {change.number}: the group {change.rows[0].group} is {listed}")
    _say_unheld(library, [row.outlet for row in change.rows])


@group.command(name="list", short_help="List the groups and ratings, and what was changed.")
@library_option
def list_groups(library: Path) -> None:
    """List the groups and ratings as they stand, with who said so and when, and the changes with their numbers."""
    from sources.keeping.groups import changes_of_groups, groups_of
    from sources.library import Library

    with Library(library) as opened:
        groups, changes = groups_of(opened), changes_of_groups(opened, undone=True)
    if not groups:
        click.echo("no group is defined (`parallax group set NAME OUTLET OUTLET`, `parallax group import FILE`)")
    for each in groups:
        click.echo(f"{each.name}{'  (a rating by others: shown, in no score)' if each.rating else ''}")
        for member in each.members:
            said = ", ".join(filter(None, (member.by, member.date, member.note)))
            click.echo(f"    {member.outlet}{f'  ({said})' if said else ''}")
    for change in changes:
        rows = len(change.rows)
        what = f"{change.kind}{f' {change.origin}' if change.origin else ''}: {change.rows[0].name}"
        more = f" and {rows - 1} more" if rows > 1 else ""
        first = f"{what} ({change.rows[0].outlet}{more})"
        click.echo(f"change {change.number}: {first}{' - undone' if change.undone else ''}")


@group.command(name="import", short_help="Take over groups or ratings from a CSV or TOML file.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@outlets_option
@library_option
def import_file(file: Path, outlets: Path | None, library: Path) -> None:
    """Take over groups or ratings from FILE, CSV or TOML.

    CSV has the columns outlet, group, by, date, note; a file of ratings has rating in place of group, and must say by
    whom and when. TOML has [[group]] tables (name, outlets, by, date, note) or [[rating]] (outlet, value, by, date).
    """
    from sources.adding.group_file import read_groups
    from sources.keeping.groups import import_groups
    from sources.library import Library
    from sources.outlets import outlets_for

    rows = read_groups(file, outlets=outlets_for(library, given=outlets))
    with Library(library) as opened:
        change = import_groups(opened, rows, origin=file.name)
    named = list(dict.fromkeys(row.name for row in rows))
    what = "ratings" if all(row.rating for row in rows) else "groups"
    click.echo(f"change {change.number}: {len(rows):,} rows of {what} taken over: {', '.join(named)}")
    _say_unheld(library, [row.outlet for row in rows])


@group.command(short_help="Take outlets out of a group, or the group away.")
@click.argument("name")
@click.argument("outlets", nargs=-1, metavar="[OUTLET...]")
@library_option
def remove(name: str, outlets: tuple[str, ...], library: Path) -> None:
    """Take outlets out of the group NAME; without an outlet, take the whole group away."""
    from sources.keeping.groups import remove_group
    from sources.library import Library

    with Library(library) as opened:
        change = remove_group(opened, name, outlets=outlets)
    members = ", ".join(row.outlet for row in change.rows)
    click.echo(f"change {change.number}: taken out of {change.rows[0].name}: {members}")


@group.command(short_help="Undo a change of groups.")
@click.argument("number", type=int, required=False)
@library_option
def undo(number: int | None, library: Path) -> None:
    """Undo the change with this NUMBER (`parallax group list` shows them); without one, the last."""
    from sources.keeping.groups import undo_groups
    from sources.library import Library

    with Library(library) as opened:
        change = undo_groups(opened, number)
    click.echo(f"undone: change {change.number} ({change.kind} of {change.rows[0].name})")


@group.command(short_help="Compare two groups, or one with all others.")
@click.argument("first")
@click.argument("second", required=False)
@library_option
def compare(first: str, second: str | None, library: Path) -> None:
    """Compare the groups FIRST and SECOND on the events that both tell; without SECOND, FIRST with all other outlets.

    Each outlet counts once on each event.
    """
    from analysis.outlets.groups import OTHERS, compare_groups
    from analysis.results import Results
    from dashboard.outlets_in_words import compared_lines
    from sources.keeping.groups import group_named
    from sources.library import Library

    with Library(library) as opened:
        one, other = group_named(opened, first), group_named(opened, second) if second else None
    results = Results.open(library)
    try:
        cells = results.cells_of([*one.outlets, *other.outlets]) if other else results.table("cells")
        made = compare_groups(cells, one, other)
    finally:
        results.close()
    for each in (one, other):
        if each is not None:
            click.echo(f"{each.name}: {', '.join(each.outlets)}")
    for line in compared_lines(made, one.name, other.name if other else OTHERS):
        click.echo(line)


def _say_unheld(library: Path, outlets: list[str]) -> None:
    """Say which of these outlets the last analysis has no page of; nothing where there is none yet."""
    from analysis.results import Results
    from sources.errors import NoResults

    try:
        results = Results.open(library)
    except NoResults:
        return
    held = set(results.table("holdings")["outlet"])
    results.close()
    strange = list(dict.fromkeys(outlet for outlet in outlets if outlet not in held))
    if strange:
        click.echo(f"the last analysis has no page of {', '.join(strange)}")
