import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sources.errors import InputError, NoArticle, NotText
from sources.page import Elsewhere, Page, Refused
from sources.readers import ALL_READERS
from sources.readers.parquet import READER
from tests.sources.readers.articles import article

BODY = "The council closed the port.\n\nTraders were angry."


def packed(table: pa.Table, **options: object) -> bytes:
    made = io.BytesIO()
    pq.write_table(table, made, **options)
    return made.getvalue()


def read(content: bytes) -> list[Page | Elsewhere | Refused]:
    return list(READER.read(content, "a.parquet"))


def one(**cells: object) -> Page:
    (page,) = read(packed(pa.table({"text": [BODY], **{name: [cell] for name, cell in cells.items()}})))
    assert isinstance(page, Page)
    return page


def test_many_rows_in_groups_are_read(tmp_path):
    articles = [article(number) for number in range(500)]
    content = packed(pa.Table.from_pylist(articles), row_group_size=150)
    assert next(reader for reader in ALL_READERS if reader.detects(content[:65536], "a")) is READER
    pages = read(content)
    assert [page.title for page in pages] == [each["title"] for each in articles]
    assert pages[499].origin == "a.parquet, row 500"
    assert pages[0].published.isoformat() == articles[0]["date"] + "T00:00:00+00:00"
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    assert list(READER.from_file(path, "a.parquet")) == pages


def test_values_of_every_kind():
    page = one(
        title=b"Caf\xe9 shuts",
        source={"id": 1, "name": "Harbour Post"},
        authors=["A. Lowe", "B. Lowe"],
        date=datetime(2026, 3, 1, 12, tzinfo=UTC),
        category=None,
    )
    assert (page.title, page.outlet, page.byline) == ("Caf\ufffd shuts", "Harbour Post", "A. Lowe, B. Lowe")
    assert page.published == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert dict(page.found)["published"] == "column 'date'"
    assert dict(page.found)["outlet"] == "column 'source.name'"


@pytest.mark.parametrize(
    ("array", "moment", "how"),
    [
        (pa.array([datetime(2026, 3, 1, 12)], pa.timestamp("ns")), (12, 0), "; no time zone given, read as UTC"),
        (pa.array([datetime(2026, 3, 1, 12)], pa.timestamp("s")), (12, 0), "; no time zone given, read as UTC"),
        (pa.array([datetime(2026, 3, 1, 12)], pa.timestamp("ms", tz="Europe/Berlin")), (12, 0), ""),
        (pa.array([datetime(2026, 3, 1, 12)], pa.timestamp("us", tz="No/Zone")), (12, 0), ""),
        (pa.array([date(2026, 3, 1)], pa.date32()), (0, 0), "; no time zone given, read as UTC"),
        (pa.array([date(2026, 3, 1)], pa.date64()), (0, 0), "; no time zone given, read as UTC"),
        (pa.array([1772366400], pa.int64()), (12, 0), ""),
        (pa.array([Decimal("1772366400.00")], pa.decimal128(20, 2)), (12, 0), ""),
        (pa.array(["2026-03-01T12:00:00Z"]).dictionary_encode(), (12, 0), ""),
    ],
)
def test_dates(array, moment, how):
    (page,) = read(packed(pa.table({"text": [BODY], "published": array})))
    assert page.published == datetime(2026, 3, 1, *moment, tzinfo=UTC)
    assert dict(page.found)["published"] == f"column 'published'{how}"


def test_a_year_that_there_is_not_is_noted():
    (page,) = read(packed(pa.table({"text": [BODY], "date": pa.array([10**17], pa.timestamp("ms"))})))
    assert page.published is None
    assert "as year" in page.notes[0]


def test_columns_of_one_value_and_large_ones():
    cells = pa.array([BODY] * 300).dictionary_encode()
    table = pa.table({"content": cells.cast(pa.dictionary(pa.int32(), pa.large_string())), "title": ["T"] * 300})
    pages = read(packed(table))
    assert len(pages) == 300
    assert pages[299].blocks == pages[0].blocks
    (page,) = read(packed(pa.table({"content": pa.array([BODY], pa.large_string()), "title": ["T"]})))
    assert page.title == "T"


def test_columns_are_recognised_and_named():
    names = {"a": "text", "b": "title", "c": "url"}
    table = pa.Table.from_pylist([{new: article(n)[old] for new, old in names.items()} for n in range(9)])
    page = read(packed(table))[0]
    assert (page.title, page.url) == (article(0)["title"], article(0)["url"])
    page = next(iter(READER.with_columns({"title": "c"}).read(packed(table), "a")))
    assert page.title == article(0)["url"]
    with pytest.raises(InputError, match="has no column 'd'"):
        list(READER.with_columns({"title": "d"}).read(packed(table), "a"))


def test_rows_without_text_point_elsewhere():
    (row,) = read(packed(pa.table({"title": ["A"], "url": ["https://a.example/1"]})))
    assert isinstance(row, Elsewhere)
    (row,) = read(packed(pa.table({"title": ["A"], "text": [None], "x": [b"\x00"]})))
    assert isinstance(row, Refused)


def test_a_table_without_rows_or_text_is_refused():
    with pytest.raises(NoArticle, match="without rows"):
        read(packed(pa.table({"text": pa.array([], pa.string())})))
    with pytest.raises(InputError, match=r"there are: a, b\)"):
        read(packed(pa.table({"a": [1], "b": [2]})))


def test_a_table_that_is_cut_off_or_damaged_is_one_line():
    content = packed(pa.Table.from_pylist([article(number) for number in range(300)]), row_group_size=100)
    for broken in (content[:-100], content[: len(content) // 2], b"PAR1", b"PAR1" + bytes(900) + b"PAR1"):
        with pytest.raises(NotText, match="damaged Parquet table") as refusal:
            read(broken)
        assert "\n" not in str(refusal.value)
    with pytest.raises(NotText, match="encrypted Parquet table"):
        read(b"PARE" + content[4:-4] + b"PARE")


def test_a_column_whose_name_is_no_text_is_one_line():
    content = packed(pa.table({"text": [BODY], "title": ["A"]}), compression="none").replace(b"title", b"t\xe9tle")
    with pytest.raises(NotText, match="damaged Parquet table"):
        read(content)


def test_damage_further_down_keeps_the_rows_before_it():
    content = packed(pa.Table.from_pylist([article(number) for number in range(300)]), row_group_size=100)
    place = len(content) * 3 // 4
    *pages, refused = read(content[:place] + bytes(2000) + content[place + 2000 :])
    assert len(pages) >= 100
    assert all(isinstance(page, Page) for page in pages)
    assert "after row" in str(refused.error)


def test_other_content_is_no_table():
    assert not READER.detects(b"PA", "a.parquet")
