"""The list of what is tried: each check changes what it says."""

import pytest

from analysis.evaluation.rewritten.checks import ALL_CHECKS
from sources.article import Article

NEWS = Article(
    id="a",
    title="Mary Dunmore ‘never’ saw the pier",
    text='Mary Dunmore told the Daily Rouser: "I won’t go, and nobody can make me." Anna Sell shrugged.\n\nDunmore and '
    "Sell left by the pier, where the council had met on Monday to hear of the cost of the new harbour office.\n\n"
    "“I’d stay if I could,” Sell said. The council wants to hear both women again before the end of the month of May.",
)


def test_names_are_unique():
    names = [check.name for check in ALL_CHECKS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.name)
def test_something_changes(check):
    trial = check.trial(NEWS)
    assert trial is not None
    assert check.meaning.endswith(".")
    if check.alone or "wrapped" in check.name or check.name in {"line ends of Windows", "blank lines"}:
        assert trial.before.text == trial.after.text
    else:
        assert trial.before != trial.after


@pytest.mark.parametrize("name", ["outlet names", "straight marks", "curly marks", "more blank lines", "CR LF"])
def test_nothing_to_change_is_not_tried(name):
    (check,) = (check for check in ALL_CHECKS if check.name == name)
    assert check.trial(Article(id="a", text="The pier was closed.")) is None
