"""The pages about outlets, walked as a person would: choose, narrow, open, go back, take away."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5000)


def _saved(shown: Page, form: str) -> bytes:
    with shown.expect_download() as waiting:
        shown.get_by_role("button", name=f"Save as {form}").first.click()
    download: Download = waiting.value
    assert download.suggested_filename.endswith(f".{form.lower()}")
    return Path(download.path()).read_bytes()


def test_a_measure_and_a_part_are_chosen_and_back_undoes_it(shown: Page, base_url: str) -> None:
    shown.goto(f"{base_url}/outlets")
    shown.get_by_role("navigation", name="Measure").get_by_role("link", name="Hedging").click()
    expect(shown.get_by_role("link", name="Hedging", exact=True).first).to_have_attribute("aria-current", "true")
    assert "value=hedging" in shown.url
    words = shown.get_by_label("Stories with the words")
    words.fill("no such words anywhere")
    words.press("Enter")
    expect(shown.get_by_text("on stories with “no such words anywhere”, no outlet has enough")).to_be_visible()
    assert "q=no+such+words+anywhere" in shown.url
    assert "value=hedging" in shown.url
    shown.get_by_role("link", name="Take all").click()
    expect(shown.get_by_label("Stories with the words")).to_have_value("")
    shown.go_back()
    expect(shown.get_by_label("Stories with the words")).to_have_value("no such words anywhere")
    shown.reload()
    expect(shown.get_by_label("Stories with the words")).to_have_value("no such words anywhere")


def test_an_outlet_is_opened_and_its_events_lead_to_stories(shown: Page, base_url: str) -> None:
    shown.goto(f"{base_url}/outlets")
    first = shown.get_by_role("table").first.locator("tbody th a").first
    name = first.inner_text()
    first.click()
    expect(shown.get_by_role("heading", level=1)).to_have_text(name)
    expect(shown.get_by_role("heading", name="What can be said")).to_be_visible()
    shown.locator(".events-table tbody th a").first.click()
    shown.wait_for_url("**/story/**")
    shown.go_back()
    expect(shown.get_by_role("heading", level=1)).to_have_text(name)


def test_two_outlets_are_chosen_and_turned_round(shown: Page, base_url: str) -> None:
    shown.goto(f"{base_url}/two-outlets")
    shown.locator(".offers a").first.click()
    title = shown.get_by_role("heading", level=1)
    expect(title).to_contain_text(" and ")
    one, other = title.inner_text().split(" and ")
    shown.get_by_role("link", name="the other way round").click()
    expect(title).to_have_text(f"{other} and {one}")
    expect(shown.get_by_text("Not enough evidence").first).to_be_visible()
    expect(shown.locator(".events-table")).to_be_visible()


def test_a_group_is_made_on_the_page(shown: Page, base_url: str) -> None:
    shown.goto(f"{base_url}/groups")
    side = shown.get_by_role("textbox", name="One side")
    for _ in range(2):
        side.click()
        shown.get_by_role("option").first.click()
        shown.keyboard.press("Escape")
    shown.get_by_role("button", name="Show").click()
    expect(shown.get_by_role("heading", name="All values side by side")).to_be_visible()
    assert shown.url.count("one=") == 2
    shown.reload()
    expect(shown.get_by_role("heading", name="All values side by side")).to_be_visible()


def test_a_figure_is_taken_away_in_every_form(shown: Page, base_url: str) -> None:
    shown.goto(f"{base_url}/outlets?value=loaded")
    shown.locator("table.dots").wait_for()
    outlets = shown.locator("table.dots tbody tr").count()
    rows = list(csv.reader(io.StringIO(_saved(shown, "CSV").decode("utf-8-sig"))))
    assert rows[0] == [
        "Outlet",
        "Pages",
        "Own reports",
        "Events shared",
        "Difference",
        "low",
        "high",
        "differs",
        "missing",
    ]
    assert len(rows) == outlets + 1
    assert all(row[-1].startswith("not enough evidence: ") for row in rows[1:])
    told = json.loads(_saved(shown, "JSON"))
    assert [row["Outlet"] for row in told] == [row[0] for row in rows[1:]]
    assert all(isinstance(row["Pages"], int) for row in told)
    drawing = ElementTree.fromstring(_saved(shown, "SVG"))
    said = " ".join(part.text or "" for part in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert all(row[0] in said for row in rows[1:])
    assert _saved(shown, "PNG").startswith(b"\x89PNG")


@pytest.mark.parametrize("path", ["/outlets", "/two-outlets", "/groups"])
def test_no_page_about_outlets_is_wider_than_a_phone(shown: Page, base_url: str, path: str) -> None:
    shown.set_viewport_size({"width": 390, "height": 844})
    shown.goto(f"{base_url}{path}")
    shown.get_by_role("heading", level=1).wait_for()
    shown.wait_for_timeout(300)
    assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_an_unknown_outlet_is_a_page_that_says_so(shown: Page, base_url: str) -> None:
    shown.goto(f"{base_url}/outlet?name=Nobody")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Not found")
    shown.goto(f"{base_url}/two-outlets?a=Nobody&b=%3Cscript%3E")
    expect(shown.get_by_text("No page here is from an outlet called “<script>”.")).to_be_visible()
