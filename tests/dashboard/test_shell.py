from dashboard.pages import ALL_PAGES
from dashboard.shell import index, shell
from tests.dashboard.hand_made import links, walk


def test_the_scheme_is_set_before_anything_is_drawn() -> None:
    html = index("/assets/scheme.head.js")
    assert html.index("/assets/scheme.head.js") < html.index("<body>")
    for part in ("{%metas%}", "{%css%}", "{%app_entry%}", "{%config%}", "{%scripts%}", "{%renderer%}"):
        assert part in html
    assert "<noscript>" in html


def test_the_frame_has_its_landmarks_and_a_way_past_them() -> None:
    parts = list(walk(shell(ALL_PAGES)))
    assert [type(part).__name__ for part in parts].count("Main") == 1
    assert [getattr(part, "href", None) for part in parts if getattr(part, "className", "") == "skip"] == ["#main"]


def test_the_navigation_has_the_pages_that_want_to_be_in_it() -> None:
    navigation = next(part for part in walk(shell(ALL_PAGES)) if getattr(part, "className", "") == "nav")
    assert links(navigation) == ["/", "/outlets", "/collect", "/quality", "/method"]
