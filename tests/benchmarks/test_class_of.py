"""A small class clicks through the demo, without an error. No test here looks at a clock."""

from pathlib import Path

from analysis.results import Results
from tests.benchmarks.class_of import clicked, places
from tests.benchmarks.pages import served


def test_everybody_gets_every_page(demo_library: Path) -> None:
    results = Results.open(demo_library)
    every = places(results)
    results.close()
    assert len(every) == len(set(every)) > 30
    with served(demo_library, "--read-only") as base:
        found = clicked(base, [["/method", "/"], ["/", "/?view=table"], ["/", "/nowhere"]])
    assert [len(person) for person in found] == [2, 2, 2]
    assert {what for person in found for _, what in person} == {""}


def test_what_goes_wrong_is_told() -> None:
    ((waited, what),) = clicked("http://127.0.0.1:9/", [["/"]])[0]
    assert "ConnectionRefused" in what
    assert waited >= 0
