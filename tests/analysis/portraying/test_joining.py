import pytest

from analysis.portraying.joining import analysed


@pytest.mark.parametrize(
    ("said", "made"),
    [
        (("president", "ana", "rivera"), (1, ("ana", "rivera"), "person", "president")),
        (("harbour", "trust"), (0, ("harbour", "trust"), "body", "")),
        (("kabul",), (0, ("Afghanistan",), "place", "")),
        (("white", "house"), (0, ("White House",), "body", "")),
        (("high", "court"), (0, ("High Court",), "body", "")),
        (("president",), (0, ("president",), "title", "president")),
        (("tom", "marsh", "jr."), (0, ("tom", "marsh"), "unknown", "")),
        (("secretary", "of", "state", "ana", "rivera"), (3, ("ana", "rivera"), "person", "secretary")),
        (("secretary", "of", "state"), (0, ("secretary", "of", "state"), "title", "secretary")),
        (("bill", "marsh"), (0, ("bill", "marsh"), "unknown", "")),
        (("bill", "of", "rights"), (0, ("bill", "of", "rights"), "body", "")),
    ],
)
def test_a_form_has_titles_a_name_and_a_kind(said, made):
    assert analysed(said, lead=False) == made


def test_a_word_that_leads_makes_a_body():
    assert analysed(("president", "rivera", "administration"), lead=True) == (
        1,
        ("rivera", "administration"),
        "body",
        "",
    )
