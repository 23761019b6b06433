import pytest

from analysis.results import Results
from dashboard.outlet_names import one_outlet
from sources.errors import UnknownName


def test_an_outlet_is_meant_by_any_of_its_names_in_whatever_case(demo_library):
    results = Results.open(demo_library)
    assert one_outlet(results, "landwire") == "Landwire"
    assert one_outlet(results, "Daily Rouser") == "The Daily Rouser"
    with pytest.raises(UnknownName, match="no page of an outlet 'Landwyre' is in the last analysis; there are La"):
        one_outlet(results, "Landwyre")
    with pytest.raises(UnknownName, match="there are Landwire, Quarterday, "):
        one_outlet(results, "BBC News")
    results.close()
