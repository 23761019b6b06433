"""Whose document it is."""

import pytest

from analysis.reading.documents import owner_of, tells_of_the_press
from analysis.reading.proper_names import Source
from tests.analysis.invented_narration import narration, shown


@pytest.mark.parametrize(
    ("text", "head", "owner"),
    [
        ("a report by the Harbour Office", 1, "Harbour Office"),
        ("a report published by the Harbour Office", 1, "Harbour Office"),
        ("a letter from officials", 1, "officials"),
        ("documents seen by Ann Lee", 0, None),
        ("the council’s report", 2, "the council’s"),
        ("a report this week", 1, None),
    ],
)
def test_owner(text, head, owner):
    read = narration(text)
    assert shown(read, owner_of(read, Source(0, head, "noun", head, 0))) == owner


@pytest.mark.parametrize(
    ("text", "hidden"), [("Media reports", True), ("Reports", True), ("Court records", False), ("Two reports", False)]
)
def test_press_reports(text, hidden):
    read = narration(text)
    last = read.size - 1
    assert tells_of_the_press(read, Source(0, last, "noun", last, 0), plural=True) is hidden
