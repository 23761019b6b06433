"""`parallax outlet`: what sets one outlet apart, whom it quotes, what it tells, and whether that changed."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="outlet", short_help="Show what sets one outlet apart from the others on the same events.")
@click.argument("name")
@library_option
def outlet(name: str, library: Path) -> None:
    """Show what sets the outlet NAME apart from the others on the same events.

    Values, framing, who gets to speak, which events it tells, and changes over time, each only as far as there is
    evidence.
    """
    from analysis.outlets.over_time import changes, levels
    from analysis.outlets.selection import chances, holes, selection
    from analysis.outlets.speakers import speakers
    from analysis.results import Results
    from dashboard.outlet_names import one_outlet
    from dashboard.outlets_in_words import change_lines, framing_lines, profile_lines, selection_lines, speaker_lines

    results = Results.open(library)
    try:
        called = one_outlet(results, name)
        cells = results.cells_around(called)
        beside = levels(cells, called)
        told = results.rows("quoted", outlet=called)["event"].unique().tolist()
        quoted = results.rows("quoted", event=told)
        coverage = results.coverage()
        events = chances(coverage, called)
        by_story = selection(events, events.set_index("event")["story"])
        titles = dict(results.table("stories")[["story", "title"]].itertuples(index=False, name=None))
        click.echo(called)
        for line in profile_lines(results.rows("profiles", outlet=called), beside):
            click.echo(line)
        parts = (
            ("Framing, on events that others tell too:", framing_lines(beside)),
            (
                "Who gets to speak, on events on which another outlet quotes too:",
                speaker_lines(speakers(quoted, called)),
            ),
            ("Which events it tells:", selection_lines(events, holes(coverage, called), by_story, titles)),
            ("Changes over time:", change_lines(changes(cells, called))),
        )
        for heading, lines in parts:
            click.echo(heading)
            for line in lines:
                click.echo(line)
    finally:
        results.close()
