"""`parallax export`: everything that was computed, in open forms."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="export", short_help="Write the results as JSON, CSV, Parquet or one HTML report.")
@library_option
@click.option(
    "--format", "form", type=click.Choice(["json", "csv", "parquet", "html"]), default="json", show_default=True
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File (json, html) or folder (csv, parquet).")
@click.option("--story", help="Only this story (its id, see `parallax stories`).")
@click.option("--shifts", is_flag=True, help="Also the words that make each outlet differ from the others (not html).")
def export(library: Path, form: str, output: Path | None, story: str | None, shifts: bool) -> None:
    """Write the results of the last analysis.

    json: one object whose keys are the tables; csv and parquet: a folder with a file per table; html: one file to read
    or print, with the marked words, that needs nothing else. Without -o, json and html go to standard output.
    """
    from analysis.results import Results
    from dashboard.exports import ALL_FORMATS

    results = Results.open(library)
    if story is not None:
        results.check_story(story)
    written = ALL_FORMATS[form](results, output, story=story, shifts=shifts)
    click.echo(written, nl=output is not None)
