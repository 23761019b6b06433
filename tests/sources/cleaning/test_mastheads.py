import pytest

from sources.clean import settle
from sources.cleaning.draft import Draft
from sources.cleaning.mastheads import above, below, masthead
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import blocks_of_text

BODY = """The council of Oldmere voted on Tuesday to close the swimming pool in Mill Lane, which 40,000 people used.

“We have no choice, and nobody in this room is happy about it,” said Ada Quill, who leads the council.

Critics called the plan a disgrace. The pool is expected to close in June, and the land may be sold."""


def page(*head: str) -> Page:
    text = "\n\n".join([*head, BODY])
    return Page(blocks=blocks_of_text(text), reader="plain text", origin="a.txt")


@pytest.mark.parametrize(
    "name", ["Oldmere Gazette", "The Daily Rouser", "Elm Valley Online News", "The Evening Elm", "The Elm Lantern"]
)
def test_a_papers_name(name: str) -> None:
    assert masthead(name) == name


@pytest.mark.parametrize(
    "line",
    ["World News", "Daily News", "Breaking News", "Book Review", "Press Release", "Ann Lee", "Mail strike hits post",
     "The Oldmere Gazette reported on Tuesday.", "Gazette", "The Post", ""],
)  # fmt: skip
def test_what_is_none(line: str) -> None:
    assert masthead(line) is None


def test_a_text_says_whose_it_is_in_its_first_line() -> None:
    article = settle(page("Oldmere Gazette", "Oldmere pool to close", "By Staff"), outlets=load_outlets())
    assert (article.outlet, article.title, article.byline) == ("Oldmere Gazette", "Oldmere pool to close", None)
    assert dict(article.found)["outlet"] == "line 'Oldmere Gazette'"
    assert article.text.startswith("The council")


def test_a_section_above_the_headline_is_no_outlet() -> None:
    assert settle(page("World News", "Oldmere pool to close"), outlets=load_outlets()).outlet is None


def test_far_above_the_headline_nothing_is_taken() -> None:
    draft = Draft.of(page("Oldmere Gazette", "Oldmere pool to close"), outlets=load_outlets())
    assert above(draft, 1) == ("Oldmere Gazette", 0)
    assert above(draft, 0) is above(draft, 9) is above(draft, None) is None


LONG = "Swimmers demand answers as council closes the Oldmere pool for good"


@pytest.mark.parametrize(
    "head",
    [
        ("The Oldmere Argus", LONG, "By Ann Lee", "14 March 2025"),
        (LONG, "The Oldmere Argus", "By Ann Lee", "14 March 2025"),
        (LONG, "The Oldmere News", "By PA Reporter", "March 14, 2025"),
    ],
    ids=["above", "below", "below, called as people are"],
)
def test_the_papers_name_is_no_headline_on_either_side_of_it(head: tuple[str, ...]) -> None:
    article = settle(page(*head), outlets=load_outlets())
    assert article.title == LONG
    assert article.outlet == next(line for line in head if "Oldmere " in line and line != LONG)
    assert article.published is not None
    assert article.text.startswith("The council")


def test_a_headline_that_ends_as_papers_are_called_stays_one() -> None:
    article = settle(page("Oldmere Council Sues Elm Times", "By Ann Lee", "14 March 2025"), outlets=load_outlets())
    assert article.title == "Oldmere Council Sues Elm Times"
    assert article.outlet is None


def test_a_name_below_the_headline_needs_a_writer_or_a_date_below_it() -> None:
    draft = Draft.of(page(LONG, "Oldmere Gazette"), outlets=load_outlets())
    assert below(draft.without([1], rule="outside the body"), 0, signs=frozenset(("byline",))) is None
