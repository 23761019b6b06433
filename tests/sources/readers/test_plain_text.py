import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import EmptyInput, InputError, NotText
from sources.page import Page
from sources.readers.plain_text import READER, blocks_of_text

PARAGRAPHS = (
    "The ferry left the harbour at six in the morning with forty passengers and a brass band, which played until the "
    "coast was out of sight and then, having forgotten to bring any other music, played the same tune again.",
    "Nobody on board had slept. The captain, who had promised his wife that this would be the last crossing, "
    "stood at the "
    "wheel and looked at the water as if it owed him money.",
)


def read(content: bytes) -> Page:
    (page,) = READER.read(content, "page.txt")
    assert isinstance(page, Page)
    return page


def kinds(text: str) -> list[tuple[str, str, bool]]:
    return [(block.kind, block.text, block.gap_before) for block in blocks_of_text(text)]


def test_lines_items_and_bracketed_headings() -> None:
    text = "Highlights\n- One thing.\n• Another — with a dash\n\n[What comes next]\n\nThe end came soon."
    assert kinds(text) == [
        ("line", "Highlights", False),
        ("item", "One thing.", False),
        ("item", "Another — with a dash", False),
        ("heading", "What comes next", True),
        ("line", "The end came soon.", True),
    ]


def test_brackets_inside_a_line_are_text() -> None:
    assert kinds("[Photo] The ferry [left] early") == [("line", "[Photo] The ferry [left] early", False)]


def test_a_dash_without_space_or_text_is_no_bullet() -> None:
    assert kinds("-5 degrees\n- ") == [("line", "-5 degrees", False), ("line", "-", False)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_all_systems(end: str) -> None:
    assert kinds(f"One.{end}{end}Two.{end}Three") == [
        ("line", "One.", False),
        ("line", "Two.", True),
        ("line", "Three", False),
    ]


def test_odd_spaces_byte_order_mark_and_composed_letters() -> None:
    page = read("\ufeffCafe\u0301\u00a0\u200bau\u00adlait \t here".encode())
    assert [block.text for block in page.blocks] == ["Café aulait here"]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_paragraphs_are_joined(width: int) -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS)
    assert [block.text for block in blocks_of_text(text)] == list(PARAGRAPHS)


def test_heading_above_a_wrapped_paragraph_stays_apart() -> None:
    text = "The last crossing\n" + "\n".join(textwrap.wrap(PARAGRAPHS[0], 72))
    assert [block.text for block in blocks_of_text(text)] == ["The last crossing", PARAGRAPHS[0]]


def test_wrapped_items_are_joined() -> None:
    text = "\n".join(
        textwrap.fill(paragraph, 72, initial_indent="- ", subsequent_indent="  ") for paragraph in PARAGRAPHS
    )
    assert kinds(text) == [("item", paragraph, False) for paragraph in PARAGRAPHS]


def test_a_menu_is_not_joined() -> None:
    menu = ["Home", "World", "Business and markets of the day", "Sport", "Weather", "Opinion and comment pages"]
    assert [block.text for block in blocks_of_text("\n".join(menu))] == menu


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert [block.text for block in blocks_of_text("\n".join(PARAGRAPHS))] == list(PARAGRAPHS)


def test_name_origin_and_nothing_claimed() -> None:
    page = read(b"One line")
    assert (page.reader, page.origin, page.settled) == ("plain text", "page.txt", False)
    assert (page.title, page.outlet, page.published, page.byline, page.found) == (None, None, None, None, ())


def test_guessed_encoding_is_told() -> None:
    page = read("Das Schiff fuhr früh über das Wasser, und später kam niemand mehr zurück.".encode("cp1252"))
    assert "früh über" in page.blocks[0].text
    assert page.notes


def test_binary_and_empty_are_refused() -> None:
    with pytest.raises(NotText):
        read(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(EmptyInput):
        read(b"")


def test_detects_any_text_and_no_zero_bytes() -> None:
    assert READER.detects(b"Hello", "x.txt")
    assert not READER.detects(b"\x00\x01\x02", "x.bin")
    assert READER.detects("Hello".encode("utf-16"), "x.txt")


@given(st.text(max_size=400))
def test_no_character_of_a_word_is_lost(text: str) -> None:
    try:
        blocks = read(text.encode("utf-8", "replace")).blocks
    except InputError:
        return
    wanted = [
        letter for letter in unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()) if letter.isalnum()
    ]
    kept = [letter for block in blocks for letter in block.text if letter.isalnum()]
    assert kept == wanted
    assert all(block.text == block.text.strip() and "\n" not in block.text for block in blocks)


_MARKDOWN = """# Pool to close, *council* says

*Published: 14 March 2025 | Source: The Oldmere Lantern*

The **council** of Oldmere voted [on Tuesday](https://oldmere.example/a_b_c) to close snake_case_pool.

## What is next

> The pool costs £2 * 3 a day.
- an item
"""


def test_markdown_gives_headings_and_words_without_marks() -> None:
    assert [(block.kind, block.text) for block in blocks_of_text(_MARKDOWN)] == [
        ("heading", "Pool to close, council says"),
        ("line", "Published: 14 March 2025"),
        ("line", "Source: The Oldmere Lantern"),
        ("line", "The council of Oldmere voted on Tuesday to close snake_case_pool."),
        ("heading", "What is next"),
        ("line", "The pool costs £2 * 3 a day."),
        ("item", "an item"),
    ]


def test_a_text_without_headings_of_markdown_keeps_its_signs() -> None:
    text = "#Oldmere trends\n\n*Correction*: the pool is _not_ closed"
    assert [block.text for block in blocks_of_text(text)] == [
        "#Oldmere trends",
        "*Correction*: the pool is _not_ closed",
    ]
