from datetime import UTC, datetime

import pytest

from sources.errors import EmptyInput, InputError
from sources.page import Page, Refused
from sources.readers.rows import FIELDS, page_of, refuse_columns

BODY = "The council closed the port.\n\nTraders were angry."


def page(**row: object) -> Page:
    made = page_of(row, reader="R", origin="o", column="column")
    assert isinstance(made, Page)
    return made


def refused(row: dict) -> Refused:
    made = page_of(row, reader="R", origin="o, row 2", column="column")
    assert isinstance(made, Refused)
    return made


def test_a_full_row():
    made = page(
        Headline=" Port  shuts ",
        Body=BODY,
        Publisher="Harbour Post",
        URL="https://a.example/1",
        pub_date="2026-03-01",
        Authors=["A. Writer", {"name": "B. Writer"}, "A. Writer"],
        Category="World",
    )
    assert [block.text for block in made.blocks] == ["The council closed the port.", "Traders were angry."]
    assert (made.title, made.outlet, made.url) == ("Port shuts", "Harbour Post", "https://a.example/1")
    assert (made.byline, made.section) == ("A. Writer, B. Writer", "World")
    assert made.published == datetime(2026, 3, 1, tzinfo=UTC)
    assert (made.settled, made.notes, made.reader, made.origin) == (True, (), "R", "o")
    assert dict(made.found) == {
        "title": "column 'Headline'",
        "outlet": "column 'Publisher'",
        "url": "column 'URL'",
        "byline": "column 'Authors'",
        "section": "column 'Category'",
        "published": "column 'pub_date'; no time zone given, read as UTC",
    }


@pytest.mark.parametrize(
    ("column", "field"),
    [
        *((name, "title") for name in ("title", "headline", "HEADLINE", "Article Title")),
        *((name, "outlet") for name in ("source", "outlet", "publisher", "domain", "source_name", "Site Name")),
        *((name, "url") for name in ("url", "link", "Canonical-URL")),
        *((name, "byline") for name in ("author", "byline", "Authors")),
        *((name, "section") for name in ("section", "category")),
    ],
)
def test_columns_have_many_names(column, field):
    value = "https://a.example/x"
    assert getattr(page(text=BODY, **{column: value}), field) == value


@pytest.mark.parametrize("column", ["text", "Body", "CONTENT", "article", "full_text", "articleBody", "main text"])
def test_the_text_has_many_names(column):
    assert len(page(**{column: BODY}).blocks) == 2


@pytest.mark.parametrize("column", ["date", "Published", "published_at", "pubDate", "timestamp", "date_publish"])
def test_the_date_has_many_names(column):
    assert page(text=BODY, **{column: "2026-03-01T00:00:00Z"}).published == datetime(2026, 3, 1, tzinfo=UTC)


def test_no_name_means_two_fields():
    names = [name for names in FIELDS.values() for name in names]
    assert len(names) == len(set(names))


def test_a_number_is_no_text():
    assert page(article=17, content=BODY).blocks[0].text == "The council closed the port."
    assert page(article="17", content=BODY).blocks[0].text == "The council closed the port."


def test_the_surest_column_that_says_something_counts():
    assert page(text=BODY, publisher="", domain="a.example").outlet == "a.example"
    assert page(text="", body=BODY).blocks
    assert page(text=BODY, outlet="", source="plain text: a.txt").outlet is None


@pytest.mark.parametrize("nothing", ["", "  ", "nan", "None", "NULL", "n/a", None, [], {}, 0, True])
def test_what_says_nothing_is_unknown(nothing):
    made = page(text=BODY, title=nothing, source=nothing, author=nothing, url=nothing, section=nothing)
    assert (made.title, made.outlet, made.byline, made.url, made.section) == (None,) * 5
    assert made.found == ()


def test_a_byline_is_without_by():
    assert page(text=BODY, author="By Ann Lowe").byline == "Ann Lowe"
    assert page(text=BODY, author="Byron Lowe").byline == "Byron Lowe"


def test_a_source_that_is_an_object_gives_its_name():
    assert page(content=BODY, source={"id": None, "name": "Harbour Post"}).outlet == "Harbour Post"


def test_an_address_that_is_none_is_left_out():
    for url in ("a.example/1", "javascript:alert(1)", "https://a b"):
        made = page(text=BODY, url=url)
        assert (made.url, made.found) == (None, ())


def test_markup_in_a_cell_becomes_blocks():
    made = page(content="<p>One &amp; two.</p><h2>More</h2><script>x()</script><ul><li>Three</li></ul>")
    assert [(block.text, block.kind) for block in made.blocks] == [
        ("One & two.", "paragraph"),
        ("More", "heading"),
        ("Three", "item"),
    ]


def test_a_date_that_is_none_leaves_a_note():
    made = page(text=BODY, date="31 February")
    assert made.published is None
    (note,) = made.notes
    assert note.startswith("the column 'date' holds '31 February', which is not a date")
    assert "write it like" in note
    assert "\n" not in note
    (note,) = page(text=BODY, date="x" * 9000).notes
    assert len(note) < 300


def test_a_row_without_text_is_refused():
    made = refused({"title": "A", "text": " "})
    assert made.origin == "o, row 2"
    assert isinstance(made.error, EmptyInput)
    assert str(made.error) == "the column 'text' is empty, so there is no text; fill it or leave the row out"
    made = refused({"title": "A", "words": "B"})
    assert "there are: title, words" in str(made.error)


def test_columns_without_text_are_refused_with_their_names():
    refuse_columns(["Title", "Body"], column="column")
    with pytest.raises(InputError, match=r"there are: a, b\); name it text"):
        refuse_columns(["a", "b"], column="column")


def test_half_characters_and_controls_do_not_come_through():
    made = page(text="A\x00 b\ud800 c.", title="T\x07\udfff")
    assert made.title == "T\ufffd"
    assert made.blocks[0].text == "A b\ufffd c."


def test_a_text_that_a_service_cut_says_so():
    made = page(content="The council closed the port, and then the… [+1234 chars]")
    assert made.blocks[0].text == "The council closed the port, and then the"
    assert made.notes == ("the text is cut: whoever gave it left out 1234 characters",)
    assert dict(made.found)["text"] == "column 'content'; cut there: 1234 characters are missing"
