from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sources.errors import EmptyInput, InputError
from sources.page import Elsewhere, Page, Refused
from sources.readers.tables.columns import FIELDS
from sources.readers.tables.rows import columns_of, page_of, pages_of

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
    with pytest.raises(InputError, match=r"there are: a, b\); name it text") as refusal:
        columns_of([{"a": "1", "b": "2"}], column="column", named={})
    assert "--map text=COLUMN" in str(refusal.value)


def test_a_row_with_an_address_and_no_text_is_elsewhere():
    made = page_of(
        {
            "headline": "Port shuts",
            "text": "",
            "url": "https://a.example/1",
            "date": "2026-03-01",
            "author": "By A. Lowe",
        },
        reader="R",
        origin="o, row 2",
        column="column",
    )
    assert isinstance(made, Elsewhere)
    assert (made.url, made.title, made.byline, made.origin) == (
        "https://a.example/1",
        "Port shuts",
        "A. Lowe",
        "o, row 2",
    )
    assert made.published == datetime(2026, 3, 1, tzinfo=UTC)
    assert dict(made.found)["title"] == "column 'headline'"


def test_a_text_of_which_most_is_missing_is_elsewhere():
    row = {"content": "The council closed the port, and then the… [+1234 chars]", "url": "https://a.example/1"}
    made = page_of(row, reader="R", origin="o", column="field")
    assert isinstance(made, Elsewhere)
    row["content"] = "The council closed the port. " * 60 + "… [+12 chars]"
    assert isinstance(page_of(row, reader="R", origin="o", column="field"), Page)


def test_a_teaser_is_no_text():
    made = refused({"title": "A", "description": "The council closed the port."})
    assert "holds only a teaser (column 'description')" in str(made.error)


def test_masked_words_are_shown_as_missing():
    made = page(content="The council @ @ @ @ @ @ @ on Tuesday. Write to a @ b or to @ @ twice.")
    assert made.blocks[0].text == "The council […] on Tuesday. Write to a @ b or to @ @ twice."
    assert made.notes == ("the text is masked by the corpus it comes from: 1 run of words is shown as […]",)


def test_rows_are_read_one_by_one():
    seen = []

    def rows():
        for number in range(1000):
            seen.append(number)
            yield f"o, row {number}", {"title": f"T{number}", "text": BODY}

    made = pages_of(rows(), reader="R", column="column")
    assert next(made).title == "T0"
    assert len(seen) == 100
    assert len(list(made)) == 999


def test_columns_that_a_person_names_win():
    rows = [("o, row 2", {"text": "Not this.", "Haupttext": BODY, "title": "No", "Zeile": "Port shuts"})]
    (made,) = pages_of(rows, reader="R", column="column", named={"text": "haupttext", "title": "Zeile"})
    assert (made.title, len(made.blocks)) == ("Port shuts", 2)
    assert dict(made.found) == {
        "text": "column 'Haupttext', as you named it",
        "title": "column 'Zeile', as you named it",
    }


def test_a_named_column_that_is_empty_is_not_replaced():
    rows = [("o, row 2", {"text": BODY, "mine": "", "title": "No"})]
    (made,) = pages_of(rows, reader="R", column="column", named={"text": "mine"})
    assert "the column 'mine' is empty" in str(made.error)


def test_a_named_column_that_is_not_there_is_refused():
    rows = [("o, row 2", {"text": BODY, "title": "No"})]
    with pytest.raises(InputError) as refusal:
        list(pages_of(rows, reader="R", column="column", named={"outlet": "paper"}))
    assert str(refusal.value) == (
        "has no column 'paper', which was named for the outlet; there are: text, title; name one of them with "
        "--map outlet=COLUMN"
    )


def test_a_path_leads_into_objects_and_lists():
    row = {"a": {"b": {"c": BODY}}, "who": [{"n": "A. Lowe"}, {"n": "B. Lowe"}], "x.y": "Port shuts"}
    named = {"text": "a.b.c", "byline": "who.n", "title": "x.y", "outlet": "who.1.n"}
    (made,) = pages_of([("o", row)], reader="R", column="field", named=named)
    assert (made.title, made.byline, made.outlet, len(made.blocks)) == ("Port shuts", "A. Lowe, B. Lowe", "B. Lowe", 2)


def test_dates_may_be_days_counted_by_a_spreadsheet_or_dates_already():
    rows = [("o", {"text": BODY, "date": "43831,5"}), ("o", {"text": BODY, "date": "43832"})]
    first, second = pages_of(rows, reader="R", column="column")
    assert first.published == datetime(2020, 1, 1, 12, tzinfo=UTC)
    assert dict(first.found)["published"] == "column 'date'; counted in days, as spreadsheets do"
    assert second.published == datetime(2020, 1, 2, tzinfo=UTC)
    made = page(text=BODY, date=date(2020, 1, 2))
    assert made.published == datetime(2020, 1, 2, tzinfo=UTC)
    assert dict(made.found)["published"].endswith("no time zone given, read as UTC")
    zone = timezone(timedelta(hours=2))
    assert page(text=BODY, date=datetime(2020, 1, 2, 3, tzinfo=zone)).published == datetime(2020, 1, 2, 1, tzinfo=UTC)


def test_other_numbers_are_no_days():
    rows = [("o", {"text": BODY, "date": "43831"}), ("o", {"text": BODY, "date": "2020"})]
    first, second = pages_of(rows, reader="R", column="column")
    assert (first.published, second.published) == (None, None)
    assert len(first.notes) == len(second.notes) == 1


def test_a_date_after_the_sample_that_is_no_count_is_noted():
    rows = [("o", {"text": BODY, "date": "43831"})] * 100 + [("o", {"text": BODY, "date": "yesterday"})]
    last = list(pages_of(rows, reader="R", column="column"))[-1]
    assert last.published is None
    assert "'yesterday'" in last.notes[0]


def test_half_characters_and_controls_do_not_come_through():
    made = page(text="A\x00 b\ud800 c.", title="T\x07\udfff")
    assert made.title == "T\ufffd"
    assert made.blocks[0].text == "A b\ufffd c."


def test_a_text_that_a_service_cut_says_so():
    made = page(content="The council closed the port, and then the… [+1234 chars]")
    assert made.blocks[0].text == "The council closed the port, and then the"
    assert made.notes == ("the text is cut: whoever gave it left out 1234 characters",)
    assert dict(made.found)["text"] == "column 'content'; cut there: 1234 characters are missing"
