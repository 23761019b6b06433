from pathlib import Path

from analysis.evaluation.figures import own_file
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


def test_own_figures_are_told_at_the_top_and_a_bad_file_as_well(tmp_path: Path) -> None:
    results = HandMade()
    results.library = tmp_path / "library.sqlite"
    file = own_file(results.library)
    file.write_text('{"tasks": {"wire": {"made": "2026-01-31", "figures": {"precision": 0.5, "articles": 3}}}}')
    said = words(view(PAGE, results).body)
    assert "Beside the figures that come with Parallax stand those that you measured (2026-01-31)" in said
    assert said.count("Measured by you:") == 1
    file.write_text("nothing")
    said = words(view(PAGE, results).body)
    assert "is no file of figures" in said
    assert "Measured by you:" not in said
