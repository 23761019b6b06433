import io
import zipfile

import pytest

from sources.errors import InputError, NotText, TooLarge
from sources.readers.docx import READER
from sources.readers.office import zipped
from sources.readers.office.zipped import Parts, elements, properties
from tests.sources.readers.word_files import article, repacked, saved


def refused(content: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        list(READER.read(content, "a.docx"))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300
    return caught.value


def test_parts_are_read_by_name():
    with Parts(saved(article())) as parts:
        assert "word/document.xml" in parts
        assert set(parts) >= {"word/document.xml", "word/styles.xml"}
        assert parts.read("word/document.xml").startswith(b"<?xml")
        assert parts.read("word/nothing.xml") == b""


def test_elements_come_by_local_name_whatever_their_namespace():
    xml = b'<a:x xmlns:a="one" xmlns:b="two"><b:y b:val="1">words</b:y>more<a:z/><a:y/></a:x>'
    tags = frozenset({"y"})
    ends = [("end", "y", {})]
    assert list(elements(xml, tags=tags, spoken=tags)) == [
        ("start", "y", {"val": "1"}),
        ("text", "words", {}),
        *ends,
        ("start", "y", {}),
        *ends,
    ]
    assert [name for event, name, _ in elements(xml, tags=tags, spoken=None) if event == "text"] == ["words", "more"]


def test_properties():
    xml = b'<p xmlns:dc="x"><dc:title> A  title </dc:title><dc:creator/><dc:title>Another</dc:title></p>'
    assert properties(xml, "title", "creator") == {"title": "A title"}
    assert properties(b"", "title") == {}


def test_a_bomb_is_refused_whatever_it_declares():
    bomb = repacked(saved(article()), word__document_xml=b" " * 120_000_000)
    assert len(bomb) < 300_000
    assert isinstance(refused(bomb), TooLarge)
    lying = bomb.replace((120_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    assert isinstance(refused(lying), InputError)


def test_a_bomb_in_a_part_that_is_not_read_does_no_harm():
    bomb = repacked(saved(article()), word__media_xml=b" " * 120_000_000)
    (page,) = READER.read(bomb, "a.docx")
    assert page.title == "Ferry runs aground at Kelby"


def test_a_million_parts_are_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for number in range(20_000):
            made.writestr(f"word/{number}", b"")
    assert isinstance(refused(held.getvalue()), TooLarge)


def test_entities_are_not_expanded():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = (
        f'<!DOCTYPE w [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/hostname">{laughs}]>'
        f"<w:document {w}><w:body><w:p><w:r><w:t>Begin &l11; &f; end</w:t></w:r></w:p></w:body></w:document>"
    )
    content = repacked(saved(article()), word__document_xml=text.encode())
    assert isinstance(refused(content), InputError)


@pytest.mark.parametrize("tag", ["w:tbl><w:tr><w:tc", "w:p><w:r", "w:x", "w:sdt"])
def test_nesting_ten_thousand_deep_is_refused(tag):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    text = f"<w:document {w}><w:body>{f'<{tag}>' * 10_000}{closing * 10_000}</w:body></w:document>"
    assert isinstance(refused(repacked(saved(article()), word__document_xml=text.encode())), NotText)


def test_a_part_packed_far_too_tightly_is_refused():
    xml = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 300_000
    bomb = repacked(saved(article()), word__document_xml=b"<w:document>" + xml + b"</w:document>")
    assert len(bomb) < 100_000
    assert "times what it is packed into" in str(refused(bomb))


@pytest.mark.parametrize("encoding", ["none-such", "utf-7", "shift_jis", "rot13", "UTF-16"])
def test_xml_in_an_encoding_that_cannot_be_read_is_refused(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?><w:document/>'.encode()
    assert isinstance(refused(repacked(saved(article()), word__document_xml=xml)), InputError)


@pytest.mark.parametrize("piece", [b"<!---->", b"<?a?>", b"<w:p/>", b'<w:p a="" b="" c=""/>'])
def test_a_part_of_more_elements_than_any_document_has_is_refused(piece, monkeypatch):
    monkeypatch.setattr(zipped, "MOST_NODES", 2_000)
    w = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = b'<w:document xmlns:w="' + w + b'">' + piece * 2_001 + b"</w:document>"
    assert "elements" in str(refused(repacked(saved(article()), word__document_xml=xml)))
