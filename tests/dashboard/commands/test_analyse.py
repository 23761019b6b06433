"""Analysing says what it found, and what to do where there is nothing."""

from sources.errors import NoResults


def test_an_empty_library(run):
    done = run("analyse")
    assert isinstance(done.exception, NoResults)
    assert "parallax add" in str(done.exception)


def test_one_article(run, saved):
    run("add", saved)
    done = run("analyse")
    assert done.exit_code == 0
    assert "1 article (1 scored), 0 stories told by several pages, 0 facts side by side" in done.output


def test_what_was_scored_before_is_taken_over_unless_it_is_asked_anew(run, saved):
    run("add", saved)
    run("analyse")
    assert "1 article (0 scored, 1 taken over from the last run)" in run("analyse").output
    assert "1 article (1 scored)" in run("analyse", "--anew").output
