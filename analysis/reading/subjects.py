"""The subject of a reporting verb: before it, past its helping words, or the subject of its sentence."""

from functools import cache
from typing import NamedTuple

from analysis import wordlists
from analysis.reading import noun_phrases
from analysis.reading.narration import Narration, words_in
from analysis.reading.proper_names import Source

CONTRACTED = frozenset({"he's", "she's", "it's", "they're", "we're", "i'm", "you're"})
"""A pronoun and its helping verb in one word."""


_DATELINE = 8
"""The longest dateline, in words."""

_RELATIVE = 12
"""The longest relative clause, in words, that is read over between a subject and its verb."""


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
def _clauses() -> frozenset[str]:
    return words_in("clause") - {"whom", "as"}


def past_auxiliaries(narration: Narration, index: int) -> tuple[int, bool, bool, bool]:
    """Return (word before the helping words of the verb, firm, passive, helped)."""
    words = narration.words
    at = index - 1
    firm, passive, helped = True, False, False
    while at >= 0 and narration.joined(at):
        word = words[at]
        if word in words_in("be"):
            passive = helped = True
        elif word in CONTRACTED:  # he's claiming
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


def subject(narration: Narration, index: int, found: list[Cue]) -> tuple[Source | None, bool]:
    """Return the subject of the verb at `index`, and whether the verb is said of it outright."""
    at, firm, _, _ = past_auxiliaries(narration, index)
    source, sure = subject_at(narration, at, index, found)
    return source, firm and sure


def subject_at(narration: Narration, at: int, index: int, found: list[Cue]) -> tuple[Source | None, bool]:
    """Return the subject that ends at word `at`, and whether the verb is said of it outright."""
    words = narration.words
    if at < 0 or narration.sentence[at] != narration.sentence[index]:
        return None, True
    gap = narration.gap(at)
    end = at
    if narration.quoted[at] >= 0:
        return _joined_by_and(narration, index, found), True
    if not narration.joined(at):
        if ")" in gap:
            at = _opening(narration, at, "(")
        elif "," in gap:
            at = _opening(narration, at, ",")
        elif "—" in gap or "–" in gap or " - " in gap or "--" in gap:
            at = _opening(narration, at, "—–-")
        else:
            at = -1
        if at < 0 or narration.quoted[at] >= 0:
            return None, True
        if "," in gap and ")" not in gap:
            apposed = noun_phrases.before(narration, end)
            calling = _calls(narration, at + 1, end)
            if apposed and apposed.form == "name" and apposed.first == at + 1 < end and not calling:
                return apposed, True  # "the president’s lawyer, Ann Lee, said"
        return noun_phrases.relative_to(narration, over_insertions(narration, at)), True
    word = words[at]
    if word == "to":
        return clause_subject(narration, index, found), False
    if word in ("who", "that", "which"):
        back = at - 1
        if back >= 0 and narration.sentence[back] == narration.sentence[at] and narration.quoted[back] < 0:
            return noun_phrases.relative_to(narration, back), True
        return None, True
    if word in words_in("coordinator"):
        return clause_subject(narration, index, found), True
    if word in CONTRACTED or (word.endswith(("'s", "'ve", "'d", "'ll")) and word in words_in("have", "modal")):
        return Source(at, at, "pronoun", at, at), True
    return noun_phrases.before(narration, at) or _outside_relative(narration, at), True


def _outside_relative(narration: Narration, at: int) -> Source | None:
    """Return whom a relative clause that ends at word `at` is about: "people who asked not to be named"."""
    back = at
    while back > 0 and at - back < _RELATIVE and narration.joined(back - 1):
        if narration.words[back] == "who":
            return noun_phrases.before(narration, back - 1)
        back -= 1
    return None


