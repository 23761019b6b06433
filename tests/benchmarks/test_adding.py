"""The benchmark of adding does what a run does. No test here looks at a clock."""

from tests.benchmarks.adding import run


def test_both_runs_are_told(capsys):
    run(["--articles", "60", "--added", "5"])
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[-5] for line in lines] == ["60", "60", "65", "65"]
