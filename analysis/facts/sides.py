"""What the cues for the same fact look at in a sentence: its words, what it tells, and its main clause."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis import wordlists
from analysis.facts.concepts import ideas
from analysis.facts.telling import IDEA, NUMBER, Telling
from analysis.facts.told_by import Teller

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SUBORDINATE = re.compile(
    r"\b(?:who|which|whose|whom|where|after|following|amid|because|before|when|while|since|despite|although|though|as"
    r"|if|unless|until|ahead\sof)\b|[,—–(]\s*(?=(?:an?|the|\w+ing|\w+ed)\b)",
    re.IGNORECASE,
)
"""What opens a subordinate clause, an apposition or a participle: it ends at the next mark."""

_MARK = re.compile(r"[,—–:;()]")
_TO_COME = re.compile(r"\b(?:will|would|plan\w*|could|may|might|should|intend\w*|expect\w*|propos\w+)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence as the cues look at it. Weights are nats of what it tells itself, without its numbers."""

    terms: Mapping[str, float]
    words: frozenset[str]
    """Its words but those that everybody uses, as they stand there."""

    own: Mapping[str, float]
    rest: Mapping[str, float]
    """Those of them that name nobody."""

    main: Mapping[str, float]
    """Those of the rest that stand outside its subordinate clauses."""

    own_size: float
    rest_size: float
    main_size: float
    values: frozenset[str]
    """The terms of its numbers and dates with their value."""

    places: Mapping[str, float]
    """Where each term of the rest first stands, as share of the sentence."""

    runs: frozenset[str]
    quotes: bool
    """True where somebody's words stand in it."""

    speaks: bool
    """True where most of it is somebody's words."""

    acts: Mapping[str, str]
    """The words in which it tells each act."""

    leaked: bool
    """True where unnamed people tell it."""

    supposes: bool
    to_come: bool
    """True where it speaks of what is planned, expected or possible."""

    speaker: frozenset[str]
    """Words of the name of who tells it; empty for the outlet itself."""


def side(sentence: Telling, text: str, teller: Teller, weight: Mapping[str, float]) -> Side:
    """Return what the cues look at in a sentence; `text` is its page's, `weight` that of the terms in the story."""
    said = text[sentence.start : sentence.end]
    inside = _subordinate(said)
    own = {
        term: weight[term] * strength * strength
        for term, strength in sentence.terms.items()
        if not term.startswith(NUMBER) and term not in sentence.inherited
    }
    rest = {term: nats for term, nats in own.items() if term not in sentence.who}
    at = {term: [place - sentence.start for place in sentence.at.get(term, ())] for term in rest}
    main = {t: nats for t, nats in rest.items() if any(not any(a <= p < b for a, b in inside) for p in at[t])}
    return Side(
        terms=sentence.terms,
        words=frozenset(word.lower() for word in _WORD.findall(said)) - wordlists.column("fact_stopwords"),
        own=own,
        rest=rest,
        main=main,
        own_size=sum(own.values()),
        rest_size=sum(rest.values()),
        main_size=sum(main.values()),
        values=frozenset(t for t in sentence.terms if t.startswith(NUMBER) and t.count(":") > 1),
        places={term: min(found) / len(said) for term, found in at.items() if found},
        runs=sentence.runs,
        quotes=bool(_QUOTED.search(said)),
        speaks=_quoted(said) > len(said) / 2,
        acts={t: sentence.shown[t].lower() for t in rest if t in sentence.shown and _kind(t) == "act"},
        leaked=any(_kind(term) == "source" for term in own),
        supposes=sentence.supposes,
        to_come=bool(_TO_COME.search(said)),
        speaker=frozenset(w.lower() for w in _WORD.findall(teller.speaker or "") if w[0].isupper()),
    )


def _kind(term: str) -> str:
    return ideas()[term[len(IDEA) + 1 :]].kind if term.startswith(IDEA) else ""


def _quoted(said: str) -> int:
    """Return how many characters stand behind an opening mark; one that is not closed holds to the end."""
    marks = [match.start() for match in _QUOTED.finditer(said)]
    if (marks and said[marks[0]] in "”»") or (len(marks) == 1 and marks[0] > len(said) / 2):
        marks.insert(0, 0)  # opened in an earlier sentence
    ends = [*marks[1::2], *([len(said)] if len(marks) % 2 else [])]
    return sum(end - start for start, end in zip(marks[::2], ends, strict=True))


def _subordinate(said: str) -> list[tuple[int, int]]:
    """Return the parts of a sentence that are not its main clause."""
    ends = [match.start() for match in _MARK.finditer(said)] + [len(said)]
    return [
        (match.start(), next(end for end in ends if end >= match.end() or end == len(said)))
        for match in _SUBORDINATE.finditer(said)
    ]
