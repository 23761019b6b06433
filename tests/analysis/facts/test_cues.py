import pytest

from analysis.facts import cues
from analysis.facts.alignment import Space
from analysis.facts.cues import LOOKED_AT, STEP, cued
from analysis.facts.fact_terms import tellings
from analysis.facts.told_by import Tellers
from analysis.facts.weighing import Match
from analysis.reading.articles import read
from sources.article import Article

LEAD = "Rain fell on the valley."
LOW = 0.01


@pytest.fixture(autouse=True)
def _far_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep similarities below 1, where points could not be counted."""
    monkeypatch.setattr(cues, "LEVEL", LOW)


def points(*texts: str, matches: list[Match] | None = None) -> int:
    """Return the points of the first match of pages of one sentence each, none of which opens its page."""
    pages = [Article(id=f"p{n}", title="", text=f"{LEAD}\n\n{text}") for n, text in enumerate(texts)]
    batch = read(pages)
    told = [tellings(p.id, p.text, [(1, len(LEAD) + 2, len(p.text), 1)], ())[0][0] for p in pages]
    space = Space(told, [{} for _ in told])
    weight = dict.fromkeys(space.terms, 2.0)
    found = cued(
        matches or [Match(0, 1, 0.3, 9.0)],
        told,
        list(range(len(told))),
        texts={p.id: p.text for p in pages},
        tellers=Tellers(batch),
        weight=weight,
    )[0].similarity
    counts = [count for count in range(-20, 18) if found == pytest.approx(LOW * 0.3 * STEP**count)]
    assert len(counts) == 1
    return counts[0]


BASE = "The harbour pilots refused overtime at the northern terminal."


def test_the_same_words_count_for_the_same_fact_and_a_backdrop_against_it() -> None:
    same = points(BASE, "Overtime at the northern terminal was refused by the harbour pilots.")
    backdrop = points(
        BASE, "Inspectors counted cranes, while a festival began near the harbour with music and lanterns."
    )
    assert same > 2
    assert backdrop < 0


@pytest.mark.parametrize(
    ("changed", "by"),
    [
        ("The harbour pilots would refuse overtime at the northern terminal.", -1),
        ("“The harbour pilots refused overtime at the northern terminal.", 0),
    ],
    ids=["only possible", "one speaks, in the same words"],
)
def test_what_one_of_both_says_otherwise_costs_a_point(changed: str, by: int) -> None:
    assert points(BASE, changed) - points(BASE, BASE) <= by


def test_a_sentence_of_a_third_page_that_is_like_both_gives_a_point() -> None:
    three = [Match(0, 1, 0.3, 9.0), Match(0, 2, 0.5, 9.0), Match(1, 2, 0.5, 9.0)]
    alone = points(BASE, BASE, BASE, matches=three[:2])
    assert points(BASE, BASE, BASE, matches=three) == alone + 1
    less = [Match(0, 1, 0.3, 9.0), Match(0, 2, 0.5, 9.0), Match(1, 2, 0.4, 9.0)]
    assert points(BASE, BASE, BASE, matches=less) == alone


def test_less_alike_sentences_are_not_looked_at() -> None:
    low = Match(0, 1, LOOKED_AT / 2, 9.0)
    pages = [Article(id="p0", title="", text=BASE), Article(id="p1", title="", text=BASE)]
    told = [tellings(p.id, p.text, [(0, 0, len(p.text), 0)], ())[0][0] for p in pages]
    found = cued([low], told, [0, 1], texts={p.id: p.text for p in pages}, tellers=Tellers(read(pages)), weight={})
    assert found == [low]


def test_similarity_stays_within_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "LEVEL", 50.0)
    pages = [Article(id="p0", title="", text=BASE), Article(id="p1", title="", text=BASE)]
    told = [tellings(p.id, p.text, [(0, 0, len(p.text), 0)], ())[0][0] for p in pages]
    space = Space(told, [{}, {}])
    found = cued(
        [Match(0, 1, 0.9, 9.0)],
        told,
        [0, 1],
        texts={p.id: p.text for p in pages},
        tellers=Tellers(read(pages)),
        weight=dict.fromkeys(space.terms, 2.0),
    )
    assert found[0].similarity == 1.0
