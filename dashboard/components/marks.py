"""An article's text with the words that were counted marked, and quotations set apart."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Measure
from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.marking import Piece, pieces
from dashboard.row import Row
from dashboard.wording import COLOUR, IN_VOICE, counts_in_headline, known, records, weighed
from sources.article import Article

Child = str | Component

FAINT = tuple(f"strength {strength} of" for strength in (1, 2))
"""How the note of a mark begins that is drawn faintly."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that carries a note: of a measure (`key` is its number in the list) or of a quotation (None)."""

    start: int
    end: int
    key: int | None
    what: str
    why: str
    faint: bool = False
    """Whether it is drawn faintly: a loaded word that many reports use without a thought."""
    at: str = ""
    """What names this mark where a person can take it out (`mark_at`); empty where nobody can."""
    out: int = 0
    """The number under which a person took it out; 0 while it counts."""

    @property
    def note(self) -> dict[str, object]:
        """Return the note as the shared pop-up reads it."""
        made: dict[str, object] = {"on": self.key, "what": self.what, "why": self.why}
        return {**made, **({"at": self.at} if self.at else {}), **({"out": self.out} if self.out else {})}


def mark_at(value: str, place: str, start: int, end: int) -> str:
    """Return what names a mark in an article: "loaded|text|12|19"."""
    return f"{value}|{place}|{start}|{end}"


def evidence_spans(
    evidence: pd.DataFrame,
    *,
    measures: tuple[Measure, ...] = ALL_MEASURES,
    taken_out: Mapping[str, int] | None = None,
) -> list[Span]:
    """Return the spans of EVIDENCE rows with their notes in plain words; rows of unknown measures are left out.

    `taken_out` has the numbers of the marks that a person took out by what names them; without it none can be.
    """
    by_name = records(measures)
    columns = ("measure", "start", "end", "weight", "voice", "category", "note")
    made = []
    for name, start, end, weight, voice, category, note in zip(*(evidence[c].tolist() for c in columns), strict=True):
        if name in by_name:
            at = "" if taken_out is None else mark_at(name, "title" if voice == "headline" else "text", start, end)
            out = (taken_out or {}).get(at, 0)
            key, measure, value = by_name[name]
            part = "" if value.label == measure.label else f" ({value.label})"
            said = IN_VOICE.get(voice, voice)
            why = said if counts_in_headline(value, voice) else f"{weighed(value, weight)}, {said}"
            if known(note):
                why = f"{note} ({why})"
            faint = known(note) and note.startswith(FAINT)
            if out:
                why = f"taken out by you; {why}"
            made.append(Span(start, end, key, f"{measure.label}{part}: {category}", why, faint, at, out))
    return made


def counts_of(evidence: pd.DataFrame) -> dict[int, int]:
    """Return the number of marked places of each measure; a place that counts for two of its values is one."""
    by_name = records()
    columns = (evidence[name].tolist() for name in ("measure", "article", "voice", "start", "end"))
    places = {(by_name[name][0], *place) for name, *place in zip(*columns, strict=True) if name in by_name}
    return dict(Counter(key for key, *_ in places))


def quotation_spans(voices: pd.DataFrame) -> list[Span]:
    """Return the quotations among VOICES rows, with who speaks."""
    quoted = voices[voices["voice"] == "quotation"]
    return [Span(int(row.start), int(row.end), None, _speaker(row), _cue(row)) for row in rows_of(quoted)]


