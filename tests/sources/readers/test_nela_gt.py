import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sources.errors import InputError, NoArticle, NotText
from sources.page import Elsewhere, Page, Refused
from sources.readers import ALL_READERS
from sources.readers.nela_gt import READER, outlet_named
from tests.sources.readers.articles import article
from tests.sources.readers.invented_databases import database

LATE = (
    "CREATE TABLE newsdata (id TEXT PRIMARY KEY, date TEXT, source TEXT, title TEXT, content TEXT, author TEXT, "
    "url TEXT, published TEXT, published_utc INTEGER, collection_utc INTEGER)"
)
EARLY = "CREATE TABLE articles (date TEXT, source TEXT, name TEXT, content TEXT)"
MASK = "@ @ @ @ @ @ @"


def row(number: int, **other: object) -> dict[str, object]:
    made = article(number)
    words = made["text"].split(" ")
    return {
        "id": f"thenewyorktimes--2020-01-01--{number}",
        "date": "2020-01-01",
        "source": "thenewyorktimes",
        "title": made["title"],
        "content": " ".join([*words[:40], MASK, *words[47:]]),
        "author": made["author"],
        "url": made["url"],
        "published": "Wed, 01 Jan 2020 10:00:00 -0500",
        "published_utc": 1577890800,
        "collection_utc": 1577900000,
        **other,
    }


def corpus(path: Path, *rows: dict[str, object]) -> Path:
    return database(path, LATE, rows=[tuple(each.values()) for each in rows])


def read(path: Path) -> list[Page | Elsewhere | Refused]:
    assert next(each for each in ALL_READERS if each.detects(path.read_bytes()[:65536], path.name)) is READER
    return list(READER.from_file(path, path.name))


def test_the_database_of_the_corpus(tmp_path):
    path = corpus(tmp_path / "n.db", *(row(number) for number in range(300)))
    pages = read(path)
    assert [page.origin for page in pages[:2]] == ["n.db, row 1", "n.db, row 2"]
    assert len(pages) == 300
    page = pages[7]
    assert (page.title, page.byline, page.url) == (row(7)["title"], row(7)["author"], row(7)["url"])
    assert (page.outlet, page.reader) == ("The New York Times", "NELA-GT")
    assert dict(page.found)["outlet"] == (
        "column 'source': 'thenewyorktimes', matched with the list of outlets by its name"
    )
    assert page.published == datetime(2020, 1, 1, 15, tzinfo=UTC)
    assert dict(page.found)["published"] == "column 'published_utc'"
    assert page.notes == ("the text is masked by the corpus it comes from: 1 run of words is shown as […]",)
    assert "[…]" in " ".join(block.text for block in page.blocks)
    assert "@" not in "".join(block.text for block in page.blocks)
    assert list(READER.read(path.read_bytes(), "n.db")) == pages


def test_the_database_of_2018(tmp_path):
    rows = [("2018-02-13", "bbc", article(1)["title"], article(1)["text"])]
    (page,) = read(database(tmp_path / "n.db", EARLY, rows=rows, table="articles"))
    assert (page.title, page.published) == (article(1)["title"], datetime(2018, 2, 13, tzinfo=UTC))
    assert dict(page.found)["title"] == "column 'name'"
    assert page.outlet.startswith("BBC")


@pytest.mark.parametrize("indent", [None, 1])
def test_the_json_of_the_corpus(tmp_path, indent):
    path = tmp_path / "thenewyorktimes.json"
    path.write_text(json.dumps([row(number) for number in range(3)], indent=indent), encoding="utf-8")
    pages = read(path)
    assert [page.origin for page in pages] == [f"{path.name}, item {number}" for number in (1, 2, 3)]
    assert {page.outlet for page in pages} == {"The New York Times"}
    assert pages[0].reader == "NELA-GT"
    assert list(READER.read(path.read_bytes(), path.name)) == pages


def test_a_date_that_is_none_gives_way_to_the_next(tmp_path):
    path = corpus(tmp_path / "n.db", row(1, published_utc=0), row(2, published_utc=None, published="soon", date="x"))
    first, second = read(path)
    assert dict(first.found)["published"] == "column 'published'"
    assert first.published == datetime(2020, 1, 1, 15, tzinfo=UTC)
    assert second.published is None
    assert any("'soon'" in note for note in second.notes)


