"""Voices: which words of a body are quoted, who is quoted, and to whom the narration attributes what it tells."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from analysis import wordlists
from analysis.reading.cues import cues
from analysis.reading.deeds import tells
from analysis.reading.descriptions import descriptions
from analysis.reading.narration import Narration, Noun, reporting_verbs, source_nouns
from analysis.reading.proper_names import Source
from analysis.reading.quotations import Quotation, is_nickname
from analysis.reading.quoted_speech import GivenQuotations, Quoted, cue_words
from analysis.reading.speakers import NAMED, Speaker, Speakers
from analysis.reading.subjects import Cue
from analysis.reading.tokens import Tokens
from analysis.reading.word_kinds import POSSESSIVE

_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_SUPPOSING = frozenset({"if", "unless", "whether"})


class Attributed(NamedTuple):
    """A place where the narration says who said, thinks or shows something, with or without a quotation."""

    start: int
    """First character of the source."""
    end: int
    sentence: int
    speaker: Speaker
    cue: str
    cue_start: int
    cue_end: int


class Voiced(NamedTuple):
    """What `voiced` finds in one body."""

    quoted: list[Quoted]
    attributed: list[Attributed]
    described: dict[str, str]
    """What the text says of named speakers: "director of the port authority"."""


def voiced(
    text: str,
    *,
    tokens: Tokens,
    sentence: Sequence[int],
    sentences: Sequence[tuple[int, int, int]],
    marks: Sequence[Quotation],
    names: Sequence[int] | None = None,
) -> Voiced:
    """Return the quotations of a body with their speakers, and its attributions, both in order.

    `tokens` are the words of its sentences and `sentence` the number of the sentence of each. `marks` are the spans
    between quotation marks, as `quotations` returns them, and `names` the places where full names may begin, where
    somebody has looked for them.
    """
    if not tokens.starts:
        return Voiced([], [], {})
    marked = [q for q in marks if text[q.start : q.end].strip()]
    raw = [q for q in marked if not is_nickname(text, q)]
    inside = [-1] * len(tokens.starts)
    extents: list[tuple[int, int]] = []
    for number, quotation in enumerate(raw):
        first = bisect_left(tokens.starts, quotation.start)
        last = bisect_left(tokens.starts, quotation.end)
        extents.append((first, last))
        inside[first:last] = [number] * (last - first)
    nicknames: set[int] = set()
    if len(raw) < len(marked):
        for quotation in marked:
            if is_nickname(text, quotation):
                nicknames.update(
                    range(bisect_left(tokens.starts, quotation.start), bisect_left(tokens.starts, quotation.end))
                )
    narration = Narration(text, tokens, sentence=sentence, quoted=inside, nicknames=nicknames, extents=extents)
    found = cues(narration)
    speakers = Speakers(narration, names=names)
    resolved = [
        speakers.resolve(cue.source, said=cue.firm and cue.kind == "say") if cue.source else None for cue in found
    ]
    rows = GivenQuotations(narration, raw, extents, found, resolved, sentences, speakers)
    quoted = rows.rows()
    attributed = [
        Attributed(
            *narration.span(cue.source.first, cue.source.last),
            sentence[cue.first],
            speaker,
            cue_words(narration, cue),
            *narration.span(cue.first, cue.last),
        )
        for number, (cue, speaker) in enumerate(zip(found, resolved, strict=True))
        if cue.source and speaker and _counts(narration, cue, speakers, quotes=number in rows.used)
    ]
    attributed.sort(key=lambda a: (a.sentence, a.start))
    named = [(r.name, c.source) for c, r in zip(found, resolved, strict=True) if c.source and r and r.naming == NAMED]
    return Voiced(quoted, attributed, descriptions(narration, speakers, named))


def _counts(narration: Narration, cue: Cue, speakers: Speakers, *, quotes: bool) -> bool:
    """Return whether a cue is an attribution: what is said, thought or shown follows, and is not only wished or denied.

    Verbs that judge ("slammed") or go beside a quotation ("continued") need one. Announcing a thing, promising money or
    adding to a sum is a deed: such verbs need a clause that tells something.
    """
    if quotes:
        return True
    if not cue.firm or cue.kind in ("judge", "beside") or cue.source is None:
        return False
    words, first = narration.words, cue.source.first
    if words[first] in _NOBODY or (narration.joins[first - 1] and words[first - 1] in _SUPPOSING):
        return False
    verb = reporting_verbs().get(words[cue.last]) if cue.first == cue.last else None
    content = verb.content if verb else "any"
    if cue.source.form == "other" and verb:
        if cue.kind != "say" or words[first] not in ("the", "a", "an"):
            return False
        content = content if verb.verb in ("say", "tell") else "clause"
    noun = source_nouns().get(words[cue.source.head]) if cue.source.form == "noun" else None
    if cue.kind == "find" and not (noun and noun.kind == "document"):
        content = "clause"
    beyond = cue.last + 1
    following = words[beyond] if narration.joins[cue.last] else ""
    if verb and verb.verb == "report" and not _is_body(cue.source, noun, speakers, words):
        content = "clause"  # "people have reported illness"
    if following in ("in", "of", "for") and verb and verb.kind == "think":
        return False  # "believed in Lund", "thought of home"
    if verb and verb.verb == "write" and following and narration.kinds[beyond] & POSSESSIVE:
        content = "clause"  # "wrote his dissertation"
    someone = content == "clause or to someone"
    if content != "any" and not tells(narration, cue.last, to=content == "clause or to", someone=someone):
        return False
    if cue.source.form == "other" and not following and verb and verb.verb not in ("say", "tell"):
        return first > 0 and "," in narration.gap(first - 1)  # "the primary states."
    return not (following == "not" and words[cue.first] in ("ask", "asks", "asked"))


def _is_body(source: Source, noun: Noun | None, speakers: Speakers, words: Sequence[str]) -> bool:
    """Return whether a newspaper or another body reports, whose reports are news and no deeds of its own."""
    if source.form == "name":
        shown = " ".join(words[source.name_first : source.head + 1])
        body = source.head > source.name_first or words[source.first - 1] == "the"
        return shown in wordlists.column("agency_names") or (body and not speakers.names.is_full_name(shown))
    return noun is not None and noun.kind != "person"
