import pytest

from sources.page import Block, Page
from sources.readers.databases.factiva_article import ABOVE, BELOW, BODY, CODES, Field, ends_head, page_of, uncoded
from tests.sources.readers.word_files import PROSE


def field(code: str, *texts: str) -> Field:
    return Field(code, tuple(Block(text=text, kind="paragraph", gap_before=True) for text in texts))


def named(*lines: str) -> list[tuple[str, str]]:
    return [(each.code, each.blocks[0].text) for each in uncoded([(line, "") for line in lines])]


def test_codes_are_of_one_place():
    assert len(CODES) == len(ABOVE) + len(BODY) + len(BELOW)


def test_lines_without_codes_are_named_by_their_order():
    assert named(
        "World",
        "Ferry sinks",
        "By Ann Lee",
        "877 words",
        "9 January 2024",
        "09:15",
        "Harbour Gazette",
        "HARGAZ",
        "Final",
        "1",
        "English",
        "Copyright 2024 Harbour Gazette",
    ) == [
        ("SE", "World"),
        ("HD", "Ferry sinks"),
        ("BY", "By Ann Lee"),
        ("WC", "877 words"),
        ("PD", "9 January 2024"),
        ("ET", "09:15"),
        ("SN", "Harbour Gazette"),
        ("SC", "HARGAZ"),
        ("", "Final"),
        ("", "1"),
        ("", "English"),
        ("", "Copyright 2024 Harbour Gazette"),
    ]


def test_lines_that_are_missing_are_not_guessed():
    assert named("Ferry sinks", "12 words", "Copyright 2024 X") == [
        ("HD", "Ferry sinks"),
        ("WC", "12 words"),
        ("", "Copyright 2024 X"),
    ]
    assert named("Ferry sinks", "9 January 2024", "Harbour Gazette") == [
        ("HD", "Ferry sinks"),
        ("PD", "9 January 2024"),
        ("SN", "Harbour Gazette"),
    ]
    assert named() == []


def test_fields_become_a_page():
    page = page_of(
        [
            field("HD", "Ferry sinks"),
            field("PD", "March 2024"),
            field("SN", "Harbour Gazette"),
            field("LP", PROSE[0]),
            field("TD", *PROSE[1:]),
            field("CX", "An earlier version named another pier."),
        ],
        origin="export, document 1",
    )
    assert isinstance(page, Page)
    assert [block.text for block in page.blocks] == list(PROSE)
    assert page.published is None
    assert "names no day" in page.notes[0]
    assert [(cut.text, cut.rule, cut.before) for cut in page.removed] == [
        ("March 2024", "database fields (Factiva)", 0),
        ("Harbour Gazette", "database fields (Factiva)", 0),
        ("An earlier version named another pier.", "notes (database)", 3),
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Copyright 2024 Harbour Gazette", True), ("© Kelby Media", True), ("Ferry sinks", False), ("(c) 2024 X", True)],
)
def test_the_copyright_ends_the_head(text, ends):
    assert ends_head(text) is ends
