"""Undoing brings back what was, and says what it undid."""


def test_what_was_removed_comes_back(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    before = run("articles", article, "--json").output
    run("remove", article)
    assert f"undone: removed; the article's id is {article}" in run("undo", article).output
    assert run("articles", article, "--json").output == before


def test_nothing_to_undo_is_one_line(run, saved):
    run("add", saved)
    done = run("undo", run("articles").output.split()[0])
    assert done.exit_code != 0
    assert "nothing to undo" in str(done.exception)
