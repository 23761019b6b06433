"""Attributions: each reporting verb or phrase of a body with the source that it belongs to."""

from functools import cache
from itertools import compress, count

from analysis import wordlists
from analysis.reading import noun_phrases
from analysis.reading.deeds import is_deed, tells
from analysis.reading.narration import Narration, Verb, reporting_verbs, source_nouns, words_in
from analysis.reading.proper_names import Source, is_name, name_run, named
from analysis.reading.subjects import (
    CONTRACTED,
    Cue,
    after_comma,
    clause_subject,
    past_auxiliaries,
    subject,
    subject_at,
)

_INVERTED = frozenset({"say", "add", "explain", "argue", "note", "suggest", "claim", "conclude", "insist", "write"})
"""Verbs whose source, where it ends the sentence, is no person told: "…, said several aides."."""

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "such", "no", "every", "each"})
_NOUNS = frozenset(
    {"state", "view", "report", "claim", "call", "comment", "remark", "answer", "demand", "request", "attack", "fear"}
    | {
        "hope",
        "question",
        "promise",
        "pledge",
        "estimate",
        "forecast",
        "tweet",
        "post",
        "challenge",
        "threat",
        "praise",
    }
)
"""Verbs that are nouns too: after a phrase of place where no clause follows, and before a helping verb."""

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


_PREPOSED = frozenset({"per", "words"})


@cache
def _triggers() -> frozenset[str]:
    return frozenset(reporting_verbs()) | {first for first, _ in _phrases()} | _PREPOSED


def cues(narration: Narration) -> list[Cue]:
    """Return the reporting verbs and phrases outside quotations, in order, with their sources."""
    found: list[Cue] = []
    triggers, verbs, phrases = _triggers(), reporting_verbs(), _phrases()
    words, quoted = narration.words, narration.quoted
    done = -1
    for index in compress(count(), map(triggers.__contains__, words)):
        if quoted[index] >= 0 or index <= done:
            continue
        word = words[index]
        known = phrases.get((word, words[index + 1])) if index + 1 < narration.size else None
        cue = _phrase(narration, index, known, found) if known else None
        if cue is None and word in _PREPOSED:
            cue = _preposed(narration, index)
        elif cue is None and word in verbs:
            cue = _verb(narration, index, verbs[word], found)
        if cue is not None:
            found.append(cue)
            done = cue.last
    return found


def _preposed(narration: Narration, index: int) -> Cue | None:
    """Return a cue for "per the Lantern" and for "in Ann Lee’s words"."""
    words = narration.words
    if words[index] == "per":
        name = index + 1 + (narration.joined(index) and words[index + 1] == "the")
        far = name < narration.size and is_name(narration, name) and narration.joined(index)
        source = noun_phrases.after(narration, index + 1) if far else None
        return Cue(index, index, "say", source, True, False) if source and source.form == "name" else None
    at = index - 1 - (index > 0 and words[index - 1] == "own")
    if at < 1 or not narration.joined(at) or not narration.joined(at - 1):
        return None
    if words[at] in ("his", "her", "their"):
        source = Source(at, at, "pronoun", at, at)
    elif words[at].endswith("'s") and narration.capital(at):
        source = named(narration, max(name_run(narration, at, step=-1), 1), at)
    else:
        return None
    before = source.first - 1
    return Cue(index, index, "say", source, True, True) if before >= 0 and words[before] == "in" else None


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
            if source and source.form == "other" and words[source.first] in words_in("possessive"):
                return None  # "according to their conscience"
            return Cue(index, last, kind, source, True, False) if source else None
        if parts[-1] == "out" and narration.joined(last) and words[last + 1] == "of":
            return None  # "dropped points out of laziness"
        source, firm = subject(narration, index, found)
        return Cue(index, last, kind, source, firm, True)
    return None


