"""The command line. `parallax COMMAND --help` says what each does."""

import sys
from pathlib import Path

import click

from dashboard.commands import Commands
from dashboard.commands.options import LIBRARY_HELP
from sources.errors import ParallaxError

_BEGIN = """Parallax compares how news outlets portray the same event. Three ways to begin:

  parallax serve --open    in your browser: bring articles there, and compare them
  parallax demo            with invented news, to look around
  parallax add FILE ...    here: add articles, then parallax analyse

parallax --help lists everything else."""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="parallax-news", prog_name="parallax")
@click.option("--library", type=click.Path(path_type=Path, dir_okay=False), default=None, help=LIBRARY_HELP)
@click.pass_context
def parallax(context: click.Context, library: Path | None) -> None:
    """Compare how news outlets portray the same event, down to the words each number was counted from."""
    if context.invoked_subcommand is None:
        click.echo(_BEGIN)


def main() -> None:
    """Run the command line; an error that Parallax raises on purpose becomes one line and exit status 1."""
    try:
        parallax(prog_name="parallax")
    except ParallaxError as error:
        click.echo(f"parallax: {error}", err=True)
        sys.exit(1)
