from analysis.facts.alignment import Match
from analysis.facts.grouping import LEAST, SAME, grouped

RICH = LEAST + 10


def match(a: int, b: int, similarity: float, evidence: float = RICH) -> Match:
    return Match(a, b, similarity, evidence)


def mains(matches: list[Match], page: list[int]) -> list[set[int]]:
    return [set(group.main) for group in grouped(matches, page)]


def test_a_pair_that_is_alike_enough_is_a_fact() -> None:
    assert mains([match(0, 1, SAME)], [0, 1]) == [{0, 1}]
    assert mains([match(0, 1, SAME - 0.01, LEAST)], [0, 1]) == []
    assert mains([match(0, 1, SAME, LEAST - 0.1)], [0, 1]) == []


def test_facts_do_not_chain() -> None:
    chain = [match(0, 1, 0.6), match(1, 2, 0.55)]
    assert mains(chain, [0, 1, 2]) == [{0, 1}]
    assert mains([*chain, match(0, 2, 0.5)], [0, 1, 2]) == [{0, 1, 2}]


def test_a_page_has_one_main_sentence_and_may_have_others_beside() -> None:
    found = grouped([match(0, 2, 0.7), match(1, 2, 0.6)], [0, 0, 1])
    assert [set(group.main) for group in found] == [{0, 2}]
    assert found[0].others == (1,)
    assert found[0].likeness[1] == 0.6


def test_a_sentence_may_tell_two_facts() -> None:
    matches = [match(0, 1, 0.9), match(2, 3, 0.8), match(2, 4, 0.7), match(3, 4, 0.6), match(0, 4, 0.95)]
    found = mains(matches, [0, 1, 2, 3, 1])
    assert {0, 4} in found
    assert {2, 3, 4} in found


def test_the_most_central_sentence_comes_first() -> None:
    (group,) = grouped([match(0, 1, 0.6), match(1, 2, 0.8), match(0, 2, 0.5)], [0, 1, 2])
    assert group.main == (1, 2, 0)
    assert group.likeness[1] == 1.0


def test_nothing_gives_nothing() -> None:
    assert grouped([], []) == []
