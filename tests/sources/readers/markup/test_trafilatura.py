from sources.readers.markup.blocks import parse
from sources.readers.markup.trafilatura import MOST_ELEMENTS, body_texts
from tests.sources.readers.test_html import BODY, PAGE


def test_the_paragraphs_of_the_article() -> None:
    tree = parse(PAGE)
    assert tree is not None
    texts = [" ".join(text.split()) for text in body_texts(tree)]
    assert [text for text in texts if text in BODY] == list(BODY)
    assert "Home" not in texts


def test_rows_are_one_text_and_breaks_part() -> None:
    rows = "".join(f"<tr><td>Boat {number}</td><td>{number}0 knots in calm water</td></tr>" for number in range(6))
    tree = parse(f"<article><p>{BODY[0]}<br>{BODY[1]}</p><p>{BODY[2]}</p><table>{rows}</table></article>")
    assert tree is not None
    texts = [" ".join(text.split()) for text in body_texts(tree)]
    assert BODY[0] in texts
    assert BODY[1] in texts
    assert "Boat 3 30 knots in calm water" in texts


def test_nothing_to_find() -> None:
    tree = parse("<html><body><div></div></body></html>")
    assert tree is not None
    assert body_texts(tree) == []


def test_a_page_of_too_many_elements_is_left_to_cleaning() -> None:
    tree = parse(f"<article><p>{BODY[0]}</p><p>{BODY[1]}</p>{'<b>a</b>' * MOST_ELEMENTS}</article>")
    assert tree is not None
    assert body_texts(tree) == []
