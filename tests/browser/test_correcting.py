"""A person says on the page that a mark is wrong, and takes that back."""

import pytest
from playwright.sync_api import Page, expect

from analysis.results import Results


@pytest.fixture
def article(shown: Page, results: Results) -> Page:
    most = max(results.table("articles")["id"], key=lambda id: int((results.evidence(id)["measure"] == "loaded").sum()))
    shown.goto(f"/article/{most}")
    shown.locator(".text mark.mk-1").first.wait_for()
    return shown


def test_a_mark_is_taken_out_and_put_back_by_keyboard(article: Page) -> None:
    mark = article.locator(".text mark.mk-1").first
    mark.click()
    said = mark.inner_text()
    article.keyboard.press("Enter")
    expect(article.locator(".why-act:focus")).to_have_text("This mark is wrong")
    article.keyboard.press("Enter")
    struck = article.locator(".text s.out-1")
    expect(struck).to_have_text(said)
    expect(struck).to_be_focused()
    expect(article.locator("#why")).to_contain_text("taken out by you")
    expect(article.locator(".panel .without").first).to_contain_text("1 mark taken out by you")
    article.reload()
    expect(article.locator(".text s.out-1")).to_have_text(said)
    expect(article.locator(".marks-out li")).to_have_count(1)
    article.locator(".text s.out-1").click()
    article.keyboard.press("Enter")
    expect(article.locator(".why-act:focus")).to_have_text("Put it back")
    article.keyboard.press("Enter")
    expect(article.locator(".text s.out-1")).to_have_count(0)
    expect(article.locator(".marks-out")).to_have_count(0)
    expect(article.locator(".without")).to_have_count(0)


def test_a_mark_is_put_back_from_the_list_below_the_text(article: Page) -> None:
    article.locator(".text mark.mk-1").first.click()
    article.locator(".why-act").first.click()
    article.locator(".marks-out button").click()
    expect(article.locator(".marks-out")).to_have_count(0)
    expect(article.locator("s[data-notes]")).to_have_count(0)
