"""Every form of export writes what it says, and nothing where it cannot."""

import pytest

from analysis.results import Results
from dashboard.exports import ALL_FORMATS


@pytest.mark.parametrize("form", list(ALL_FORMATS))
def test_each_form_writes(form, demo_library, tmp_path):
    results = Results.open(demo_library)
    output = tmp_path / "out"
    said = ALL_FORMATS[form](results, output, story=results.table("stories")["story"].iloc[0])
    assert str(output) in said
    assert output.exists()
    assert not list(tmp_path.rglob("*.unfinished"))
