"""Marks that a person says are wrong, from the terminal."""

import re

import pytest

TEXT = "The council slammed the plan on Tuesday. Later it slammed the mayor of the town as well, the paper wrote."


@pytest.fixture
def told(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(f"Council slammed\n\n{TEXT}\n", encoding="utf-8")
    run("add", file)
    assert run("analyse").exit_code == 0
    return run


def article(told):
    return re.search(r"[0-9a-f]{16}", told("articles").output).group()


def test_marks_are_taken_out_listed_and_put_back(told):
    assert "no mark was taken out" in told("mark", "list").output
    output = told("mark", "out", article(told), "loaded", "Slammed").output
    assert output.count("loaded on 'slammed' is out; parallax mark undo ") == 2
    assert told("mark", "out", article(told)[:8], "loaded", "slammed").output == output, "once is enough"
    listed = told("mark", "list").output
    assert listed.count("loaded on 'slammed'") == 2
    assert "put back: mark 2 (loaded on 'slammed')" in told("mark", "undo", "2").output
    assert "put back: mark 1" in told("mark", "undo").output
    assert told("mark", "list").output.count("- put back") == 2


def test_scores_stay_as_they_were_counted(told, tmp_path):
    before = told("explain", article(told), "loaded").output
    told("mark", "out", article(told), "loaded", "slammed")
    told("analyse")
    after = told("explain", article(told), "loaded").output
    assert after != before
    lines = [line.replace("; taken out by you", "") for line in after.splitlines()]
    assert [line for line in lines if "with your corrections" not in line] == before.splitlines()


@pytest.mark.parametrize(
    ("value", "words", "said"),
    [("nothing", "slammed", "'nothing' has no mark in this article; those that have: "),
     ("loaded", "council", "'loaded' does not mark 'council' here; it marks slammed")],
    ids=["value", "words"],
)  # fmt: skip
def test_marks_that_are_not_there_are_told_with_those_that_are(told, value, words, said):
    done = told("mark", "out", article(told), value, words)
    assert done.exit_code != 0
    assert said in str(done.exception)
    assert str(told("mark", "undo").exception) == "no mark can be put back; no mark is out"
