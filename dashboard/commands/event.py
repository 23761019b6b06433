"""`parallax event`: what people correct in how articles are grouped into events."""

from pathlib import Path

import click

from dashboard.commands.options import library_option

NEXT = "next: parallax analyse"


@click.group(name="event", short_help="Merge, split, move and rename events, and undo it.")
def event() -> None:
    """Correct how articles are grouped into events.

    What you decide is kept in the library, wins over the machine in every analysis to come, and can be undone.
    """


@event.command(name="list", short_help="List the events of the last analysis, and what people changed.")
@click.option("--all", "lone", is_flag=True, help="Also the events that only one page tells.")
@library_option
def list_events(lone: bool, library: Path) -> None:
    """List the events of the last analysis, and the changes that people made.

    Each page says what it shares with the others and what to know of its place; each change has its number.
    """
    from analysis.results import Results
    from analysis.tables import rows
    from dashboard.commands.plain import one_line
    from sources.keeping.event_changes import changes_of_events
    from sources.library import Library

    results = Results.open(library)
    members = results.table("members").merge(results.table("articles"), left_on="article", right_on="id")
    pages_of = dict(iter(members.groupby("event", sort=False)))
    for found in rows(results.table("events")):
        if found.articles < 2 and not lone:
            continue
        click.echo(f"{found.event}  {found.articles:,} pages: {one_line(found.title, 90)}")
        for page in rows(pages_of[found.event]):
            title = one_line(page.title, 70) if isinstance(page.title, str) else "(no headline)"
            alike = "alone" if page.event_similarity != page.event_similarity else f"alike {page.event_similarity:.2f}"
            click.echo(f"    {page.article}  {title} ({alike}{', BORDERLINE' if page.borderline else ''})")
            for line in (page.event_reason, page.note):
                if isinstance(line, str) and line:
                    click.echo(f"        {one_line(line, 140)}")
    results.close()
    with Library(library) as opened:
        changes = changes_of_events(opened, undone=True)
    for change in changes:
        articles = " | ".join(", ".join(side) for side in change.sides)
        title = f" {change.title!r}" if change.title else ""
        click.echo(f"change {change.number}: {change.kind}{title} ({articles}){' - undone' if change.undone else ''}")


@event.command(short_help="Make several events one.")
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@library_option
def merge(events: tuple[str, ...], library: Path) -> None:
    """Make several events (their ids) one."""
    from analysis.mending import merge_events
    from analysis.results import Results

    change = merge_events(Results.open(library), events)
    click.echo(f"change {change.number}: {len(events)} events will be one; {NEXT}")


@event.command(short_help="Take articles out of their event.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@library_option
def split(articles: tuple[str, ...], library: Path) -> None:
    """Take articles (their ids, or the beginnings of them) out of their event: they become an event of their own."""
    from analysis.mending import split_event
    from analysis.results import Results

    change = split_event(Results.open(library), _ids(articles, library))
    click.echo(f"change {change.number}: {', '.join(change.sides[0])} will stand apart from {change.event}; {NEXT}")


@event.command(short_help="Move articles to another event.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--to", required=True, help="Id of the event that they belong to.")
@library_option
def move(articles: tuple[str, ...], to: str, library: Path) -> None:
    """Move articles (their ids, or the beginnings of them) to another event."""
    from analysis.mending import move_articles
    from analysis.results import Results

    change = move_articles(Results.open(library), _ids(articles, library), to=to)
    click.echo(f"change {change.number}: {', '.join(change.sides[0])} will stand in {to}; {NEXT}")


@event.command(short_help="Give an event a title.")
@click.argument("event_id", metavar="EVENT")
@click.argument("title")
@library_option
def rename(event_id: str, title: str, library: Path) -> None:
    """Give an event a title of your own."""
    from analysis.mending import rename_event
    from analysis.results import Results

    change = rename_event(Results.open(library), event_id, title=title)
    click.echo(f"change {change.number}: {event_id} will be called {change.title!r}; {NEXT}")


@event.command(short_help="Undo a change of events.")
@click.argument("number", type=int, required=False)
@library_option
def undo(number: int | None, library: Path) -> None:
    """Undo the change with this NUMBER (`parallax event list` shows them); without one, the last."""
    from sources.keeping.event_changes import undo_change
    from sources.library import Library

    with Library(library) as opened:
        change = undo_change(opened, number)
    click.echo(f"undone: change {change.number} ({change.kind} of {change.event}); {NEXT}")


def _ids(beginnings: tuple[str, ...], library: Path) -> list[str]:
    from sources.library import Library

    with Library(library) as opened:
        return [opened.get(each).id for each in beginnings]
