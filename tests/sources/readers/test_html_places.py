import pytest

from sources.readers.html_places import BODY, CAPTION, HIDDEN, LINKS, MENU, NEVER, Place, hints_of


@pytest.mark.parametrize(
    ("tag", "names", "bit"),
    [
        ("nav", "", MENU),
        ("div", "main-nav", MENU),
        ("div", "siteNavigation", MENU),
        ("aside", "", LINKS),
        ("div", "read-more box", LINKS),
        ("div", "article-body", BODY),
        ("div", "articleBody", BODY),
        ("figcaption", "", CAPTION),
        ("span", "sr-only", HIDDEN),
        ("form", "", NEVER),
        ("div", "post-comments", NEVER),
    ],
)
def test_what_names_say(tag: str, names: str, bit: int) -> None:
    assert hints_of(tag, names) & bit


@pytest.mark.parametrize("names", ["", "navy shares-of-stock", "commentary", "heads", "loaded"])
def test_parts_of_words_say_nothing(names: str) -> None:
    assert not hints_of("div", names) & (NEVER & ~hints_of("div", "share"))


def test_elements_made_alike_have_one_form() -> None:
    first, second = (Place("div", None, 0, f"box part-{number}") for number in (1, 27))
    assert first.form == second.form != Place("p", None, 0, "box part-1").form


def test_the_row_around() -> None:
    table = Place("table", None, 0, "")
    row = Place("tr", table, 0, "")
    inner = Place("table", Place("td", row, 0, ""), 0, "")
    assert Place("td", row, 0, "").row is row
    assert Place("p", inner, 0, "").row is None
