"""The packaged figures: every measure has one or a reason, every task is described, and the command writes them."""

import json
from datetime import date

import pytest

from analysis.evaluation import ALL_TASKS
from analysis.evaluation.figures import (
    abouts,
    as_json,
    held,
    main,
    measured,
    of_measure,
    own_figures,
    own_file,
    run_all,
    unmeasured,
)
from analysis.evaluation.rewritten.checks import ALL_CHECKS
from analysis.measures import ALL_MEASURES
from sources.errors import InputError

SPOKEN_OF = [*(measure.name for measure in ALL_MEASURES), "portrayals"]


def test_every_task_is_described_and_was_run():
    assert list(abouts()) == list(ALL_TASKS)
    assert [each.about.name for each in measured()] == list(ALL_TASKS)


@pytest.mark.parametrize("name", SPOKEN_OF)
def test_every_measure_has_a_figure_or_a_reason(name):
    assert bool(of_measure(name)) != (name in unmeasured()), "one of both"


def test_nothing_else_is_spoken_of():
    assert {name for about in abouts().values() for name in about.measures} <= set(SPOKEN_OF)
    assert set(unmeasured()) <= set(SPOKEN_OF)


@pytest.mark.parametrize("each", measured(), ids=lambda each: each.about.name)
def test_a_figure_says_where_it_is_from(each):
    assert len(each.shown) == len(each.about.figures), "a figure that is shown is not among those measured"
    assert date.fromisoformat(each.made) <= date.today()
    assert each.about.fails.endswith(".")
    assert each.about.corpus
    assert each.about.licence
    assert "{" not in each.size
    assert "?" not in each.size
    assert each.line or each.about.name.startswith("invariance")


def test_every_check_has_its_count():
    for task in ("invariance", "invariance-news"):
        assert [row.name for row in held(task)] == [check.name for check in ALL_CHECKS]
    assert all(0 <= row.held <= row.tried for row in held())


def test_a_folder_is_measured_as_far_as_its_files_go(tmp_path):
    rows = [{"text": "The deal was a disgraceful sham.", "biased": True, "biased_words": ["disgraceful"]}]
    rows.append({"text": "The deal was signed on Monday.", "biased": False, "biased_words": []})
    (tmp_path / "loaded_wording.jsonl.gz").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = []
    found = dict(run_all(tmp_path, today=date(2026, 1, 31), tell=told.append, only=("loaded-sentences", "wire")))
    assert list(found) == ["loaded-sentences"]
    assert found["loaded-sentences"]["figures"]["auc"] == 1.0
    assert found["loaded-sentences"]["made"] == "2026-01-31"
    assert told[0] == f"wire: not measured, attribution.jsonl.gz is not in {tmp_path}"
    written = json.loads(as_json(found, today=date(2026, 1, 31)))
    assert written["versions"]["parallax-news"]


def test_own_figures_are_read_from_beside_the_library(tmp_path):
    library = tmp_path / "library.sqlite"
    assert own_figures(library) == ()
    tasks = {each.about.name: {"made": "2026-01-31", "figures": dict(each.figures)} for each in measured()}
    own_file(library).write_text(as_json(tasks, today=date(2026, 1, 31)), encoding="utf-8")
    own = own_figures(library)
    assert [each.shown for each in own] == [each.shown for each in measured()]
    assert of_measure("loaded", own)[-1].made == "2026-01-31"


@pytest.mark.parametrize("text", ["", "[]", '{"tasks": {"wire": 3}}', '{"tasks": {"wire": {}}}', "\x00"], ids=len)
def test_a_file_that_is_none_of_figures_is_one_line(tmp_path, text):
    library = tmp_path / "library.sqlite"
    own_file(library).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is no file of figures"):
        own_figures(library)


def test_a_folder_without_data_is_one_line(tmp_path):
    with pytest.raises(InputError, match="holds none of the annotated files; they are called attribution"):
        list(run_all(tmp_path, today=date(2026, 1, 31), tell=lambda _: None))


def test_the_command_says_what_it_needs(capsys):
    with pytest.raises(SystemExit):
        main([])
    assert "--data-dir" in capsys.readouterr().err