def test_rows_without_text_point_elsewhere_or_are_refused(tmp_path):
    first, second = read(corpus(tmp_path / "n.db", row(1, content=""), row(2, content="", url="")))
    assert isinstance(first, Elsewhere)
    assert first.url == row(1)["url"]
    assert "'content' is empty" in str(second.error)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("thenewyorktimes", "The New York Times"),
        ("New York Times", "The New York Times"),
        ("theguardianuk", "The Guardian"),
        ("cnn", "CNN"),
        ("no outlet of this name", None),
        ("", None),
        ("the", None),
        ("uk", None),
    ],
)
def test_keys_are_matched_with_outlets(key, name):
    assert outlet_named(key) == name


def test_an_outlet_that_is_not_known_keeps_its_key(tmp_path):
    (page,) = read(corpus(tmp_path / "n.db", row(1, source="harbourpostnews")))
    assert page.outlet == "harbourpostnews"
    assert dict(page.found)["outlet"] == "column 'source'"


def test_another_database_with_one_table_of_articles_is_read(tmp_path):
    made = article(1)
    path = database(
        tmp_path / "x.db",
        "CREATE TABLE people (id, age)",
        "CREATE TABLE stories (headline, body, link)",
        rows=[(made["title"], made["text"], made["url"])],
        table="stories",
    )
    (page,) = read(path)
    assert (page.title, page.reader) == (made["title"], "SQLite")
    path = database(tmp_path / "y.db", "CREATE TABLE t (a, b)", rows=[("A", made["text"])], table="t")
    with pytest.raises(InputError, match=r"no table of articles .*\(there are: t\); export"):
        read(path)
    (page,) = READER.with_columns({"text": "b", "title": "a"}).from_file(path, "y.db")
    assert page.title == "A"


def test_databases_without_articles_name_their_tables(tmp_path):
    path = database(tmp_path / "a.db", "CREATE TABLE people (id)", "CREATE TABLE places (id)")
    with pytest.raises(InputError, match=r"there are: people, places"):
        read(path)
    path = database(tmp_path / "b.db", "CREATE TABLE a (text, title)", "CREATE TABLE b (text, title)")
    with pytest.raises(InputError, match="with several tables of articles"):
        read(path)
    with pytest.raises(NoArticle, match="'newsdata' is empty"):
        read(corpus(tmp_path / "c.db"))


def test_a_library_of_ours_is_told_apart(tmp_path):
    from sources.library import Library

    path = tmp_path / "library.db"
    Library(str(path)).keep([])
    if not path.exists():
        database(path, "CREATE TABLE parallax (name, value)", "CREATE TABLE articles (text)")
    with pytest.raises(InputError, match="is a Parallax library; name it with --library"):
        read(path)


@pytest.mark.parametrize(
    "made",
    ["CREATE VIEW newsdata AS SELECT 1 AS content, 2 AS source", "CREATE VIRTUAL TABLE newsdata USING fts5(content)"],
)
def test_what_would_have_to_be_run_is_refused(tmp_path, made):
    with pytest.raises(InputError, match="would have to be run"):
        read(database(tmp_path / "a.db", made))


def test_a_damaged_database_keeps_what_was_read(tmp_path):
    content = corpus(tmp_path / "n.db", *(row(number) for number in range(400))).read_bytes()
    path = tmp_path / "cut.db"
    place = len(content) * 2 // 3 // 4096 * 4096
    path.write_bytes(content[:place] + b"\xff" * 40_000 + content[place + 40_000 :])
    *pages, refused = read(path)
    assert len(pages) > 50
    assert all(isinstance(page, Page) for page in pages)
    assert isinstance(refused.error, NotText)
    assert "damaged SQLite database" in str(refused.error)
    assert refused.origin == f"cut.db, after row {len(pages)}"
    for length in (len(content) * 2 // 3, 3000, 20):
        path.write_bytes(content[:length])
        with pytest.raises(NotText, match="damaged SQLite database"):
            read(path)
