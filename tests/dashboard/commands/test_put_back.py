"""What cleaning cut comes back, stays when the page is added again, and can be taken out again."""

import pytest


@pytest.fixture
def page(saved):
    saved.write_text(saved.read_text(encoding="utf-8") + "\n\nLeave a Reply\n", encoding="utf-8")
    return saved


def test_a_piece_comes_back_and_stays(run, page):
    run("add", page)
    article = run("articles").output.split()[0]
    listed = run("articles", article, "--removed").output
    (line,) = [line for line in listed.splitlines() if "Leave a Reply" in line]
    done = run("put-back", article[:6], line.split()[0])
    assert "1 piece of text put back" in done.output
    now = run("articles").output.split()[0]
    assert now != article
    assert run("articles", now).output.rstrip().endswith("Leave a Reply")
    again = run("add", "--again", page)
    assert f"the library has it as {now}, changed since it was added" in again.output
    assert f"the library has it as {now}" in run("add", page).output
    assert "undone: put back 1 piece of text" in run("undo", now).output
    assert run("articles").output.split()[0] == article


def test_a_number_that_is_none_is_told(run, page):
    run("add", page)
    article = run("articles").output.split()[0]
    done = run("put-back", article, "99")
    assert done.exit_code != 0
    assert "99 names nothing that was cut; the numbers are 1 to" in str(done.exception)
