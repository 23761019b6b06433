"""A number down to its words, as plain lines."""

from collections.abc import Collection, Iterator, Sequence

import pandas as pd

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Measure, Scored, Value
from analysis.reading.articles import read
from analysis.run import is_scored
from analysis.scoring import score
from analysis.tables import rows
from dashboard.marking import strongest_first
from dashboard.wording import (
    NO_HEADLINE,
    NO_OUTLET,
    VOICES,
    counted_in_headline,
    counted_of_headline,
    counts_in_headline,
    how_many,
    in_unit,
    known,
    weighed,
)
from sources.article import Article
from sources.errors import UnknownName
from sources.keeping.taken_out import TakenOut


def explained(article: Article, measure: str, *, out: Sequence[TakenOut] = ()) -> Iterator[str]:
    """Yield the lines that open `measure` (a measure's or a value's name) for `article` down to its words.

    Marks that are `out` are said to be, and what the value would be without them. Raises UnknownName, which lists the
    valid names.
    """
    found, values = chosen(measure)
    yield article.title or NO_HEADLINE
    yield f"{article.outlet or NO_OUTLET} · {article.id}"
    if not is_scored(article):
        yield f"not scored: the text's language is {article.language!r} and the measures read English"
        return
    scored = score(read([article]), measures=(found,))
    sentences = _sentences(article)
    without, gone = _without(scored, out) if out else ({}, frozenset[int]())
    for value in values:
        yield ""
        yield f"{value.label} ({value.unit}; {value.direction})"
        for row in rows(scored.scores[scored.scores["measure"] == value.name]):
            evidence = scored.evidence[scored.evidence["measure"] == value.name]
            if row.voice != "body":
                evidence = evidence[evidence["voice"] == row.voice]
            yield f"  {VOICES[row.voice]}: {_amount(value, row.voice, row.value, row.n)}"
            if (value.name, row.voice) in without:
                yield f"    {without[value.name, row.voice]}"
            headline = row.n if counts_in_headline(value, row.voice) else 0
            yield from _hits(evidence, value, sentences, headline=headline, gone=gone)
    yield ""
    yield f"How: {found.formula}"
    yield f"Mind: {found.caveat}"


def _without(scored: Scored, out: Sequence[TakenOut]) -> tuple[dict[tuple[str, str], str], frozenset[int]]:
    """Return by value and voice what it would be without the marks that are out, and their places in the evidence."""
    from dashboard.components.comparison import lookup
    from dashboard.components.marks_out import corrected_values, is_out
    from dashboard.components.score_panel import without_said

    values = {value.name: value for measure in ALL_MEASURES for value in measure.values}
    scores = lookup(scored.scores)
    by_voice = {(name, voice): score for (_, name, voice), score in scores.items()}
    said = {
        (name, voice): without_said(values[name], voice, by_voice[name, voice], changed)
        for (name, voice), changed in corrected_values(scored.evidence, scores, out).items()
    }
    return said, frozenset(scored.evidence.index[is_out(scored.evidence, out)])


def _amount(value: Value, voice: str, amount: float, n: int) -> str:
    if n and counts_in_headline(value, voice):
        return counted_in_headline(amount, n)
    return f"{in_unit(value, amount)}, counted from {how_many(value, n)}"


def chosen(measure: str) -> tuple[Measure, tuple[Value, ...]]:
    """Return the measure that has this name, or a value of this name, and the values asked for."""
    for record in ALL_MEASURES:
        if record.name == measure:
            return record, record.values
        for value in record.values:
            if value.name == measure:
                return record, (value,)
    known = ", ".join(value.name for record in ALL_MEASURES for value in record.values)
    raise UnknownName(f"there is no measure {measure!r}; there are {known}; and people")


def _sentences(article: Article) -> dict[int, str]:
    frame = read([article]).sentences
    return {row.sentence: article.text[row.start : row.end] for row in rows(frame)} | {-1: article.title or ""}


def _hits(
    evidence: pd.DataFrame, value: Value, sentences: dict[int, str], *, headline: int, gone: Collection[int]
) -> Iterator[str]:
    """Yield the counted places; `headline` is the number of words of a headline that is counted as one, else 0.

    The rows `gone` were taken out by a person.
    """
    for number, hits in evidence.groupby("sentence", sort=True):
        where = "headline" if number == -1 else f"sentence {int(str(number)) + 1}"
        yield f"    {where}: {sentences.get(int(str(number)), '')}"
        ordered = strongest_first(hits)
        for index, hit in zip(ordered.index, rows(ordered), strict=True):
            more = f", {hit.note}" if known(hit.note) else ""
            adds = counted_of_headline(hit.weight, headline) if headline else weighed(value, hit.weight)
            said = "; taken out by you" if index in gone else ""
            yield f"      “{hit.quote}”: {hit.category}{more}, {adds}{said}"
