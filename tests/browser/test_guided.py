"""The guided look, as a person takes it: by keyboard, on a phone, and never asked again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser


def test_the_look_leads_through_the_demo_by_keyboard_and_then_stays_away(shown: Page) -> None:
    shown.goto("/")
    shown.get_by_role("link", name="Have a guided look").press("Enter")
    box = shown.locator(".look")
    for number in range(1, 9):
        expect(box).to_contain_text(f"Guided look, {number} of 8", timeout=PATIENCE)
        expect(shown.locator("#look-title")).to_be_focused()
        expect(shown).to_have_url(re.compile(rf"look={number}\b"))
        expect(shown.locator(".looked-at")).to_be_in_viewport()
        if number < 8:
            box.get_by_role("link", name="Next").press("Enter")
    shown.go_back()
    expect(box).to_contain_text("Guided look, 7 of 8")
    shown.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(shown).to_have_url(re.compile(r"tab=copies$"))
    shown.goto("/")
    expect(shown.locator(".look-again")).to_be_visible(timeout=PATIENCE)
    expect(shown.locator(".look-invites")).to_be_hidden()


def test_the_look_can_be_declined_and_a_step_can_be_sent_to_somebody(shown: Page) -> None:
    shown.set_viewport_size({"width": 390, "height": 844})
    shown.goto("/")
    shown.get_by_role("button", name="Not now").click()
    expect(shown.locator(".look-invites")).to_be_hidden()
    shown.reload()
    expect(shown.locator(".look-again")).to_be_visible(timeout=PATIENCE)
    expect(shown.locator(".look-invites")).to_be_hidden()
    shown.locator(".look-again a").click()
    expect(shown.locator(".look")).to_be_in_viewport()
    shown.goto(shown.url.replace("look=1", "look=4"))
    expect(shown.locator(".look")).to_contain_text("4 of 8", timeout=PATIENCE)
    expect(shown.locator("#measures")).to_be_in_viewport()
    assert shown.evaluate("document.documentElement.scrollWidth") <= 390
