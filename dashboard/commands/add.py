"""`parallax add`: bring articles into the library."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.commands.options import library_option, outlets_option
from sources.adding.named_columns import FIELDS

if TYPE_CHECKING:
    from sources.keeping.sweeping import Swept


_END = "Ctrl+Z and Enter" if sys.platform == "win32" else "Ctrl+D"


@click.command(name="add", short_help="Bring articles into the library.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@library_option
@outlets_option
@click.option(
    "--map",
    "named",
    multiple=True,
    metavar="FIELD=COLUMN",
    help=f"The column of a table that holds a field; repeatable. Fields: {', '.join(FIELDS)}.",
)
@click.option("--fetch", is_flag=True, help="Fetch the articles that files only point to (a saved feed, a list).")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Pages to fetch at most from one feed or list; adding it again goes on.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from your own network too (localhost, 192.168...).")
@click.option("--again", is_flag=True, help="Read also what was read whole before.")
@click.option("--jobs", type=int, default=1, show_default=True, help="Processes to read with; -1 takes all cores.")
@click.option("--quiet", is_flag=True, help="Say only what was refused, and what to know of the others.")
def add(
    inputs: tuple[str, ...],
    library: Path,
    outlets: Path | None,
    named: tuple[str, ...],
    fetch: bool,
    most: int,
    allow_private: bool,
    again: bool,
    jobs: int,
    quiet: bool,
) -> None:
    """Bring articles into the library: files, folders, archives, addresses and feeds; - reads standard input.

    Adding the same page twice adds nothing, and what was read whole before is passed over: stopped work goes on from
    there. What cannot be read gets one line and the others are still added; the exit status is 1 where nothing was
    added and nothing was there already.

    At the end, lines that one outlet prints on three or more different articles are cut from what was added, as
    `parallax sweep` does it for the whole library.
    """
    from dashboard.commands.progress import counted
    from dashboard.commands.standard_input import kept_aside
    from dashboard.commands.stopping import until_stopped
    from sources.adding.named_columns import columns_of
    from sources.collect import collect
    from sources.keeping.sweeping import Swept, sweep_new
    from sources.library import Library
    from sources.outlets import outlets_for

    counts: Counter[str] = Counter()
    nameless = 0
    columns = columns_of(named)
    known = outlets_for(library, given=outlets)
    if "-" in inputs and sys.stdin.isatty():
        click.echo(f"paste the text of one article, then press {_END} on a line of its own", err=True)
    with ExitStack() as stack:
        stdin = stack.enter_context(kept_aside(sys.stdin.buffer)) if "-" in inputs else None
        opened = stack.enter_context(Library(library))
        bar = stack.enter_context(counted())
        network = None
        if fetch or any(each.lower().startswith(("http://", "https://")) for each in inputs):
            from sources.web.network import Network

            network = stack.enter_context(
                Network(allow_private=allow_private, tell=lambda line: bar.say(line, err=True))
            )
        stopped = stack.enter_context(until_stopped())
        for outcome in collect(
            inputs,
            opened,
            outlets=known,
            stdin=stdin,
            columns=columns,
            fetch=network,
            follow=fetch,
            most=most,
            again=again,
            jobs=jobs,
            progress=bar.at,
            stop=stopped,
        ):
            counts[outcome.status] += outcome.count
            nameless += outcome.status == "added" and outcome.article is not None and outcome.article.outlet is None
            if outcome.status in {"refused", "told"} or outcome.notes or not quiet:
                bar.say(outcome.line, err=outcome.status == "refused")
        ended_early = stopped()
        behind, of = bar.done, bar.of
        swept = Swept(whole=False)
        if not ended_early:
            swept = sweep_new(opened, progress=lambda step, done, of: bar.at(done, of, step), stop=stopped)
    for line in _swept(swept):
        click.echo(line)
    click.echo(
        f"{counts['added']:,} added, {counts['duplicate']:,} already there, {counts['refused']:,} refused; "
        f"library: {library}"
    )
    if ended_early:
        where = f" at input {behind + 1:,} of {of:,}" if of > 1 else ""
        click.echo(f"stopped{where}; run the same command again to go on", err=True)
        sys.exit(130)
    if not swept.whole:
        why = "stopped while looking for lines that outlets print on many pages"
        click.echo(f"{why}; all is added, and the next parallax add goes on with that", err=True)
        sys.exit(130)
    if counts["refused"] and not counts["added"] and not counts["duplicate"]:
        sys.exit(1)
    if nameless:
        many = "1 of them names no outlet" if nameless == 1 else f"{nameless:,} of them name no outlet"
        how = "parallax correct ARTICLE --outlet NAME gives it one, for a table --map outlet=COLUMN when it is added"
        click.echo(f"{many}: {how}")
    if counts["added"]:
        click.echo("next: parallax analyse, then parallax serve")


def _swept(swept: "Swept") -> Iterator[str]:
    """Yield what was cut at the end, one line each."""
    if swept.articles:
        lines = "1 line" if swept.lines == 1 else f"{swept.lines:,} lines"
        articles = "1 article" if swept.articles == 1 else f"{swept.articles:,} articles"
        verb = "was" if swept.lines == 1 else "were"
        what = "that an outlet prints on many pages"
        yield f"{lines} {what} {verb} cut from {articles}; parallax articles {swept.first} --removed shows them"
    if swept.older:
        many = "1 older article prints" if swept.older == 1 else f"{swept.older:,} older articles print"
        yield f"{many} such a line too; parallax sweep --look shows what it would cut there, parallax sweep cuts it"
