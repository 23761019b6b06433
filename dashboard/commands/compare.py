"""`parallax compare`: two outlets on the events that both tell."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="compare", short_help="Compare two outlets on the events that both tell.")
@click.argument("first")
@click.argument("second")
@click.option("--words", is_flag=True, help="Also the words that set them apart; it reads their texts again.")
@library_option
def compare(first: str, second: str, words: bool, library: Path) -> None:
    """Compare the outlets FIRST and SECOND on the events that both tell in reports of their own.

    Groups of outlets are compared by `parallax group compare`.
    """
    from analysis.outlets.pair_texts import read_reports, shared_reports
    from analysis.outlets.pair_words import pair_words
    from analysis.outlets.pairs import head_to_head
    from analysis.results import Results
    from dashboard.outlet_names import one_outlet
    from dashboard.outlets_in_words import compared_lines, word_lines

    results = Results.open(library)
    try:
        one, other = one_outlet(results, first), one_outlet(results, second)
        for line in compared_lines(head_to_head(results.cells_of([one, other]), one, other), one, other):
            click.echo(line)
        if words:
            batch, reports = read_reports(results, shared_reports(results, one, other))
            found = pair_words(batch, reports, one, other)
            for line in word_lines(found, one, other, events=reports["event"].nunique()):
                click.echo(line)
    finally:
        results.close()
