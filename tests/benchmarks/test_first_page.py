"""The first page stays light, and asks nobody else for anything. No test here looks at a clock."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.benchmarks.first_page import measured
from tests.benchmarks.pages import served
from tests.browser.conftest import chromium

MOST = 600 * 1024
"""Bytes on the wire before a chart is asked for."""


@pytest.mark.skipif(not chromium(), reason="no Chromium here: install one, or set PARALLAX_CHROMIUM")
def test_the_first_page_is_light(demo_library: Path) -> None:
    with served(demo_library, "--read-only") as base:
        # in a thread of its own: the browser of other tests may have a loop in this one
        cold, warm = ThreadPoolExecutor(1).submit(measured, base, rounds=1).result()
    assert 100_000 < cold[0].bytes <= MOST
    assert warm[0].bytes < cold[0].bytes / 10, "what does not change is not sent again"
    assert cold[0].elsewhere == warm[0].elsewhere == ()
    assert 0 < cold[0].content <= cold[0].usable
