from dataclasses import replace

from dashboard.components.whose_text import copy_words, whose_text, whose_words
from dashboard.printed import Credit
from dashboard.story_pages import by_id, story_pages
from tests.dashboard.hand_made import COPY, HandMade, links, of_class, words

AGENCY = Credit(agency="AFP", whole=True, where="byline", quote="AFP")


def test_copies_are_listed_with_share_headlines_and_evidence(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    part = whose_text(pages, reports=2)
    assert part is not None
    (item,) = of_class(part.body, "notice-copy")
    for said in (
        "Copied from page A (Reuters): 92 % of its words, under a changed headline",
        "Text of Reuters: dateline “MILLTOWN (Reuters) -”",
        "Ten hurt in fire became Mill lost",
    ):
        assert said in words(item), said
    assert links(item) == [f"/article/{COPY.id}"]
    assert "3 pages, 2 independent reports. A text printed again counts once" in words(part.body)


def test_another_text_of_the_same_agency_says_with_which_page_it_counts(results: HandMade) -> None:
    first, second, third = story_pages(results, "s-fire")
    page = replace(third, credits=(AGENCY,), report=first.id)
    assert whose_words(page, by_id([first, second, page])) == "Text of AFP: byline “AFP”. Counted with page A (Reuters)"
    assert whose_words(page, {}).endswith("Counted elsewhere")


def test_a_copy_of_a_page_elsewhere_is_said(results: HandMade) -> None:
    page = story_pages(results, "s-fire")[1]
    assert copy_words(page, {}).startswith("Copied from a page outside this story")


def test_many_are_folded_and_none_is_no_part(results: HandMade) -> None:
    pages = story_pages(results, "s-fire")
    many = [*pages, *(replace(pages[1], id=f"{number:016}") for number in range(9))]
    part = whose_text(many, reports=2)
    assert part is not None
    assert len(of_class(part.body, "notice-copy")) == 10
    assert "4 more pages" in words(of_class(part.body, "fold"))
    assert whose_text([page for page in pages if page.id != COPY.id], reports=2) is None
