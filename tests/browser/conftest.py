"""A demo library made the way a person makes it, served by its own process, and a browser that watches it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from analysis.results import Results

_NAMES = (
    os.environ.get("PARALLAX_CHROMIUM", ""),
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 60_000
"""Milliseconds: a loaded machine draws slowly."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = chromium()
    if not found:
        pytest.skip("no Chromium here: install one, or set PARALLAX_CHROMIUM")
    return {**browser_type_launch_args, **found}


def chromium() -> dict[str, Any]:
    """Return how Playwright starts this machine's Chromium; empty where there is none."""
    found = next((place for name in _NAMES if name and (place := shutil.which(name))), None)
    return {"executable_path": found, "headless": True, "args": list(_ARGUMENTS)} if found else {}


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "library.sqlite"


@pytest.fixture(scope="session")
def base_url(library: Path) -> Iterator[str]:
    """Run `parallax demo` on a free port and return the address that it prints."""
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "--library", str(library)]
    log = library.with_name("log.txt")
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [*command, "demo", "--port", "0"], stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8"
        )
        assert process.stdout is not None
        try:
            for line in process.stdout:
                found = re.search(r"http://[\d.]+:\d+", line)
                if found:
                    break
            else:
                pytest.fail(f"parallax demo did not start: {log.read_text(encoding='utf-8')}")
            yield found.group()
        finally:
            process.terminate()
            process.wait(20)
            process.stdout.close()


@pytest.fixture(scope="session")
def results(base_url: str, library: Path) -> Iterator[Results]:
    """Return the results that the browser is shown."""
    opened = Results.open(library)
    yield opened
    opened.close()


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], base_url: str) -> dict[str, Any]:
    """Return what a context is made with: the address of this test's server, not of the first one's of the process."""
    return {**browser_context_args, "base_url": base_url}


@pytest.fixture
def shown(page: Page, base_url: str) -> Iterator[Page]:
    """Return a page of the browser; errors, and anything asked of another machine, fail the test."""
    bad: list[str] = []
    page.set_default_timeout(PATIENCE)
    page.set_default_navigation_timeout(PATIENCE)
    page.on("console", lambda said: bad.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: bad.append(str(error)))

    def watch(route: Route) -> None:
        if route.request.url.startswith((base_url, "data:", "blob:")):
            route.continue_()
        else:
            bad.append(f"asked elsewhere: {route.request.url}")
            route.abort()

    page.route("**/*", watch)
    yield page
    assert bad == []
