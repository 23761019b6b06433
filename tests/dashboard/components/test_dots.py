from dashboard.components.dots import Cell, Dot, dots
from tests.dashboard.hand_made import links, of_class, words

ROWS = [
    Dot(name="=A", exact="=A", value=1.5, low=0.5, high=2.5, different=True, cells=(Cell(shown="9", exact=9),),
        href="/outlet?name=A#events", opens="The 9 events behind it"),
    Dot(name="B", exact="B", missing="It has a value on 2 events; 5 are needed.", cells=(Cell(shown="2", exact=2),)),
]  # fmt: skip


def _made() -> object:
    return dots(ROWS, label="Loaded wording", first="Outlet", heads=("Pages",), unit="per 1,000 words", file="f")


def test_a_row_has_its_number_its_interval_and_a_link_to_its_events() -> None:
    row = of_class(_made(), "differing")[0]
    assert words(row) == "=A9+1.50+0.50 to +2.50"
    assert links(row) == ["/outlet?name=A#events"] * 2
    number = of_class(row, "value")[0].to_plotly_json()["props"]
    assert number["aria-label"] == "=A: +1.50. The 9 events behind it"


def test_what_is_missing_stands_in_place_of_the_dot() -> None:
    assert words(of_class(_made(), "none-drawn")[0]) == (
        "not enough evidence: It has a value on 2 events; 5 are needed."
    )


def test_what_is_missing_for_several_is_said_once_where_it_is_gathered() -> None:
    more = [Dot(name=n, exact=n, missing="It has a value on 2 events; 5 are needed.", href=f"/x?{n}") for n in "CD"]
    made = dots([*ROWS, *more], label="x", first="Value", heads=("Pages",), unit="", file="f", gathered=True)
    assert not of_class(made, "none-drawn")
    said = words(of_class(made, "lacking")[0])
    assert said == "Not enough evidenceIt has a value on 2 events; 5 are needed: B, C, D."
    assert links(of_class(made, "lacking")[0]) == ["/x?C", "/x?D"]


def test_where_nothing_can_be_said_no_empty_figure_is_drawn() -> None:
    made = dots(ROWS[1:], label="x", first="Value", heads=("Pages",), unit="", file="f", gathered=True)
    assert not of_class(made, "figure")
    assert "5 are needed: B." in words(made)


def test_exact_numbers_travel_with_the_cells() -> None:
    said = of_class(_made(), "strip-said")[1].to_plotly_json()["props"]
    assert (said["data-v"], said["data-low"], said["data-high"], said["data-differs"]) == ("1.5", "0.5", "2.5", "yes")


def test_groups_have_a_heading_once() -> None:
    rows = [Dot(name=name, exact=name, value=0.1, group="Framing") for name in ("a", "b")]
    made = dots(rows, label="x", first="Value", unit="", file="f")
    assert [words(head) for head in of_class(made, "group-head")] == ["Framing"]
