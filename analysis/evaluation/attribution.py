"""How often quotations are found and given to the right speaker, on news in which people marked attributions."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from analysis import wordlists
from analysis.evaluation.task import Evaluated, Task
from analysis.reading.articles import read
from analysis.reading.narration import words_in
from analysis.reading.quotations import quotations
from analysis.reading.tokens import normal_form, word_spans
from sources.article import Article
from sources.errors import InputError

_LONG = 4
"""Speakers are judged for quotations of at least so many words."""

_PRONOUNS = ("he", "she", "they", "it", "self")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    import gzip

    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if "text" not in row or "attributions" not in row:
                    raise InputError(
                        f"{path}: a row has no text or no attributions; give a file of annotated attributions"
                    )
                yield row
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not a file of JSON lines ({error}); give one row per article") from error


def _read(rows: Iterator[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[tuple[Any, ...]]]]:
    """Return each row with the quotations that the shipped reading finds: (start, end, speaker, cue)."""
    while batch := list(islice(rows, 100)):
        articles = [Article(id=f"{number:016x}", text=row["text"]) for number, row in enumerate(batch)]
        found: dict[str, list[tuple[Any, ...]]] = {article.id: [] for article in articles}
        voices = read(articles).voices
        columns = (voices[name].tolist() for name in ("article", "start", "end", "speaker", "cue"))
        for article, *quotation in zip(*columns, strict=True):
            found[article].append(tuple(quotation))
        yield from zip(batch, found.values(), strict=True)


def _names_in(phrase: str) -> set[str]:
    """Return the words of a phrase that can name its source: the capitalised ones and the noun it turns on."""
    words = [phrase[start:end] for start, end in word_spans(phrase)]
    normal = [normal_form(word).removesuffix("'s") for word in words]
    small = words_in("determiner", "preposition", "coordinator", "connector", "possessive", "adverb")
    capital = {
        low
        for word, low in zip(words, normal, strict=True)
        if word[0].isupper() and low not in small and low not in wordlists.column("person_titles")
    }
    head = next((place for place, low in enumerate(normal) if place and low in words_in("preposition")), len(normal))
    return (capital | {normal[head - 1]}) - {""} if normal else set()


def _source(text: str, attribution: Mapping[str, Any]) -> str:
    return " ".join(text[start:end] for start, end in attribution.get("source", []))


def _stands_for(text: str, attributions: Sequence[Mapping[str, Any]], attribution: Mapping[str, Any]) -> str:
    """Return the nearest named source before a pronoun's: whom the pronoun stands for, as far as the file tells."""
    place = attribution["source"][0][0]
    best, at = "", -1
    for other in attributions:
        if "source" in other and at < other["source"][0][0] < place:
            named = _source(text, other)
            if re.search(r"[A-Z]", named) and named.lower() not in words_in(*_PRONOUNS):
                best, at = named, other["source"][0][0]
    return best


def _best_attribution(
    attributions: Sequence[Mapping[str, Any]], start: int, end: int
) -> tuple[Mapping[str, Any] | None, int]:
    """Return the attribution whose content covers most of the span, and how many characters of it."""
    best: Mapping[str, Any] | None = None
    most, size = 0, 0
    for attribution in attributions:
        content = attribution.get("content", [])
        covered = sum(max(0, min(end, b) - max(start, a)) for a, b in content)
        length = sum(b - a for a, b in content)
        if covered > most or (covered == most and covered and length < size):
            best, most, size = attribution, covered, length
    return best, most


def _right(answer: str, gold: str, named: str) -> bool:
    """Return whether the answer names the gold source, or whom a pronoun stands for."""
    wanted = {normal_form(gold[a:b]).removesuffix("'s") for a, b in word_spans(named or gold)} if not named else set()
    wanted |= {normal_form(named[a:b]).removesuffix("'s") for a, b in word_spans(named)}
    return bool(_names_in(answer) & wanted)


def evaluate(path: Path, negatives: Path | None = None) -> Evaluated:
    """Evaluate the shipped reading on the file.

    A gold quotation word stands between quotation marks and in the content of an attribution. A speaker is right when
    the noun it turns on or a proper name of it is in the gold source; where the gold source is a pronoun, when it names
    the nearest named source before it. `negatives` is not used. Raises InputError for a file of another form.
    """
    found = both = gold_words = 0
    right = answered = judged = 0
    predictions: list[dict[str, object]] = []
    for number, (row, mine) in enumerate(_read(_rows(path))):
        text, attributions = row["text"], row["attributions"]
        content = bytearray(len(text))
        for attribution in attributions:
            for start, end in attribution.get("content", []):
                content[start:end] = b"\1" * (end - start)
        for start, end, *_ in mine:
            words = word_spans(text[start:end])
            found += len(words)
            both += sum(content[start + a] for a, _ in words)
        for quotation in quotations(text):
            words = word_spans(text[quotation.start : quotation.end])
            inside = sum(content[quotation.start + a] for a, _ in words)
            gold_words += inside
            if len(words) < _LONG or inside * 2 <= len(words):
                continue
            best, _ = _best_attribution(attributions, quotation.start, quotation.end)
            if best is None or not best.get("source"):
                continue
            judged += 1
            answer, cue = next(
                (
                    (speaker, cue)
                    for start, end, speaker, cue in mine
                    if start <= quotation.start and quotation.end <= end and isinstance(speaker, str)
                ),
                (None, None),
            )
            gold = _source(text, best)
            pronoun = gold.lower() in words_in(*_PRONOUNS)
            named = _stands_for(text, attributions, best) if pronoun else ""
            correct = answer is not None and _right(answer, gold, named)
            answered += answer is not None
            right += correct
            predictions.append(
                {
                    "article": row.get("id", number),
                    "start": quotation.start,
                    "end": quotation.end,
                    "gold": gold,
                    "stands_for": named or None,
                    "speaker": answer,
                    "cue": cue if isinstance(cue, str) else None,
                    "right": correct,
                }
            )
    precision = both / found if found else None
    recall = both / gold_words if gold_words else None
    return Evaluated(
        {
            "quote_token_precision": precision,
            "quote_token_recall": recall,
            "quote_token_f1": 2 * precision * recall / (precision + recall) if precision and recall else None,
            "source_right_of_all": right / judged if judged else None,
            "source_right_of_answered": right / answered if answered else None,
            "coverage": answered / judged if judged else None,
            "quotes": judged,
        },
        predictions,
    )


TASK = Task(
    name="attribution",
    meaning="how many of the quoted words are found, and how often a quotation is given to the right speaker",
    data="JSON lines: text, attributions[{source, cue, content: [[start, end], ...]}]",
    run=evaluate,
)
