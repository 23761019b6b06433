import gzip
import zlib

import pytest

from sources.errors import NoArticle, NotText, TooLarge
from sources.page import Page, Refused
from sources.readers import ALL_READERS
from sources.readers.warc import READER

SENTENCES = (
    "The harbour council voted on Tuesday to close the café by the old ferry terminal, which surprised traders.",
    "Mayor Ann Lowe said that the closure would save money, and that there was “no choice” this year.",
    "Opponents plan to march on the town hall this weekend with four thousand signatures against the plan.",
)
PLACE = "https://harbourpost.example/news/{}"


def markup(title: str = "Port shuts") -> str:
    words = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><article>{words}</article></body></html>"


def record(kind: str, block: bytes, place: str = "", **more: str) -> bytes:
    head = [("WARC-Type", kind), ("WARC-Date", "2020-01-01T00:00:00Z"), ("Content-Length", str(len(block)))]
    head += [("WARC-Target-URI", place)] if place else []
    head += [(name.replace("_", "-"), value) for name, value in more.items()]
    return (
        b"WARC/1.0\r\n"
        + "".join(f"{name}: {value}\r\n" for name, value in head).encode()
        + b"\r\n"
        + block
        + b"\r\n\r\n"
    )


def archive(*answers: tuple[str, list[tuple[str, str]], bytes], packed: bool = True, **more: str) -> bytes:
    """Return an archive of these answers (status, headers, body), each with its request before it."""
    records = [record("warcinfo", b"software: a crawler\r\n")]
    for number, (status, headers, body) in enumerate(answers):
        place = PLACE.format(number)
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        records.append(record("request", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", place))
        records.append(record("response", f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body, place, **more))
    return b"".join(gzip.compress(each) if packed else each for each in records)


def found(text: str | bytes, kind: str = "text/html", **headers: str) -> tuple[str, list[tuple[str, str]], bytes]:
    body = text if isinstance(text, bytes) else text.encode()
    return "200 OK", [("Content-Type", kind), *((k.replace("_", "-"), v) for k, v in headers.items())], body


def read(content: bytes) -> list[Page | Refused]:
    return list(READER.read(content, "a.warc"))


def words(page: Page | Refused) -> list[str]:
    assert isinstance(page, Page), page
    return [block.text for block in page.blocks if block.text != "Port shuts"]


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_that_was_found_is_read(packed, tmp_path):
    content = archive(
        found(markup("One")),
        ("404 Not Found", [("Content-Type", "text/html")], markup().encode()),
        found("User-agent: *\nDisallow: /private", "text/plain"),
        found(b"\x89PNG\r\n" + bytes(300), "image/png"),
        found(markup("Two"), "text/html; charset=UTF-8"),
        packed=packed,
    )
    assert next(reader for reader in ALL_READERS if reader.detects(content[:65536], "a")) is READER
    first, second = read(content)
    assert (first.title, second.title) == ("One", "Two")
    assert (first.url, second.url) == (PLACE.format(0), PLACE.format(4))
    assert first.origin == f"a.warc, {PLACE.format(0)}"
    assert dict(first.found)["url"] == "the archive's own address"
    assert (first.published, first.reader) == (None, "WARC")
    assert words(first) == list(SENTENCES)
    path = tmp_path / "a.warc"
    path.write_bytes(content)
    assert list(READER.from_file(path, "a.warc")) == [first, second]


def test_an_archive_packed_as_a_whole_is_read():
    content = gzip.compress(archive(found(markup("One")), found(markup("Two")), packed=False))
    assert READER.detects(content[:65536], "a")
    assert [page.title for page in read(content)] == ["One", "Two"]


def test_the_older_form_is_read():
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + markup("One").encode()
    version = b"1 0 crawler\nURL IP-address Archive-date Content-type Archive-length\n\n"
    content = b"filedesc://a.arc 0.0.0.0 20200101000000 text/plain %d\n%s" % (len(version), version)
    content += b"%s 10.0.0.1 20200101000000 text/html %d\n%s\n" % (PLACE.format(7).encode(), len(body), body)
    assert READER.detects(content, "a")
    (page,) = read(content)
    assert (page.title, page.url) == ("One", PLACE.format(7))


def test_the_page_knows_its_own_address_best():
    canonical = markup().replace("<head>", '<head><link rel="canonical" href="https://harbourpost.example/port">')
    (page,) = read(archive(found(canonical)))
    assert page.url == "https://harbourpost.example/port"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (markup().encode("windows-1252"), "text/html; charset=ISO-8859-1"),
        (markup().encode("windows-1252"), 'text/html; charset="windows-1252"'),
        (markup().encode(), "text/html; charset=iso-8859-1"),
        (markup().encode("utf-16"), "text/html; charset=utf-16"),
        (markup().encode(), "text/html; charset=no-such-thing"),
    ],
)
def test_the_servers_encoding_counts_unless_the_page_is_utf8(body, kind):
    (page,) = read(archive(found(body, kind)))
    assert words(page) == list(SENTENCES)


