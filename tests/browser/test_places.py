"""The place in an article is in its address: a reload leads back to the sentence that a number was counted from."""

import re

import pytest
from playwright.sync_api import Page, expect

from analysis.results import Results
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser


def test_the_sentence_that_was_reached_is_reached_again(shown: Page, results: Results) -> None:
    rows = results.table("articles")
    article = rows[rows["outlet"] == "The Daily Rouser"]["id"].iloc[0]
    shown.goto(f"/article/{article}?value=loaded&voice=narration")
    onward = shown.get_by_role("button", name="Next sentence")
    expect(onward).to_be_visible(timeout=PATIENCE)
    onward.click()
    onward.click()
    reached = shown.locator(".text .told-now")
    expect(reached).to_be_in_viewport()
    number = str(reached.get_attribute("id"))
    expect(shown).to_have_url(re.compile(rf"value=loaded&voice=narration&sentence={number[1:]}#{number}$"))
    shown.reload()
    expect(shown.locator(f".text #{number}.wanted")).to_be_in_viewport(timeout=PATIENCE)
