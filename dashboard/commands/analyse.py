"""`parallax analyse`: compute the results of what is in the library."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from dashboard.commands.options import library_option, outlets_option
from dashboard.wording import several


@click.command(name="analyse", short_help="Score the articles and compare them.")
@library_option
@outlets_option
@click.option("--jobs", type=int, default=1, show_default=True, help="Processes to use; -1 takes all cores.")
@click.option("--anew", is_flag=True, help="Do everything again: take nothing over from the last run.")
def analyse(library: Path, outlets: Path | None, jobs: int, anew: bool) -> None:
    """Score the articles, group them into stories and compare them. Nothing that you added is changed.

    What the last run made of the same articles is taken over, so that a few new ones cost little. A new version of
    Parallax does everything again.
    """
    from analysis.results import Results
    from analysis.run import analyse as run
    from dashboard.commands.progress import shown
    from sources.outlets import in_use, outlets_for

    with shown() as tell, in_use(outlets_for(library, given=outlets)):
        run(library, now=datetime.now(UTC), jobs=jobs, progress=tell, anew=anew)
    results = Results.open(library)
    stories = results.table("stories")
    told = stories[stories["articles"] > 1]
    claims = results.table("claims")
    click.echo(
        f"{several(int(str(results.info['articles'])), 'article')} ({_scored(results.info)}), "
        f"{several(len(told), 'story', 'stories')} told by several pages, {several(len(claims), 'fact')} side by side "
        f"({int(claims['differs'].sum())} differing)"
    )
    click.echo("next: parallax serve")


def _scored(info: Mapping[str, object]) -> str:
    """Return in words how many articles are scored, and how many of them were before."""
    scored, taken = int(str(info["scored"])), info.get("taken_over")
    before = int(taken["articles"]) if isinstance(taken, dict) else 0
    return f"{scored - before} scored, {before} taken over from the last run" if before else f"{scored} scored"
