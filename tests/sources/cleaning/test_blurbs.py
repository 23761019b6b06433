import pytest

from tests.sources.cleaning.pages import BODY, HEADLINE, LEAD, assert_body, read, rules_of


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee is a Senior Reporter. Follow her on X @annlee.",
        "Ann Lee taught Latin in Cleveland and is the author of “The Ablative of Love.”",
        "Ann covers ferries and piers. She holds no shares in either.",
        "Ms. Lee was a captain before she wrote.",
    ],
)
def test_a_note_on_one_who_signed_is_cut_below_the_body(note: str) -> None:
    article = read(HEADLINE, "By Ann Lee", "", *BODY, "", note)
    assert_body(article)
    assert rules_of(article)[note] == "outlet blurb"


def test_a_note_on_one_who_signed_is_cut_above_the_body() -> None:
    note = "Ms. Lee is a retired captain of the outer islands' ferry."
    article = read(HEADLINE, "By Ann Lee", note, "", *BODY)
    assert_body(article)
    assert rules_of(article)[note] == "outlet blurb"


def test_a_person_of_the_story_is_no_author() -> None:
    last = "Marta Oyelaran is a former journalist who was elected to the board in 2019."
    assert read(HEADLINE, "By Ann Lee", "", *BODY, "", last).text.endswith(last)


def test_an_outlet_about_itself_is_cut_and_named() -> None:
    blurb = "About Reuters: Reuters is the news agency that most papers of the islands print."
    article = read(HEADLINE, "", LEAD, "", *BODY[1:], "", blurb)
    assert blurb not in article.text
