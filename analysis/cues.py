"""Attributions: each reporting verb or phrase of a body with the source that it belongs to."""

from functools import cache
from typing import NamedTuple

from analysis import noun_phrases, wordlists
from analysis.narration import Narration, Verb, reporting_verbs, source_nouns, words_in
from analysis.noun_phrases import Source


_CONTRACTED = frozenset({"he's", "she's", "it's", "they're", "we're", "i'm", "you're"})


class Cue(NamedTuple):
    """A reporting verb or phrase and whose it is."""

    first: int
    """First word of the cue."""
    last: int
    """Last word of the cue."""
    kind: str
    """say, think, judge or find, as in `lexicons/reporting_verbs`."""
    source: Source | None
    """None where the text does not say, as in "was told"."""
    firm: bool
    """False where it is not said to have been said: "did not say", "would say", "to say"."""
    leading: bool
    """True where the words of the source are expected after the cue, False for "…,” said X" and "according to X"."""


@cache
def _phrases() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], bool, str], ...]]:
    """Return the reporting phrases by their first two words: the words, whether the source comes after, the kind."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], bool, str]]] = {}
    for phrase, place, kind in wordlists.rows("reporting_phrases"):
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
        source, firm = _subject(narration, index, found)
        return Cue(index, last, kind, source, firm, True)
    return None


def _verb(narration: Narration, index: int, verb: Verb, found: list[Cue]) -> Cue | None:
    words = narration.words
    if narration.capital(index) and not (verb.shape == "ing" and _begins(narration, index)):
        return None
    before = words[index - 1] if index and narration.joined(index - 1) else ""
    if "-" in narration.gap(index) or (index and narration.gap(index - 1) == "-"):
        return None
    if before in words_in("determiner", "possessive") or (before.endswith("'s") and verb.shape in ("base", "present")):
        return None
    if verb.shape == "ing":
        return _participle(narration, index, verb, found)
    at, firm, passive, helped = _past_auxiliaries(narration, index)
    if passive and words[at] in _CONTRACTED and at >= 0:
        passive = False  # he's said
    if passive and verb.shape in ("past", "participle"):
        return _passive(narration, index, verb)
    source, sure = _subject_at(narration, at, index, found)
    if source is None:
        if verb.kind in ("say", "beside") and _may_be_inverted(narration, index):
            source = noun_phrases.after(narration, index + 1) if narration.joined(index) else None
            if source:
                return Cue(index, index, verb.kind, source, True, False)
        beside = narration.quote_mark_in(index) or (index > 0 and narration.quote_mark_in(index - 1))
        if beside and verb.shape not in ("base", "present"):
            source = _clause_subject(narration, index, found) if verb.kind == "say" else None
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


def _past_auxiliaries(narration: Narration, index: int) -> tuple[int, bool, bool, bool]:
    """Return (word before the helping words of the verb, firm, passive, helped)."""
    words = narration.words
    at = index - 1
    firm, passive, helped = True, False, False
    while at >= 0 and narration.joined(at):
        word = words[at]
        if word in words_in("be"):
            passive = helped = True
        elif word in _CONTRACTED:  # he's claiming
            passive = helped = True
            break
        elif word in words_in("modal", "negation") or word == "to":
            firm, helped = False, True
            if word == "to" or word in words_in("he", "she", "they"):
                break
        elif word in words_in("have", "do"):
            helped = True
            if "'" in word:
                break
        elif word in words_in("day"):
            at -= 1 if at and words[at - 1] == "on" else 0
        elif word in ("week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "summer"):
            if not (at and words[at - 1] in ("last", "this", "that", "earlier", *words_in("day"))):
                break
            at -= 1
        elif not (word in words_in("adverb") or (word.endswith("ly") and not narration.capital(at))):
            break
        at -= 1
    return at, firm, passive, helped


def _subject(narration: Narration, index: int, found: list[Cue]) -> tuple[Source | None, bool]:
    at, firm, _, _ = _past_auxiliaries(narration, index)
    source, sure = _subject_at(narration, at, index, found)
    return source, firm and sure


def _subject_at(narration: Narration, at: int, index: int, found: list[Cue]) -> tuple[Source | None, bool]:
    """Return the subject that ends at word `at`, and whether the verb is said of it outright."""
    words = narration.words
    if at < 0 or narration.sentence[at] != narration.sentence[index]:
        return None, True
    gap = narration.gap(at)
    end = at
    if narration.quoted[at] >= 0:
        return _joined_by_and(narration, index, found), True
    if not narration.joined(at):
        if ")" in gap and "," not in gap:
            at = _opening(narration, at, "(")
        elif "," in gap:
            at = _opening(narration, at, ",")
        elif "—" in gap or "–" in gap or " - " in gap or "--" in gap:
            at = _opening(narration, at, "—–-")
        else:
            at = -1
        if at < 0 or narration.quoted[at] >= 0:
            return None, True
        if "," in gap:
            apposed = noun_phrases.before(narration, end)
            if apposed and apposed.form == "name" and apposed.first == at + 1 < end:
                return apposed, True  # "the president’s lawyer, Ann Lee, said"
        return noun_phrases.before(narration, at), True
    word = words[at]
    if word == "to":
        return _clause_subject(narration, index, found), False
    if word in ("who", "that", "which"):
        back = at - 1
        if back >= 0 and narration.sentence[back] == narration.sentence[at] and narration.quoted[back] < 0:
            return noun_phrases.before(narration, back), True
        return None, True
    if word in words_in("coordinator"):
        return _clause_subject(narration, index, found), True
    if word in _CONTRACTED or (word.endswith(("'s", "'ve", "'d", "'ll")) and word in words_in("have", "modal")):
        return Source(at, at, "pronoun", at, at), True
    return noun_phrases.before(narration, at), True


def _opening(narration: Narration, at: int, marks: str) -> int:
    """Return the word before the mark that opens the insertion which ends with word `at`; -1 where there is none."""
    words = narration.words
    back = at - 1
    nearest = -1
    far = False  # whether a comma farther left may be the one
    while back >= 0 and narration.sentence[back] == narration.sentence[at] and at - back < 32:
        if narration.quoted[back] >= 0:
            break
        if any(mark in narration.gap(back) for mark in marks) and narration.gap(back) != "-":
            if words[back + 1] in ("who", "whose", "which"):
                return back
            if nearest < 0:
                if words[back + 1] in words_in("clause") - {"whom", "as"}:
                    return -1
                nearest = back
                far = at - back <= 2 and narration.capital(at)  # "Elizabeth, Colorado," holds the comma of a place
            elif far and words[back + 1] in words_in("determiner"):
                return back
        back -= 1
    return nearest


def _may_be_inverted(narration: Narration, index: int) -> bool:
    """Return whether "said X" may follow what was said: after a closing mark, a comma, or at the sentence's start."""
    if _begins(narration, index):
        return True
    gap = narration.gap(index - 1)
    return narration.quote_mark_in(index - 1) or "," in gap or "—" in gap


