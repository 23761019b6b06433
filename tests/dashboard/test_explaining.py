"""What is explained adds up to what is scored."""

import re

import pytest

from analysis.measures import ALL_MEASURES
from dashboard.explaining import chosen, explained
from sources.article import Article, article_id
from sources.errors import UnknownName
from sources.keeping.taken_out import TakenOut

TEXT = "Critics slammed the shameful plan. “It is a disgrace,” said Ada Quill, who may resign."


def _article(text, **more):
    return Article(id=article_id(None, text), text=text, **{"language": "en", **more})


@pytest.mark.parametrize("measure", ALL_MEASURES, ids=lambda measure: measure.name)
def test_every_measure_and_value_opens(measure):
    lines = list(explained(_article(TEXT), measure.name))
    for value in measure.values:
        assert any(line.startswith(value.label) for line in lines)
        assert list(explained(_article(TEXT), value.name))
    assert measure.caveat in lines[-1]


def test_the_words_of_a_number():
    text = "\n".join(explained(_article(TEXT), "loaded"))
    assert re.search(r"“shameful”.* adds [\d.]+ per 1,000 words", text)
    assert "headline: cannot be said, counted from 0 words" in text


def test_another_language_is_not_scored():
    lines = list(explained(_article("Das ist ein Satz.", language="de"), "loaded"))
    assert "not scored" in lines[-1]
    assert "'de'" in lines[-1]


def test_unknown_names_list_the_valid_ones():
    with pytest.raises(UnknownName, match=r"framing\.economic"):
        chosen("bias")


def test_what_a_headline_counts_is_the_sum_of_its_words():
    text = "\n".join(explained(_article(TEXT, title="Shambles as shameful plan is slammed"), "loaded"))
    shown = text[text.index("  headline: ") :]
    total, words = re.match(r"  headline: ([\d.]+) in (\d+) words", shown).groups()
    adds = [float(each) for each in re.findall(r"adds ([\d.]+)$", shown, flags=re.MULTILINE)]
    assert len(adds) == 3
    assert sum(adds) == pytest.approx(float(total), abs=0.06)
    assert int(words) == 6


def test_a_mark_that_was_taken_out_is_said_to_be_and_what_is_left_stands_below_the_value():
    text = (
        f"{TEXT} " + "The plan was read aloud in the old hall on Monday, and a vote was held on it in the evening. " * 9
    )
    article = _article(text)
    start = text.index("shameful")
    out = TakenOut(
        article=article.id, value="loaded", place="text", start=start, end=start + 8, words="shameful", number=1
    )
    said = list(explained(article, "loaded", out=(out,)))
    assert [line for line in said if "taken out by you" in line and "“shameful”" in line]
    assert any(re.search(r"with your corrections: [\d.]+ .*\(1 mark taken out by you\)", line) for line in said)
    left = [line for line in said if "taken out by you" not in line and "with your corrections" not in line]
    kept = [line for line in explained(article, "loaded") if "“shameful”" not in line]
    assert left == kept
