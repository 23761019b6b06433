import pytest

from analysis.facts.shortened import shortened, why_shortened
from analysis.tables import ARTICLES

LINE = "The ferry Marlow struck the stone pier at Dunsay on Tuesday and fourteen people were taken to hospital."
SHORT = "\n\n".join([LINE] * 8)
LONG = "\n\n".join([LINE] * 40)


@pytest.mark.parametrize(
    ("text", "kind", "because"),
    [
        (SHORT + "\n\nThe mayor said that the bridge would be …", "cut", "bridge would be …"),
        (SHORT + "\n\nThe mayor said that the bridge [+1873 chars]", "cut", "the bridge [+1873 chars]"),
        (SHORT + "\n\nThe mayor of Dunsay said that the bridge over the Tolver would be shut until", "cut",
         "would be shut until"),
        (SHORT + "\n\nSubscribe to continue reading.", "paywalled", "Subscribe to continue"),
        (LINE, "summary", "18 words"),
    ],
)  # fmt: skip
def test_texts_that_are_not_whole(text: str, kind: str, because: str) -> None:
    assert why_shortened(text) == (kind, because)


@pytest.mark.parametrize(
    "text",
    [SHORT, LONG, LONG + "\n\nAlready a subscriber? Sign in.", SHORT + "\n\nReporting by Ann Lee",
     SHORT + "\n\n“We will see.”", SHORT + "\n\nIt is over (for now)"],
    ids=["short", "long", "asks below a long text", "signed", "quotation", "brackets"],
)  # fmt: skip
def test_texts_that_are_whole(text: str) -> None:
    assert why_shortened(text) is None


def test_what_cleaning_took_out_at_the_end_counts_and_elsewhere_does_not() -> None:
    line = "This article is for subscribers only"
    assert why_shortened(SHORT, [(line, len(SHORT))]) == ("paywalled", "This article is for subscribers")
    assert why_shortened(SHORT, [(line, 0)]) is None
    assert why_shortened(LONG, [(line, len(LONG))]) is None


def test_only_shortened_articles_have_a_row() -> None:
    cut = [{"text": "Log in to read more", "rule": "x", "at": len(SHORT)}]
    blank = (None,) * 6
    known = ARTICLES.frame(
        (name, None, None, text, *blank[:5], "", (), (), removed, ())
        for name, text, removed in (("whole", LONG, []), ("short", SHORT, cut))
    )
    found = shortened(known)
    assert found.to_dict("records") == [{"article": "short", "held": "paywalled", "because": "Log in to read"}]
