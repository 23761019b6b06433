"""Tables, corpora and web archives with bytes changed: a clear line each, never a fault, and no page that is none."""

import gzip
import io
import json
import sqlite3
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import InputError
from sources.page import Elsewhere, Page, Refused
from sources.readers import csv_table, json_lines, nela_gt, parquet, warc
from tests.sources.readers.articles import article

ARTICLES = [article(number, sentences=4) for number in range(3)]
PIECES = (
    *(b'"', b",", b"\n", b"\r", b"\x00", b"{", b"}", b"[", b"]", b":", b"\\", b"\xff", b"1e999", b"\\ud800", b"-1"),
    *(b"Content-Length: 0", b"WARC/1.0\r\n", b"\r\n\r\n", b"99999999999999999999", b"\xef\xbb\xbf", b"\x1f\x8b"),
)


def csv_content() -> bytes:
    rows = [",".join(ARTICLES[0]), *(",".join(f'"{cell}"' for cell in each.values()) for each in ARTICLES)]
    return "\n".join(rows).encode()


def parquet_content() -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{**each, "source": {"name": "A"}} for each in ARTICLES]), made)
    return made.getvalue()


def sqlite_content() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection, connection:
        connection.execute(f"CREATE TABLE newsdata ({', '.join(ARTICLES[0])}, content TEXT PRIMARY KEY)")
        for each in ARTICLES:
            connection.execute("INSERT INTO newsdata VALUES (?, ?, ?, ?, ?, ?, ?)", (*each.values(), each["text"]))
        connection.commit()
        return connection.serialize()


def warc_content(*, packed: bool) -> bytes:
    records = []
    for each in ARTICLES:
        body = f"<!DOCTYPE html><title>{each['title']}</title><p>{each['text']}</p>".encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin-1\r\n"
        if packed:
            head, body = head + b"Content-Encoding: gzip\r\n", gzip.compress(body)
        block = head + b"\r\n" + body
        named = f"WARC-Type: response\r\nWARC-Target-URI: {each['url']}\r\nContent-Length: {len(block)}\r\n"
        record = b"WARC/1.0\r\n" + named.encode() + b"\r\n" + block + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


WHOLE = {
    "CSV": (csv_table.READER, csv_content()),
    "JSON lines": (json_lines.READER, "\n".join(map(json.dumps, ARTICLES)).encode()),
    "JSON": (json_lines.READER, json.dumps({"response": {"results": ARTICLES}}, indent=1).encode()),
    "a list in JSON": (json_lines.READER, json.dumps(ARTICLES).encode()),
    "Parquet": (parquet.READER, parquet_content()),
    "SQLite": (nela_gt.READER, sqlite_content()),
    "WARC": (warc.READER, warc_content(packed=False)),
    "packed WARC": (warc.READER, warc_content(packed=True)),
}

places = st.floats(0, 1, exclude_max=True)
changes = st.lists(
    st.one_of(
        st.tuples(st.just("put"), places, st.sampled_from(PIECES)),
        st.tuples(st.just("over"), places, st.sampled_from(PIECES) | st.binary(min_size=1, max_size=2)),
        st.tuples(st.just("leave out"), places, st.sampled_from([1, 2, 20, 300])),
        st.tuples(st.just("end"), places, st.none()),
    ),
    max_size=6,
)


def changed(content: bytes, by: list[tuple[str, float, object]]) -> bytes:
    made = bytearray(content)
    for change, place, what in by:
        at = int(place * (len(made) + 1))
        if change == "put":
            made[at:at] = what
        elif change == "over":
            made[at : at + len(what)] = what
        elif change == "leave out":
            del made[at : at + what]
        else:
            del made[at:]
    return bytes(made)


@pytest.mark.parametrize("form", WHOLE)
def test_whole_ones_give_three_pages(form):
    reader, content = WHOLE[form]
    pages = list(reader.read(content, "o"))
    assert [page.title for page in pages] == [each["title"] for each in ARTICLES]


@pytest.mark.parametrize("form", WHOLE)
@settings(deadline=None, max_examples=60)
@given(by=changes)
def test_damage_is_said_in_one_line(form, by):
    reader, content = WHOLE[form]
    said = []
    try:
        for read in reader.read(changed(content, by), "o"):
            assert isinstance(read, Page | Elsewhere | Refused)
            str(read).encode()
            said += [str(read.error)] if isinstance(read, Refused) else getattr(read, "notes", ())
            if isinstance(read, Page):
                assert all(block.text and "\n" not in block.text for block in read.blocks)
    except InputError as error:
        said.append(str(error))
    for line in said:
        assert "\n" not in line
        assert len(line) < 700
