"""The labels that LexisNexis prints before its fields, in exports of all its forms."""

import re
from collections.abc import Mapping

HEAD: Mapping[str, str] = {
    "section": "section",
    "rubrik": "section",
    "rubrique": "section",
    "sección": "section",
    "length": "length",
    "länge": "length",
    "longueur": "length",
    "byline": "byline",
    "autor": "byline",
    "auteur": "byline",
    "dateline": "other",
    "headline": "headline",
    "highlight": "summary",
    "highlights": "summary",
    "abstract": "summary",
    "series": "other",
    "column": "other",
    "distribution": "other",
    "type": "other",
    "show": "other",
    "anchors": "other",
    "anchor": "other",
    "reporters": "other",
    "hosts": "other",
    "guests": "other",
    "guest": "other",
    "article type": "other",
    "contact": "other",
    "cite": "other",
}
"""Label above the body, in lower case -> what it holds."""

TAIL: Mapping[str, str] = {
    **dict.fromkeys(
        (
            *("load-date", "load date", "language", "publication-type", "publication type", "journal code"),
            *("journal-code", "subject", "industry", "geographic", "organization", "organisation", "company", "person"),
            *("ticker", "city", "state", "country", "acc-no", "document-type", "document type", "isbn", "issn"),
            *("correction-date", "correction date", "update", "sprache", "langue", "newswire-code", "pub-type"),
            *("transcript", "doc-id", "docid", "product", "region", "sic", "naics", "classification", "jobnumber"),
            *("date chargement", "date-chargement", "date de chargement", "ladedatum", "upload-date"),
        ),
        "other",
    ),
    "graphic": "captions",
    "grafik": "captions",
    "graphique": "captions",
    "correction": "notes",
    "notes": "notes",
}
"""Label below the body, in lower case -> what it holds."""

SECTIONS: Mapping[str, str] = {
    "graphic": "captions",
    "graphics": "captions",
    "classification": "other",
    "notes": "notes",
    "correction": "notes",
    "correction appended": "notes",
    "highlight": "summary",
    "abstract": "summary",
}
"""Heading alone on its line -> what follows."""

COVER = frozenset(
    {
        *("user name", "date and time", "job number", "client/matter", "search terms", "search type", "narrowed by"),
        *("download request", "time of request", "send to", "terms", "source", "combined source", "project id"),
        *("content type", "sources", "sort by", "query", "report information", "timeline", "total documents"),
    }
)
"""Labels of the page before the first article."""

END = re.compile(r"(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento)", re.IGNORECASE)
NUMBERED = re.compile(
    r"\s*(?P<number>[\d,.]+) of (?P<all>[\d,.]+) DOCUMENTS?\s*|\s*Dokument \d+ von \d+\s*|\s*Document \d+ de \d+\s*",
)
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w/ -]{1,28}?)\s?:(?:\s+|\Z)(?P<value>.*)", re.DOTALL)


LABELS = HEAD.keys() | TAIL.keys()
"""Every label of a field."""


def label_of(text: str) -> tuple[str, str] | None:
    """Return the label of a line, in lower case, and what stands after it; None when it has none."""
    found = _LABEL.match(text[:2000])
    return (found["label"].strip().casefold(), text[found.start("value") :].strip()) if found else None