def _verb(narration: Narration, index: int, verb: Verb, found: list[Cue]) -> Cue | None:
    words = narration.words
    if is_deed(narration, index, verb.verb):
        return None
    if narration.capital(index) and not (verb.shape == "ing" and _begins(narration, index)):
        return _opening(narration, index, verb)
    before = words[index - 1] if index and narration.joined(index - 1) else ""
    if "-" in narration.gap(index) or (index and narration.gap(index - 1) == "-"):
        return None
    if (before in words_in("determiner", "possessive") and not _counted(narration, index, verb)) or (
        before.endswith("'s") and verb.shape in ("base", "present")
    ):
        return None
    following = words[index + 1] if narration.joined(index) else ""
    if verb.verb in _NOUNS and verb.shape in ("base", "present") and following in words_in("be", "have", "modal"):
        return None  # "the attacks were"
    if verb.shape == "ing":
        return _participle(narration, index, verb, found)
    at, firm, passive, helped = past_auxiliaries(narration, index)
    if passive and words[at] in CONTRACTED and at >= 0:
        passive = False  # he's said
    if passive and verb.shape in ("past", "participle"):
        return _passive(narration, index, verb, firm=firm)
    source, sure = subject_at(narration, at, index, found)
    if source is not None and verb.verb in _INVERTED and _ends_inverted(narration, index):
        source = noun_phrases.after(narration, index + 1)
        return Cue(index, index, verb.kind, source, True, False)
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
    if verb.shape in ("base", "present") and not helped and sure and not _agrees(narration, index, source, verb):
        return None
    if source.form == "other" and verb.kind in ("judge", "find"):
        return None
    if verb.verb == "read" and (source.form != "noun" or source_nouns()[words[source.head]].kind != "document"):
        return None  # a sign reads “…”, people read books
    return Cue(index, index, verb.kind, source, firm and sure, True)


def _counted(narration: Narration, index: int, verb: Verb) -> bool:
    """Return whether a number or "some" before the verb is its subject: "some say", "a mother of two told"."""
    words = narration.words
    if verb.kind not in ("say", "think") or verb.shape not in ("base", "past"):
        return False
    if index > 1 and words[index - 2] in words_in("preposition") and verb.shape == "past":
        return narration.joined(index - 2) and words[index - 1] not in _ARTICLES
    following = words[index + 1] if narration.joined(index) else ""
    alone = index < 2 or not narration.joined(index - 2) or words[index - 2] in words_in("clause", "coordinator")
    bare = (
        words[index - 1] in source_nouns() and alone and following not in words_in("be", "have", "modal", "preposition")
    )
    return bare and tells(narration, index, to=False)


def _begins(narration: Narration, index: int) -> bool:
    return index == 0 or narration.sentence[index - 1] != narration.sentence[index]


def _agrees(narration: Narration, index: int, source: Source, verb: Verb) -> bool:
    """Return whether subject and verb agree, which tells "officials report" from "the official report"."""
    word = narration.words[source.head]
    if source.form == "pronoun":
        plural = word in words_in("they", "self")
    elif source.form == "noun" and word in source_nouns():
        noun = source_nouns()[word]
        plural = noun.plural
        opening = narration.words[source.first]
        bare = opening not in words_in("determiner", "possessive") and not narration.capital(source.first)
        if bare and not plural and noun.kind == "person":
            return False  # "serves liberal views"
        if source.head < source.last == index - 1 and verb.verb in _NOUNS and not tells(narration, index, to=False):
            return False  # "voters in a caucus state"
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


def _ends_inverted(narration: Narration, index: int) -> bool:
    """Return whether ", said several aides" ends the sentence, whatever stands before the comma."""
    if index == 0 or narration.gap(index - 1) != ", " or not narration.joined(index):
        return False
    source = noun_phrases.after(narration, index + 1)
    if source is None or source.form not in ("name", "noun"):
        return False
    beyond = source.last + 1
    return beyond == narration.size or narration.sentence[beyond] != narration.sentence[index]


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
    words = narration.words
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
    firm = before >= 0 and verb.kind in ("say", "think") and ("," in narration.gap(before) or words[before] == "as")
    return Cue(index, index, verb.kind, source, firm, True) if source or narration.quote_mark_in(index) else None
