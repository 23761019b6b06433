"""Verbs in the passive: be and get with a participle, their coordinations, questions, headlines, reduced relatives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.batch import Batch
from analysis.clauses.word_classes import (
    ALWAYS,
    BE,
    BY,
    CLAUSE,
    DETERMINER,
    GET,
    HAVE,
    MODAL,
    NEVER,
    NOUN,
    OFTEN,
    OWN,
    PARTICIPLE,
    PERHAPS_HAS,
    PLAIN,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    SKIPPED,
    STATE,
    not_before,
)
from analysis.clauses.words import ClauseWords, Phrase, clause_words
from analysis.reading.narration import source_nouns

Numbers = npt.NDArray[np.int64]

_FAR = 4
"""Adverbs between the auxiliary and its participle, at most."""
_AGENT_WITHIN = 12
"""Words after the participle among which its agent is looked for."""
_ASIDE = re.compile(r"[;:!?()\[\]…|]|\.\.")
_PARTED = re.compile(r"[,;:!?()\[\]—–…|/]|\.\.| - |--")
_TODAY = frozenset({"am", "is", "are", "isn't", "aren't", "ain't"})
_COORDINATORS = frozenset({"and", "or", "but", "then", "nor", "and/or"})
_WHO = frozenset("those anyone everyone someone anybody everybody somebody something anything nothing ones one all".split())
_NOT_NOUNS = BE | GET | HAVE | MODAL | DETERMINER | PREPOSITION | SKIPPED | CLAUSE
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight last this next earlier "
    "later".split()
)
_COUNTS = frozenset("at about around over some up between nearly almost more as under".split())
_RESULTS = frozenset(
    "dead guilty alive unconscious unresponsive homeless safe unfit ill naked insane stranded missing hostage".split()
)
_WHEN = frozenset("when if once until unless while although though whether where whenever".split())
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged", "prompted", "told"})
_WORKS = frozenset(
    "report reports study studies book books film films movie statement survey poll article letter speech analysis move "
    "attempt effort efforts bid decision song album investigation painting novel play paper post tweet video photo "
    "photograph ruling remarks comments visit campaign attack attacks led".split()
)


@dataclass(frozen=True, slots=True)
class Passives:
    """The passives of a batch, in the order of its tokens. Rows are those of the tokens; -1 where there is none."""

    first: Numbers
    """First word: the first auxiliary, else the participle."""
    last: Numbers
    """The participle."""
    agent_first: Numbers
    """First word of the phrase that names who acts."""
    agent_last: Numbers
    """Last word of that phrase: its head."""
    before: Numbers
    """First word of the passive that it goes on from ("was arrested and charged"), whose subject it shares; else its
    own first word."""


def find_passives(batch: Batch) -> Passives:
    """Return the passives of a batch.

    Be or get and a participle, adverbs and not between; what is joined to them by and, or, but or a comma; questions;
    and participles alone where a noun stands before and no object after ("a man shot by police", "Three killed in
    blast"). Participles that tell a state, such as "is interested", are left out (`lexicons/participle_adjectives`).
    """
    words = clause_words(batch)
    found: dict[int, _Passive] = {}
    for passive in _Reader(words).passives():
        found.setdefault(passive.last, passive)
    ordered = [found[last] for last in sorted(found)]
    _share_agents(ordered)
    agents = [passive.agent or Phrase(-1, -1) for passive in ordered]
    columns = (
        [p.first for p in ordered],
        [p.last for p in ordered],
        [agent.first for agent in agents],
        [agent.last for agent in agents],
        [p.before for p in ordered],
    )
    return Passives(*(np.array(column, dtype=np.int64) for column in columns))


@dataclass(slots=True)
class _Passive:
    first: int
    last: int
    before: int
    agent: Phrase | None


def _share_agents(ordered: list[_Passive]) -> None:
    """Give the agent of the last of joined participles to those before it: "arrested and charged by police"."""
    for left, right in zip(reversed(ordered[:-1]), reversed(ordered[1:]), strict=True):
        if left.agent is None and right.before != right.first and right.before == left.before:
            left.agent = right.agent if right.last - left.last <= 3 else None


class _Reader:
    """Finds passives in the words of a batch: candidates by their classes at once, then each by what stands near it."""

    def __init__(self, words: ClauseWords) -> None:
        self._words = words
        self._kinds = words.kinds
        bits, place = words.bits, words.place
        rows = np.arange(len(bits))
        kept = np.maximum.accumulate(np.where((bits & SKIPPED) == 0, rows, -1)) if len(bits) else rows
        self._before = np.concatenate(([-1], kept[:-1])) if len(bits) else rows
        """For each word the last one before it that is no adverb."""
        same = (self._before >= 0) & (place[self._before] == place)
        participle = (bits & PARTICIPLE) != 0
        helped = same & (rows - self._before <= _FAR) & ((bits[self._before] & (BE | GET)) != 0)
        self._helped = np.flatnonzero(participle & helped).tolist()
        joined = same & ((bits[self._before] & CLAUSE) != 0)
        listed = (bits & (ALWAYS | OFTEN | OWN)) != 0
        self._alone = np.flatnonzero(participle & ~helped & (listed | joined)).tolist()
        opening = ~same | ((bits[self._before] & CLAUSE) != 0)
        self._asking = np.flatnonzero(((bits & BE) != 0) & opening).tolist()

    def passives(self) -> Iterator[_Passive]:
        """Yield the passives; one participle may come twice."""
        full: dict[int, _Passive] = {}
        for last in self._helped:
            made = self._after_auxiliary(last, int(self._before[last]))
            if made is not None:
                full[last] = made
        for aux in self._asking:
            made = self._question(aux)
            if made is not None:
                full.setdefault(made.last, made)
        for last in self._alone:
            made = self._joined(last, full) or self._bare(last)
            if made is not None:
                full.setdefault(last, made)
        yield from full.values()

    def _after_auxiliary(self, last: int, aux: int) -> _Passive | None:
        words, kind = self._words.words, self._kinds[last]
        if _PARTED.search(self._gap(aux, last)) or self._is_name(last):
            return None
        agent = self._agent(last)
        helper, after = words[aux], self._after(last)
        lifted = agent is not None or helper == "being" or self._kinds[aux] & GET
        today = helper in _TODAY or "'" in helper
        if kind & NEVER or (kind & STATE and not lifted) or (kind & PRESENT and today and not lifted):
            return None
        if self._adjective(last, aux, after):
            return None
        if self._kinds[aux] & PERHAPS_HAS and not (agent or (kind & ALWAYS and self._goes_on(last))):
            return None
        if self._kinds[aux] & GET and not agent and (kind & STATE or not self._objectless(last, after, kind)):
            return None
        first = self._first_auxiliary(aux)
        return _Passive(first, last, first, agent)

    def _goes_on(self, last: int) -> bool:
        """Say whether a preposition or "to" follows."""
        if self._words.broken(last):
            return False
        return bool(self._kinds[last + 1] & PREPOSITION) or self._words.words[last + 1] == "to"

    def _adjective(self, last: int, aux: int, after: str) -> bool:
        """Say whether the participle is an adjective by the words around it."""
        word, words = self._words.words[last], self._words.words
        if word == "used" and after == "to" and self._together(last + 2):
            to = words[last + 2]
            return to.endswith("ing") or bool(self._kinds[last + 2] & (DETERMINER | PRONOUN))
        if word in ("set", "meant", "let") and after in ("to", "for"):
            return True
        if word == "done":
            return after == "with" or words[aux] in ("i'm", "we're", "you're", "they're", "am")
        if word in ("started", "organised", "organized", "used", "done", "lost") and self._kinds[aux] & GET:
            return True
        if word in ("made", "lost", "gone") and words[aux] in _TODAY:
            return True
        before = aux - 1
        return self._words.together(before, aux) and words[before] == "there" or words[aux] in ("there's", "there're")

    def _question(self, aux: int) -> _Passive | None:
        """Read "Was the man arrested?", "Why were they not told?", "nor was he asked"."""
        words = self._words
        led = words.words[aux - 1] if words.together(aux - 1, aux) else ""
        if "'s" in words.words[aux] or led not in _LEADS:
            return None
        for at in range(aux + 1, aux + 8):
            if not words.together(aux, at) or words.broken(at - 1):
                return None
            kind = self._kinds[at]
            if kind & PARTICIPLE and at > aux + 1 and not self._kinds[at - 1] & (DETERMINER | PREPOSITION):
                if kind & (NEVER | STATE) or not self._objectless(at, self._after(at), kind):
                    return None
                asked = led in ("nor", "neither") or words.ending(at) == "?"
                return _Passive(at, at, at, self._agent(at)) if asked else None
            if kind & (BE | GET | HAVE | MODAL | CLAUSE) or (kind & PARTICIPLE and at == aux + 1):
                return None
        return None

    def _joined(self, last: int, full: dict[int, _Passive]) -> _Passive | None:
        """Read a participle that goes on from a passive before it: "was beaten, robbed and left"."""
        words, kind = self._words, self._kinds[last]
        joint = int(self._before[last])
        if kind & (NEVER | STATE) or joint < 0 or not words.together(joint, last):
            return None
        after = self._after(last)
        if joint in full and last == joint + 1 and words.between(joint, last).strip() == ",":
            listed = after in _COORDINATORS or (words.broken(last) and words.together(last, last + 1))
            return self._going_on(full[joint], last) if listed else None
        if words.words[joint] not in _COORDINATORS or _ASIDE.search(self._gap(joint, last)):
            return None
        earlier = self._passive_before(joint, full)
        if earlier is None or not self._objectless(last, after, kind):
            return None
        if joint - earlier.last > 1:
            if not kind & (ALWAYS | OWN):
                return None
            between = self._kinds[earlier.last + 1 : joint]
            if any(k & (BE | GET | HAVE | MODAL | CLAUSE) for k in between):
                return None
        return self._going_on(earlier, last)

    def _going_on(self, earlier: _Passive, last: int) -> _Passive:
        return _Passive(last, last, earlier.before, self._agent(last))

    def _passive_before(self, joint: int, full: dict[int, _Passive]) -> _Passive | None:
        for row in range(joint - 1, max(joint - 12, -1), -1):
            if not self._words.together(row, joint):
                return None
            if row in full:
                return full[row]
        return None

    def _bare(self, last: int) -> _Passive | None:
        """Read a participle without an auxiliary: in a headline, after the noun it tells of, or opening a clause."""
        words, kind, row = self._words, self._kinds[last], last - 1
        if kind & NEVER or not kind & (ALWAYS | OFTEN | OWN | STATE) or self._is_name(last):
            return None
        after = self._after(last)
        if after in not_before().get(words.words[last], ()):
            return None
        agent = self._agent(last) if self._by_follows(last) else None
        if agent is None and after in ("and", "or") and self._kinds[min(last + 2, len(self._kinds) - 1)] & PARTICIPLE:
            agent = self._agent(last + 2) if self._by_follows(last + 2) else None
        if kind & STATE and agent is None:
            return None
        sure = bool(kind & (ALWAYS | OWN)) and not kind & PLAIN
        opening = words.opens(last) or words.broken(row)
        turned = bool(self._kinds[last + 1] & BE) if self._together(last + 1) else False
        if turned and sure and (opening or words.words[row] == "also"):
            return _Passive(last, last, last, agent)  # "Also killed was a nurse"
        if opening or words.words[row] in _WHEN:
            asked = words.words[last] in _ASKED and after in _QUESTIONS and not words.broken(row)
            asked = asked or (words.words[last] in _ASKED and words.opens(last) and after in _QUESTIONS)
            if not (asked or agent or (sure and self._ends_well(last, after, kind))) or self._kinds[last] & BE:
                return None
            return _Passive(last, last, last, agent or self._agent(last))
        noun, before = self._kinds[row], words.words[row]
        if noun & SKIPPED or before == "to" or words.between(row, last).strip() in ("-", "‐"):
            return None
        if noun & PARTICIPLE and not agent and not words.capital(row) and before not in source_nouns():
            return None
        if sure and not kind & OWN and not agent and words.sentence[last] >= 0 and self._subject_like(row, last):
            return None
        if noun & (PRONOUN | _NOT_NOUNS) and before not in _WHO and not before[0].isdigit():
            if not (words.sentence[last] < 0 and noun & DETERMINER):
                return None
        if agent is not None or after in _RESULTS or (sure and self._ends_well(last, after, kind)):
            return _Passive(last, last, last, agent or self._agent(last))
        return None

    def _subject_like(self, row: int, last: int) -> bool:
        """Say whether the word before is rather the subject of a past tense (a name, people who "used to"), or an
        adjective before "shot" the noun."""
        words, before = self._words, self._words.words[row]
        if words.words[last] == "shot" and before not in source_nouns() and not before[0].isdigit():
            return True
        if words.capital(row):
            return not (words.opens(row) and before.endswith("s")) or before in source_nouns()
        return words.words[last] == "used" and self._after(last) == "to" and before in source_nouns()

    def _ends_well(self, last: int, after: str, kind: int) -> bool:
        """Say whether what follows a participle shows that it has no object, so that it is no past tense."""
        words = self._words
        if after in _RESULTS or (after in _DAYS and not kind & OWN):
            return True
        if words.broken(last):
            title = words.sentence[last] < 0
            actor = self._kinds[last - 1] & PRONOUN or words.capital(last - 1) if last else False
            return bool(kind & OWN) or title or not actor
        following = self._kinds[last + 1]
        if following & BE:
            return True
        if self._counts(last, after):
            return False
        return bool(following & PREPOSITION and not following & DETERMINER) or after == "to"

    def _counts(self, last: int, after: str) -> bool:
        """Say whether an amount follows: killed about 20 people, at least three."""
        if after not in _COUNTS or not self._together(last + 2):
            return False
        word = self._words.words[last + 2]
        if after == "at":
            return word in ("least", "most")
        return word[0].isdigit() or word in _AMOUNTS

    def _objectless(self, last: int, after: str, kind: int) -> bool:
        """Say whether no object follows the participle."""
        if self._words.broken(last):
            return True
        following = self._kinds[last + 1]
        if after in _RESULTS or after in _DAYS or after == "to" or following & (SKIPPED | BE | HAVE | MODAL):
            return True
        if self._counts(last, after):
            return bool(kind & OWN)
        return bool(following & (PREPOSITION | CLAUSE)) and not after == "that"

    def _agent(self, last: int) -> Phrase | None:
        """Return whom "by" names after the participle, past time and place, in the same clause."""
        words, at = self._words, last + 1
        stop = min(last + _AGENT_WITHIN, len(words.words))
        while at < stop and words.together(last, at):
            kind, word = self._kinds[at], words.words[at]
            if kind & BY:
                near = at - last <= 2 or words.words[at - 1] not in _WORKS
                return words.agent_after(at) if near else None
            if word == "hands" and words.words[at - 2 : at + 2] == ["at", "the", "hands", "of"]:
                return words.agent_after(at + 1)
            if kind & (BE | HAVE | MODAL | CLAUSE | PARTICIPLE | NOUN) or _ASIDE.search(words.between(at - 1, at)):
                return None
            at += 1
        return None

    def _by_follows(self, last: int) -> bool:
        at = last + 1
        while self._together(at) and not self._words.broken(at - 1) and self._kinds[at] & SKIPPED:
            at += 1
        return self._words.together(last, at) and bool(self._kinds[at] & BY) and not self._words.broken(at - 1)

    def _first_auxiliary(self, aux: int) -> int:
        """Return the first of the helping words: have been, will not be, to be."""
        first = at = aux
        while at > 0 and not self._words.broken(at - 1):
            kind = self._kinds[at - 1]
            if kind & (BE | GET | HAVE | MODAL) and not kind & PREPOSITION:
                first = at - 1
            elif not kind & SKIPPED:
                break
            at -= 1
        return first

    def _is_name(self, row: int) -> bool:
        words = self._words
        return words.sentence[row] >= 0 and not words.opens(row) and words.capital(row)

    def _gap(self, left: int, right: int) -> str:
        return " ".join(self._words.between(at, at + 1) for at in range(left, right))

    def _after(self, row: int) -> str:
        return self._words.words[row + 1] if self._together(row + 1) and not self._words.broken(row) else ""

    def _together(self, row: int) -> bool:
        return 0 < row < len(self._kinds) and self._words.together(row - 1, row)


_LEADS = frozenset({"", "why", "how", "when", "where", "what", "nor", "neither", "and", "but", "or"})
_QUESTIONS = frozenset("about whether if why how what by to".split())
_AMOUNTS = frozenset(
    "one two three four five six seven eight nine ten many most than to hundred thousand dozen dozens scores hundreds".split()
)