def words_only(evidence: pd.DataFrame, *, sentences: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """Return the EVIDENCE rows of one article that mark words.

    Left out are those that cover a whole sentence or a whole quotation: they would mark most of a text, and can be
    seen by opening their number.
    """
    whole = {(a, b) for frame in (sentences, voices) for a, b in zip(frame["start"], frame["end"], strict=True)}
    spans = zip(evidence["start"], evidence["end"], evidence["voice"], strict=True)
    kept = [voice == "headline" or (a, b) not in whole for a, b, voice in spans]
    return evidence[pd.Series(kept, index=evidence.index, dtype="bool")]


def marked_body(
    article: Article,
    *,
    sentences: pd.DataFrame,
    spans: Sequence[Span],
    anchors: bool = False,
    wanted: int | None = None,
    heading_level: int = 2,
    tells: Mapping[int, str] | None = None,
) -> list[Component]:
    """Return the body's blocks: paragraphs and section headings, cut exactly at the spans' borders.

    `anchors` gives each sentence an id ("s12") to link to; `wanted` is the number of a sentence to show as the one
    that was asked for. `tells` names, for sentences that tell facts, which (numbers with spaces between them).
    """
    heading = {2: html.H2, 3: html.H3, 4: html.H4}[heading_level]
    headings = set(article.headings)
    rows = list(zip(sentences["sentence"], sentences["start"], sentences["end"], strict=True))
    blocks: list[Component] = []
    start = 0
    for block in article.text.split("\n\n"):
        end = start + len(block)
        if (start, end) in headings:
            blocks.append(heading(article.text[start:end], className="section-heading"))
        else:
            inside = [(int(n), int(a), int(b)) for n, a, b in rows if a < end and b > start]
            blocks.append(
                html.P(list(_paragraph(article.text, start, end, inside, spans, anchors, wanted, tells or {})))
            )
        start = end + 2
    return blocks


def marked(text: str, spans: Sequence[Span], *, start: int = 0, end: int | None = None) -> list[Child]:
    """Return `text[start:end]` as strings and marks."""
    ranges = [(span.start, span.end) for span in spans]
    return [_piece(piece, spans) for piece in pieces(text, ranges, start=start, end=end)]


def _paragraph(
    text: str,
    start: int,
    end: int,
    sentences: list[tuple[int, int, int]],
    spans: Sequence[Span],
    anchors: bool,
    wanted: int | None,
    tells: Mapping[int, str],
) -> Iterator[Child]:
    near = [span for span in spans if span.start < end and span.end > start]
    at = start
    for sentence, first, last in sentences:
        first, last = max(first, at), min(last, end)
        if first > at:
            yield from marked(text, near, start=at, end=first)
        children = marked(text, near, start=first, end=last)
        if anchors:
            name = "sentence wanted" if sentence == wanted else "sentence"
            yield html.Span(children, id=f"s{sentence}", className=name)
        elif sentence in tells:
            yield html.Span(children, className="sentence", **extra({"data-facts": tells[sentence]}))
        else:
            yield from children
        at = last
    if at < end:
        yield from marked(text, near, start=at, end=end)


def _piece(piece: Piece, spans: Sequence[Span]) -> Child:
    over = [spans[number] for number in piece.spans]
    if not over:
        return piece.text
    keys = sorted({span.key for span in over if span.key is not None})
    quotes = [span for span in over if span.key is None]
    notes = list({(s.key, s.what, s.why, s.at): s.note for s in over}.values())
    opens = any(span.start == piece.start for span in quotes)
    attributes = {"data-notes": json.dumps(notes, ensure_ascii=False), "data-on": " ".join(map(str, keys))}
    if opens:
        attributes["data-stop"] = "quotation"
    quoted = " quoted" if quotes else ""
    if not keys:
        return html.Span(piece.text, className="quoted", **extra(attributes))
    counting = [span for span in over if not span.out]
    live = [key for key in keys if any(span.key == key for span in counting)]
    if not live:
        return html.S(piece.text, className=" ".join(f"out-{key}" for key in keys) + quoted, **extra(attributes))
    strong = {span.key for span in counting if not span.faint}
    names = [f"mk-{key}" if key in strong else f"mk-{key} faint" for key in live]
    inner: Child = piece.text
    for name in [*(f"out-{key}" for key in keys if key not in live), *names[:-1]]:
        inner = html.Span(inner, className=name)
    return html.Mark(inner, className=f"mk {names[-1]}{quoted}", **extra(attributes))


def _speaker(row: Row) -> str:
    speaker, naming = row.speaker, row.naming
    if not known(speaker):
        return "Quoted: the text does not say who speaks" if not known(naming) else "Quoted: a source without a name"
    described = f", {row.described}" if known(row.described) else ""
    return f"Quoted: {speaker}{described}" + (" (not named)" if naming == "anonymous" else "")


def _cue(row: Row) -> str:
    if not known(row.cue):
        return ""
    adds = f", {COLOUR[row.colour]}" if row.colour in COLOUR else ""
    return f"said with “{row.cue}”{adds}"
