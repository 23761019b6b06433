"""Commands are loaded when they are asked for."""

import subprocess
import sys

import click
import pytest

from dashboard.cli import parallax
from dashboard.commands import ALL_COMMANDS, load


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_each_name_is_a_command_that_says_what_it_does(name: str) -> None:
    command = load(name)
    assert command.name == name
    assert command.get_short_help_str()


def test_a_name_that_is_none() -> None:
    assert parallax.get_command(click.Context(parallax), "__init__") is None


def test_the_command_line_loads_no_frames() -> None:
    code = "import sys, dashboard.cli; print([name for name in ('pandas', 'numpy', 'dash') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"