def _joined_by_and(narration: Narration, index: int, found: list[Cue]) -> Source | None:
    """Return the subject of `… “a mistake” and said it`; None where the verb follows the mark directly."""
    if index and narration.words[index - 1] in words_in("coordinator"):
        return _clause_subject(narration, index, found)
    return None


def _clause_subject(narration: Narration, index: int, found: list[Cue]) -> Source | None:
    """Return the source of the cue before in the same sentence, else the first source of the sentence."""
    for cue in reversed(found):
        if narration.sentence[cue.first] != narration.sentence[index]:
            break
        if cue.source is not None:
            return cue.source
    return first_subject(narration, index)


def first_subject(narration: Narration, index: int) -> Source | None:
    """Return the first source of the sentence before word `index`: its subject, as a rule."""
    words = narration.words
    at = index
    sentence = narration.sentence[index]
    while at > 0 and narration.sentence[at - 1] == sentence:
        at -= 1
    if words[at] in words_in("preposition") or words[at].endswith("ing"):  # "In a statement on Monday, X …"
        skip = at
        while skip + 1 < index and "," not in narration.gap(skip):
            skip += 1
        if skip + 1 < index:
            at = skip + 1
    while at < index:
        if narration.quoted[at] < 0 and words[at] not in words_in("clause", "coordinator", "adverb", "preposition"):
            if words[at] in words_in("he", "she", "they"):
                return Source(at, at, "pronoun", at, at)
            source = noun_phrases.after(narration, at)
            if source and source.form in ("name", "noun"):
                return source if source.last < index else None
        at += 1
    return None


def _passive(narration: Narration, index: int, verb: Verb) -> Cue | None:
    """Return a cue for "was called … by X", its source None where no agent is named."""
    at = index
    while narration.joined(at) and at - index < 8:
        at += 1
        if narration.words[at] == "by" and narration.joined(at):
            return Cue(index, index, verb.kind, noun_phrases.after(narration, at + 1), True, True)
    if verb.verb in ("quote", "report", "make") or not narration.quote_mark_in(index):
        return None
    return Cue(index, index, verb.kind, None, True, True)


def _participle(narration: Narration, index: int, verb: Verb, found: list[Cue]) -> Cue | None:
    """Return a cue for "…, saying that", "is calling it" and "a source saying"."""
    at, firm, progressive, _ = _past_auxiliaries(narration, index)
    if progressive:
        source, sure = _subject_at(narration, at, index, found)
        return Cue(index, index, verb.kind, source, firm and sure, True) if source else None
    before = index - 1
    if before >= 0 and narration.joined(before) and (
        narration.words[before] in source_nouns() or (narration.capital(before) and not _begins(narration, before))
    ):
        source = noun_phrases.before(narration, before)
    else:
        source = _clause_subject(narration, index, found)
        if source is None and _begins(narration, index):
            source = _after_comma(narration, index)
    return Cue(index, index, verb.kind, source, False, True) if source or narration.quote_mark_in(index) else None


def _after_comma(narration: Narration, index: int) -> Source | None:
    """Return the subject of "Calling it “…”, X left": the phrase after the next comma."""
    at = index
    while at + 1 < narration.size and narration.sentence[at + 1] == narration.sentence[index] and at - index < 30:
        if "," in narration.gap(at) and narration.quoted[at + 1] < 0:
            return noun_phrases.after(narration, at + 1)
        at += 1
    return None
