from types import SimpleNamespace

from dashboard.components.story_table import story_table
from tests.dashboard.hand_made import links, words


def test_what_cannot_be_said_is_a_dash() -> None:
    row = SimpleNamespace(story="s1", title=None, first=None, last=None, articles=1200, reports=3)
    made = story_table([(row, [None, "B", "A", "B"], 0, None)])
    said = words(made)
    assert "no headline on the page" in said
    assert "undated" in said
    assert "1,2003B, A––" in said
    assert links(made) == ["/story/s1"]
