"""A person's particulars win, are marked as theirs, and can be taken back."""

import json


def test_what_is_given_is_shown_as_given(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    done = run(
        "correct", article, "--outlet", "the guardian", "--published", "2026-03-01 09:30", "--byline", "Ann Lowe"
    )
    assert "outlet: unknown -> The Guardian" in done.output
    row = json.loads(run("articles", article, "--json").output)
    assert (row["outlet"], row["byline"], row["published"]) == ("The Guardian", "Ann Lowe", "2026-03-01T09:30:00+00:00")
    shown = run("articles", article).output
    assert "outlet: The Guardian (given by you)" in shown
    assert "0 added, 1 already there" in run("add", saved).output
    assert "undone: corrected outlet, published, byline" in run("undo", article).output
    assert json.loads(run("articles", article, "--json").output)["outlet"] is None


def test_a_headline_changes_the_id(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    run("correct", article, "--title", "Another headline")
    now = run("articles").output.split()[0]
    assert now != article
    assert f"the library has it as {now}" in run("add", saved).output


def test_nothing_to_correct_is_a_wrong_use(run, saved):
    run("add", saved)
    done = run("correct", run("articles").output.split()[0])
    assert done.exit_code == 2
    assert "name what to correct" in done.output


def test_a_date_that_is_none_changes_nothing(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    done = run("correct", article, "--published", "soon", "--outlet", "X")
    assert done.exit_code != 0
    assert "outlet unknown" in run("articles").output
