"""The frame around the pages: search, colour scheme, narrow screens, paper, addresses that lead nowhere."""

import pytest
from playwright.sync_api import Page, expect

from analysis.results import Results
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser


def _paths(results: Results) -> list[str]:
    story = results.table("stories").sort_values("articles")["story"].iloc[-1]
    article = results.table("articles")["id"].iloc[0]
    tabs = [f"/story/{story}?tab={tab}" for tab in ("beside", "facts", "people", "words", "sources", "copies")]
    return ["/", *tabs, f"/article/{article}", f"/article/{article}?value=sentiment&voice=narration",
            "/outlets", "/method"]  # fmt: skip


def _title(shown: Page, path: str) -> None:
    shown.goto(path)
    expect(shown.locator("#page-title")).to_be_visible(timeout=PATIENCE)


def test_no_page_is_wider_than_a_phone(shown: Page, results: Results) -> None:
    shown.set_viewport_size({"width": 390, "height": 844})
    for path in _paths(results):
        _title(shown, path)
        shown.wait_for_timeout(300)
        assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_every_page_has_one_title_and_landmarks(shown: Page, results: Results) -> None:
    for path in _paths(results):
        _title(shown, path)
        assert shown.locator("h1").count() == 1, path
        assert shown.locator("html").get_attribute("lang") == "en"
        for landmark in ("banner", "main", "contentinfo"):
            assert shown.get_by_role(landmark).count() == 1, (path, landmark)
        ids = shown.evaluate("[...document.querySelectorAll('main [id]')].map(e => e.id)")
        assert len(ids) == len(set(ids)), path


def test_the_scheme_of_the_system_and_then_the_chosen_one(shown: Page) -> None:
    shown.emulate_media(color_scheme="dark")
    _title(shown, "/")
    root = shown.locator("html")
    expect(root).to_have_attribute("data-mantine-color-scheme", "dark")
    dark = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    shown.get_by_role("button", name="Light or dark").click()
    expect(root).to_have_attribute("data-mantine-color-scheme", "light")
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    shown.reload()
    expect(root).to_have_attribute("data-mantine-color-scheme", "light")


def test_the_search_narrows_the_list_and_is_kept_in_the_address(shown: Page) -> None:
    _title(shown, "/")
    before = shown.locator(".story-card").count()
    shown.get_by_label("Search stories").fill("turbines")
    expect(shown.locator(".story-card")).to_have_count(1, timeout=PATIENCE)
    assert before > 1
    expect(shown.locator(".found")).to_contain_text("1 story")
    assert "q=turbines" in shown.url
    shown.reload()
    expect(shown.locator(".story-card")).to_have_count(1, timeout=PATIENCE)


def test_the_list_is_narrowed_put_in_order_and_shown_as_a_table(shown: Page) -> None:
    _title(shown, "/")
    shown.get_by_label("First").select_option("newest")
    expect(shown.locator(".story-card h2").first).to_contain_text("Estwold", timeout=PATIENCE)
    shown.get_by_label("To", exact=True).fill("2026-04-01")
    expect(shown.locator(".story-card")).to_have_count(1, timeout=PATIENCE)
    shown.get_by_role("link", name="Table").click()
    expect(shown.locator(".story-table tbody tr")).to_have_count(1, timeout=PATIENCE)
    assert "until=2026-04-01" in shown.url
    assert "sort=newest" in shown.url
    shown.get_by_role("link", name="Show all").click()
    expect(shown.locator(".story-card")).not_to_have_count(1, timeout=PATIENCE)
    expect(shown.get_by_label("To", exact=True)).to_have_value("")
    shown.go_back()
    expect(shown.get_by_label("To", exact=True)).to_have_value("2026-04-01", timeout=PATIENCE)


def test_on_arrival_focus_is_on_the_title(shown: Page) -> None:
    _title(shown, "/")
    shown.get_by_role("navigation", name="Main").get_by_role("link", name="Method").click()
    expect(shown.locator("#page-title")).to_have_text("Method", timeout=PATIENCE)
    expect(shown.locator("#page-title")).to_be_focused()
    expect(shown.get_by_role("link", name="Method", exact=True)).to_have_attribute("aria-current", "page")


def test_an_address_that_leads_nowhere_is_said_kindly(shown: Page) -> None:
    for path in ("/nothing", "/story/none", "/article/<script>alert(1)<", "/outlet?name=Nobody"):
        _title(shown, path)
        expect(shown.locator("#page-title")).to_have_text("Not found")


def test_on_paper_there_is_text_and_no_navigation(shown: Page, results: Results) -> None:
    _title(shown, f"/article/{results.table('articles')['id'].iloc[0]}?measure=loaded")
    shown.emulate_media(media="print")
    expect(shown.get_by_role("banner")).to_be_hidden()
    expect(shown.locator(".text")).to_be_visible()


def test_the_skip_link_comes_first(shown: Page) -> None:
    _title(shown, "/")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
