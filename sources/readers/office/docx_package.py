"""A Word document opened with python-docx, after a look at every part that it is given."""

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from sources.errors import NoArticle, NotText
from sources.readers.office.docx_paragraphs import WORD
from sources.readers.office.zipped import Parts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.packuri import PackURI

_SCHEMAS = "http://schemas.openxmlformats.org/"
_WORDS = {
    "core-properties": f"{_SCHEMAS}package/2006/relationships/metadata/core-properties",
    **{
        kind: f"{_SCHEMAS}officeDocument/2006/relationships/{kind}"
        for kind in ("officeDocument", "styles", "footnotes", "endnotes")
    },
}
"""Kinds of parts that hold words or say what these are, as python-docx spells them: no picture, no macro."""

_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD[1:-1].encode())
_MAIN = re.compile(rb"application/vnd\.(?:ms-word|openxmlformats-officedocument\.wordprocessingml)\.[\w.]+\.main\+xml")
"""What documents, templates and those with macros are called in the list of contents."""

_NOT_WORD = (
    ("xl/", "a spreadsheet; save it as CSV, and add that"),
    ("ppt/", "a presentation; save the article's text as .txt, and add that"),
)


def opened(content: bytes) -> "Document":
    """Return a document; raises NotText, TooLarge and NoArticle, and what python-docx raises when it is broken.

    python-docx is given a copy that holds the words alone: it never unpacks a picture, what leads nowhere does no harm,
    and documents of the strict form, templates and those with macros come in the spelling that it knows.
    """
    import docx
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI

    held = BytesIO()
    with Parts(content) as parts, ZipFile(held, "w") as copy:
        _refuse_other(parts)
        types = CONTENT_TYPES_URI.membername
        copy.writestr(types, _MAIN.sub(CONTENT_TYPE.WML_DOCUMENT_MAIN.encode(), parts.xml(types)))
        _copy(parts, copy, PACKAGE_URI)
    return docx.Document(held)


def _copy(parts: Parts, copy: ZipFile, source: "PackURI") -> None:
    """Copy the parts of words that a part names, and its list of them."""
    from docx.opc.oxml import serialize_part_xml
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml

    if source.rels_uri.membername not in parts:
        return
    relations = parse_xml(parts.xml(source.rels_uri.membername))
    for each in list(relations):
        kind = each.get("Type", "").rpartition("/")[2]
        target = PackURI.from_rel_ref(source.baseURI, each.get("Target", ""))
        place = target.membername
        if kind not in _WORDS or place not in parts or place in copy.NameToInfo:
            relations.remove(each)
            continue
        each.set("Type", _WORDS[kind])
        copy.writestr(place, parts.xml(place).replace(*_STRICT))
        _copy(parts, copy, target)
    copy.writestr(source.rels_uri.membername, serialize_part_xml(relations))


def _refuse_other(parts: Parts) -> None:
    """Raise a line that says what an archive is that holds no Word document."""
    if any(name.startswith("word/") for name in parts):
        return
    for folder, kind in _NOT_WORD:
        if any(name.startswith(folder) for name in parts):
            raise NotText(f"is not a text: it looks like {kind}")
    raise NoArticle("is an archive without a Word document in it; unpack it and add what is inside")
