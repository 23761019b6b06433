"""Pipes of any length."""

import io

import pytest

from dashboard.commands import standard_input
from dashboard.commands.standard_input import kept_aside
from sources.errors import TooLarge


def test_a_small_pipe_stays_in_memory():
    with kept_aside(io.BytesIO(b"words")) as held:
        assert held == b"words"


def test_a_large_pipe_is_a_file_that_is_gone_afterwards(monkeypatch):
    monkeypatch.setattr(standard_input, "SMALL", 10)
    content = bytes(range(256)) * 9000
    with kept_aside(io.BytesIO(content)) as held:
        assert held.read_bytes() == content
    assert not held.exists()


def test_a_pipe_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(standard_input, "SMALL", 10)
    monkeypatch.setattr(standard_input, "MOST", 3_000_000)

    class Endless(io.RawIOBase):
        def read(self, size=-1):
            return b"x" * size

    with pytest.raises(TooLarge, match="save it to files"), kept_aside(Endless()):
        pass


def test_a_table_over_the_limit_of_a_page_is_read_from_a_pipe(run):
    text = "The council voted to close the pool in Mill Lane. " * 5
    rows = "".join(f'T{number},"{text}{number}","{"x" * 400_000}"\n' for number in range(30))
    done = run("add", "-", input=f"title,text,more\n{rows}".encode())
    assert "30 added" in done.output
    assert "added: standard input, row 2: T0" in done.output
