"""The subject of a reporting verb: before it, past its helping words, or the subject of its sentence."""

from typing import Final, NamedTuple

from analysis.reading import noun_phrases
from analysis.reading.narration import Narration
from analysis.reading.proper_names import Source
from analysis.reading.word_kinds import (
    ADVERB,
    BE,
    CLAUSE,
    CLITIC,
    CONTRACTED,
    COORDINATOR,
    DAY,
    DETERMINER,
    DO,
    HAVE,
    HE,
    ING,
    LY,
    MODAL,
    MONTH,
    NEGATION,
    NUMERAL,
    PREPOSITION,
    SHE,
    THEY,
    TIME,
    TITLE,
    TO,
)

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


_PEOPLE: Final = HE | SHE | THEY
_UNSURE: Final = MODAL | NEGATION | TO
_HELPING: Final = BE | CONTRACTED | _UNSURE | HAVE | DO | DAY | TIME | ADVERB | LY


def past_auxiliaries(narration: Narration, index: int) -> tuple[int, bool, bool, bool]:
    """Return (word before the helping words of the verb, firm, passive, helped)."""
    words, kinds, joins = narration.words, narration.kinds, narration.joins
    at = index - 1
    firm, passive, helped = True, False, False
    while joins[at]:
        kind = kinds[at]
        if not kind & _HELPING:
            break
        if kind & BE:
            passive = helped = True
        elif kind & CONTRACTED:  # he's claiming
            passive = helped = True
            break
        elif kind & _UNSURE:
            firm, helped = False, True
            if kind & (TO | _PEOPLE):
                break
        elif kind & (HAVE | DO):
            helped = True
            if "'" in words[at]:
                break
        elif kind & DAY:
            at -= 1 if at and words[at - 1] == "on" else 0
        elif kind & TIME:
            if not (at and (kinds[at - 1] & DAY or words[at - 1] in ("last", "this", "that", "earlier"))):
                break
            at -= 1
        elif not kind & ADVERB and narration.capitals[at]:
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
    end = at
    if narration.quoted[at] >= 0:
        return _joined_by_and(narration, index, found), True
    if not narration.joins[at]:
        gap = narration.gap(at)
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
            whole = apposed is not None and apposed.form == "name" and apposed.first == at + 1 < end
            if whole and not _calls(narration, at + 1, end):
                return apposed, True  # "the president’s lawyer, Ann Lee, said"
        return noun_phrases.relative_to(narration, over_insertions(narration, at)), True
    kind = narration.kinds[at]
    if kind & TO:
        return clause_subject(narration, index, found), False
    if words[at] in ("who", "that", "which"):
        back = at - 1
        if back >= 0 and narration.sentence[back] == narration.sentence[at] and narration.quoted[back] < 0:
            return noun_phrases.relative_to(narration, back), True
        return None, True
    if kind & COORDINATOR:
        return clause_subject(narration, index, found), True
    if kind & CLITIC:
        return Source(at, at, "pronoun", at, at), True
    return noun_phrases.before(narration, at) or _outside_relative(narration, at), True


def _outside_relative(narration: Narration, at: int) -> Source | None:
    """Return whom a relative clause that ends at word `at` is about: "people who asked not to be named"."""
    back = at
    while back > 0 and at - back < _RELATIVE and narration.joins[back - 1]:
        if narration.words[back] == "who":
            return noun_phrases.before(narration, back - 1)
        back -= 1
    return None


def _joined_by_and(narration: Narration, index: int, found: list[Cue]) -> Source | None:
    """Return the subject of `… “a mistake” and said it`; None where the verb follows the mark directly."""
    if narration.kinds[index - 1] & COORDINATOR:
        return clause_subject(narration, index, found)
    return None


def _opening(narration: Narration, at: int, marks: str) -> int:
    """Return the word before the mark that opens the insertion which ends with word `at`; -1 where there is none."""
    words, kinds, joins, capitals = narration.words, narration.kinds, narration.joins, narration.capitals
    sentence, quoted = narration.sentence, narration.quoted
    here = sentence[at]
    back = at - 1
    nearest = -1
    far = False  # whether a comma farther left may be the one
    dashes = "-" in marks
    while back >= 0 and sentence[back] == here and at - back < 32:
        if quoted[back] >= 0:
            break
        gap = narration.gap(back) if dashes or not joins[back] else " "
        if gap not in (" ", "-") and any(mark in gap for mark in marks):
            if words[back + 1] in ("who", "whose", "which"):
                return back
            if nearest < 0:
                if kinds[back + 1] & CLAUSE and words[back + 1] not in ("whom", "as"):
                    return -1
                nearest = back
                # "from Elizabeth, Colorado," holds the comma of a place, "the harbour master, Ann Lee," does not
                far = at - back <= 2 and capitals[at] and capitals[back]
            elif far and kinds[back + 1] & DETERMINER:
                return back
        back -= 1
    return nearest


def _calls(narration: Narration, first: int, last: int) -> bool:
    """Return whether a phrase in capitals calls somebody by his party or office: "R-Ohio", "Republican of Ohio"."""
    words = narration.words
    if words[first] in ("r", "d", "i") and narration.gap(first) == "-":
        return True
    kinds = narration.kinds
    return bool(kinds[last] & TITLE or (kinds[first] & TITLE and words[first + 1 : first + 2] in (["of"], ["for"])))


def over_insertions(narration: Narration, at: int) -> int:
    """Return the last word of the name that word `at` is told of: of Lee in "Ann Lee, 61, of Selby," for Selby."""
    words = narration.words
    while True:
        first = at
        while narration.joins[first - 1] and at - first < 8:
            first -= 1
        back = first - 1
        age = first == at and narration.kinds[first] & NUMERAL
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
    kinds, sentence = narration.kinds, narration.sentence
    at = index
    here = sentence[index]
    while at > 0 and sentence[at - 1] == here:
        at -= 1
    at = _past_dateline(narration, at, index)
    if kinds[at] & (PREPOSITION | ING):  # "In a statement on Monday, X …"
        at = _past_comma(narration, at, index)
        while _is_place(narration, at, index):
            at = _past_comma(narration, at, index)
    while at < index:
        if not kinds[at] & (CLAUSE | COORDINATOR | ADVERB | PREPOSITION) and narration.quoted[at] < 0:
            if kinds[at] & _PEOPLE:
                return Source(at, at, "pronoun", at, at)
            source = noun_phrases.after(narration, at)
            if source and source.form in ("name", "noun"):
                return source if source.last < index else None
        at += 1
    return None


def _past_comma(narration: Narration, at: int, index: int) -> int:
    """Return the word after the next comma before word `index`, `at` itself where there is none."""
    skip = at
    while skip + 1 < index and (narration.joins[skip] or "," not in narration.gap(skip)):
        skip += 1
    return skip + 1 if skip + 1 < index else at


def _is_place(narration: Narration, at: int, index: int) -> bool:
    """Return whether a state or a day follows the comma of an opening phrase: "In Selby, Ohio, on Sunday, X …"."""
    end = at
    while end + 1 < index and narration.joins[end]:
        end += 1
    if end + 1 >= index or "," not in narration.gap(end):
        return False
    if narration.kinds[at] & (PREPOSITION | DAY | MONTH | NUMERAL):
        return True
    if end - at >= 2 or not all(narration.capitals[at : end + 1]):
        return False
    follows = narration.kinds[end + 1] & (PREPOSITION | _PEOPLE)
    return bool(follows or (narration.capitals[end + 1] and end == at))


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
