"""The main road: Stories, Story, a number, its marked words."""

import re

import pytest
from playwright.sync_api import Page, expect

from analysis.results import Results
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser

FERRY = "Fourteen hurt as Hollay ferry strikes pier"


def _open_ferry(shown: Page, tab: str = "") -> None:
    shown.goto("/")
    shown.get_by_role("link", name=re.compile("ferry", re.IGNORECASE)).first.click()
    expect(shown.get_by_role("heading", name="Headlines and leads")).to_be_visible(timeout=PATIENCE)
    if tab:
        shown.get_by_role("navigation", name="Views of this event").get_by_role("link", name=tab).click()
        expect(shown.locator(".tab[aria-current]")).to_have_text(tab, timeout=PATIENCE)


def test_from_stories_to_the_words_that_a_number_was_counted_from(shown: Page, results: Results) -> None:
    _open_ferry(shown)
    articles = results.table("articles").set_index("id")
    number = shown.locator('.compare a[href*="value=loaded"][href*="voice=narration"]').nth(1)
    said = number.inner_text()
    number.click()
    expect(shown.locator("#counted")).to_be_visible(timeout=PATIENCE)
    article = re.search(r"/article/([0-9a-f]{16})", shown.url)
    assert article is not None
    evidence = results.evidence(article.group(1))
    wanted = evidence[(evidence["measure"] == "loaded") & (evidence["voice"] == "narration")].sort_values("start")
    assert len(wanted) >= 1
    assert shown.locator(".text mark.mk").all_inner_texts() == list(wanted["quote"])
    assert shown.locator(".counted .big-number").inner_text() == said
    score = results.rows("scores", article=article.group(1), measure="loaded", voice="narration")["value"].iloc[0]
    assert float(said) == pytest.approx(score, rel=0.05)
    expect(shown).to_have_title(re.compile(re.escape(articles.loc[article.group(1), "title"][:20])))


def test_the_number_of_injured_is_shown_as_differing(shown: Page) -> None:
    _open_ferry(shown, "Facts")
    card = shown.locator(".difference", has_text="41 people were injured")
    expect(card).to_be_visible(timeout=PATIENCE)
    expect(card.locator(".value-said", has_text="41")).to_be_visible()
    expect(card).to_contain_text("The Daily Rouser")
    expect(card).to_contain_text("Landwire")
    card.get_by_role("link", name="The Daily Rouser").click()
    wanted = shown.locator(".text .wanted")
    expect(wanted).to_contain_text("At least 41 people were injured", timeout=PATIENCE)
    expect(wanted).to_be_in_viewport()


def test_copied_text_is_said_and_counted_once(shown: Page) -> None:
    _open_ferry(shown, "Copies")
    expect(shown.locator(".facts-line").first).to_contain_text("6 pages")
    expect(shown.locator(".facts-line").first).to_contain_text("5 independent reports")
    expect(shown.locator(".notice-copy").first).to_contain_text("Copied from page A (Landwire)")


def test_a_cell_of_the_facts_grid_opens_to_the_sentence_in_its_context(shown: Page) -> None:
    _open_ferry(shown, "Facts")
    cell = shown.locator(".facts td details").first
    sentence = cell.locator(".told").inner_text()
    cell.locator("summary").click()
    expect(cell.locator(".context strong").first).to_contain_text(sentence.rstrip("…")[:30])
    cell.get_by_role("link", name="Open in the article").click()
    expect(shown.locator(".text .wanted")).to_be_visible(timeout=PATIENCE)


def test_the_way_back_leads_to_the_same_place(shown: Page) -> None:
    _open_ferry(shown)
    link = shown.locator(".compare a.value").first
    link.scroll_into_view_if_needed()
    before = shown.evaluate("scrollY")
    link.click()
    expect(shown.locator("#counted")).to_be_visible(timeout=PATIENCE)
    shown.go_back()
    expect(shown.get_by_role("heading", name="Headlines and leads")).to_be_visible(timeout=PATIENCE)
    for _ in range(100):  # the page's policy forbids the strings that wait_for_function would evaluate
        if abs(shown.evaluate("scrollY") - before) < 40:
            break
        shown.wait_for_timeout(100)
    assert shown.evaluate("scrollY") == pytest.approx(before, abs=40)


