from analysis.outlets.pair_tables import SPEAKERS
from dashboard.components.who_speaks import who_speaks
from tests.dashboard.hand_made import of_class, words

NAN = float("nan")


def test_room_is_shown_beside_the_others_or_what_is_missing() -> None:
    made = who_speaks(
        SPEAKERS.frame(
            [
                ("naming", "anonymous", 9, 40, 0.3, 0.1, 0.2, 0.1, 0.3, 0.001, 0.002, 8, 1, True, True, None),
                ("speaker", "Ann Lee", 3, 5, 0.1, 0.1, 0.0, NAN, NAN, NAN, NAN, 1, 1, False, False, "on 3 events only"),
            ]
        ),
        name="Alpha",
    )
    assert words(of_class(made, "differing")[0]) == "sources without a name94030 %10 %+20.0 points+10.0 to +30.0"
    assert "Ann Lee" in words(made)
    assert "not enough evidence: on 3 events only" in words(made)


def test_an_outlet_that_quotes_nobody_has_a_sentence() -> None:
    assert "It quotes nobody" in words(who_speaks(SPEAKERS.empty(), name="Alpha"))
