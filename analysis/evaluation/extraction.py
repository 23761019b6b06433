"""How much of an article's body is found, and how little else: on HTML pages, and on the same pages saved as text."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.evaluation.extraction_pages import AnnotatedPage, Overlap, annotated_pages, overlap
from analysis.evaluation.saved_text import saved_text
from analysis.evaluation.task import Evaluated, Task
from sources.clean import settle
from sources.errors import InputError
from sources.outlets import load_outlets
from sources.page import Page, Reader

_DATA = "folder with ground-truth.json {ID: {articleBody, url}} and html/ID.html.gz"


def _html(folder: Path, negatives: Path | None) -> Evaluated:
    """Read the pages as HTML, and let trafilatura's default, `extract(html)` on the bytes, read the same pages.

    Published figures of this benchmark are the F1 of mean precision and mean recall (`f1_of_means`), which lies about
    .01 above the mean of the pages' F1: trafilatura 2.3's default has .953 in the one and .943 in the other.
    """
    from trafilatura import extract

    from sources.readers.html import READER

    pages = _pages(folder)
    figures, predictions = _evaluated(pages, READER, lambda page: page.html)
    started = time.perf_counter()
    found = [overlap(page.body, extract(page.html) or "") for page in pages]
    spent = time.perf_counter() - started
    figures |= {
        "trafilatura_f1": _mean([each.f1 for each in found]),
        "trafilatura_seconds": round(spent, 2),
        "trafilatura_f1_of_means": _f1_of_means(found),
    }
    return Evaluated(figures, predictions)


def _text(folder: Path, negatives: Path | None) -> Evaluated:
    """Read the pages as a person's copy would hold them: text alone, with everything around the article."""
    from sources.readers.plain_text import READER

    return Evaluated(*_evaluated(_pages(folder), READER, lambda page: saved_text(page).encode()))


def _pages(folder: Path) -> Sequence[AnnotatedPage]:
    pages = tuple(annotated_pages(folder))
    if not pages:
        raise InputError(f"{folder}: holds no annotated page; it needs ground-truth.json and html/ID.html.gz")
    return pages


def _evaluated(
    pages: Sequence[AnnotatedPage], reader: Reader, form: Callable[[AnnotatedPage], bytes]
) -> tuple[dict[str, object], list[dict[str, object]]]:
    contents = [form(page) for page in pages]
    outlets = load_outlets()
    scores: list[Overlap] = []
    predictions: list[dict[str, object]] = []
    started = time.perf_counter()
    for page, content in zip(pages, contents, strict=True):
        text, why = "", None
        try:
            read = [each for each in reader.read(content, page.id) if isinstance(each, Page)]
            text = settle(read[0], outlets=outlets).text if read else ""
        except InputError as error:
            why = str(error)
        scores.append(overlap(page.body, text))
        predictions.append(
            {
                "id": page.id,
                "url": page.url,
                "gold": page.body,
                "prediction": text,
                "refused": why,
                **scores[-1]._asdict(),
            }
        )
    spent = time.perf_counter() - started
    figures: dict[str, object] = {name: _mean([getattr(each, name) for each in scores]) for name in Overlap._fields}
    figures |= {"f1_of_means": _f1_of_means(scores), "pages": len(pages), "seconds": round(spent, 2)}
    return figures, predictions


def _f1_of_means(scores: Sequence[Overlap]) -> float:
    precision, recall = (sum(part) for part in zip(*((each.precision, each.recall) for each in scores), strict=True))
    return round(2 * precision * recall / (precision + recall) / len(scores), 4) if precision + recall else 0.0


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4)


EXTRACTION = Task(
    name="extraction",
    meaning="How well the body of an HTML page is found: mean over pages of the F1 of four-word shingles.",
    data=_DATA,
    run=_html,
)
EXTRACTION_TEXT = Task(
    name="extraction-text",
    meaning="The same on the pages saved as text, menus, teasers, captions and comments included, no tag left.",
    data=_DATA,
    run=_text,
)
