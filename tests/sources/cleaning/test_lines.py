import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning.lines import on_one_line, sound
from sources.page import Block, Cut, Page


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_one_line_is_nfc_and_can_be_written(text: str) -> None:
    line = on_one_line(text)
    assert line == unicodedata.normalize("NFC", line) == line.strip()
    assert len(line.splitlines()) <= 1
    assert "  " not in line
    assert line.encode("utf-8").decode("utf-8") == line
    assert on_one_line(line) == line


def test_words_stay_as_they_are() -> None:
    assert on_one_line(" Cafe\u0301 in\r\n\tLyon\u00a0today ") == "Café in Lyon today"
    assert on_one_line("half \ud83d of a smile") == "half \ufffd of a smile"


def test_empty_blocks_go_and_what_was_cut_keeps_its_place() -> None:
    blocks = tuple(Block(text=text, kind="line") for text in ("One", " ", "Two\nlines", ""))
    cuts = tuple(Cut(text=f"c{n}", rule="r", before=n) for n in (0, 1, 2, 3, 4, 9, -1))
    page = sound(Page(blocks=blocks, reader="r", origin="o", title=" A\ntitle ", byline=" ", removed=cuts))
    assert [block.text for block in page.blocks] == ["One", "Two lines"]
    assert [cut.before for cut in page.removed] == [0, 0, 1, 1, 2, 2, 2]
    assert (page.title, page.byline) == ("A title", None)
    assert sound(page) == page
