import pytest

from analysis.measures.certainty import MEASURE
from analysis.reading.articles import read
from sources.article import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clearly, the plan will never work.", [("Clearly", "emphatic"), ("will never", "inevitability")]),
        ("Of course it was so.", [("Of course", "emphatic")]),
        ("There is no doubt about it.", [("There is no doubt", "emphatic")]),
        ("They left a clear path and a certain amount.", []),
        ("It is clear that he lied.", [("It is clear that", "proof")]),
        ("The reports prove that it failed.", [("prove that", "proof")]),
        ("We must pay and have to leave.", []),
        ("It must have been the cold.", [("must have been", "necessity")]),
        ("Make sure you come.", []),
        ("He is sure of it.", [("sure", "emphatic")]),
        ("It will rain.", []),
        ("It will undoubtedly rain.", [("will undoubtedly", "inevitability")]),
        ("We know that it failed.", [("We know", "conviction")]),
        ("Undeniably, it failed.", [("Undeniably", "emphatic")]),
        ("There is no clear evidence.", []),
        ("It is not certainly so.", []),
        ("The bridge closed on Monday.", []),
    ],
)
def test_what_is_certain(text, expected):
    evidence = MEASURE.score(read([Article(id="x", text=text)])).evidence
    assert list(zip(evidence["quote"], evidence["category"], strict=True)) == expected
