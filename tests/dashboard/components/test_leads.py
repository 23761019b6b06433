from dashboard.components.leads import leads
from dashboard.leading_frames import Leading
from tests.dashboard.hand_made import links, words


def test_the_frame_is_named_with_its_words() -> None:
    made = leads(Leading("Political", "Politics as a contest.", "Senators, election"))
    assert made is not None
    assert words(made) == "Leading frame of the headline: Political, by Senators, election"
    assert links(made) == ["/method#measure-framing"]


def test_no_frame_is_no_line() -> None:
    assert leads(None) is None
