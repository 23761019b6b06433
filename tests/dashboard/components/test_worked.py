import pytest

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Measure
from dashboard.components.worked import example, measure_part
from dashboard.wording import in_unit, records
from tests.dashboard.hand_made import of_class, words


@pytest.mark.parametrize("measure", ALL_MEASURES, ids=lambda measure: measure.name)
def test_an_example_gives_what_its_measure_says(measure: Measure) -> None:
    value = records()[measure.example.value][2]
    said = words(of_class(example(measure), "big-line"))
    assert said.endswith(f": {in_unit(value, measure.example.expected)} {value.unit}")


@pytest.mark.parametrize("measure", ALL_MEASURES, ids=lambda measure: measure.name)
def test_a_measure_is_explained_in_full(measure: Measure) -> None:
    said = words(measure_part(measure))
    for part in (measure.meaning, measure.formula, measure.caveat, measure.reference, measure.values[0].direction):
        assert part in said
