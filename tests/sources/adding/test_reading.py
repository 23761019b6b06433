"""Who reads what: content decides, packed inputs are read through, archives are their members."""

import gzip
import io
import json
import random
import zipfile

import pytest

from sources.adding.inputs import held, inputs_of
from sources.adding.reading import FETCHED_FROM, read_input
from sources.errors import InputError
from sources.page import Page, Reader, Refused
from sources.readers import ALL_READERS

TEXT = "The harbour council voted on Tuesday to close the old ferry terminal. " * 8
DICE = random.Random(7)
HTML = f"<!doctype html><html><body><article><h1>Port shuts</h1><p>{TEXT}</p></article></body></html>".encode()
CSV = f'title,text,url\nA,"{TEXT}",https://a.example/1\nB,"{TEXT}",\n'.encode()


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def read(content: bytes, name: str = "a.dat", **more) -> list[Page | Refused]:
    return list(read_input(held(content, origin=name), **more))


def kinds(reads) -> list[tuple[str, str]]:
    return [(each.origin, each.reader if isinstance(each, Page) else each.error.slug) for each in reads]


def test_content_decides():
    assert kinds(read(HTML)) == [("a.dat", "HTML")]
    assert kinds(read(CSV)) == [("a.dat, row 2", "CSV"), ("a.dat, row 3", "CSV")]
    assert kinds(read(TEXT.encode())) == [("a.dat", "plain text")]
    assert kinds(read(json.dumps({"title": "A", "text": TEXT}).encode("utf-16"))) == [("a.dat", "JSON lines")]


def test_anything_may_be_packed():
    assert kinds(read(gzip.compress(HTML), "a.html.gz")) == [("a.html.gz", "HTML")]
    assert kinds(read(gzip.compress(CSV), "a.csv.gz")) == [("a.csv.gz, row 2", "CSV"), ("a.csv.gz, row 3", "CSV")]


def test_an_archive_is_its_members_also_in_another():
    inner = zipped({"c.csv": CSV, "d.html.gz": gzip.compress(HTML)})
    reads = read(zipped({"a.html": HTML, "b.txt": TEXT.encode(), "in.zip": inner, "z.bin": bytes(90)}), "o.zip")
    assert kinds(reads) == [
        ("o.zip: a.html", "HTML"),
        ("o.zip: b.txt", "plain text"),
        ("o.zip: in.zip: c.csv, row 2", "CSV"),
        ("o.zip: in.zip: c.csv, row 3", "CSV"),
        ("o.zip: in.zip: d.html.gz", "unreadable"),
        ("o.zip: z.bin", "not-text"),
    ]


def test_an_archive_is_nested_only_once():
    deep = zipped({"3.zip": zipped({"2.zip": zipped({"1.txt": TEXT.encode()})})})
    (refused,) = read(deep, "4.zip")
    assert "in an archive in an archive; unpack the outer one" in str(refused.error)
    (refused,) = read(gzip.compress(gzip.compress(gzip.compress(HTML))))
    assert "in an archive in an archive" in str(refused.error)
    assert kinds(read(gzip.compress(gzip.compress(HTML)))) == [("a.dat", "HTML")]


