"""An article's id is its headline and its text, and nothing else."""

from sources.article import article_id


def test_the_same_page_has_the_same_id():
    assert article_id("Rain", "It rained.") == article_id("Rain", "It rained.")
    assert len(article_id(None, "")) == 16
    assert set(article_id("Rain", "It rained.")) <= set("0123456789abcdef")


def test_headline_and_text_are_not_run_together():
    assert article_id("Rain", "It rained.") != article_id("RainIt", " rained.")
    assert article_id(None, "It rained.") == article_id("", "It rained.")
