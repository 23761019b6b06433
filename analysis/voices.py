"""Voices: which words of a body are quoted, who is quoted, and what tells us so."""
from collections.abc import Sequence
from typing import NamedTuple

from analysis.quotations import quotations
from analysis.tokens import Tokens


class Quoted(NamedTuple):
    """One row of VOICES for a quotation, without its article."""

    start: int
    end: int
    speaker: str | None
    naming: str | None
    cue: str | None


def quoted(
    text: str, *, tokens: Tokens, sentences: Sequence[tuple[int, int, int]], headings: Sequence[tuple[int, int]] = ()
) -> list[Quoted]:
    """Return the quotations of a body with their speakers, in order."""
    return [Quoted(q.start, q.end, None, None, None) for q in quotations(text, headings) if q.end > q.start]
