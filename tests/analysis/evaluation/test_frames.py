import json
from importlib.resources import files

import pytest

from analysis.evaluation.frames import TASK
from analysis.measures.framing import FRAMES, OTHER
from analysis.wordlists import rows
from analysis.words.lexicon import lexicon
from sources.errors import InputError

ROWS = [
    {"headline": "Supreme Court upholds the right to bear arms", "theme1": 1, "theme2": 99},
    {"headline": "New gun laws would require background checks", "theme1": 2, "theme2": 3},
    {"headline": "Senators trade blame before the election", "theme1": 3, "theme2": 99},
    {"headline": "Gun maker files for bankruptcy as profits fall", "theme1": 2, "theme2": 9},
    {"headline": "Nothing is told here", "theme1": 99, "theme2": 99},
]


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


def test_figures_and_predictions(data):
    figures, predictions = TASK.run(data, None)
    assert figures["headlines"] == 4
    assert figures["accuracy"] == 0.75
    assert figures["either_accuracy"] == 1
    assert [p["predicted"] for p in predictions] == [1, 2, 3, 9]
    assert ["files for bankruptcy", "economic"] in predictions[3]["evidence"]


def test_every_frame_has_a_theme():
    mapping = rows("frame_themes")
    assert {frame for frame, _, _ in mapping} == {*lexicon("frames").categories, OTHER}
    assert {frame.partition(".")[0] for frame, _, _ in mapping} == {key for key, _ in FRAMES}
    about = files("analysis").joinpath("lexicons", "frame_themes.toml").read_text("utf-8")
    assert all(f'{theme} = "' in about for _, theme, _ in mapping)


def test_headlines_without_a_theme_are_said(tmp_path):
    path = tmp_path / "none.jsonl"
    path.write_text(json.dumps(ROWS[4]), encoding="utf-8")
    with pytest.raises(InputError, match="theme1 of 1 to 9"):
        TASK.run(path, None)


def test_the_floor_on_annotated_news(evaluation):
    """Measured 0.59, 0.54 and 0.69: below these floors something broke."""
    figures = TASK.run(evaluation / "frames_headlines.jsonl.gz", None).figures
    assert figures["accuracy"] > 0.65
    assert figures["macro_f1"] > 0.6
    assert figures["either_accuracy"] > 0.72
