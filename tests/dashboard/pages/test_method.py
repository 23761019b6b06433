from analysis.measures import ALL_MEASURES
from dashboard.pages.method import PAGE
from tests.dashboard.hand_made import HandMade, of_class, view, words


def test_the_method_page_runs_every_example(results: HandMade) -> None:
    body = view(PAGE, results).body
    examples = of_class(body, "example")
    assert len(examples) == len(ALL_MEASURES)
    for measure, example in zip(ALL_MEASURES, examples, strict=True):
        assert measure.example.text.replace("\n\n", "") in words(example)
        if measure.example.value != "readability.flesch_kincaid_grade":  # short and easy: nothing weighs
            assert of_class(example, "mk"), measure.name
    assert "2026-03-02T08:00:00+00:00" in words(body)
