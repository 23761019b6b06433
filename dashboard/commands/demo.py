"""`parallax demo`: an invented region's news, ready to look at."""

from datetime import UTC, datetime
from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="demo", short_help="Fill a demo library, analyse it and show it.")
@library_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8052, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--no-serve", is_flag=True, help="Fill and analyse only.")
@click.pass_context
def demo(context: click.Context, library: Path, host: str, port: int, no_serve: bool) -> None:
    """Fill a demo library with three invented events told by five invented outlets, analyse it and show it.

    It goes into a library of its own, demo.sqlite beside your default library, unless --library names another.
    A second call starts in seconds: what is there is used again.
    """
    from analysis.results import Results
    from analysis.run import analyse, fingerprint
    from dashboard.commands.progress import shown
    from dashboard.server import serve
    from sources.collect import collect
    from sources.demo import pages
    from sources.errors import NoResults
    from sources.keeping.event_changes import changes_of_events
    from sources.library import Library, default_path
    from sources.outlets import in_use, outlets_for

    target = default_path().with_name("demo.sqlite") if library == default_path() else library
    with Library(target) as opened:
        outcomes = list(collect([str(page) for page in pages()], opened, outlets=outlets_for(target), stdin=None))
        wanted = fingerprint(opened.seen(), changes=changes_of_events(opened))
    for outcome in outcomes:
        if outcome.status == "refused":
            click.echo(outcome.line, err=True)
    added = sum(outcome.status == "added" for outcome in outcomes)
    click.echo(f"demo library: {target} ({len(outcomes)} pages, {added} new)")
    try:
        results = Results.open(target)
        fresh = results.info.get("fingerprint") == wanted
        results.close()
    except NoResults:
        fresh = False
    if not fresh:
        with shown() as tell, in_use(outlets_for(target)):
            analyse(target, now=datetime.now(UTC), progress=tell)
    if not no_serve:
        serve(target, host=host, port=port, open_browser=False, say=click.echo)
