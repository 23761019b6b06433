"""The lines about people hold the values and the words of `analysis.portrayals`."""

import re

from analysis.portrayals import portrayals
from analysis.reading.articles import read
from dashboard.explaining_people import people_explained
from sources.article import Article, article_id

TEXT = (
    "Ana Rivera lied to the court and was accused of fraud. Rivera is a corrupt mayor. "
    "“Rivera is a brave woman,” said Tom Marsh, whom the harbour board praised. "
    "Tom Marsh won an award for his great work."
)


def _lines(text, **more):
    return list(people_explained(Article(id=article_id(None, text), text=text, **{"language": "en", **more})))


def test_each_entity_and_voice_has_its_value_and_its_words():
    text = "\n".join(_lines(TEXT))
    shown = portrayals(read([Article(id="a", text=TEXT)]))
    assert set(shown["entity"]) == {"Ana Rivera", "Tom Marsh"}
    ana = text.split("\nAna Rivera\n")[1].split("\n\n")[0]
    assert re.search(r"outlet’s own words: −?-?0\.\d+, counted from 2 mentions", ana)
    assert re.search(r"“corrupt”: \w+, .* \(sentence 2\)", ana)
    assert "people quoted: " in ana
    assert "“brave”" in ana.split("people quoted")[1]
    assert "“won”: does, +" in text.split("\nTom Marsh\n")[1]


def test_nobody_named_and_another_language():
    assert "nobody is named" in "\n".join(_lines("It rained all day."))
    assert "not scored" in _lines("Das ist ein Satz.", language="de")[-1]
