import pytest

from sources.readers.pdfs.lines import Line
from sources.readers.pdfs.paragraphs import paragraphs_of

WIDE = "The council voted on Tuesday evening to close the old ferry terminal at the"


def lines_of(*lines: tuple[str, float, float] | tuple[str, float, float, float]) -> list[Line]:
    return [Line(text=text, page=0, x=x, y=y, size=size[0] if size else 10) for text, x, y, *size in lines]


def texts(lines: list[Line]) -> list[str]:
    return [each.text for each in paragraphs_of(lines, numbers=range(len(lines)))]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the har\u00ad", "bour", "the harbour"),
        ("the har-", "bour", "the harbour"),
        ("a so-", "called plan", "a so-called plan"),
        ("the North-", "South line", "the North-South line"),
        ("a 40-", "year plan", "a 40-year plan"),
        ("the plan —", "a bold one", "the plan — a bold one"),
        ("the plan—", "a bold one", "the plan—a bold one"),
        ("ferries -", "and boats", "ferries - and boats"),
        ("the state-of-", "the-art pier", "the state-of-the-art pier"),
    ],
)
def test_two_lines_as_one(first, second, joined):
    assert texts(lines_of((f"{WIDE} {first}", 60, 700), (second, 60, 688))) == [f"{WIDE} {joined}"]


def test_a_word_that_stands_elsewhere_with_its_hyphen_keeps_it():
    lines = lines_of(
        ("The co-op sold the pier, and the people who had owned it said that the co-", 60, 700),
        ("op was right.", 60, 688),
    )
    assert texts(lines)[0].endswith("that the co-op was right.")


def test_where_words_are_not_broken_a_hyphen_is_the_word_s_own():
    other = "The council had asked for more time to look at the figures of the quay and the"
    lines = [other] * 30 + [
        "It sent them to every office, to the old town and the harbour, and to the far-",
        "flung isles.",
    ]
    assert texts(lines_of(*((text, 60, 700 - 12 * n) for n, text in enumerate(lines))))[-1].endswith("far-flung isles.")
