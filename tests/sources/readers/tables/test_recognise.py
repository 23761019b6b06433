from datetime import date

import pytest

from sources.readers.tables.columns import meaning_of, names_of
from sources.readers.tables.recognise import counts_days, looks_like_rows, recognised
from tests.sources.readers.articles import article


def rows(count: int = 12, **names: str) -> list[dict[str, object]]:
    """Return rows whose columns have other names."""
    return [{new: article(number)[old] for new, old in names.items()} for number in range(count)]


def found(table: list[dict[str, object]]) -> dict[str, str]:
    told = meaning_of(dict.fromkeys(name for row in table for name in names_of(row)))
    return recognised(table, told=told)


def test_every_field_is_recognised_by_what_it_holds():
    assert found(rows(a="text", b="title", c="source", d="url", e="date")) == {
        "text": "a",
        "title": "b",
        "outlet": "c",
        "url": "d",
        "published": "e",
    }


def test_names_that_tell_are_left_alone():
    assert found(rows(text="text", headline="title", paper="author", x="url")) == {"url": "x"}


def test_one_row_is_enough_for_the_text():
    assert found(rows(1, a="text", b="title"))["text"] == "a"


def test_two_long_columns_are_not_clear():
    table = [{"a": article(n)["text"], "b": article(n + 100)["text"]} for n in range(9)]
    assert "text" not in found(table)


def test_the_whole_text_wins_over_a_long_summary():
    table = [{"a": article(n, sentences=40)["text"], "b": article(n, sentences=8)["text"]} for n in range(9)]
    assert found(table)["text"] == "a"


def test_prose_wins_over_a_name_that_only_sounds_like_it():
    table = [{"content": "news item", "a": article(n)["text"]} for n in range(9)]
    assert found(table) == {"text": "a"}
    table = [{"content": article(n)["text"], "a": article(n + 100, sentences=60)["text"]} for n in range(9)]
    assert found(table) == {}


@pytest.mark.parametrize("name", ["seendate", "indexed_date", "Crawled", "updatedAt", "date_download"])
def test_other_dates_are_not_that_of_publication(name):
    assert found([{"text": article(n)["text"], name: article(n)["date"]} for n in range(12)]) == {}


@pytest.mark.parametrize("field", ["url", "date", "title"])
def test_two_columns_alike_are_none(field):
    table = [{"text": article(n)["text"], "a": article(n)[field], "b": article(n + 50)[field]} for n in range(12)]
    assert found(table) == {}


def test_a_teaser_is_no_headline():
    table = [{"text": article(n)["text"], "a": " ".join(article(n)["text"].split()[:12])} for n in range(12)]
    assert found(table) == {}
    table = [{"text": article(n)["text"], "description": article(n)["title"]} for n in range(12)]
    assert found(table) == {}


def test_pictures_numbers_labels_and_lists_are_nothing():
    table = [
        {
            "text": article(n)["text"],
            "a": f"https://a.example/{n}.jpg?w=1",
            "b": f"2026{n:02}",
            "c": ("Politics", "Sport")[n % 2],
            "d": f"council, port, traders, ferry {n} of the town",
            "e": n,
            "f": None,
        }
        for n in range(12)
    ]
    assert found(table) == {}


def test_keys_in_objects_are_recognised():
    table = [{"x": {"y": article(n)["text"], "z": article(n)["title"]}} for n in range(9)]
    assert found(table) == {"text": "x.y", "title": "x.z"}


def test_a_column_of_dates_that_are_dates_already_is_recognised():
    table = [{"text": article(n)["text"], "x": date(2026, 3, 1 + n), "y": n} for n in range(9)]
    assert found(table) == {"published": "x"}


def test_a_hundred_thousand_keys_are_not_all_looked_at():
    table = [{**{f"k{number}": "x" for number in range(100_000)}, "text": article(1)["text"]}]
    assert found(table) == {}


def test_nothing_at_all():
    assert found([{"a": "", "b": None}]) == {}
    assert found([{}]) == {}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["title", "text"], False),
        (["Name", "Price"], False),
        ([], False),
        (["", "A headline of some words"], False),
        (["1", "https://a.example/1"], True),
        (["A headline", article(1)["text"]], True),
    ],
)
def test_a_table_without_names_is_seen(cells, expected):
    assert looks_like_rows(cells) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["43831", "43832.5", ""], True),
        ([43831, 43832.25, None], True),
        (["43831", "2020-01-01"], False),
        (["43831", "99999"], False),
        (["2020", "2021"], False),
        (["", None], False),
        ([], False),
        ([True], False),
    ],
)
def test_days_counted_by_spreadsheets(cells, expected):
    assert counts_days(cells) is expected
