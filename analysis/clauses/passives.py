"""Verbs in the passive: be and get with a participle, their coordinations, questions, headlines, reduced relatives."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.batch import Batch
from analysis.clauses.agents import Agents
from analysis.clauses.participles import Participles
from analysis.clauses.word_classes import (
    ALWAYS,
    BE,
    CLAUSE,
    DETERMINER,
    FOLLOWING,
    GET,
    HAVE,
    LEADING,
    MODAL,
    NEVER,
    ODD,
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
    THERE,
    WHEN,
    WHO,
    not_before,
)
from analysis.clauses.words import ASIDE, COMMA, HYPHEN, OUTSIDE, PARTED, TURNED, ClauseWords, Phrase, clause_words
from analysis.reading.narration import source_nouns

Numbers = npt.NDArray[np.int64]

_FAR = 4
"""Adverbs between the auxiliary and its participle, at most."""
_JOINED_WITHIN = 12
"""Words between two participles that share their auxiliary, at most."""
_NO_NOUN = BE | GET | HAVE | MODAL | DETERMINER | PREPOSITION | SKIPPED | CLAUSE
_AUXILIARY = BE | GET | HAVE | MODAL
_COORDINATORS = frozenset({"and", "or", "but", "then", "nor"})


def _of(name: str) -> frozenset[str]:
    return wordlists.column("clause_words", kind=name)


@dataclass(frozen=True, slots=True)
class Passives:
    """The passives of a batch, in the order of its words. Rows are those of the words; -1 where there is none."""

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
    found = _Reader(clause_words(batch)).passives()
    ordered = [found[last] for last in sorted(found)]
    _share_agents(ordered)
    agents = [passive.agent or Phrase(-1, -1) for passive in ordered]
    columns = (
        [passive.first for passive in ordered],
        [passive.last for passive in ordered],
        [agent.first for agent in agents],
        [agent.last for agent in agents],
        [passive.before for passive in ordered],
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
        self._words, self._kinds = words, words.kinds
        self._agents, self._participles = Agents(words), Participles(words)
        bits, marks, rows = words.bits, words.marks, np.arange(words.size)
        kept = np.maximum.accumulate(np.where((bits & SKIPPED) == 0, rows, -1)) if words.size else rows
        before = np.concatenate(([-1], kept[:-1])) if words.size else rows
        same = (before >= 0) & (words.place[before] == words.place)
        participle = (bits & PARTICIPLE) != 0
        earlier = np.where(same, bits[before], 0)
        helped = participle & (rows - before <= _FAR) & ((earlier & (BE | GET)) != 0)
        self._helped = np.flatnonzero(helped).tolist()
        simple = helped & self._agents.far & (rows - before == 1) & ((marks[:-1] & PARTED) == 0) & ~words.capital
        simple &= ((bits & (NEVER | STATE | PRESENT | ODD)) == 0) & ((earlier & (GET | PERHAPS_HAS)) == 0)
        farther = np.where(before > 0, bits[np.maximum(before - 1, 0)], 0)
        self._simple = set(np.flatnonzero(simple & ((farther & (_AUXILIARY | SKIPPED | THERE)) == 0)).tolist())
        self._asking = np.flatnonzero(
            ((bits & BE) != 0) & (((marks[:-1] & OUTSIDE) != 0) | ((earlier & LEADING) != 0))
        ).tolist()
        left = np.concatenate(([0], bits[:-1])) if words.size else bits
        right = np.append(bits[1:], 0) if words.size else bits
        opening = (marks[:-1] & PARTED) != 0
        noun = ((left & (_NO_NOUN | PRONOUN)) == 0) | ((left & (WHEN | WHO | DETERMINER)) != 0)
        noun |= (left & SKIPPED) != 0
        joined = (earlier & CLAUSE) != 0
        ended = ((marks[1:] & PARTED) != 0) | ((right & (PREPOSITION | BE | SKIPPED | CLAUSE | FOLLOWING)) != 0)
        listed = (bits & (ALWAYS | OFTEN | OWN | STATE)) != 0
        bare = listed & ((ended & (opening | noun)) | (((earlier & WHEN) != 0) & ~opening))
        self._alone = np.flatnonzero(participle & ~helped & (bare | (joined & ended))).tolist()
        self._before = before

    def passives(self) -> dict[int, _Passive]:
        """Return the passives by the row of their participle."""
        full: dict[int, _Passive] = {}
        for last in self._helped:
            if last in self._simple:
                full[last] = _Passive(last - 1, last, last - 1, None)
                continue
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
        return full

    def _after_auxiliary(self, last: int, aux: int) -> _Passive | None:
        kind, helper = self._kinds[last], self._words.word(aux)
        if kind & NEVER or self._parted(aux, last) or self._participles.is_name(last):
            return None
        agent = self._agents.of(last)
        get = self._kinds[aux] & GET
        if kind & (STATE | PRESENT) and agent is None and helper != "being":
            today = helper in ("am", "is", "are", "isn't", "aren't", "ain't") or "'" in helper
            if kind & STATE or (kind & PRESENT and today):
                return None
        if self._participles.is_adjective(last, aux):
            return None
        if self._kinds[aux] & PERHAPS_HAS and not (agent or (kind & ALWAYS and self._participles.goes_on(last))):
            return None
        if get and agent is None and not self._participles.is_objectless(last):
            return None
        first = self._first_auxiliary(aux)
        return _Passive(first, last, first, agent)

    def _parted(self, aux: int, last: int) -> bool:
        """Say whether marks part an auxiliary from its participle; the participle may be quoted: was “beaten”."""
        between = [mark for mark in self._words.before[aux + 1 : last + 1] if mark & PARTED]
        return bool(between) and not (len(between) == 1 and between[0] & TURNED and self._words.quoted(last))

    def _question(self, aux: int) -> _Passive | None:
        """Read "Was the man arrested?", "Why were they not told?", "nor was he asked"."""
        words = self._words
        if "'s" in words.word(aux):
            return None
        for at in range(aux + 1, min(aux + 8, words.size)):
            if words.broken(at - 1):
                return None
            kind = self._kinds[at]
            if kind & PARTICIPLE and at > aux + 1 and not self._kinds[at - 1] & (DETERMINER | PREPOSITION):
                if kind & (NEVER | STATE) or not self._participles.is_objectless(at):
                    return None
                asked = words.word(aux - 1) in ("nor", "neither") or words.ending(at) == "?"
                return _Passive(at, at, at, self._agents.of(at)) if asked else None
            if kind & (BE | GET | HAVE | MODAL | CLAUSE) or (kind & PARTICIPLE and at == aux + 1):
                return None
        return None

    def _joined(self, last: int, full: dict[int, _Passive]) -> _Passive | None:
        """Read a participle that goes on from a passive before it: "was beaten, robbed and left"."""
        words, kind, joint = self._words, self._kinds[last], int(self._before[last])
        if kind & (NEVER | STATE) or joint < 0:
            return None
        if joint in full and last == joint + 1 and words.before[last] & COMMA:
            ended = words.broken(last) and not words.before[last + 1] & OUTSIDE
            return self._going_on(full[joint], last) if ended or words.after(last) in _COORDINATORS else None
        if words.word(joint) not in _COORDINATORS or words.within(joint, last, marks=ASIDE):
            return None
        earlier = self._passive_before(joint, full)
        if earlier is None or not self._participles.is_objectless(last):
            return None
        if joint - earlier.last > 1:
            between = self._kinds[earlier.last + 1 : joint]
            if not kind & (ALWAYS | OWN) or any(k & (BE | GET | HAVE | MODAL | CLAUSE) for k in between):
                return None
        return self._going_on(earlier, last)

    def _going_on(self, earlier: _Passive, last: int) -> _Passive:
        return _Passive(last, last, earlier.before, self._agents.of(last))

    def _passive_before(self, joint: int, full: dict[int, _Passive]) -> _Passive | None:
        for row in range(joint - 1, max(joint - _JOINED_WITHIN, -1), -1):
            if self._words.before[row + 1] & OUTSIDE:
                return None
            if row in full:
                return full[row]
        return None

    def _bare(self, last: int) -> _Passive | None:
        """Read a participle without an auxiliary: in a headline, after the noun it tells of, or opening a clause."""
        words, kind, row = self._words, self._kinds[last], last - 1
        if kind & NEVER or not kind & (ALWAYS | OFTEN | OWN | STATE) or self._participles.is_name(last):
            return None
        after = words.after(last)
        if words.word(last) == "used" and after == "to" and words.broken(row):
            return None
        if after in not_before().get(words.word(last), ()):
            return None
        agent = self._agents.right_after(last)
        if kind & STATE and agent is None:
            return None
        sure = bool(kind & (ALWAYS | OWN)) and not kind & PLAIN
        opening, before = words.broken(row), "" if words.opens(last) else words.word(row)
        if sure and after and self._kinds[last + 1] & BE and (opening or before == "also"):
            return _Passive(last, last, last, agent)  # "Also killed was a nurse"
        if words.word(row) == "not" and not opening and not words.opens(row) and self._kinds[row - 1] & WHEN:
            row, before = row - 1, words.word(row - 1)  # "if not reformed"
        if opening or self._kinds[row] & WHEN:
            asked = (words.opens(last) or not opening) and words.word(last) in _of("asked") and after in _of("about")
            led = not opening and before != "as"
            found = asked or agent or led or (sure and bool(after) and self._participles.ends_well(last))
        else:
            found = self._after_noun(last, row, agent=agent, sure=sure)
        return _Passive(last, last, last, agent or self._agents.of(last)) if found else None

    def _after_noun(self, last: int, row: int, *, agent: Phrase | None, sure: bool) -> bool:
        words, kind, noun, before = self._words, self._kinds[last], self._kinds[row], self._words.word(row)
        if before == "to" or words.before[last] & HYPHEN:
            return False
        if noun & SKIPPED and not words.broken(row - 1) and not words.opens(row):
            if agent is None and before not in _of("marking"):
                return False
            noun, before, row = self._kinds[row - 1], words.word(row - 1), row - 1
            if noun & SKIPPED:
                return False
        if noun & (PRONOUN | _NO_NOUN) and not noun & WHO and not (words.sentence[last] < 0 and noun & DETERMINER):
            return False
        if agent is not None:
            return True
        if noun & PARTICIPLE and not words.capitals[row] and before not in source_nouns():
            return False
        if sure and not kind & OWN and words.sentence[last] >= 0 and self._participles.has_subject(row, last):
            return False
        if self._participles.is_result(last) or (sure and self._participles.ends_well(last)):
            return True
        return self._participles.goes_on(last) and self._agents.of(last) is not None

    def _first_auxiliary(self, aux: int) -> int:
        """Return the first of the helping words: have been, will not be, to be."""
        words = self._words
        first = at = aux
        while not words.before[at] & PARTED:
            kind = self._kinds[at - 1]
            if kind & _AUXILIARY and not kind & PREPOSITION and not self._participles.is_name(at - 1):
                first = at - 1
            elif not kind & SKIPPED:
                break
            at -= 1
        return first