def _joined_by_and(narration: Narration, index: int, found: list[Cue]) -> Source | None:
    """Return the subject of `… “a mistake” and said it`; None where the verb follows the mark directly."""
    if index and narration.words[index - 1] in words_in("coordinator"):
        return clause_subject(narration, index, found)
    return None


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
                if words[back + 1] in _clauses():
                    return -1
                nearest = back
                # "from Elizabeth, Colorado," holds the comma of a place, "the harbour master, Ann Lee," does not
                far = at - back <= 2 and narration.capital(at) and narration.capital(back)
            elif far and words[back + 1] in words_in("determiner"):
                return back
        back -= 1
    return nearest


def _calls(narration: Narration, first: int, last: int) -> bool:
    """Return whether a phrase in capitals calls somebody by his party or office: "R-Ohio", "Republican of Ohio"."""
    words = narration.words
    if words[first] in ("r", "d", "i") and narration.gap(first) == "-":
        return True
    offices = wordlists.column("person_titles")
    return words[last] in offices or (words[first] in offices and words[first + 1 : first + 2] in (["of"], ["for"]))


def over_insertions(narration: Narration, at: int) -> int:
    """Return the last word of the name that word `at` is told of: of Lee in "Ann Lee, 61, of Selby," for Selby."""
    words = narration.words
    while True:
        first = at
        while narration.joined(first - 1) and at - first < 8:
            first -= 1
        back = first - 1
        age = words[first][0].isdigit() and first == at
        told = age or (words[first] in ("of", "from", "in", "at") and first < at)
        if not told or back < 0 or "," not in narration.gap(back) or not narration.together(back, at):
            return at
        at = back


def clause_subject(narration: Narration, index: int, found: list[Cue]) -> Source | None:
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
    at = _past_dateline(narration, at, index)
    if words[at] in words_in("preposition") or words[at].endswith("ing"):  # "In a statement on Monday, X …"
        at = _past_comma(narration, at, index)
        while _is_place(narration, at, index):
            at = _past_comma(narration, at, index)
    while at < index:
        if narration.quoted[at] < 0 and words[at] not in words_in("clause", "coordinator", "adverb", "preposition"):
            if words[at] in words_in("he", "she", "they"):
                return Source(at, at, "pronoun", at, at)
            source = noun_phrases.after(narration, at)
            if source and source.form in ("name", "noun"):
                return source if source.last < index else None
        at += 1
    return None


def _past_comma(narration: Narration, at: int, index: int) -> int:
    """Return the word after the next comma before word `index`, `at` itself where there is none."""
    skip = at
    while skip + 1 < index and "," not in narration.gap(skip):
        skip += 1
    return skip + 1 if skip + 1 < index else at


def _is_place(narration: Narration, at: int, index: int) -> bool:
    """Return whether a state or a day follows the comma of an opening phrase: "In Selby, Ohio, on Sunday, X …"."""
    end = at
    while end + 1 < index and narration.joined(end):
        end += 1
    if end + 1 >= index or "," not in narration.gap(end):
        return False
    if narration.words[at] in words_in("preposition", "day", "month") or narration.words[at][0].isdigit():
        return True
    following = narration.words[end + 1]
    whole = end - at < 2 and all(narration.capital(word) for word in range(at, end + 1))
    return whole and (
        following in words_in("preposition", "he", "she", "they") or (narration.capital(end + 1) and end == at)
    )


def _past_dateline(narration: Narration, at: int, index: int) -> int:
    """Return the first word after "SELBY, Dec. 8 (UPI) —", `at` itself where the sentence has no such opening."""
    opening = narration.text[narration.starts[at] : narration.ends[at]]
    if not opening.isupper() or len(opening) < 3:
        return at
    for word in range(at, min(index - 1, at + _DATELINE)):
        gap = narration.gap(word)
        if "—" in gap or "–" in gap or "--" in gap or " - " in gap:
            return word + 1
    return at


def after_comma(narration: Narration, index: int) -> Source | None:
    """Return the subject of "Calling it “…”, X left": the phrase after the next comma."""
    at = index
    while at + 1 < narration.size and narration.sentence[at + 1] == narration.sentence[index] and at - index < 30:
        if "," in narration.gap(at) and narration.quoted[at + 1] < 0:
            return noun_phrases.after(narration, at + 1)
        at += 1
    return None