def test_a_table_that_breaks_off_gives_its_whole_rows_and_says_so():
    lines = "".join(
        json.dumps({"title": f"T{n}", "text": f"{TEXT} {DICE.getrandbits(99)}"}) + "\n" for n in range(3000)
    )
    packed = gzip.compress(lines.encode())
    reads = read(packed[: len(packed) // 2], "a.jsonl.gz")
    pages = [each for each in reads if isinstance(each, Page)]
    assert 100 < len(pages) < 3000
    assert [page.title for page in pages] == [f"T{n}" for n in range(len(pages))]
    assert isinstance(reads[-1], Refused)
    assert "breaks off" in str(reads[-1].error)
    assert "the rows before the break were read" in str(reads[-1].error)


def test_a_page_that_breaks_off_is_refused():
    packed = gzip.compress(HTML + f"<p>{[DICE.getrandbits(60) for _ in range(20_000)]}</p>".encode())
    (refused,) = read(packed[: len(packed) // 2])
    assert "breaks off" in str(refused.error)
    (refused,) = read(gzip.compress(HTML)[:12])
    assert "breaks off" in str(refused.error)


def test_a_packed_page_over_the_limit_is_refused():
    (refused,) = read(gzip.compress(b"<html>" + b"words " * 3_000_000))
    assert refused.error.slug == "too-large"
    assert "unpacks to more than the limit of 10 MB" in str(refused.error)


def test_a_bomb_of_a_table_is_refused(monkeypatch):
    import sources.adding.compressed

    monkeypatch.setattr(sources.adding.compressed, "SMALL", 1_000_000)
    bomb = gzip.compress(b"title,text\n" + b'A,"' + b"a" * 30_000_000)
    (refused,) = read(bomb, "a.csv.gz")
    assert "as no file of articles does" in str(refused.error)


def test_a_tar_archive_says_what_to_do():
    (refused,) = read(b"page.html" + bytes(248) + b"ustar" + bytes(400))
    assert "tar archive; unpack it and add the folder" in str(refused.error)


def test_named_columns_reach_the_table():
    table = CSV.replace(b"title,text,url", b"KOPF,RUMPF,ADR")
    first, second = read(table, "a.csv", columns={"text": "RUMPF", "title": "KOPF", "url": "ADR"})
    assert (first.title, first.url, second.title) == ("A", "https://a.example/1", "B")


def test_only_the_page_itself_has_the_address_it_came_from():
    (page,) = read_input(held(HTML, origin="https://a.example/1", address="https://a.example/2"))
    assert (page.url, ("url", FETCHED_FROM) in page.found) == ("https://a.example/2", True)
    first, second = read_input(held(CSV, origin="https://a.example/t.csv", address="https://a.example/t.csv"))
    assert (first.url, second.url) == ("https://a.example/1", None)


def reader(**more) -> Reader:
    plain = {"name": "mine", "detects": lambda head, name: head.startswith(b"\x89PNG"), "read": no_read}
    return Reader(**{**plain, **more})


def no_read(content, origin):
    raise AssertionError("must not be read as a whole")


def page_from(path, origin):
    yield Page(blocks=(), reader="mine", origin=f"{origin} {path.stat().st_size} {path.suffix}")


def test_a_reader_of_files_gets_a_file_whatever_it_comes_from(tmp_path, monkeypatch):
    import sources.adding.reading

    mine = reader(binary=True, from_file=page_from, limit=10)
    monkeypatch.setattr(sources.adding.reading, "ALL_READERS", (mine, *ALL_READERS))
    content = b"\x89PNG" + bytes(1000)  # of a kind that would be refused, and over the limit
    path = tmp_path / "a.db"
    path.write_bytes(content)
    (each,) = inputs_of([str(path)], stdin=None)
    assert [page.origin for page in read_input(each)] == [f"{path} 1004 .db"]
    assert [page.origin for page in read(content, "standard input")] == ["standard input 1004 "]
    assert [page.origin for page in read(zipped({"b.db": content}), "o.zip")] == ["o.zip: b.db 1004 .db"]


def test_a_binary_reader_is_asked_before_its_kind_is_refused(monkeypatch):
    import sources.adding.reading

    (refused,) = read(b"\x89PNG and so on")
    assert "a PNG picture" in str(refused.error)

    def as_is(content, origin):
        yield Page(blocks=(), reader="mine", origin=repr(content[:4]))

    monkeypatch.setattr(sources.adding.reading, "ALL_READERS", (reader(binary=True, read=as_is), *ALL_READERS))
    assert [page.origin for page in read(b"\x89PNG and so on")] == [repr(b"\x89PNG")]


@pytest.mark.parametrize("content", [b"", b" \n", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"PK\x05\x06"])
def test_next_to_nothing_is_one_line(content):
    (refused,) = read(content)
    assert isinstance(refused.error, InputError)
    assert "\n" not in str(refused.error)
    assert ";" in str(refused.error)
