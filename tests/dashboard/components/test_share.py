from dashboard.components.share import share
from tests.dashboard.hand_made import links, walk, words


def test_files_are_downloads_and_buttons_say_what_they_do() -> None:
    made = share(("CSV", "/files/x.csv"))
    assert links(made) == ["/files/x.csv"]
    assert [words(part) for part in walk(made) if type(part).__name__ == "Button"] == ["Copy link", "Print"]
    link = next(part for part in walk(made) if type(part).__name__ == "A")
    assert link.download == ""
