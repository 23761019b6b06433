"""Progress is for terminals only."""

import io
import sys

from dashboard.commands.progress import shown


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_where_nobody_looks(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    with shown() as tell:
        tell("scoring", 1, 2)
    assert out.getvalue() == ""


def test_one_line_that_is_cleared(monkeypatch):
    out = _Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    with shown() as tell:
        tell("scoring", 1, 2)
    assert "scoring 1/2" in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[2K")
    assert "\n" not in out.getvalue()
