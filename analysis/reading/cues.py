"""Attributions: each reporting verb or phrase of a body with the source that it belongs to."""

from functools import cache

from analysis import wordlists
from analysis.reading import noun_phrases
from analysis.reading.narration import Narration, Verb, reporting_verbs, source_nouns, words_in
from analysis.reading.proper_names import Source
from analysis.reading.subjects import (
    CONTRACTED,
    Cue,
    after_comma,
    clause_subject,
    past_auxiliaries,
    subject,
    subject_at,
)

_AGENT_WITHIN = 14
"""An agent (by X) is looked for in so many words after a passive verb."""


@cache
def _phrases() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], bool, str], ...]]:
    """Return the reporting phrases by their first two words: the words, whether the source comes after, the kind."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], bool, str]]] = {}
    for phrase, place, kind, _ in wordlists.rows("reporting_phrases"):
        parts = tuple(phrase.split())
        found.setdefault((parts[0], parts[1]), []).append((parts, place == "after", kind))
    return {first: tuple(sorted(group, key=lambda p: -len(p[0]))) for first, group in found.items()}


@cache
def _triggers() -> frozenset[str]:
    return frozenset(reporting_verbs()) | {first for first, _ in _phrases()}


def cues(narration: Narration) -> list[Cue]:
    """Return the reporting verbs and phrases outside quotations, in order, with their sources."""
    found: list[Cue] = []
    triggers, verbs, phrases = _triggers(), reporting_verbs(), _phrases()
    words, quoted = narration.words, narration.quoted
    done = -1
    for index in [at for at, word in enumerate(words) if word in triggers]:
        if quoted[index] >= 0 or index <= done:
            continue
        word = words[index]
        known = phrases.get((word, words[index + 1])) if index + 1 < narration.size else None
        cue = _phrase(narration, index, known, found) if known else None
        if cue is None and word in verbs:
            cue = _verb(narration, index, verbs[word], found)
        if cue is not None:
            found.append(cue)
            done = cue.last
    return found


def _phrase(
    narration: Narration, index: int, known: tuple[tuple[tuple[str, ...], bool, str], ...], found: list[Cue]
) -> Cue | None:
    words = narration.words
    for parts, source_after, kind in known:
        last = index + len(parts) - 1
        if tuple(words[index : last + 1]) != parts or not all(narration.joined(i) for i in range(index, last)):
            continue
        if source_after:
            source = noun_phrases.after(narration, last + 1) if narration.joined(last) else None
            return Cue(index, last, kind, source, True, False) if source else None
        source, firm = subject(narration, index, found)
        return Cue(index, last, kind, source, firm, True)
    return None


def _verb(narration: Narration, index: int, verb: Verb, found: list[Cue]) -> Cue | None:
    words = narration.words
    if narration.capital(index) and not (verb.shape == "ing" and _begins(narration, index)):
        return _opening(narration, index, verb)
    before = words[index - 1] if index and narration.joined(index - 1) else ""
    if "-" in narration.gap(index) or (index and narration.gap(index - 1) == "-"):
        return None
    if before in words_in("determiner", "possessive") or (before.endswith("'s") and verb.shape in ("base", "present")):
        return None
    if verb.shape == "ing":
        return _participle(narration, index, verb, found)
    at, firm, passive, helped = past_auxiliaries(narration, index)
    if passive and words[at] in CONTRACTED and at >= 0:
        passive = False  # he's said
    if passive and verb.shape in ("past", "participle"):
        return _passive(narration, index, verb, firm=firm)
    source, sure = subject_at(narration, at, index, found)
    if source is None:
        if verb.kind in ("say", "beside") and _may_be_inverted(narration, index):
            source = noun_phrases.after(narration, index + 1) if narration.joined(index) else None
            if source:
                return Cue(index, index, verb.kind, source, True, False)
        beside = narration.quote_mark_in(index) or (index > 0 and narration.quote_mark_in(index - 1))
        if beside and verb.shape not in ("base", "present"):
            source = clause_subject(narration, index, found) if verb.kind == "say" else None
            return Cue(index, index, verb.kind, source, False, True)
        return None
    if verb.shape in ("base", "present") and not helped and sure and not _agrees(narration, source, verb):
        return None
    if source.form == "other" and verb.kind in ("judge", "find"):
        return None
    return Cue(index, index, verb.kind, source, firm and sure, True)


def _begins(narration: Narration, index: int) -> bool:
    return index == 0 or narration.sentence[index - 1] != narration.sentence[index]


def _agrees(narration: Narration, source: Source, verb: Verb) -> bool:
    """Return whether subject and verb agree, which tells "officials report" from "the official report"."""
    word = narration.words[source.head]
    if source.form == "pronoun":
        plural = word in words_in("they", "self")
    elif source.form == "noun" and word in source_nouns():
        plural = source_nouns()[word].plural
    elif source.form == "name":
        return verb.shape == "present" or "and" in narration.words[source.first : source.last + 1]
    else:
        return verb.shape == "present"
    return plural == (verb.shape == "base")


def _may_be_inverted(narration: Narration, index: int) -> bool:
    """Return whether "said X" may follow what was said: after a closing mark, a comma, or at the sentence's start."""
    if _begins(narration, index):
        return True
    gap = narration.gap(index - 1)
    return narration.quote_mark_in(index - 1) or "," in gap or "—" in gap


def _opening(narration: Narration, index: int, verb: Verb) -> Cue | None:
    """Return a cue for a sentence that opens with its verb: "Said Ann Lee: …"."""
    beside = verb.kind == "say" and verb.shape in ("past", "present") and narration.joined(index)
    source = noun_phrases.after(narration, index + 1) if beside and _begins(narration, index) else None
    if source is None or source.form != "name" or ":" not in narration.gap(source.last):
        return None
    return Cue(index, index, verb.kind, source, True, True)


def _passive(narration: Narration, index: int, verb: Verb, *, firm: bool) -> Cue | None:
    """Return a cue for "was called … by X", its source None where no agent is named."""
    if verb.verb == "quote":
        return None  # "was quoted by X as saying": the next verb has the source
    for at in range(index + 1, min(index + _AGENT_WITHIN, narration.size - 1)):
        if narration.sentence[at] != narration.sentence[index]:
            break
        if narration.quoted[at] < 0 and narration.words[at] in words_in("be", "modal"):
            break  # another clause: "if they were told, the fine will be set by"
        if narration.words[at] == "by" and narration.quoted[at] < 0 and narration.joined(at):
            source = noun_phrases.after(narration, at + 1)
            if source:
                return Cue(index, index, verb.kind, source, firm, True)
    near = range(index, min(index + 2, narration.size))  # "was told “…”", "was told to “…”"
    if verb.verb == "report" or not any(narration.quote_mark_in(at) for at in near):
        return None
    return Cue(index, index, verb.kind, None, True, True)


def _participle(narration: Narration, index: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """Return a cue for "…, saying that", "is calling it" and "a source saying"."""
    at, firm, progressive, _ = past_auxiliaries(narration, index)
    if progressive:
        source, sure = subject_at(narration, at, index, found)
        return Cue(index, index, verb.kind, source, firm and sure, True) if source else None
    before = index - 1
    if (
        before >= 0
        and narration.joined(before)
        and (
            narration.words[before] in source_nouns() or (narration.capital(before) and not _begins(narration, before))
        )
    ):
        source = noun_phrases.before(narration, before)
    else:
        source = clause_subject(narration, index, found)
        if source is None and _begins(narration, index):
            source = after_comma(narration, index)
    return Cue(index, index, verb.kind, source, False, True) if source or narration.quote_mark_in(index) else None
