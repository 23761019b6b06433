"""Listing shows what is there, with its text or with what was cut from it."""

import json


def test_an_empty_library_says_what_to_do(run):
    done = run("articles")
    assert done.exit_code == 0
    assert "parallax add" in done.output


def test_one_article_with_its_text(run, saved):
    run("add", saved)
    listed = run("articles").output
    article = listed.split()[0]
    assert "Oldmere pool to close" in listed
    assert "outlet unknown" in listed
    shown = run("articles", article[:6]).output
    assert "“We have no choice, and nobody in this room is happy about it,”" in shown


def test_what_was_cut_is_shown_with_its_rule(run, saved):
    saved.write_text(saved.read_text() + "\n\nLeave a Reply\n", encoding="utf-8")
    run("add", saved)
    assert "Leave a Reply" in run("articles", "--removed").output


def test_json_holds_every_field(run, saved):
    run("add", saved)
    row = json.loads(run("articles", "--json").output)
    assert row["title"] == "Oldmere pool to close"
    assert row["published"] is None
    assert set(row) >= {"id", "outlet", "title", "text", "url", "published", "byline", "section", "language", "removed"}


def test_an_unknown_id_is_one_line(run, saved):
    run("add", saved)
    done = run("articles", "zzzz")
    assert done.exit_code != 0
    assert "zzzz" in str(done.exception)


def test_where_nothing_was_cut_it_says_so(run, tmp_path):
    page = tmp_path / "a.csv"
    page.write_text('title,text\nA,"' + "The council voted to close the pool. " * 5 + '"\n')
    run("add", page)
    assert "nothing was cut from it" in run("articles", run("articles").output.split()[0], "--removed").output
