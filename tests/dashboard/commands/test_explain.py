"""Explaining opens a number to its words, and lists the names when asked for an unknown one."""

from sources.errors import UnknownName


def test_a_number_and_its_words(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    done = run("explain", article, "loaded")
    assert done.exit_code == 0
    assert "“disgrace”" in done.output
    assert "per 1,000 words" in done.output


def test_an_unknown_measure_lists_them_all(run, saved):
    run("add", saved)
    done = run("explain", run("articles").output.split()[0], "bias")
    assert isinstance(done.exception, UnknownName)
    assert "sentiment" in str(done.exception)
    assert "framing.economic" in str(done.exception)


def test_the_names_are_listed_without_an_article(run):
    listed = run("explain", "x", "list").output.splitlines()
    assert "sentiment" in listed
    assert any(line.startswith("    framing.economic  (") for line in listed)


def test_people_are_opened_and_listed(run, saved):
    run("add", saved)
    done = run("explain", run("articles").output.split()[0], "people")
    assert done.exit_code == 0
    assert "How: -1 shows somebody ill" in done.output
    assert "people  (" in run("explain", "x", "list").output
