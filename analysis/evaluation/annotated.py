"""Reading annotated news: JSON lines, gzipped or not."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.tables import ARTICLES
from sources.errors import InputError


def json_lines(path: Path, *, fields: Sequence[str]) -> list[Mapping[str, object]]:
    """Return the rows of a file of JSON lines that all have these fields.

    Raises InputError, naming the line, where the file is no such thing or holds no row.
    """
    content = path.read_bytes() if path.is_file() else b""
    rows: list[Mapping[str, object]] = []
    try:
        text = (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content).decode("utf-8")
        for number, line in enumerate(filter(str.strip, text.split("\n")), 1):
            row = json.loads(line)
            missing = [field for field in fields if not isinstance(row, dict) or field not in row]
            if missing:
                raise InputError(f"{path}, row {number}: no field {missing[0]!r}; each row needs {', '.join(fields)}")
            rows.append(row)
    except (ValueError, OSError, EOFError) as error:
        raise InputError(
            f"{path}: not a file of JSON lines ({error}); give one object a line, gzipped or not"
        ) from error
    if not rows:
        raise InputError(f"{path}: holds no row; give a file of JSON lines with {', '.join(fields)}")
    return rows


def body(row: Mapping[str, object]) -> str:
    """Return an article's text: `text`, or its `sentences` joined, each a paragraph of its own."""
    sentences = row.get("sentences")
    return "\n\n".join(map(str, sentences)) if isinstance(sentences, list) else str(row.get("text") or "")


def moments(dates: Sequence[object]) -> pd.DatetimeIndex:
    """Return dates given as ISO 8601 text, in UTC; NaT where None or empty. Raises InputError for any other text."""
    told = pd.Series([str(date) if date else None for date in dates], dtype="str")
    try:
        return pd.DatetimeIndex(pd.to_datetime(told, utc=True, format="ISO8601"))
    except (ValueError, TypeError) as error:
        raise InputError(f"a date that is none ({error}); give ISO 8601, as in 2026-11-21") from error


def articles_of(
    ids: Sequence[str], titles: Sequence[object], texts: Sequence[str], published: Sequence[object]
) -> pd.DataFrame:
    """Return an ARTICLES frame of texts without outlet. Dates as `moments` reads them; raises InputError as it does."""
    rows = [
        {
            "id": article,
            "title": title,
            "text": text,
            "published": None if pd.isna(moment) else moment,
            "source": "annotated file",
        }
        for article, title, text, moment in zip(ids, titles, texts, moments(published), strict=True)
    ]
    return ARTICLES.frame(tuple(row.get(name) for name in ARTICLES.names) for row in rows)
