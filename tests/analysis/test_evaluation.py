"""Every task named can be had, and names are checked with one line."""

import pytest

from analysis.evaluation import ALL_TASKS, run_task, task
from sources.errors import InputError, UnknownName


@pytest.mark.parametrize("name", list(ALL_TASKS))
def test_each_task_is_what_its_name_says(name):
    found = task(name)
    assert found.name == name
    assert found.meaning
    assert found.data


def test_an_unknown_name_lists_them_all():
    with pytest.raises(UnknownName, match="same-event, copies"):
        task("truth")


def test_a_missing_file(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        run_task("copies", tmp_path / "none.jsonl")


@pytest.mark.parametrize("name", list(ALL_TASKS))
def test_a_file_that_is_something_else_is_one_line(name, tmp_path):
    file = tmp_path / "page.jsonl"
    file.write_text("this is no JSON\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        run_task(name, file)
    assert len(str(error.value).splitlines()) == 1
