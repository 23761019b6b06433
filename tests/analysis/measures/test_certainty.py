import pytest

from analysis.measures.certainty import MEASURE
from analysis.reading.articles import read
from sources.article import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clearly, the plan will never work.", [("Clearly", "adverb"), ("will never", "modal")]),
        ("Of course it was so.", [("Of course", "adverb")]),
        ("There is no doubt about it.", [("There is no doubt", "evaluation")]),
        ("They left a clear path and a certain amount.", []),
        ("It is clear that he lied.", [("It is clear that", "verb")]),
        ("The reports prove that it failed.", [("prove that", "verb")]),
        ("The bridge closed on Monday.", []),
    ],
)
def test_what_is_certain(text, expected):
    evidence = MEASURE.score(read([Article(id="x", text=text)])).evidence
    assert list(zip(evidence["quote"], evidence["category"], strict=True)) == expected
