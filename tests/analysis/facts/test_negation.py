import pytest

from tests.analysis.facts.test_claims import aligned, page

CLOSED = "The harbour board closed the old lifting bridge at Dunsay to lorries on Monday morning."


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        (CLOSED, "The harbour board did not close the old lifting bridge at Dunsay to lorries on Monday.",
         "negation: closed against not close"),
        ("The Dunsay jury found the ferry captain Odile Farrant guilty of the manslaughter of two deckhands.",
         "The jury at Dunsay found ferry captain Odile Farrant not guilty of the manslaughter of two deckhands.",
         "negation: guilty against not guilty"),
        ("Inspectors at the Kessel tank found evidence of a leak from the cracked hatch, the water company said.",
         "Inspectors at the Kessel tank found no evidence of a leak from the cracked hatch, the water company said.",
         "negation: evidence against no evidence"),
    ],
    ids=["verb", "adjective", "noun"],
)  # fmt: skip
def test_what_one_page_denies_is_pointed_out(one: str, other: str, difference: str) -> None:
    found = aligned(page("a", one), page("b", other))
    assert found.claims["difference"].dropna().tolist() == [difference]
    assert (found.claim_members["status"] == "differs").sum() == 2


@pytest.mark.parametrize(
    "other",
    [
        "The harbour board did not only close the old lifting bridge at Dunsay to lorries on Monday, it fenced it in.",
        "The harbour board would not close the old lifting bridge at Dunsay to lorries before Monday, it had said.",
        "Did the harbour board not close the old lifting bridge at Dunsay to lorries on Monday?",
        "The harbour board closed the old lifting bridge at Dunsay to lorries on Monday, not to bicycles.",
    ],
    ids=["not only", "only possible", "question", "something else"],
)
def test_what_denies_nothing(other: str) -> None:
    assert not aligned(page("a", CLOSED), page("b", other)).claims["differs"].any()
