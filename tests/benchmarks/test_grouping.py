"""The benchmark of grouping plants what it says. No test here looks at a clock."""

import pandas as pd

from tests.benchmarks.grouping import WORDS, planted, run, scored


def test_planted_articles_are_the_same_every_time_and_their_events_short():
    frame, gold = planted(200)
    again, _ = planted(200)
    assert frame.equals(again)
    assert frame["text"].str.split().str.len().eq(WORDS).all()
    spans = frame.groupby(gold)["published"].agg(lambda column: column.max() - column.min())
    assert spans.quantile(0.9) < pd.Timedelta(days=4)
    assert 1 < len(frame) / len(set(gold)) < 20


def test_agreement_is_that_of_the_evaluation():
    from analysis.evaluation.same_event import agreement

    found, gold = list("aabbbcdd"), list("xxxyyzzz")
    assert abs(scored(found, gold) - agreement(found, gold)["bcubed_f1"]) < 1e-12


def test_planted_events_are_found_and_told(capsys):
    run(["--articles", "300"])
    _, line = capsys.readouterr().out.splitlines()
    assert line.split()[0] == "300"
    assert float(line.split()[-1]) > 0.95


def test_what_adding_takes_is_told(capsys):
    run(["--articles", "300", "--added", "5"])
    assert capsys.readouterr().out.splitlines()[-1].split()[0] == "+5"
