"""Agency: who does what to whom, and where the text does not say: passives and deeds told as nouns."""

import math
import re
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch, repeated
from analysis.clauses.nominalisations import Nominalisations, find_nominalisations
from analysis.clauses.passives import Passives, find_passives
from analysis.clauses.undergoers import undergoers
from analysis.clauses.words import ClauseWords, clause_words
from analysis.measures.measure import Example, Measure, Scored, Value
from analysis.measures.rates import PER, VOICES, quotes, rate_value
from analysis.tables import EVIDENCE, SCORES

_NAME: Final = "agency"
_PASSIVE: Final = "agency.passive"
_AGENTLESS: Final = "agency.agentless"
_NOUNS: Final = "agency.nominalised"
FEWEST_WORDS = 3
"""Parts of a sentence in one voice with fewer words are not counted: they are no clause."""

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]


class _Marks(NamedTuple):
    """What is marked for one value."""

    name: str
    at: Numbers
    """Which of the passives, or of the nominalisations."""
    weight: Reals


def score(batch: Batch) -> Scored:
    """Return the shares of sentences with a passive and with one without agent, and the rate of nominalisations.

    A sentence counts once for each voice that has `FEWEST_WORDS` words or more of it. A passive's weight in EVIDENCE is
    its part of what its sentence adds to the share, a nominalisation's its part of the rate, so that the weights of a
    voice add up to its value.
    """
    words, passives, nouns = batch.words, find_passives(batch), find_nominalisations(batch)
    voices, rows = len(VOICES), len(batch.texts) * len(VOICES)
    row = words.article * voices + words.voice
    part = clause_words(batch).place * voices + words.voice
    size = np.bincount(part)
    of_row = np.zeros(len(size), dtype=np.int64)
    of_row[part] = row
    sentences = np.bincount(of_row[size >= FEWEST_WORDS], minlength=rows)
    per_voice = np.bincount(row, minlength=rows)

    counted = size[part[passives.last]] >= FEWEST_WORDS
    marks: list[_Marks] = []
    values: list[Reals] = []
    for name, chosen in ((_PASSIVE, counted), (_AGENTLESS, counted & (passives.agent_last < 0))):
        at = np.flatnonzero(chosen)
        where = part[passives.last[at]]
        weight = 1 / (np.bincount(where, minlength=len(size))[where] * sentences[of_row[where]])
        marks.append(_Marks(name, at, weight))
        values.append(np.bincount(of_row[where], weights=weight, minlength=rows).astype(np.float64))
    rate = PER / per_voice[row[nouns.row]]
    marks.append(_Marks(_NOUNS, np.arange(len(nouns.row)), rate))
    values.append(np.bincount(row[nouns.row], weights=rate, minlength=rows).astype(np.float64))
    scores = _scores(batch, values=values, counts=[sentences, sentences, per_voice])
    return Scored(scores, lambda: _evidence(batch, passives, nouns, marks))


def _scores(batch: Batch, *, values: list[Reals], counts: list[Numbers]) -> pd.DataFrame:
    """Return SCORES from a column of values and of counts for each value, a row for each article and voice."""
    articles, names = len(batch.texts), (_PASSIVE, _AGENTLESS, _NOUNS)
    value, n = (
        np.stack(columns, axis=1).reshape(articles, len(VOICES), len(names)).transpose(0, 2, 1).ravel()
        for columns in (values, counts)
    )
    columns = {
        "article": batch.texts["article"].array.repeat(len(VOICES) * len(names)),
        "measure": repeated(names, np.tile(np.repeat(np.arange(len(names)), len(VOICES)), articles)),
        "voice": repeated(VOICES, np.tile(np.arange(len(VOICES)), articles * len(names))),
        "value": np.where(n > 0, value, math.nan),
        "n": n,
    }
    return SCORES.shaped(pd.DataFrame(columns))


