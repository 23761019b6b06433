"""Telling and doing."""

import pytest

from analysis.reading.deeds import tells
from tests.analysis.invented_narration import narration


@pytest.mark.parametrize(
    ("text", "to", "told"),
    [
        ("announced that it would close", False, True),
        ("announced on Monday that it closes", False, True),
        ("announced the quay would close", False, True),
        ("announced controls", False, False),
        ("announced controls that would bite", False, False),
        ("promised to pay", True, True),
        ("promised to the town", True, False),
        ("responded to calls", False, False),
        ("announced", False, True),
    ],
)
def test_tells(text, to, told):
    assert tells(narration(text), 0, to=to) is told
