import contextlib
import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.errors import InputError
from sources.page import Page, Refused
from sources.readers import docx, factiva, nexis, rtf
from sources.readers.databases import nexis_article
from sources.readers.databases.exports import ALL_EXPORTS, pages_of
from sources.readers.office.document import Document, Paragraph
from tests.sources.readers import factiva_exports, nexis_exports
from tests.sources.readers.word_files import PROSE, repacked


def test_a_document_that_is_no_export_is_one_article():
    document = Document(paragraphs=tuple(Paragraph(text=text) for text in PROSE))
    assert not any(each.knows(document) for each in ALL_EXPORTS)
    (page,) = pages_of(document, reader="Word document", origin="a.docx")
    assert [block.text for block in page.blocks] == list(PROSE)
    assert page.reader == "Word document"


def test_exports_have_names_of_their_own():
    assert len({each.name for each in ALL_EXPORTS}) == len(ALL_EXPORTS)


# damage of every kind: what is found is whole pages, or one line says why there are none

_WORDS = nexis_exports.docx_export()
_FILES = {
    "DOCX": (docx.READER, _WORDS),
    "RTF": (rtf.READER, nexis_exports.rtf_export()),
    "text": (nexis.READER, nexis_exports.text_export()),
    "HTML": (factiva.READER, factiva_exports.coded()),
    "HTML without codes": (factiva.READER, factiva_exports.displayed()),
    "Factiva RTF": (rtf.READER, factiva_exports.rtf(codes=True)),
}
with zipfile.ZipFile(io.BytesIO(_WORDS)) as _opened:
    _XML = _opened.read("word/document.xml")


def damaged(content: bytes, seed: int, times: int) -> bytes:
    """Return the content with pieces cut, doubled, moved, overwritten or filled with zeros."""
    chance = random.Random(seed)
    made = bytearray(content)
    for _ in range(times):
        if len(made) < 8:
            break
        start = chance.randrange(len(made))
        end = min(len(made), start + chance.choice((1, 2, 8, 64, 512)))
        piece = bytes(made[start:end])
        kind = chance.randrange(5)
        if kind == 0:
            del made[start:end]
        elif kind == 1:
            made[start:start] = piece
        elif kind == 2:
            del made[start:end]
            place = chance.randrange(len(made) + 1)
            made[place:place] = piece
        elif kind == 3:
            made[start:end] = bytes(chance.randrange(256) for _ in piece)
        else:
            made[start:end] = bytes(len(piece))
    return bytes(made)


def check(reader, content: bytes) -> None:
    try:
        found = list(reader.read(content, "export"))
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - pages or a refusal, either is right
        return
    for each in found:
        assert isinstance(each, Page | Refused)
        if isinstance(each, Page):
            assert each.blocks
            assert all(block.text and "\n" not in block.text for block in each.blocks)
            assert {name for name, _ in each.found} <= {"title", "outlet", "published", "byline", "section"}
            assert all(getattr(each, name) for name, _ in each.found)
            assert all(cut.text and (cut.before is None or 0 <= cut.before <= len(each.blocks)) for cut in each.removed)


@pytest.mark.parametrize("form", _FILES)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 30))
def test_a_damaged_file_is_read_or_refused(form, seed, times):
    reader, content = _FILES[form]
    check(reader, damaged(content, seed, times))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 30))
def test_a_document_with_damaged_xml_is_read_or_refused(seed, times):
    check(docx.READER, repacked(_WORDS, word__document_xml=damaged(_XML, seed, times)))


_LINES = st.sampled_from(
    [
        *("Body", "Graphic", "Classification", "Notes", "End of Document", "1 of 9 DOCUMENTS", "Link to Image", "1. A"),
        *("Length: 12 words", "Byline: By Ann Lee", "Section: A; Pg. 1", "Highlight: It was foggy.", "Load-Date: x"),
        *("March 3, 2024 Sunday", "The Times (London)", "Copyright 2024 X", "User Name: A", "Page 1 of 2", "", *PROSE),
        *("Document T000000020240304ek3400099", "877 words", "9 January 2024", "By Ann Lee", "HD", "LP", "TD", "AN"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(_LINES, st.booleans(), st.booleans(), st.sampled_from(["plain", "row", "heading"])), max_size=30)
)
def test_lines_in_any_order_are_read_or_refused_and_none_is_lost(lines):
    paragraphs = tuple(
        Paragraph(text=text, bold=bold, new_page=new_page, style=style) for text, bold, new_page, style in lines
    )
    document = Document(paragraphs=paragraphs)
    for export in ALL_EXPORTS:
        with contextlib.suppress(InputError):
            list(export.pages(document, "export"))
    page = nexis_article.page_of(paragraphs, origin="export, document 1")
    if isinstance(page, Page):
        kept = [block.text for block in page.blocks] + [cut.text for cut in page.removed]
        said = " ".join([page.title or "", *page.summary])
        missing = [each.text for each in paragraphs if each.text not in kept and each.text not in said]
        assert [text for text in missing if text.removeprefix("Highlight: ") not in said] in ([], ["Body"])
