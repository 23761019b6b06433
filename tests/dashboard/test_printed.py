import pytest

from dashboard.printed import Credit, credits_of, printed_from
from tests.dashboard.hand_made import COPY, OTHER, WIRE, HandMade


def credit(
    agency: str | None = "Reuters", *, whole: bool = True, where: str = "byline", quote: str | None = "Reuters"
) -> Credit:
    return Credit(agency=agency, whole=whole, where=where, quote=quote)


def test_credits_come_with_their_articles(results: HandMade) -> None:
    found = credits_of(results, [COPY.id, OTHER.id, WIRE.id])
    assert found[COPY.id] == (credit(where="dateline", quote="MILLTOWN (Reuters) -"),)
    assert found[OTHER.id] == ()
    assert found[WIRE.id][0].where == "outlet"


@pytest.mark.parametrize(
    ("credits", "said"),
    [
        ([], ""),
        ([credit(where="outlet", quote=None)], ""),
        ([credit(where="dateline", quote="KELL (Reuters) -")], "Text of Reuters: dateline “KELL (Reuters) -”"),
        ([credit(where="cut line", quote="— Reuters.")], "Text of Reuters: credit line, cut from the text “— Reuters”"),
        ([credit(where="body", quote=None)], "Text of Reuters"),
        ([credit(where="body", quote=None), credit()], "Text of Reuters: byline “Reuters”"),
        ([credit(), credit("AFP", whole=False)], "Text of Reuters: byline “Reuters”"),
        ([credit(None, quote="Agencies")], "Text of news agencies, none by name: byline “Agencies”"),
        (
            [credit(whole=False, quote="with AFP, Reuters"), credit("AFP", whole=False, quote="with AFP, Reuters")],
            "With material of Reuters, AFP: byline “with AFP, Reuters”",
        ),
    ],
)
def test_a_credit_in_words(credits: list[Credit], said: str) -> None:
    assert printed_from(credits) == said
