import pytest

from sources.readers.markup.places import BODY, CAPTION, HIDDEN, LINKS, MENU, NEVER, Place, hints_of


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
    first, second = (Place("div", None, names=f"box part-{number}") for number in (1, 27))
    assert first.form == second.form != Place("p", None, names="box part-1").form


def test_the_row_around() -> None:
    table = Place("table", None)
    row = Place("tr", table)
    inner = Place("table", Place("td", row))
    assert Place("td", row).row is row
    assert Place("p", inner).row is None


def test_what_an_element_says_of_itself() -> None:
    place = Place("div", None, names="box", name="comments", hidden=True)
    assert place.hints & HIDDEN
    assert place.hints & NEVER & ~HIDDEN
    assert not Place("div", None).hints
