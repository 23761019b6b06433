import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from analysis.facts.alignment import Match, Space
from analysis.facts.fact_terms import tellings
from analysis.facts.surroundings import placed
from analysis.facts.telling import Telling
from analysis.reading.sentences import sentence_spans

PADDING = "The bakery on Tolver Street opens at six. A heron was seen near the quay. Snow lay on the moor. " * 3


def matches(*texts: str) -> list[Match]:
    told: list[Telling] = []
    around: list[dict[str, float]] = []
    page: list[int] = []
    for number, text in enumerate(texts):
        spans = [(n, *span) for n, span in enumerate(sentence_spans(text))]
        sentences, context = placed(*tellings(str(number), text, spans, ()))
        told += sentences
        around += context
        page += [number] * len(sentences)
    return Space(told, around).matches(np.array(page))


def likeness(one: str, other: str) -> float:
    found = {(m.a, m.b): m.similarity for m in matches(one, other, PADDING)}
    return found.get((0, 1), 0.0)


def test_the_same_words_are_most_alike() -> None:
    text = "Fourteen people were injured when the ferry Marlow struck the stone pier."
    assert likeness(text, text) > likeness(text, "The Marlow hit a pier and fourteen were hurt.") > 0


def test_sentences_of_one_page_are_never_matched() -> None:
    text = "The ferry Marlow struck the stone pier."
    assert matches(f"{text} {text}", PADDING) == []


def test_who_alone_is_not_what() -> None:
    same_people = likeness(
        "Farrant met Brume and Odell of the Harbour Board.", "Odell, Brume and Farrant of the Harbour Board ate."
    )
    assert same_people < likeness(
        "Farrant sold the ferry to Brume.", "Brume bought a ferry and Farrant sold the ferry."
    )


def test_the_contrary_is_less_alike() -> None:
    base = "The council tightened the copper rules for smelters in Dunsay."
    assert likeness(base, "The council toughened copper rules for Dunsay smelters.") > likeness(
        base, "The council eased copper rules for Dunsay smelters."
    )


def test_a_question_tells_less() -> None:
    base = "The council sold the copper mine at Dunsay."
    assert likeness(base, "The council sold the Dunsay copper mine.") > likeness(
        base, "Has the council sold the Dunsay copper mine?"
    )


def test_likeness_lies_between_nought_and_one() -> None:
    for found in matches("The ferry Marlow struck the pier.", "The ferry Marlow struck the pier.", PADDING):
        assert 0 <= found.similarity <= 1
        assert found.evidence > 0


def test_no_sentence_at_all() -> None:
    assert Space([], []).matches(np.array([], dtype=np.int64)) == []


_LIKENESS = """
from tests.analysis.facts.test_alignment import PADDING, matches
one = "China, Odile Farrant and the Dunsay Harbour Board of Kessel met Brume. It sold a blue ferry to the copper mine."
other = "Kessel’s Harbour Board in Dunsay, Odile Farrant and Brume met in China. Then it sold the mine a blue ferry."
print([m.similarity.hex() for m in matches(one, other, PADDING, other + " Snow fell.", one + " It left.")])
"""


def test_likeness_is_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _LIKENESS], env=os.environ | {"PYTHONHASHSEED": seed}, cwd=Path(__file__).parents[3],
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(found) == 1
