"""What the benchmarks compare gives the same numbers both ways. No test here looks at a clock."""

from dataclasses import replace
from importlib import import_module

import pytest

from analysis.evaluation.extraction_pages import overlap
from analysis.reading.articles import read
from analysis.words.context import context_of
from analysis.words.hits import find_hits
from analysis.words.lexicon import lexicon as find_lexicon
from analysis.words.syllables import syllables
from analysis.words.vader import compounds
from tests.benchmarks import lexicon, plain, readability, reading, sentiment
from tests.benchmarks.collecting import HTML, TEXT, as_text, by_trafilatura, collected
from tests.benchmarks.invented import WORDS, articles, originals, web_pages
from tests.benchmarks.timing import Timed, Way, timed, told

NAMES = ("collecting", "facts", "lexicon", "plain", "readability", "reading", "scoring", "sentiment")


@pytest.fixture(scope="module")
def three():
    return articles(3, seed=7)


@pytest.fixture
def few_words(monkeypatch):
    """A shorter list of words: thousands of patterns take seconds to compile."""
    monkeypatch.setattr(lexicon, "NAME", "hedges")
    monkeypatch.setattr(plain, "LISTS", ("hedges", "certainty"))


def test_the_articles_are_the_same_every_time_and_others_for_another_seed(three):
    assert articles(3, seed=7) == three
    assert web_pages(2, seed=7) == web_pages(2, seed=7)
    assert not {a.id for a in articles(3, seed=8)} & {a.id for a in three}
    assert all(WORDS <= len(article.text.split()) < WORDS + 60 for article in three)
    assert all(article.text.count("“") == article.text.count("”") for article in three)
    known = {word for article in originals() for word in article.text.split()}
    assert {word for article in three for word in article.text.split()} <= known


@pytest.mark.parametrize("name", NAMES)
def test_each_benchmark_runs_and_tells_all_its_ways(name, capsys, few_words):
    import_module(f"tests.benchmarks.{name}").run(["--articles", "3", "--rounds", "1"])
    title, first, *others = capsys.readouterr().out.splitlines()
    assert title
    assert " articles/s" in first
    assert " x " not in first
    assert others
    assert all(" articles/s  x " in line for line in others)


def test_sentiment_equals_that_of_the_package(three):
    texts = [
        text for text in sentiment.sentences(three) if "but" not in text.lower().split()
    ]  # see `analysis.words.vader`
    theirs = sentiment.by_package(texts)
    assert len(texts) > 60
    assert sum(value != 0 for value in theirs) > 20
    assert compounds(texts, news=False).tolist() == pytest.approx(theirs, abs=5.1e-5)


def test_the_automaton_finds_what_the_patterns_find(three, few_words):
    for article in three:
        joined = context_of(read([article])).joined
        found = lexicon.by_automaton(joined)
        assert found == lexicon.by_patterns(joined)
        assert len(found) > 5


def test_the_plain_way_gives_the_same_values_where_both_see_the_same_sentences(three):
    textstat = readability.package()
    each = [replace(three[0], id=str(n), text=t) for n, t in enumerate(sentiment.sentences(three))]
    each = [
        a
        for a in each
        if a.text.isascii() and textstat.sentence_count(a.text) == len(plain.punkt().tokenize(a.text)) == 1
    ]
    batch = plain.with_sentences(each)
    _, ours = plain.measured(batch)
    values = ours.scores[ours.scores["voice"] == "body"].set_index(["article", "measure"])["value"]
    assert len(each) > 30
    for article, (_, *theirs) in zip(each, plain.by_packages(each), strict=True):
        mine = [values[article.id, f"readability.{name}"] for name in plain.SIX]
        assert mine == pytest.approx(theirs, abs=1e-9)


def test_the_pattern_of_alternatives_finds_what_the_automaton_finds_but_for_overlaps(three, few_words):
    for article in three:
        joined = context_of(read([article])).joined
        found = lexicon.by_alternation(joined)
        assert found <= lexicon.by_automaton(joined)
        assert len(found) > 5


def test_the_patterns_of_the_plain_way_find_most_of_what_the_lists_find(three, few_words):
    counts = plain.by_patterns(three)
    for column, name in enumerate(plain.LISTS):
        hits = find_hits(read(three), find_lexicon(name))
        for article, found in zip(three, counts, strict=True):
            ours = hits[(hits["article"] == article.id) & (hits["sentence"] >= 0)].drop_duplicates("first")
            assert len(ours) <= found[column] <= 2 * len(ours) + 5


def test_syllables_are_those_of_textstat(three):
    count = readability.package().syllable_count
    words = sorted(set(read(three).tokens["word"]))
    assert len(words) > 500
    assert [syllables(word) for word in words if word.isalpha()] == [count(word) for word in words if word.isalpha()]


def test_collecting_finds_about_the_text_that_trafilatura_finds():
    pages = web_pages(3, seed=7)
    theirs = by_trafilatura(pages)
    for reader, contents in ((HTML, pages), (TEXT, list(map(as_text, pages)))):
        ours = collected(contents, reader)
        assert len(ours) == len(pages)
        assert all(overlap(text, article.text).f1 > 0.9 for text, article in zip(theirs, ours, strict=True))
    assert all(article.title and article.outlet and article.published for article in collected(pages, HTML))


def test_ratios_are_those_of_the_rounds(capsys):
    told("made up", [Timed(name="slow", seconds=(0.5, 1.0, 2.0)), Timed(name="quick", seconds=(0.25, 0.1, 0.5))])
    slow, quick = capsys.readouterr().out.splitlines()[1:]
    assert slow.split() == ["slow", "1.0", "articles/s"]
    assert quick.split() == "quick 4.0 articles/s x 4.00 (2.00 to 10.00)".split()


def test_every_way_gets_the_same_material_and_round_nought_is_not_counted():
    seen = []
    ways = [Way(name=name, articles=1, work=lambda made, name=name: seen.append((name, made))) for name in "ab"]
    found = timed(ways, lambda seed: 10 + seed, rounds=2)
    assert seen == [("a", 10), ("b", 10), ("a", 11), ("b", 11), ("a", 12), ("b", 12)]
    assert [(each.name, len(each.seconds)) for each in found] == [("a", 2), ("b", 2)]


def test_nltk_splits_about_as_many_words(three):
    assert reading.by_nltk(three) > 3 * WORDS
