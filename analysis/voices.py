"""Voices: which words of a body are quoted, who is quoted, and to whom the narration attributes what it tells."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from analysis.cues import cues
from analysis.narration import Narration
from analysis.quotations import quotations
from analysis.quoted_speech import GivenQuotations, Quoted, cue_words
from analysis.speakers import Speaker, Speakers
from analysis.subjects import Cue
from analysis.tokens import Tokens


class Attributed(NamedTuple):
    """A place where the narration says who said, thinks or shows something, with or without a quotation."""

    start: int
    """First character of the source."""
    end: int
    sentence: int
    speaker: Speaker
    cue: str


class Voiced(NamedTuple):
    """What `voiced` finds in one body."""

    quoted: list[Quoted]
    attributed: list[Attributed]


def voiced(
    text: str,
    *,
    tokens: Tokens,
    sentence: Sequence[int],
    sentences: Sequence[tuple[int, int, int]],
    headings: Sequence[tuple[int, int]] = (),
) -> Voiced:
    """Return the quotations of a body with their speakers, and its attributions, both in order.

    `tokens` are the words of its sentences and `sentence` the number of the sentence of each.
    """
    if not tokens.starts:
        return Voiced([], [])
    raw = [q for q in quotations(text, headings) if text[q.start : q.end].strip()]
    inside = [-1] * len(tokens.starts)
    extents: list[tuple[int, int]] = []
    for number, quotation in enumerate(raw):
        first = bisect_left(tokens.starts, quotation.start)
        last = bisect_left(tokens.starts, quotation.end)
        extents.append((first, last))
        inside[first:last] = [number] * (last - first)
    narration = Narration(text, tokens, sentence=sentence, quoted=inside)
    found = cues(narration)
    speakers = Speakers(narration)
    resolved = [speakers.resolve(cue.source) if cue.source else None for cue in found]
    rows = GivenQuotations(narration, raw, extents, found, resolved, sentences, speakers)
    quoted = rows.rows()
    attributed = [
        Attributed(
            *narration.span(cue.source.first, cue.source.last), sentence[cue.first], speaker, cue_words(narration, cue)
        )
        for number, (cue, speaker) in enumerate(zip(found, resolved, strict=True))
        if cue.source and speaker and _counts(narration, cue, speakers, quotes=number in rows.used)
    ]
    attributed.sort(key=lambda a: (a.sentence, a.start))
    return Voiced(quoted, attributed)


def _counts(narration: Narration, cue: Cue, speakers: Speakers, *, quotes: bool) -> bool:
    """Return whether a cue is an attribution: what is said, thought or shown follows, and is not only wished or denied.

    Verbs that judge ("slammed") or go beside a quotation ("continued") need one.
    """
    if quotes:
        return True
    if not cue.firm or cue.kind in ("judge", "beside") or cue.source is None:
        return False
    if cue.source.form == "other" and not (
        cue.kind == "say" and narration.words[cue.source.first] in ("the", "a", "an")
    ):
        return False
    beyond = cue.last + 1
    following = narration.words[beyond] if narration.joined(cue.last) else ""
    if cue.kind == "find" and cue.source.form == "name" and following != "that":
        return False
    return not (following == "not" and narration.words[cue.first] in ("ask", "asks", "asked"))
