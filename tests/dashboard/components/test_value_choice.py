from dashboard.components.value_choice import value_choice
from dashboard.outlet_choice import Choice
from tests.dashboard.hand_made import links, of_class, words

PAIRS = {("loaded", "narration"), ("loaded", "headline"), ("agency.passive", "narration"),
         ("agency.agentless", "narration")}  # fmt: skip


def test_measures_parts_and_voices_are_links_that_keep_the_rest() -> None:
    choice = Choice(value="loaded", voice="headline", words="ferry")
    made = value_choice(choice, "/outlets", pairs=PAIRS)
    assert [words(part) for part in of_class(made, "on")] == ["Loaded wording", "headline"]
    assert "/outlets?value=agency.passive&voice=narration&q=ferry" in links(made)


def test_parts_stand_where_a_measure_has_several() -> None:
    made = value_choice(Choice(value="agency.agentless", voice="narration"), "/outlets", pairs=PAIRS)
    assert [words(part) for part in of_class(made, "on")] == ["Who acts", "Passive, nobody named"]
