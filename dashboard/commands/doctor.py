"""`parallax doctor`: check that everything is here that Parallax needs."""

import sys
from pathlib import Path

import click

from dashboard.commands.options import library_option


@click.command(name="doctor", short_help="Check that everything is here that Parallax needs.")
@library_option
def doctor(library: Path) -> None:
    """Check Python, packages, word lists, the library and the results; say what to do where something is wrong."""
    from dashboard.checks import ALL_CHECKS

    wrong = 0
    for check in ALL_CHECKS:
        try:
            click.echo(f"ok    {check.name}: {check.run(library)}")
        except Exception as error:  # a check that breaks is itself what doctor is asked to report
            wrong += 1
            click.echo(f"WRONG {check.name}: {error}")
    if wrong:
        sys.exit(1)
