"""What can be checked without a person of how usable the pages are: axe, jumps of the layout, errors, other hosts."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from analysis.results import Results
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = {"type": "rule", "values": ["color-contrast"]}
"""All that a scheme changes; a phone changes no colour."""
_JUMPS = """(() => {
  window.jumped = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) window.jumped += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
})()"""  # noqa: E501
MOST_JUMP = 0.05
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def every_page(results: Results) -> list[str]:
    """Return an address of each kind of page and view, and of what stands where there is none."""
    story = results.table("stories").sort_values("articles")["story"].iloc[-1]
    article = results.rows("members", story=story)["article"].iloc[0]
    tabs = [f"/story/{story}?tab={tab}" for tab in ("beside", "facts", "people", "words", "sources", "copies")]
    shown = f"/article/{article}"
    number = f"{shown}?value=sentiment&voice=narration"
    lists = ["/", "/?q=zzz", "/?view=table"]
    return [*lists, *tabs, shown, number, f"/correct?article={article}", "/outlets", "/method", "/nothing"]


def _violations(shown: Page, rules: object) -> list[str]:
    found = Axe().run(shown, options={"runOnly": rules})
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in found.response["violations"]
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_page_has_a_violation_in_either_scheme(shown: Page, results: Results, size: dict[str, int]) -> None:
    shown.set_viewport_size(size)  # type: ignore[arg-type]
    shown.emulate_media(reduced_motion="reduce")
    wrong: dict[str, list[str]] = {}
    for path in every_page(results):
        shown.goto(path)
        expect(shown.locator("#page-title")).to_be_visible(timeout=PATIENCE)
        for scheme, rules in (("light", _RULES), ("dark", _COLOURS))[: 1 if size == PHONE else 2]:
            shown.evaluate(f"document.documentElement.setAttribute('data-mantine-color-scheme', '{scheme}')")
            found = _violations(shown, rules)
            if found:
                wrong[f"{path} {scheme}"] = found
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


def test_no_page_jumps_while_it_is_drawn(shown: Page, results: Results) -> None:
    shown.add_init_script(_JUMPS)
    for path in every_page(results):
        shown.goto(path)
        expect(shown.locator("#page-title")).to_be_visible(timeout=PATIENCE)
        shown.wait_for_timeout(300)
        assert shown.evaluate("window.jumped") < MOST_JUMP, path
