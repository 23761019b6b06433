from analysis.evaluation.learn_commonness import count


def test_sentences_are_counted_once_for_each_term_and_numbers_left_out() -> None:
    found = count(["The plan was halted, halted again.", "They froze 40 plans."])
    assert found["idea:stop"] == 2
    assert not any(term.startswith("number:") for term in found)
