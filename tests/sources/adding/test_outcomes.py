from sources.adding.inputs import held
from sources.adding.outcomes import (
    Outcome,
    added,
    only_points,
    outcomes_of,
    passed_over,
    refusal,
    settled,
    there_already,
    told,
)
from sources.article import Article
from sources.errors import NoArticle
from sources.keeping.marks import Mark
from sources.library import Library
from sources.outlets import load_outlets
from sources.page import Block, Page, Refused

TEXT = "The harbour council voted on Tuesday to close the old ferry terminal, a decision that surprised many traders."


def test_a_page_becomes_an_article_in_one_line():
    blocks = tuple(Block(text=TEXT.replace("Tuesday", day), kind="paragraph") for day in ("Monday", "Friday"))
    page = Page(blocks=blocks, reader="CSV", origin="a.csv, row 2", settled=True, title="Port\nshuts", notes=("odd",))
    outcome = settled(page, outlets=load_outlets())
    assert outcome.status == "added"
    assert outcome.article.text == "\n\n".join(block.text for block in blocks)
    assert outcome.line == "added: a.csv, row 2: Port shuts (outlet unknown); note: odd"


def test_a_page_without_a_headline_is_named_by_its_words():
    assert "(no headline) The harbour council" in added(Article(id="a", text=TEXT), origin="a").line


def test_an_empty_page_is_refused():
    outcome = settled(Page(blocks=(), reader="x", origin="a.txt"), outlets=load_outlets())
    assert (outcome.status, outcome.slug, outcome.article) == ("refused", "no-article", None)


def test_a_refusal_names_the_origin_once():
    outcome = refusal(Refused(origin="a.txt", error=NoArticle("a.txt: holds\nnothing; add more")))
    assert outcome.line == "refused: a.txt: holds nothing; add more"


def test_nothing_in_a_line_steers_a_terminal():
    line = added(Article(id="a", text=TEXT, title="Port\x1b[2J\rshuts \ud800"), origin="a").line
    assert line == "added: a: Port[2J shuts \ufffd (outlet unknown)"


def test_what_is_told_counts_as_nothing():
    assert told("https://a.example/", "it went\nquiet").line == "note: https://a.example/: it went quiet"
    assert told("a", "b").count == 0


def test_everything_in_an_input_has_an_outcome():
    table = f'title,text\nA,"{TEXT}"\nB,\n'.encode()
    outcomes = list(outcomes_of(held(table, origin="a.csv"), outlets=load_outlets(), columns={}))
    assert [outcome.status for outcome in outcomes] == ["added", "refused"]


def test_what_was_there_before_says_where_it_is(tmp_path):
    first, second = Article(id="a" * 16, text="A."), Article(id="b" * 16, text="B.")
    with Library(tmp_path / "library.sqlite") as library:
        library.add_many([first, second])
        outcome = Outcome(origin="x", status="added", message="m", article=first)
        assert f"the library has it as {first.id}" in there_already(outcome, library).line
        (one,) = passed_over("x", Mark(key="k", articles=1, first=second.id), library)
        assert (one.count, f"the library has it as {second.id}" in one.line) == (1, True)
        (many,) = passed_over("x", Mark(key="k", articles=2500, first=second.id), library)
        assert (many.count, "its 2,500 articles were kept" in many.line) == (2500, True)
        _, refused = passed_over("x", Mark(key="k", articles=2500, first=second.id, refused=7), library)
        assert (refused.status, refused.count, refused.slug) == ("refused", 7, "no-article")
        (gone,) = passed_over("x", Mark(key="k", articles=1, first="c" * 16), library)
        assert "--again reads it anew" in gone.line
        library.remove(first.id)
        assert f"you removed it ({first.id}), and it stays out" in there_already(outcome, library).line


def test_entries_that_only_point_are_counted():
    assert str(only_points(1)).startswith("1 of its entries only points to an article on the web; add it with --fetch")
    assert str(only_points(1200)).startswith("1,200 of its entries only point")