def _chunked(content: bytes) -> bytes:
    pieces = [content[start : start + 700] for start in range(0, len(content), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        found(gzip.compress(markup().encode()), Content_Encoding="gzip"),
        found(zlib.compress(markup().encode()), Content_Encoding="deflate"),
        found(zlib.compress(markup().encode())[2:-4], Content_Encoding="deflate"),
        found(markup(), Content_Encoding="gzip"),
        found(markup(), Content_Encoding="br"),
        found(_chunked(markup().encode()), Transfer_Encoding="chunked"),
        found(_chunked(gzip.compress(markup().encode())), Transfer_Encoding="Chunked", Content_Encoding="gzip"),
        found(markup(), Transfer_Encoding="chunked"),
    ],
)
def test_what_the_server_packed_is_unpacked(answer):
    (page,) = read(archive(answer))
    assert words(page) == list(SENTENCES)


def test_a_packing_that_is_not_known_is_refused_and_the_next_page_read():
    refused, page = read(archive(found(b"\x1b\x03" * 900, Content_Encoding="br"), found(markup())))
    assert isinstance(refused, Refused)
    assert "'br'" in str(refused.error)
    assert isinstance(page, Page)


def test_pages_that_fill_the_memory_are_refused_each():
    bomb = gzip.compress(b"<p>" + bytes(200_000_000), 9)
    large = found(b"<p>" + b"word " * 2_100_000)
    chunked = found(_chunked(bomb), Content_Encoding="gzip", Transfer_Encoding="chunked")
    outcomes = read(archive(found(bomb, Content_Encoding="gzip"), large, chunked, found(markup())))
    assert [type(each) for each in outcomes] == [Refused, Refused, Refused, Page]
    assert all(isinstance(each.error, TooLarge) for each in outcomes[:3])


def test_a_head_that_does_not_end_is_refused():
    for head in (b"WARC/1.0\r\nWARC-Type: response\r\nX: ", b"WARC/1.0\r\nWARC-Type: response\r\n"):
        content = archive(found(markup())) + gzip.compress(head + b"A: b\r\n" * 1_000_000)
        page, refused = read(content)
        assert isinstance(page, Page)
        assert "do not end" in str(refused.error)
        assert "1 page in it could be read" in str(refused.error)


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_archive_keeps_what_was_read(packed):
    content = archive(found(markup("One")), found(markup("Two")), packed=packed)
    whole = [each.title for each in read(content) if isinstance(each, Page)]
    assert whole == ["One", "Two"]
    for cut in (len(content) - 300, len(content) * 3 // 4):
        *pages, refused = read(content[:cut])
        assert all(isinstance(page, Page) for page in pages)
        assert [page.title for page in pages] == ["One"]
        assert isinstance(refused.error, NotText)
        assert "it ends in the middle of a record" in str(refused.error)


def test_records_that_are_broken_are_left_out():
    content = archive(found(markup("One")), found(markup("Two")), found(markup("Three")), packed=False)
    start = content.index(b"Content-Length: ", content.index(b"/news/1"))
    broken = content[:start] + b"Content-Length: minus" + content[content.index(b"\r\n", start) :]
    *pages, refused = read(broken)
    assert [page.title for page in pages] == ["One", "Three"]
    assert "1 of its records is broken and was left out" in str(refused.error)


def test_a_page_that_the_crawler_cut_says_so():
    (page,) = read(archive(found(markup()), WARC_Truncated="length"))
    assert "the archive holds only the beginning of the page (length)" in page.notes


def test_an_address_with_a_space_is_read_in_silence(caplog):
    content = archive(found(markup()), packed=False).replace(b"/news/0", b"/new 0/")
    (page,) = read(content)
    assert page.url == "https://harbourpost.example/new%200/"
    assert caplog.records == []


def test_an_archive_without_pages_is_refused():
    with pytest.raises(NoArticle, match="of 3 records, and none is an HTML page"):
        read(archive(found("User-agent: *", "text/plain")))
    with pytest.raises(NoArticle, match="of 1 record, and"):
        read(archive())


def test_a_page_without_text_is_refused_by_its_address():
    refused, page = read(archive(found(" "), found(markup())))
    assert isinstance(refused, Refused)
    assert refused.origin == f"a.warc, {PLACE.format(0)}"
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    "content", [b"", b"WAR", b"\x1f\x8b", b"\x1f\x8b\x08\x00rubbish", gzip.compress(b"WAR and", mtime=0), b"{"]
)
def test_other_content_is_no_archive(content):
    assert not READER.detects(content, "a.warc.gz")
