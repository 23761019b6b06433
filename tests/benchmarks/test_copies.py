"""The benchmark of copies plants what it says and counts what it says. No test here looks at a clock."""

import pytest

from analysis.stories.copies import SHARE, sharing_pages
from analysis.stories.shingles import shared, shingles
from tests.benchmarks import copies
from tests.benchmarks.printed import KINDS, WORDS, printed


@pytest.fixture(scope="module")
def pages():
    return printed(600, seed=3)


def test_the_pages_are_the_same_every_time_and_others_for_another_seed(pages):
    again = printed(600, seed=3)
    assert again.articles.equals(pages.articles)
    assert again.copies == pages.copies
    assert not set(printed(600, seed=4).articles["text"]) & set(pages.articles["text"])
    assert len(pages.articles) >= 600
    assert pages.articles["text"].str.split().str.len().mean() == pytest.approx(WORDS, rel=0.1)


def test_what_is_planted_is_what_its_name_says(pages):
    text = dict(zip(pages.articles["id"], pages.articles["text"], strict=True))
    title = dict(zip(pages.articles["id"], pages.articles["title"], strict=True))
    assert set(pages.copies) == {*KINDS, "reprints"}
    for kind, pairs in pages.copies.items():
        assert len(pairs) >= 10
        for copy, original in pairs:
            one, other = shingles(text[copy]), shingles(text[original])
            assert shared(one, other) >= SHARE * len(one), kind
            if kind == "same text":
                assert (text[copy], title[copy]) == (text[original], title[original])
            if kind == "headline changed":
                assert text[copy] == text[original]
                assert title[copy] != title[original]
            if kind == "in a long page":
                assert shared(one, other) < 0.12 * len(other)
    for one, other in pages.statements:
        both = shingles(text[one]), shingles(text[other])
        assert 0.1 < shared(*both) / len(both[0]) < SHARE


def test_pages_share_phrases_as_news_do(pages):
    many = [shingles(text) for text in pages.articles["text"]]
    proposed = sharing_pages(many)
    assert len(proposed) < len(many)
    assert sum(shared(many[0], other) > 0 for other in many[301:]) > 30


@pytest.mark.parametrize("way", ["index", "datasketch-64x1", "rensa-64x1"])
def test_every_way_finds_what_is_planted(way):
    if way != "index":
        pytest.importorskip(way.split("-")[0])
    done = copies.measured(way, 300, 1)
    assert set(done.found.values()) == {1.0}
    assert done.false == 0
    assert done.compared > 0


def test_the_figures_are_told(capsys):
    copies.run(["--articles", "100", "200", "--ways", "index"])
    title, first, second = capsys.readouterr().out.splitlines()
    assert title == "Copies"
    assert "100 pages" in first
    assert "200 pages" in second
    assert "found 1.0000" in second
