"""`parallax stories`: the stories that the last analysis found."""

from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="stories", short_help="List the stories that the last analysis found.")
@library_option
@click.option("--all", "lone", is_flag=True, help="Also the stories that only one page tells.")
def stories(library: Path, lone: bool) -> None:
    """List the stories that the last analysis found, the most told first, with their pages."""
    from analysis.results import Results
    from analysis.tables import rows
    from dashboard.commands.plain import one_line

    results = Results.open(library)
    found = results.table("stories").sort_values(["reports", "story"], ascending=[False, True])
    members = results.table("members").merge(results.table("articles"), left_on="article", right_on="id")
    alone = 0
    for story in rows(found):
        if story.articles < 2 and not lone:
            alone += 1
            continue
        pages = "1 page" if story.articles == 1 else f"{story.articles:,} pages"
        reports = "1 independent report" if story.reports == 1 else f"{story.reports:,} independent reports"
        click.echo(f"{story.story}  {pages}, {reports}: {story.title}")
        click.echo(f"    held together by: {story.terms}")
        for page in rows(members[members["story"] == story.story]):
            title = page.title if isinstance(page.title, str) else "(no headline)"
            outlet = page.outlet if isinstance(page.outlet, str) else "outlet unknown"
            again = "" if page.report == page.article else f"  (same report as {page.report})"
            click.echo(f"    {page.article}  {outlet}: {one_line(title, 90)}{again}")
    if alone:
        stand = "1 page stands" if alone == 1 else f"{alone:,} pages stand"
        click.echo(f"{stand} alone (--all lists them)")
