import pytest

from sources.clean import settle
from sources.cleaning.draft import Draft
from sources.cleaning.mastheads import above, masthead
from sources.outlets import load_outlets
from sources.page import Page
from sources.readers.plain_text import blocks_of_text

BODY = """The council of Oldmere voted on Tuesday to close the swimming pool in Mill Lane, which 40,000 people used.

“We have no choice, and nobody in this room is happy about it,” said Ada Quill, who leads the council.

Critics called the plan a disgrace. The pool is expected to close in June, and the land may be sold."""


def page(*head: str) -> Page:
    text = "\n\n".join([*head, BODY])
    return Page(blocks=blocks_of_text(text), reader="plain text", origin="a.txt")


@pytest.mark.parametrize("name", ["Oldmere Gazette", "The Daily Rouser", "Elm Valley Online News", "The Evening Elm"])
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
