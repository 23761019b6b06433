"""The pages of the article extraction benchmark: how they are read and how a body is scored."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sources.errors import InputError

SIZE = 4
"""Words in a shingle."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPage:
    """One page with the body that a person marked."""

    id: str
    html: bytes
    url: str
    body: str


class Overlap(NamedTuple):
    """Agreement of two texts in shingles of four words, each 0 to 1."""

    f1: float
    precision: float
    recall: float


def annotated_pages(folder: Path) -> Iterator[AnnotatedPage]:
    """Give the pages of a folder with `ground-truth.json` and `html/ID.html.gz`; raises InputError for another."""
    truth = folder / "ground-truth.json"
    try:
        rows = json.loads(truth.read_text(encoding="utf-8"))
        for name, row in rows.items():
            content = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
            yield AnnotatedPage(id=name, html=content, url=row["url"], body=row["articleBody"])
    except (OSError, ValueError, KeyError, AttributeError, EOFError) as error:
        raise InputError(
            f"{folder}: is no folder of annotated pages ({error}); it needs ground-truth.json and html/ID.html.gz"
        ) from error


def overlap(gold: str, text: str) -> Overlap:
    """Return how far two texts agree, counting each shingle of four words as often as it stands in both.

    A text of fewer than four words is one shingle. Two empty texts agree; an empty one and another do not.
    """
    wanted, given = shingles(gold), shingles(text)
    if not wanted and not given:
        return Overlap(1.0, 1.0, 1.0)
    shared = (wanted & given).total()
    if not shared:
        return Overlap(0.0, 0.0, 0.0)
    precision, recall = shared / given.total(), shared / wanted.total()
    return Overlap(2 * precision * recall / (precision + recall), precision, recall)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in a text with their counts; the whole text when it is shorter."""
    words = words_of(text)
    if len(words) < SIZE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(SIZE)), strict=False))


def words_of(text: str) -> list[str]:
    """Return the words of a text as shingles count them."""
    return _WORD.findall(text)
