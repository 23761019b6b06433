"""The commands of `parallax`, one a file. A new command is one file here and one line in `ALL_COMMANDS`."""

from importlib import import_module

import click

ALL_COMMANDS: tuple[str, ...] = (
    "add",
    "articles",
    "put-back",
    "correct",
    "remove",
    "undo",
    "mark",
    "sweep",
    "analyse",
    "stories",
    "event",
    "outlets",
    "outlet",
    "compare",
    "group",
    "facts",
    "serve",
    "explain",
    "export",
    "evaluate",
    "demo",
    "doctor",
)


class Commands(click.Group):
    """The group of `ALL_COMMANDS`: a command is loaded when it is asked for, so that no other makes it wait."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, sorted."""
        return sorted(ALL_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, None where there is none."""
        return load(cmd_name) if cmd_name in ALL_COMMANDS else None


def load(name: str) -> click.Command:
    """Return a command of `ALL_COMMANDS`: `put-back` is `put_back` of `put_back.py`."""
    attribute = name.replace("-", "_")
    command: click.Command = getattr(import_module(f"{__name__}.{attribute}"), attribute)
    return command
