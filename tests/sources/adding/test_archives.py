import io
import struct
import zipfile

import pytest

from sources.adding.archives import is_archive, members_of, packs_files
from sources.adding.inputs import Input, held
from sources.errors import InputError, NoArticle, NotText, TooLarge, Unreadable
from sources.page import Refused


def zipped(files: dict[str, bytes], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def members(content: bytes) -> list[Input | Refused]:
    return list(members_of(held(content, origin="a.zip")))


def error(content: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        members(content)
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value)
    return caught.value


def test_members_come_in_order_of_name_without_what_a_browser_saves_beside_a_page():
    content = zipped(
        {
            "b/page.html": b"B",
            "b/page_files/ad.html": b"X",
            "a.txt": b"A",
            ".hidden": b"X",
            "__MACOSX/a.txt": b"X",
            "folder/": b"",
            "../../etc/passwd": b"P",
            "mine_files/c.txt": b"C",
        }
    )
    assert is_archive(content[:64])
    read = {}
    for each in members_of(held(content, origin="a.zip")):
        read[each.origin] = each.read(99)
        assert each.size == 1
    assert read == {
        "a.zip: ../../etc/passwd": b"P",
        "a.zip: a.txt": b"A",
        "a.zip: b/page.html": b"B",
        "a.zip: mine_files/c.txt": b"C",
    }


def test_programs_are_refused_by_name():
    first, second = members(zipped({"a.py": b"x", "b.txt": b"y"}))
    assert isinstance(first, Refused)
    assert "ends in .py" in str(first.error)
    assert isinstance(second, Input)


def test_documents_of_other_programs_say_what_to_do():
    assert isinstance(error(zipped({"xl/workbook.xml": b"", "[Content_Types].xml": b""})), NotText)
    assert "spreadsheet" in str(error(zipped({"xl/workbook.xml": b""})))
    assert "EPUB" in str(error(zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""})))
    assert isinstance(error(zipped({"only/": b""})), NoArticle)


def test_a_damaged_archive_is_one_line():
    content = zipped({"a.txt": b"words " * 100})
    assert isinstance(error(content[:-10]), Unreadable)
    assert isinstance(error(b"PK\x03\x04 and then nothing"), Unreadable)


def test_a_damaged_member_is_refused_when_it_is_read():
    content = bytearray(zipped({"a.txt": b"words " * 500}, how=zipfile.ZIP_STORED))
    content[200:210] = b"0123456789"
    for each in members_of(held(bytes(content), origin="a.zip")):
        with pytest.raises(Unreadable, match="is damaged"):
            each.read(10**6)


def test_too_many_members_are_refused_before_they_are_listed(monkeypatch):
    import sources.adding.archives

    monkeypatch.setattr(sources.adding.archives, "MEMBERS", 5)
    content = zipped({f"{n}.txt": b"x" for n in range(6)})
    assert "holds 6 files, over the limit of 5" in str(error(content))
    at = content.rfind(b"PK\x05\x06")
    lying = bytearray(content)
    lying[at + 8 : at + 12] = struct.pack("<HH", 1, 1)  # says that it holds one
    assert "holds 6 files" in str(error(bytes(lying)))
    large = bytearray(content)
    large[at + 12 : at + 16] = struct.pack("<I", 30_000_000)
    assert isinstance(error(bytes(large)), TooLarge)


def test_a_bomb_is_refused_by_what_it_declares(monkeypatch):
    import sources.adding.archives

    monkeypatch.setattr(sources.adding.archives, "SMALL", 100_000)
    assert "as no file of articles does" in str(error(zipped({"a.txt": bytes(5_000_000)})))


def test_a_member_gives_no_more_than_it_declares():
    content = bytearray(zipped({"a.txt": bytes(1_000_000)}))
    for mark, size_at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.rfind(mark)
        content[at + size_at : at + size_at + 4] = struct.pack("<I", 100)
    for each in members_of(held(bytes(content), origin="a.zip")):
        assert each.size == 100
        with pytest.raises(Unreadable):  # the check sum of the whole does not fit
            each.read(10**9)


def test_locked_members_are_one_line_and_the_others_are_read():
    content = bytearray(zipped({"a.txt": b"x", "b.txt": b"y", "c.txt": b"z"}))
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        content[at + flags_at] |= 1
    refused, first, second = members(bytes(content))
    assert "1 of its 3 files need a password" in str(refused.error)
    assert [first.origin, second.origin] == ["a.zip: b.txt", "a.zip: c.txt"]


def test_files_that_are_packed_are_told_apart_from_a_document_of_many_parts():
    document = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert not packs_files(document, "a.zip")
    assert not packs_files(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "a")
    assert packs_files(zipped({"letters/a.docx": document}, how=zipfile.ZIP_STORED), "a.zip")
    assert not packs_files(zipped({"odd.xml": b""}), "a.docx")
    assert not packs_files(b"PK\x03\x04", "a.zip")
    assert not packs_files(b"%PDF-1.7", "a.pdf")