def _scripts(shown: Page) -> float:
    """Return the seconds of processor time that the page's scripts have taken since it was loaded."""
    session = shown.context.new_cdp_session(shown)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return float(told["ScriptDuration"])


def test_pages_change_places_without_loading_anew_and_without_long_work(shown: Page) -> None:
    _open_ferry(shown)
    shown.evaluate("window.still = 'here'")
    before = _scripts(shown)
    shown.locator(".compare a.value").first.click()
    expect(shown.locator("#counted")).to_be_visible(timeout=PATIENCE)
    shown.go_back()
    expect(shown.get_by_role("heading", name="Headlines and leads")).to_be_visible(timeout=PATIENCE)
    shown.go_forward()
    expect(shown.locator("#counted")).to_be_visible(timeout=PATIENCE)
    shown.get_by_role("navigation", name="Main").get_by_role("link", name="Stories").click()
    expect(shown.locator(".story-card")).not_to_have_count(0, timeout=PATIENCE)
    shown.get_by_role("link", name=re.compile("ferry", re.IGNORECASE)).first.click()
    expect(shown.get_by_role("heading", name="Headlines and leads")).to_be_visible(timeout=PATIENCE)
    assert shown.evaluate("window.still") == "here"
    assert _scripts(shown) - before < 10  # one is enough; it was a minute where each element was a component


def test_each_view_has_its_address_and_the_way_back(shown: Page) -> None:
    _open_ferry(shown, "People")
    assert "tab=people" in shown.url
    shown.get_by_role("link", name="Words", exact=True).click()
    expect(shown.get_by_role("heading", name="How far apart the outlets are")).to_be_visible(timeout=PATIENCE)
    shown.reload()
    expect(shown.locator(".tab[aria-current]")).to_have_text("Words", timeout=PATIENCE)
    shown.go_back()
    expect(shown.locator(".tab[aria-current]")).to_have_text("People", timeout=PATIENCE)
    shown.go_back()
    expect(shown.locator(".tab[aria-current]")).to_have_text("Side by side", timeout=PATIENCE)


def test_texts_scroll_together_fact_by_fact(shown: Page) -> None:
    _open_ferry(shown)
    shown.get_by_role("button", name="Next fact").click()
    expect(shown.locator(".step-said")).to_contain_text("Fact 1 of")
    for _ in range(3):
        shown.get_by_role("button", name="Next fact").click()
    expect(shown.locator(".step-said")).to_contain_text("Fact 4 of")
    assert "fact=4" in shown.url
    told = shown.locator(".told-now")
    assert told.count() >= 2
    shown.reload()
    expect(shown.locator(".step-said")).to_contain_text("Fact 4 of", timeout=PATIENCE)
    seen = """() => [...document.querySelectorAll(".texts .column")].every(column => {
        const first = column.querySelector(".told-now"), box = column.getBoundingClientRect();
        return !first || first.getBoundingClientRect().top >= box.top && first.getBoundingClientRect().top < box.bottom;
    })"""
    for _ in range(50):
        if told.count() and shown.evaluate(seen):
            break
        shown.wait_for_timeout(100)
    assert told.count() >= 2
    assert shown.evaluate(seen)


def test_pages_beside_each_other_are_chosen(shown: Page) -> None:
    _open_ferry(shown)
    before = shown.locator(".texts .column").count()
    shown.locator(".chooser .choice.on").last.click()
    expect(shown.locator(".texts .column")).to_have_count(before - 1, timeout=PATIENCE)
    assert shown.url.count("show=") == before - 1
