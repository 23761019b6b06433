"""Progress is for terminals only."""

import io
import sys

from dashboard.commands.progress import bar, counted, shown


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


def test_a_bar_says_how_far_how_fast_and_what():
    line = bar(250, 1000, seconds=10.0, what="/home/ann/pages/0250.html", width=100)
    assert line == "[#####...............] 250/1,000, 25.0/s, 30 s left  /home/ann/pages/0250.html"
    assert "left" not in bar(1, 1000, seconds=0.1, what="a", width=100)
    assert bar(0, 2, seconds=0.0, what="a", width=100) == "[....................] 0/2  a"


def test_a_long_name_keeps_its_end():
    line = bar(1, 2, seconds=1.0, what="/home/" + "long/" * 40 + "page.html", width=80)
    assert len(line) <= 80
    assert line.endswith("long/page.html")
    assert len(bar(1, 2, seconds=1.0, what="page.html", width=10)) < 60


def test_lines_stand_above_the_bar_and_it_is_taken_away(monkeypatch, capsys):
    out = _Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    with counted() as made:
        made.at(0, 3, "a.html")
        made.say("added: a.html")
        made.at(1, 3, "b.html")
    drawn = out.getvalue()
    assert "0/3  a.html" in drawn
    assert drawn.endswith("\r\x1b[2K")
    assert "\n" not in drawn
    assert capsys.readouterr().out == "added: a.html\n"


def test_no_bar_for_one_thing_or_where_nobody_looks(monkeypatch):
    for out, of in ((_Terminal(), 1), (io.StringIO(), 9)):
        monkeypatch.setattr(sys, "stderr", out)
        with counted() as made:
            made.at(0, of, "a.html")
        assert "a.html" not in out.getvalue()
