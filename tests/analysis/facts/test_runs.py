from analysis.facts.runs import RUN, runs


def test_a_run_needs_one_word_that_tells_something() -> None:
    assert runs(["the", "tank", "of", "the", "ferri"], [False, True, False, False, False]) == {
        "the tank of the",
        "tank of the ferri",
    }
    assert runs(["it", "is", "one", "of", "the"], [False] * 5) == frozenset()


def test_short_sentences_have_no_runs() -> None:
    assert runs(["tank"] * (RUN - 1), [True] * (RUN - 1)) == frozenset()
