"""`parallax facts`: the grid of facts of one event, in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.commands.options import library_option

if TYPE_CHECKING:
    from dashboard.story_facts import Fact
    from dashboard.story_pages import StoryPage

WIDTH = 110
"""Characters of a sentence, at most."""


@click.command(name="facts", short_help="Show who tells which fact of an event, and where they disagree.")
@click.argument("event_id", metavar="EVENT")
@click.option("--differing", is_flag=True, help="Only the facts that pages tell differently.")
@click.option("--most", type=click.IntRange(min=1), default=15, show_default=True, help="Facts shown, at most.")
@library_option
def facts(event_id: str, differing: bool, most: int, library: Path) -> None:
    """Show the facts of EVENT (its id, see `parallax event list`, or its beginning) and what each page makes of it.

    A page tells a fact in its own voice, has it from somebody, tells it differently, or it was not found in the text we
    hold, which may still tell it in other words.
    """
    from analysis.results import Results
    from dashboard.commands.plain import one_line
    from dashboard.story_facts import not_compared
    from dashboard.story_open import OpenStory
    from sources.errors import UnknownName

    results = Results.open(library)
    events = results.table("events")
    found = events[events["event"].str.startswith(event_id)]
    if found["event"].nunique() != 1:
        listed = ", ".join(found["event"].head(5)) if len(found) else "none"
        raise UnknownName(
            f"event {event_id!r}: {len(found)} events begin so ({listed}); `parallax event list` names them"
        )
    row = found.iloc[0]
    story = OpenStory(results, str(row["story"]))
    pages = story.pages_of(str(row["event"]))
    click.echo(one_line(str(row["title"]), WIDTH))
    for page in pages:
        click.echo(f"  {page.letter}  {page.outlet_shown}: {one_line(page.title_shown, WIDTH)}")
    if story.beyond:
        click.echo(not_compared(len(story.beyond)))
    told = [fact for fact in story.facts(pages) if fact.differs or not differing]
    if not told:
        click.echo("no fact is told differently" if differing else "no fact was found on two pages or more")
    for fact in told[:most]:
        _show(fact, pages, story.beyond)
    if len(told) > most:
        click.echo(f"\nand {len(told) - most:,} more (--most {len(told)} shows them)")
    results.close()


def _show(fact: "Fact", pages: tuple["StoryPage", ...], beyond: frozenset[str]) -> None:
    from dashboard.commands.plain import one_line

    reports = "1 independent report" if fact.reports == 1 else f"{fact.reports} independent reports"
    click.echo(f"\n{one_line(fact.text, WIDTH)}")
    click.echo(f"  {reports}{f'; DIFFERS: {fact.difference}' if fact.differs else ''}")
    missing = []
    for page in pages:
        if page.id in beyond:
            continue
        rows = fact.told.get(page.id)
        if not rows:
            near = fact.nearest.get(page.id)
            if near:
                click.echo(f"  {page.letter}  perhaps told: {one_line(near[1], WIDTH)}")
            else:
                missing.append(page.letter)
            continue
        first = rows[0]
        how = {"reported": "own voice", "attributed": "attributed", "differs": "differs"}[first.status]
        who = f" to {first.speaker}" if first.status == "attributed" and first.speaker else ""
        values = f" [{first.values}]" if first.values else ""
        quoted = ", only in a quotation" if fact.only_quoted(page.id) else ""
        click.echo(f"  {page.letter}  {how}{who}{values}, {first.position}{quoted}: {one_line(first.text, WIDTH)}")
    if missing:
        click.echo(f"  {', '.join(missing)}  not found in the text we hold")
