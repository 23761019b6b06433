import pytest

from sources.readers.pdfs.furniture import Printed, furniture
from sources.readers.pdfs.lines import Line

BODY = "The council voted to close the ferry terminal, which nobody had expected."


def of(*pages: list[tuple[float, str]], feet: bool = True) -> tuple[list[str], Printed]:
    lines = [Line(text=text, page=page, x=60, y=y, size=10) for page, held in enumerate(pages) for y, text in held]
    out, printed = furniture(lines, pages=len(pages), feet=feet)
    return [lines[number].text for number in sorted(out)], printed


def body(mark: str = "a", *, top: float = 700) -> list[tuple[float, str]]:
    words = "one two three four five six seven".split()
    return [(top - 12 * number, f"{BODY} {mark}{word}") for number, word in enumerate(words)]


def test_a_line_at_the_same_place_of_several_pages_is_no_text():
    pages = [[(800, f"Harbour Post, page {number}"), *body("abc"[number], top=700 - number)] for number in range(3)]
    assert of(*pages)[0] == ["Harbour Post, page 0", "Harbour Post, page 1", "Harbour Post, page 2"]


def test_what_is_alike_at_the_foot_may_be_text():
    pages = [[(800, "Harbour Post"), *body("ab"[number]), (100, "End of Document")] for number in range(2)]
    assert of(*pages)[0] == ["Harbour Post", "End of Document"] * 2
    assert of(*pages, feet=False)[0] == ["Harbour Post"] * 2


def test_the_same_line_elsewhere_on_the_page_or_on_one_page_is_text():
    assert of([(800, "Harbour Post"), *body()], [*body("b"), (500, "Harbour Post")])[0] == []
    assert of([(800, "Harbour Post"), *body()])[0] == []


@pytest.mark.parametrize("text", ["3", "- 3 -", "Page 3 of 7", "3/7", "Seite 3 von 7", "| 3"])
def test_a_page_number_alone_at_the_edge_is_no_text(text):
    assert of([*body(), (20, text)])[0] == [text]
    assert of([(750, "x"), (740, text), *body()])[0] == []


@pytest.mark.parametrize("text", ["3 people", "1998 was the year", "Section 3"])
def test_a_number_with_words_is_text(text):
    assert of([*body(), (20, text)])[0] == []


@pytest.mark.parametrize(
    ("text", "url", "title"),
    [
        ("https://harbourpost.example/a 1/2", "https://harbourpost.example/a", None),
        ("https://harbourpost.example/a Page 1 of 2", "https://harbourpost.example/a", None),
        (
            "Port shuts | Harbour Post https://harbourpost.example/a",
            "https://harbourpost.example/a",
            "Port shuts | Harbour Post",
        ),
        ("3/14/26, 11:02 AM Port shuts - Harbour Post", None, "Port shuts - Harbour Post"),
        ("14.03.2026, 11:02 Port shuts after the vote", None, "Port shuts after the vote"),
        ("1 of 3 14/03/2026, 11:02", None, None),
        ("14/03/2026 11:02", None, None),
        ("14/03/2026, 11:02 Port shuts after the long vo…", None, None),
    ],
)
def test_a_line_of_a_browser_tells_address_and_title(text, url, title):
    found, printed = of([*body(), (20, text)])
    assert found == [text]
    assert printed == Printed(url=url, title=title)


@pytest.mark.parametrize(
    "text", ["See https://harbourpost.example/a for more of this", "Updated 14/03/2026, 11:02 GMT by Ann Lee"]
)
def test_a_sentence_with_an_address_or_a_date_is_text(text):
    assert of([*body(), (20, text)])[0] == []
