from sources.readers.pdfs.lines import Line
from sources.readers.pdfs.paragraphs import body_size, paragraphs_of

WIDE = "The council voted on Tuesday evening to close the old ferry terminal at the"
SHORT = "northern quay this year."


def lines_of(*lines: tuple[str, float, float] | tuple[str, float, float, float]) -> list[Line]:
    return [Line(text=text, page=0, x=x, y=y, size=size[0] if size else 10) for text, x, y, *size in lines]


def texts(lines: list[Line]) -> list[str]:
    return [each.text for each in paragraphs_of(lines, numbers=range(len(lines)))]


def test_the_size_of_most_letters_is_the_body_s():
    assert body_size(lines_of((WIDE, 0, 0), ("Port shuts", 0, 0, 30))) == 10
    assert body_size([]) == 0


def test_a_short_line_ends_a_paragraph_when_the_next_word_would_have_fitted():
    lines = lines_of(*((text, 60, 700 - 12 * n) for n, text in enumerate([WIDE, SHORT, WIDE, WIDE, SHORT])))
    assert texts(lines) == [f"{WIDE} {SHORT}", f"{WIDE} {WIDE} {SHORT}"]


def test_a_short_line_goes_on_where_the_next_begins_small():
    lines = lines_of(*((text, 60, 700 - 12 * n) for n, text in enumerate([WIDE, "northern", SHORT])))
    assert texts(lines) == [f"{WIDE} northern {SHORT}"]


def test_larger_type_is_a_paragraph_of_its_own_and_goes_on_in_its_own_size():
    lines = lines_of(("Port shuts after", 60, 760, 24), ("close vote", 60, 732, 24), (WIDE, 60, 700), (SHORT, 60, 688))
    assert texts(lines) == ["Port shuts after close vote", f"{WIDE} {SHORT}"]


def test_lines_of_an_item_hang_below_its_bullet():
    lines = lines_of(
        (f"• {WIDE}", 60, 700),
        (SHORT, 70, 688),
        (f"• {WIDE}", 60, 676),
        (SHORT, 70, 664),
        (WIDE, 60, 652),
        (SHORT, 60, 640),
    )
    found = paragraphs_of(lines, numbers=range(6))
    assert [each.text for each in found] == [f"{WIDE} {SHORT}"] * 3
    assert [each.bullet for each in found] == [True, True, False]


def test_no_lines_are_no_paragraphs():
    assert paragraphs_of([], numbers=[]) == []
