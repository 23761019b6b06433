"""One line stays one line."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.commands.plain import one_line


def test_cut_at_a_word() -> None:
    assert one_line("the ferry\n struck the pier", 16) == "the ferry…"


@given(st.text(max_size=80), st.integers(2, 30))
def test_never_longer_and_never_two(text: str, width: int) -> None:
    line = one_line(text, width)
    assert len(line) <= width
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line
