"""Marks on and off, why a word is marked, by mouse and by keyboard."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from analysis.results import Results
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser


@pytest.fixture
def article(results: Results) -> str:
    rows = results.table("articles")
    return str(rows[rows["outlet"] == "The Daily Rouser"]["id"].iloc[0])


def _open(shown: Page, article: str, query: str = "") -> None:
    shown.goto(f"/article/{article}{query}")
    expect(shown.locator(".text")).to_be_visible(timeout=PATIENCE)


def test_a_switch_marks_words_and_stays_in_the_address(shown: Page, article: str) -> None:
    _open(shown, article)
    box = shown.locator(".marks.reading")
    chip = shown.locator('.chip[data-measure="hedging"]')
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    key = chip.get_attribute("data-mark")
    expect(box).to_have_class(re.compile(rf"\bon-{key}\b"))
    mark = shown.locator(f".text .mk-{key}").first
    assert "underline" in mark.evaluate("e => getComputedStyle(e).textDecorationLine")
    shown.reload()
    expect(shown.locator('.chip[data-measure="hedging"]')).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
    shown.locator('.chip[data-measure="hedging"]').click()
    assert "none" in shown.locator(f".text .mk-{key}").first.evaluate("e => getComputedStyle(e).textDecorationLine")


def test_a_mark_says_why_and_the_words_are_those_of_the_evidence(shown: Page, article: str, results: Results) -> None:
    _open(shown, article, "?measure=loaded")
    evidence = results.evidence(article)
    loaded = evidence[(evidence["measure"] == "loaded") & (evidence["voice"] != "headline")].sort_values("start")
    key = shown.locator('.chip[data-measure="loaded"]').get_attribute("data-mark")
    marks = shown.locator(f".text .mk-{key}")
    assert "".join(marks.all_inner_texts()) == "".join(loaded["quote"])  # a phrase is cut where another mark begins
    marks.first.hover()
    note = shown.get_by_role("tooltip")
    expect(note).to_be_visible()
    expect(note).to_contain_text(f"Loaded wording: {loaded['category'].iloc[0]}")
    shown.keyboard.press("Escape")
    expect(note).to_be_hidden()


def test_marks_are_reached_by_keyboard(shown: Page, article: str) -> None:
    _open(shown, article, "?measure=loaded")
    stops = shown.locator(".text [data-notes][tabindex='0']")
    expect(stops).to_have_count(1)
    shown.get_by_role("button", name="Labels").focus()
    shown.keyboard.press("Tab")
    first = shown.evaluate("document.activeElement.textContent")
    assert shown.evaluate("document.activeElement.closest('.text') !== null")
    expect(shown.locator("#why")).to_be_visible()
    assert shown.evaluate("document.activeElement.getAttribute('aria-describedby')") == "why"
    shown.keyboard.press("ArrowRight")
    assert shown.evaluate("document.activeElement.textContent") != first
    shown.keyboard.press("Escape")
    expect(shown.locator("#why")).to_be_hidden()


def test_quotations_say_who_speaks(shown: Page, results: Results) -> None:
    voices = results.table("voices")
    row = voices[(voices["voice"] == "quotation") & voices["speaker"].notna()].iloc[0]
    _open(shown, str(row["article"]))
    notes = shown.locator(".text .quoted").evaluate_all("all => all.map(e => e.dataset.notes)")
    said = {note["what"] for part in notes for note in json.loads(part)}
    assert any(str(row["speaker"]) in what for what in said)


def test_a_number_of_the_panel_opens_and_closes(shown: Page, article: str) -> None:
    _open(shown, article)
    shown.locator('.panel a[data-value="sentiment"][data-voice="narration"]').click()
    expect(shown.locator("#counted .arithmetic")).to_contain_text("Sum of the weights", timeout=PATIENCE)
    shown.get_by_role("link", name="Close").click()
    expect(shown.locator("#counted")).to_have_count(0, timeout=PATIENCE)
    expect(shown.locator(".chip")).not_to_have_count(0)


def test_marks_that_fill_a_page_come_when_they_are_switched_on(shown: Page, results: Results) -> None:
    stories = results.table("stories")
    shown.goto(f"/story/{stories['story'].iloc[0]}")
    chip = shown.locator('.chip[data-measure="readability"]')
    expect(chip).to_have_attribute("aria-pressed", "false", timeout=PATIENCE)
    key = chip.get_attribute("data-mark")
    expect(shown.locator(f".texts .mk-{key}")).to_have_count(0)
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
    expect(shown.locator(f".texts .mk-{key}")).not_to_have_count(0)
    assert "measure=loaded&measure=readability" in shown.url
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_marks_have_labels_where_they_are_asked_for(shown: Page, article: str) -> None:
    _open(shown, article, "?measure=loaded")
    shown.get_by_role("button", name="Labels").click()
    label = shown.locator(".text mark[data-label]").first
    assert label.evaluate("e => getComputedStyle(e, '::after').content").strip('"') == label.get_attribute("data-label")
    assert "labels=1" in shown.url
    shown.reload()
    expect(shown.locator(".text mark[data-label]").first).to_be_visible(timeout=PATIENCE)
    shown.get_by_role("button", name="Labels").click()
    expect(shown.locator(".text mark[data-label]")).to_have_count(0)


def test_a_number_leads_through_its_sentences(shown: Page, article: str) -> None:
    _open(shown, article, "?value=loaded&voice=narration")
    shown.get_by_role("button", name="Next sentence").click()
    expect(shown.locator(".through-said")).to_contain_text("Sentence 1 of")
    expect(shown.locator(".text .told-now")).to_have_count(1)
    expect(shown.locator(".text .told-now mark").first).to_be_in_viewport()
