"""The whole road in a browser, from an empty library to a story: as a teacher would go who never saw a terminal."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sources.demo import pages
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser

_LONG = 4 * PATIENCE
_POOL = """Oldmere pool to close

The council of Oldmere voted on Tuesday to close the swimming pool in Mill Lane, which 40,000 people used last year.

“We have no choice, and nobody in this room is happy about it,” said Ada Quill, who leads the council. She said that the
roof would cost £2m to mend and that the money was needed for schools. <script>alert(1)</script>

Critics called the plan a disgrace. The pool is expected to close in June, and the land may be sold to a builder.

Share this article
"""


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a library that is not there yet, and return the address."""
    folder = tmp_path_factory.mktemp("empty")
    code = "from dashboard.cli import main; main()"
    command = [sys.executable, "-u", "-c", code, "--library", str(folder / "library.sqlite"), "serve", "--port", "0"]
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout is not None
            found = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
            assert found, (folder / "log.txt").read_text()
            yield found.group()
        finally:
            process.terminate()
            process.wait(20)
            assert process.stdout is not None
            process.stdout.close()


def _done(shown: Page) -> None:
    """Wait until the work beside the pages is done."""
    expect(shown.locator("[data-job]")).to_have_count(0, timeout=_LONG)


def test_from_an_empty_library_to_a_story(shown: Page, base_url: str) -> None:
    shown.goto("/")
    expect(shown.get_by_role("heading", name="Nothing to compare yet")).to_be_visible()
    shown.get_by_role("link", name="Bring articles").click()
    expect(shown.get_by_role("heading", name="Collect")).to_be_visible()

    # nothing given is said, and a reload loses nothing that was typed
    shown.get_by_role("button", name="Read it").click()
    expect(shown.locator(".form-said.wrong")).to_contain_text("first")
    shown.get_by_label("The whole page or just the article").fill(_POOL)
    shown.reload()
    expect(shown.get_by_label("The whole page or just the article")).to_have_value(_POOL)

    ferry = [str(page) for page in pages() if page.name in {"ferry-courier.html", "ferry-rouser.html"}]
    shown.get_by_label("Files, as many as you like").set_input_files([*ferry, sys.executable])
    shown.get_by_role("button", name="Read it").click()
    expect(shown.locator(".drafts tbody tr")).to_have_count(3, timeout=_LONG)
    expect(shown.locator(".refused")).to_contain_text(Path(sys.executable).name)
    expect(shown.locator(".drafts")).to_contain_text("The Daily Rouser")

    # what was not recognised is corrected; what was cut comes back; a wrong date is said and loses nothing
    shown.get_by_role("link", name="Check and correct: Oldmere pool to close").click()
    draft = shown.locator("#draft")
    expect(draft.locator(".reading")).to_contain_text("<script>alert(1)</script>")
    draft.get_by_label("Outlet").fill("Oldmere Gazette")
    draft.get_by_label("Date").fill("31 February 2026")
    draft.get_by_label("Share this article").check()
    draft.get_by_role("button", name="Save").click()
    expect(draft.get_by_role("alert")).to_contain_text("no date")
    draft.get_by_label("Date").fill("2026-03-14")
    draft.get_by_label("and show the next one").uncheck()
    draft.get_by_role("button", name="Save").click()
    row = shown.locator(".drafts tr", has_text="Oldmere pool to close")
    expect(row).to_contain_text("14 March 2026")
    expect(row).to_contain_text("Oldmere Gazette")
    expect(row).to_contain_text("corrected")

    # the last one is thrown away and brought back; then all are kept, and the analysis runs by itself
    row.get_by_role("checkbox").check()
    shown.get_by_role("button", name="Throw away").click()
    expect(shown.locator(".drafts tbody tr")).to_have_count(2)
    shown.get_by_role("button", name="Take that back").click()
    expect(shown.locator(".drafts tbody tr")).to_have_count(3)
    shown.get_by_role("button", name="Keep all 3 and analyse").click()
    expect(shown.get_by_role("progressbar", name="Analysing")).to_be_visible()
    _done(shown)
    expect(shown.locator(".work-ended")).to_contain_text("3 pages compared")
    shown.get_by_role("link", name="See the stories").click()
    expect(shown.locator(".story-card")).to_have_count(1)
    expect(shown.locator(".story-card")).to_contain_text("The Daily Rouser")


def test_a_new_run_comes_while_a_page_is_open_and_a_stop_keeps_the_old_one(shown: Page, base_url: str) -> None:
    shown.goto("/")
    expect(shown.locator(".story-card")).to_have_count(1)
    other = shown.context.new_page()
    other.goto("/collect")
    landwire = next(str(page) for page in pages() if page.name == "ferry-landwire.html")
    other.get_by_label("Files, as many as you like").set_input_files(landwire)
    other.get_by_role("button", name="Read it").click()
    expect(other.locator(".drafts tbody tr")).to_have_count(1, timeout=_LONG)
    other.get_by_role("button", name="Keep it and analyse").click()
    other.get_by_role("button", name="Stop").click()
    _done(other)
    expect(other.locator(".work-ended")).to_contain_text("You stopped it")
    shown.reload()
    expect(shown.locator(".story-card")).to_contain_text("2 pages")
    other.get_by_role("button", name="Do it again").click()
    expect(other.locator("[data-job]")).to_have_count(1)
    _done(other)
    shown.get_by_role("navigation", name="Main").get_by_role("link", name="Outlets").click()
    shown.get_by_role("navigation", name="Main").get_by_role("link", name="Stories").click()
    expect(shown.locator(".story-card")).to_contain_text("3 pages")
    other.close()


def test_an_outlet_is_named_on_the_page_of_data_quality(shown: Page, base_url: str) -> None:
    shown.goto("/quality")
    shown.get_by_text("Oldmere Gazette: 1 page").click()
    shown.get_by_label("They are all from").fill("The Oldmere Echo")
    shown.get_by_role("button", name="Say so: whose the pages of Oldmere Gazette are").click()
    _done(shown)
    expect(shown.get_by_text("The Oldmere Echo: 1 page")).to_be_visible(timeout=_LONG)


def test_another_site_cannot_write(shown: Page, base_url: str) -> None:
    answer = shown.request.post(
        f"{base_url}/collect/job", form={"do": "demo"}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status == 403
    assert shown.request.get(f"{base_url}/", headers={"Host": "evil.example"}).status == 421
