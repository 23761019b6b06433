"""Agency: who does what to whom, and where the text does not say: passives and deeds told as nouns."""

import math
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
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


def score(batch: Batch) -> Scored:
    """Return the shares of sentences with a passive and with one without agent, and the rate of nominalisations.

    A sentence counts once for each voice that has `FEWEST_WORDS` words or more of it. A passive's weight in EVIDENCE is
    its part of what its sentence adds to the share, a nominalisation's its part of the rate, so that the weights of a
    voice add up to its value.
    """
    words = clause_words(batch)
    voice = np.asarray(pd.Index(VOICES).get_indexer(batch.tokens["voice"]), dtype=np.int64)
    row = words.article * len(VOICES) + voice
    rows = len(batch.texts) * len(VOICES)
    part = words.place * len(VOICES) + voice
    size = np.bincount(part)
    known = size >= FEWEST_WORDS
    of_row = np.zeros(len(size), dtype=np.int64)
    of_row[part] = row
    sentences = np.bincount(of_row[known], minlength=rows)
    per_voice = np.bincount(row, minlength=rows)

    passives, nouns = find_passives(batch), find_nominalisations(batch)
    at = passives.last
    counted = known[part[at]]
    hidden = counted & (passives.agent_last < 0)
    shares = [_share(part[at[chosen]], of_row, sentences) for chosen in (counted, hidden)]
    rate = np.full(len(nouns.row), float(PER)) / per_voice[row[nouns.row]]
    values = [value for value, _ in shares]
    values.append(np.bincount(row[nouns.row], weights=rate, minlength=rows))
    scores = _scores(batch, values=values, counts=(sentences, sentences, per_voice))
    evidence = _evidence(
        batch,
        words,
        passives,
        nouns,
        voice=voice,
        marked=((_PASSIVE, np.flatnonzero(counted), shares[0][1]), (_AGENTLESS, np.flatnonzero(hidden), shares[1][1])),
        rate=rate,
    )
    return Scored(scores, evidence)


def _share(part: Numbers, of_row: Numbers, sentences: Numbers) -> tuple[Reals, Reals]:
    """Return the share of sentence parts that have a mark, for each article and voice, and what each mark adds."""
    together = np.bincount(part, minlength=len(of_row))[part]
    weight = 1 / (together * sentences[of_row[part]])
    return np.bincount(of_row[part], weights=weight, minlength=len(sentences)), weight


def _scores(batch: Batch, *, values: list[Reals], counts: tuple[Numbers, ...]) -> pd.DataFrame:
    articles, names = len(batch.texts), (_PASSIVE, _AGENTLESS, _NOUNS)
    value, n = np.stack(values, axis=1), np.stack(counts, axis=1)
    value = value.reshape(articles, len(VOICES), len(names)).transpose(0, 2, 1).ravel()
    n = n.reshape(articles, len(VOICES), len(names)).transpose(0, 2, 1).ravel()
    columns = {
        "article": batch.texts["article"].repeat(len(VOICES) * len(names)).array,
        "measure": pd.array(list(names), dtype="str").take(np.tile(np.repeat(range(len(names)), len(VOICES)), articles)),
        "voice": pd.array(list(VOICES), dtype="str").take(np.tile(range(len(VOICES)), articles * len(names))),
        "value": np.where(n > 0, value, math.nan),
        "n": n,
    }
    return SCORES.shaped(pd.DataFrame(columns))


def _evidence(
    batch: Batch,
    words: ClauseWords,
    passives: Passives,
    nouns: Nominalisations,
    *,
    voice: Numbers,
    marked: tuple[tuple[str, Numbers, Reals], ...],
    rate: Reals,
) -> pd.DataFrame:
    told = _told(words, passives)
    first = np.concatenate([*(passives.first[at] for _, at, _ in marked), nouns.row])
    last = np.concatenate([*(passives.last[at] for _, at, _ in marked), nouns.row])
    first = np.where(voice[first] == voice[last], first, last)
    category = [told[n] for _, at, _ in marked for n in at.tolist()]
    category += [f"noun for “{verb}”; by whom: not said" for verb in nouns.verbs]
    names = [name for name, at, _ in marked for _ in range(len(at))] + [_NOUNS] * len(nouns.row)
    tokens = batch.tokens
    frame = pd.DataFrame(
        {
            "article": tokens["article"].array.take(last),
            "measure": names,
            "start": tokens["start"].to_numpy()[first],
            "end": tokens["end"].to_numpy()[last],
            "sentence": tokens["sentence"].to_numpy()[last],
            "category": category,
            "weight": np.concatenate([*(weight for _, _, weight in marked), rate]),
            "voice": tokens["voice"].array.take(last),
        }
    )
    order = np.lexsort((frame["start"], frame["sentence"], words.article[last]))
    frame = frame.iloc[order].reset_index(drop=True)
    return EVIDENCE.shaped(frame.assign(quote=quotes(batch, frame)))


def _told(words: ClauseWords, passives: Passives) -> list[str]:
    """Return for each passive, in words, to whom it is done and by whom."""
    found: list[str] = []
    agents = zip(passives.agent_first.tolist(), passives.agent_last.tolist(), strict=True)
    for undergoer, (first, last) in zip(undergoers(words, passives), agents, strict=True):
        whom = f"; whom or what: {words.phrase(*undergoer)}" if undergoer else ""
        by = words.phrase(first, last) if last >= 0 else "not said"
        found.append(f"passive{whom}; by whom: {by}")
    return found


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