def _evidence(batch: Batch, passives: Passives, nouns: Nominalisations, marks: list[_Marks]) -> pd.DataFrame:
    words = batch.words
    told = _told(clause_words(batch), passives)
    deeds = [f"noun for “{verb}”; by whom: not said" for verb in nouns.verbs]
    last = np.concatenate([(nouns.row if m.name == _NOUNS else passives.last)[m.at] for m in marks])
    first = np.concatenate([(nouns.row if m.name == _NOUNS else passives.first)[m.at] for m in marks])
    first = np.where(words.voice[first] == words.voice[last], first, last)
    frame = pd.DataFrame(
        {
            "article": batch.texts["article"].array.take(words.article[last]),
            "measure": [m.name for m in marks for _ in m.at],
            "start": words.start[first],
            "end": words.end[last],
            "sentence": words.sentence[last],
            "category": [(deeds if m.name == _NOUNS else told)[at] for m in marks for at in m.at.tolist()],
            "weight": np.concatenate([m.weight for m in marks]),
            "voice": repeated(VOICES, words.voice[last]),
        }
    )
    frame = frame.iloc[np.lexsort((frame["start"], words.sentence[last], words.article[last]))].reset_index(drop=True)
    return EVIDENCE.shaped(frame.assign(quote=quotes(batch, frame)))


def _told(words: ClauseWords, passives: Passives) -> list[str]:
    """Return for each passive, in words, to whom it is done and by whom."""
    found: list[str] = []
    agents = zip(passives.agent_first.tolist(), passives.agent_last.tolist(), strict=True)
    for undergoer, (first, last) in zip(undergoers(words, passives), agents, strict=True):
        whom = f"; whom or what: {_uncontracted(words.phrase(*undergoer))}" if undergoer else ""
        by = words.phrase(first, last) if last >= 0 else "not said"
        found.append(f"passive{whom}; by whom: {by}")
    return found


def _uncontracted(phrase: str) -> str:
    """Return a pronoun without the verb contracted with it ("they’re"), any other phrase as it is."""
    return re.sub(r"['’](?:re|ve|m|d|ll)$|(?<=^[Ii]t)['’]s$|(?<=[Hh]e)['’]s$", "", phrase)


MEASURE = Measure(
    name=_NAME,
    label="Who acts",
    meaning=(
        "How often a voice tells what was done without telling who did it: verbs in the passive (mistakes were made) "
        "and deeds told as nouns (the killing of three men)."
    ),
    formula=(
        "Passive: the share of sentences with a verb in the passive. Nobody named: the share of sentences with a "
        "passive after which no “by” says who did it. Nouns for deeds: nouns made from verbs (closure, killing of, "
        "decision to) that stand without the one who acts, per 1,000 words. A sentence counts once for each voice that "
        "has three words of it or more."
    ),
    caveat=(
        "The passive is good English: who did it may be unknown, plain, or told in the sentence before. The verbs are "
        "found by their form, without parsing; some adjectives that look like participles (was closed) are counted, "
        "and passives without a form of “be” or “get” are counted only where no object follows. Headlines are short: "
        "one passive is all or nothing."
    ),
    reference=(
        "Passives and nominalisations as ways to leave out who acts: R. Fowler, R. Hodge, G. Kress and T. Trew, "
        "Language and Control (1979); who does what to whom after M. A. K. Halliday, An Introduction to Functional "
        "Grammar (1985), chapter 5; the rules and lists are Parallax's own."
    ),
    values=(
        Value(
            name=_PASSIVE,
            label="Passive",
            unit="share of sentences",
            low=0.0,
            high=1.0,
            voices=VOICES,
            counted="sentences",
            direction="higher: more is told in the passive",
        ),
        Value(
            name=_AGENTLESS,
            label="Passive, nobody named",
            unit="share of sentences",
            low=0.0,
            high=1.0,
            voices=VOICES,
            counted="sentences",
            direction="higher: more often it is not said who did it",
        ),
        rate_value(_NOUNS, label="Nouns for deeds", direction="higher: more deeds are told without who did them"),
    ),
    score=score,
    example=Example(
        text="Mistakes were made. The bridge was closed by the council. The council met on Monday.",
        value=_AGENTLESS,
        voice="narration",
        expected=1 / 3,
        n=3,
    ),
)
