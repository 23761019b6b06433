"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

LIBRARY_HELP = "The library file. Default: $PARALLAX_LIBRARY, else one in your user data folder."


def library_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --library, which may also stand before the command's name."""
    return click.option(
        "--library",
        type=click.Path(path_type=Path, dir_okay=False),
        default=None,
        callback=_chosen,
        help=LIBRARY_HELP,
    )(function)


def _chosen(context: click.Context, _: click.Parameter, value: Path | None) -> Path:
    from sources.library import default_path

    above = context.find_root().params.get("library") if context.parent else None
    return value or above or default_path()


OUTLETS_HELP = (
    "Your own outlets (TOML, see docs/adding.md). Default: $PARALLAX_OUTLETS, else outlets.toml beside the library or "
    "in your configuration folder, where there is one."
)


def outlets_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --outlets."""
    return click.option("--outlets", type=click.Path(path_type=Path, dir_okay=False), default=None, help=OUTLETS_HELP)(
        function
    )
