import pytest

from analysis.facts.periods import period_of
from analysis.facts.quantities import quantities


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It costs $5 million a day.", "day"),
        ("It made 60 loud flights per week.", "week"),
        ("It costs $5 million daily.", "day"),
        ("It cost $5 million a day later.", ""),
        ("It cost $5 million.", ""),
    ],
    ids=["a day", "per week", "daily", "a day later", "none"],
)
def test_an_amount_has_the_span_of_time_behind_it(text: str, period: str) -> None:
    assert period_of(quantities(text)[0], text) == period
