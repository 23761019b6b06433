"""Attributions: each reporting verb or phrase of a body with the source that it belongs to."""

from functools import cache

from analysis import wordlists
from analysis.reading import noun_phrases
from analysis.reading.deeds import is_deed, tells
from analysis.reading.narration import Narration, Verb, reporting_verbs, source_nouns
from analysis.reading.proper_names import Source, is_name, name_run, named
from analysis.reading.subjects import (
    Cue,
    after_comma,
    clause_subject,
    past_auxiliaries,
    subject,
    subject_at,
)
from analysis.reading.word_kinds import (
    BE,
    CLAUSE,
    CONTINUES_PHRASE,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    HAVE,
    MODAL,
    OPENS_PHRASE,
    OWNED,
    POSSESSIVE,
    PREPOSED,
    PREPOSITION,
    REPORTING_VERB,
    SELF,
    SOURCE_NOUN,
    THEY,
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


def cues(narration: Narration) -> list[Cue]:
    """Return the reporting verbs and phrases outside quotations, in order, with their sources."""
    found: list[Cue] = []
    verbs, phrases = reporting_verbs(), _phrases()
    words, kinds, quoted = narration.words, narration.kinds, narration.quoted
    done = -1
    for index in narration.triggers:
        if index <= done or quoted[index] >= 0:
            continue
        kind = kinds[index]
        cue = None
        if kind & OPENS_PHRASE and kinds[index + 1] & CONTINUES_PHRASE:
            known = phrases.get((words[index], words[index + 1]))
            cue = _phrase(narration, index, known, found) if known else None
        if cue is None and kind & PREPOSED:
            cue = _preposed(narration, index)
        elif cue is None and kind & REPORTING_VERB:
            cue = _verb(narration, index, verbs[words[index]], found)
        if cue is not None:
            found.append(cue)
            done = cue.last
    return found


def _preposed(narration: Narration, index: int) -> Cue | None:
    """Return a cue for "per the Lantern" and for "in Ann Lee’s words"."""
    words, joins = narration.words, narration.joins
    if words[index] == "per":
        name = index + 1 + (joins[index] and words[index + 1] == "the")
        far = name < narration.size and joins[index] and is_name(narration, name)
        source = noun_phrases.after(narration, index + 1) if far else None
        return Cue(index, index, "say", source, True, False) if source and source.form == "name" else None
    at = index - 1 - (index > 0 and words[index - 1] == "own")
    if at < 1 or not joins[at] or not joins[at - 1]:
        return None
    if words[at] in ("his", "her", "their"):
        source = Source(at, at, "pronoun", at, at)
    elif narration.kinds[at] & OWNED and narration.capitals[at]:
        source = named(narration, max(name_run(narration, at, step=-1), 1), at)
    else:
        return None
    before = source.first - 1
    return Cue(index, index, "say", source, True, True) if before >= 0 and words[before] == "in" else None


def _phrase(
    narration: Narration, index: int, known: tuple[tuple[tuple[str, ...], bool, str], ...], found: list[Cue]
) -> Cue | None:
    words, joins = narration.words, narration.joins
    for parts, source_after, kind in known:
        last = index + len(parts) - 1
        if tuple(words[index : last + 1]) != parts or not all(joins[index:last]):
            continue
        if source_after:
            source = noun_phrases.after(narration, last + 1) if joins[last] else None
            if source and source.form == "other" and narration.kinds[source.first] & POSSESSIVE:
                return None  # "according to their conscience"
            return Cue(index, last, kind, source, True, False) if source else None
        if parts[-1] == "out" and joins[last] and words[last + 1] == "of":
            return None  # "dropped points out of laziness"
        source, firm = subject(narration, index, found)
        return Cue(index, last, kind, source, firm, True)
    return None


def _verb(narration: Narration, index: int, verb: Verb, found: list[Cue]) -> Cue | None:
    kinds, joins = narration.kinds, narration.joins
    if is_deed(narration, index, verb.verb):
        return None
    if narration.capitals[index] and not (verb.shape == "ing" and narration.begins(index)):
        return _opening(narration, index, verb)
    if "-" in narration.gap(index) or narration.hyphen(index):
        return None
    bare = verb.shape in ("base", "present")
    if joins[index - 1]:
        before = kinds[index - 1]
        if before & (DETERMINER | POSSESSIVE) and not _counted(narration, index, verb):
            return None
        if bare and before & OWNED:
            return None
    if bare and verb.verb in _NOUNS and joins[index] and kinds[index + 1] & (BE | HAVE | MODAL):
        return None  # "the attacks were"
    if verb.shape == "ing":
        return _participle(narration, index, verb, found)
    at, firm, passive, helped = past_auxiliaries(narration, index)
    if passive and kinds[at] & CONTRACTED and at >= 0:
        passive = False  # he's said
    if passive and verb.shape in ("past", "participle"):
        return _passive(narration, index, verb, firm=firm)
    if verb.shape == "participle" and not helped:
        return _passive(narration, index, verb, firm=False)  # "a column written by Ann Lee"
    source, sure = subject_at(narration, at, index, found)
    if source is not None and verb.verb in _INVERTED and _ends_inverted(narration, index):
        source = noun_phrases.after(narration, index + 1)
        return Cue(index, index, verb.kind, source, True, False)
    if source is None:
        if verb.kind in ("say", "beside") and _may_be_inverted(narration, index):
            source = noun_phrases.after(narration, index + 1) if joins[index] else None
            if source:
                return Cue(index, index, verb.kind, source, True, False)
        beside = narration.quote_mark_in(index) or (index > 0 and narration.quote_mark_in(index - 1))
        if beside and not bare:
            source = clause_subject(narration, index, found) if verb.kind == "say" else None
            return Cue(index, index, verb.kind, source, False, True)
        return None
    if bare and not helped and sure and not _agrees(narration, index, source, verb):
        return None
    if source.form == "other" and verb.kind in ("judge", "find"):
        return None
    if verb.verb == "read" and (
        source.form != "noun" or source_nouns()[narration.words[source.head]].kind != "document"
    ):
        return None  # a sign reads “…”, people read books
    return Cue(index, index, verb.kind, source, firm and sure, True)


def _counted(narration: Narration, index: int, verb: Verb) -> bool:
    """Return whether a number or "some" before the verb is its subject: "some say", "a mother of two told"."""
    words = narration.words
    if verb.kind not in ("say", "think") or verb.shape not in ("base", "past"):
        return False
    words, kinds, joins = narration.words, narration.kinds, narration.joins
    if index > 1 and kinds[index - 2] & PREPOSITION and verb.shape == "past":
        return bool(joins[index - 2]) and words[index - 1] not in _ARTICLES
    alone = index < 2 or not joins[index - 2] or kinds[index - 2] & (CLAUSE | COORDINATOR)
    if not (kinds[index - 1] & SOURCE_NOUN and alone):
        return False
    if joins[index] and kinds[index + 1] & (BE | HAVE | MODAL | PREPOSITION):
        return False
    return tells(narration, index, to=False)


def _agrees(narration: Narration, index: int, source: Source, verb: Verb) -> bool:
    """Return whether subject and verb agree, which tells "officials report" from "the official report"."""
    kinds = narration.kinds
    if source.form == "pronoun":
        plural = kinds[source.head] & (THEY | SELF) != 0
    elif source.form == "noun" and kinds[source.head] & SOURCE_NOUN:
        noun = source_nouns()[narration.words[source.head]]
        plural = noun.plural
        bare = not kinds[source.first] & (DETERMINER | POSSESSIVE) and not narration.capitals[source.first]
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
    if narration.begins(index):
        return True
    gap = narration.gap(index - 1)
    return narration.quote_mark_in(index - 1) or "," in gap or "—" in gap


def _ends_inverted(narration: Narration, index: int) -> bool:
    """Return whether ", said several aides" ends the sentence, whatever stands before the comma."""
    if index == 0 or not narration.joins[index] or narration.gap(index - 1) != ", ":
        return False
    source = noun_phrases.after(narration, index + 1)
    if source is None or source.form not in ("name", "noun"):
        return False
    beyond = source.last + 1
    return beyond == narration.size or narration.sentence[beyond] != narration.sentence[index]


def _opening(narration: Narration, index: int, verb: Verb) -> Cue | None:
    """Return a cue for a sentence that opens with its verb: "Said Ann Lee: …"."""
    beside = verb.kind == "say" and verb.shape in ("past", "present") and narration.joins[index]
    source = noun_phrases.after(narration, index + 1) if beside and narration.begins(index) else None
    if source is None or source.form != "name" or ":" not in narration.gap(source.last):
        return None
    return Cue(index, index, verb.kind, source, True, True)


def _passive(narration: Narration, index: int, verb: Verb, *, firm: bool) -> Cue | None:
    """Return a cue for "was called … by X", its source None where no agent is named."""
    if verb.verb == "quote":
        return None  # "was quoted by X as saying": the next verb has the source
    words, kinds, quoted = narration.words, narration.kinds, narration.quoted
    for at in range(index + 1, min(index + _AGENT_WITHIN, narration.size - 1)):
        if narration.sentence[at] != narration.sentence[index]:
            break
        if kinds[at] & (BE | MODAL) and quoted[at] < 0:
            break  # another clause: "if they were told, the fine will be set by"
        if words[at] == "by" and quoted[at] < 0 and narration.joins[at]:
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
    if narration.joins[before] and (
        narration.kinds[before] & SOURCE_NOUN or (narration.capitals[before] and not narration.begins(before))
    ):
        source = noun_phrases.before(narration, before)
    else:
        source = clause_subject(narration, index, found)
        if source is None and narration.begins(index):
            source = after_comma(narration, index)
    parted = before >= 0 and verb.kind in ("say", "think")
    firm = parted and (narration.words[before] == "as" or "," in narration.gap(before))
    return Cue(index, index, verb.kind, source, firm, True) if source or narration.quote_mark_in(index) else None
