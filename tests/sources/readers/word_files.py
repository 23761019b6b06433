"""Word documents made for tests: invented words, real layout."""

import io
import zipfile

from docx import Document as NewDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

PROSE = (
    "The ferry struck the pier in thick fog on Tuesday morning, and fourteen people were taken to hospital, "
    "police said.",
    "Harbour master Ann Lowe said that the crew had seen nothing until the very last moment, when it was too late.",
    "An inquiry will begin next week, and the pier stays closed until engineers have looked at every one of its piles.",
)


def saved(document: object) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def article() -> object:
    made = NewDocument()
    made.add_paragraph("Ferry runs aground at Kelby", style="Title")
    made.add_paragraph("By Ann Lee")
    made.add_paragraph(PROSE[0])
    made.add_heading("What the crew saw", level=2)
    made.add_paragraph(PROSE[1])
    made.add_paragraph("No lights were lit.", style="List Bullet")
    made.add_paragraph(PROSE[2])
    return made


def word_xml(inner: str) -> object:
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


def body_with(*paragraphs: str) -> bytes:
    made = NewDocument()
    for inner in paragraphs:
        made.element.body.insert(len(made.element.body) - 1, word_xml(inner))
    return saved(made)


def repacked(content: bytes, **parts: bytes) -> bytes:
    """Return the document with parts replaced or added; "word__x" is "word/x"."""
    new = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            if name not in new:
                made.writestr(name, old.read(name))
        for name, part in new.items():
            made.writestr(name, part)
    return held.getvalue()


def with_part(content: bytes, kind: str, part: bytes) -> bytes:
    """Return the document with a part of that kind, such as its footnotes."""
    made = NewDocument(io.BytesIO(content))
    name = PackURI(f"/word/{kind}.xml")
    form = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    held = Part(name, form, part, made.part.package)
    made.part.relate_to(held, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")
    return saved(made)
