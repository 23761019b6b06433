"""`parallax analyse`: compute all results anew."""

from datetime import UTC, datetime
from pathlib import Path

import click

from dashboard.commands.options import library_option, outlets_option
from dashboard.wording import several


@click.command(name="analyse", short_help="Score the articles and compare them.")
@library_option
@outlets_option
@click.option("--jobs", type=int, default=1, show_default=True, help="Processes to use; -1 takes all cores.")
def analyse(library: Path, outlets: Path | None, jobs: int) -> None:
    """Score every article, group them into stories and compare them. Nothing that you added is changed."""
    from analysis.results import Results
    from analysis.run import analyse as run
    from dashboard.commands.progress import shown
    from sources.outlets import in_use, outlets_for

    with shown() as tell, in_use(outlets_for(library, given=outlets)):
        run(library, now=datetime.now(UTC), jobs=jobs, progress=tell)
    results = Results.open(library)
    stories = results.table("stories")
    told = stories[stories["articles"] > 1]
    claims = results.table("claims")
    click.echo(
        f"{several(int(str(results.info['articles'])), 'article')} ({results.info['scored']} scored), "
        f"{several(len(told), 'story', 'stories')} told by several pages, {several(len(claims), 'fact')} side by side "
        f"({int(claims['differs'].sum())} differing)"
    )
    click.echo("next: parallax serve")
