from dashboard.pages.problems import broken, not_found
from tests.dashboard.hand_made import links, words


def test_a_message_is_text_and_there_is_a_way_on() -> None:
    for view in (not_found("<b>no</b>"), broken("<b>no</b>")):
        assert "<b>no</b>" in words(view.body)
        assert links(view.body) == ["/"]
