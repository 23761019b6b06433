from analysis.measures import ALL_MEASURES
from dashboard.components.chips import chips, marks_box, switched_on, too_many
from tests.dashboard.hand_made import of_class, words

NAMES = [measure.name for measure in ALL_MEASURES]


def test_the_address_switches_measures_and_hostile_names_are_left_out() -> None:
    assert switched_on(["hedging", "sentiment", "<b>", "hedging"]) == sorted(
        [NAMES.index("hedging"), NAMES.index("sentiment")]
    )
    assert switched_on([]) == switched_on(["<b>"]) == [NAMES.index("loaded")]
    assert switched_on(["none"]) == []
    assert switched_on([], measures=()) == []


def test_each_measure_has_a_switch_with_its_count() -> None:
    made = of_class(chips([1], {1: 7}), "chip")
    assert [words(chip) for chip in made][1] == f"abc{ALL_MEASURES[1].label}7"
    pressed = [chip.to_plotly_json()["props"]["aria-pressed"] for chip in made]
    assert pressed == ["true" if at == 1 else "false" for at in range(len(ALL_MEASURES))]


def test_the_box_says_what_is_on() -> None:
    assert marks_box([], [0, 3]).to_plotly_json()["props"]["data-on"] == "0 3"


def test_a_measure_that_marks_half_the_text_is_sent_when_asked_for() -> None:
    assert too_many({0: 50, 1: 51, 2: 3}, words=500) == {1}
    made = of_class(chips([0], {0: 50, 1: 51}, later={1}), "chip")
    assert ["data-later" in chip.to_plotly_json()["props"] for chip in made] == [at == 1 for at in range(len(made))]
