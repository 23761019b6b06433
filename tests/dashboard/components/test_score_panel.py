from analysis.measures import ALL_MEASURES
from dashboard.components.comparison import lookup
from dashboard.components.score_panel import score_panel
from tests.dashboard.hand_made import WIRE, HandMade, of_class, words


def test_every_number_opens_its_words_and_the_open_one_says_so(results: HandMade) -> None:
    scores = lookup(results.rows("scores", article=WIRE.id))
    made = score_panel(WIRE.id, ALL_MEASURES, scores, opened=("sentiment", "headline"))
    values = of_class(made, "value")
    assert len(values) == len(scores)
    assert {words(part): part.to_plotly_json()["props"]["aria-current"] for part in values}["−0.48"] == "true"
    assert [part.to_plotly_json()["props"]["aria-current"] for part in values].count("true") == 1
    assert "not enough evidence" in words(made)
    assert all(part.href.endswith("#counted") for part in values)
