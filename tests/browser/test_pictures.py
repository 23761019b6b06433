"""Parts of reading pages saved as pictures: what the picture shows is what the page shows."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

from analysis.results import Results
from tests.browser.conftest import PATIENCE

pytestmark = pytest.mark.browser

_SVG = "{http://www.w3.org/2000/svg}"


def _saved(page: Page, part: Locator, form: str) -> Path:
    with page.expect_download() as told:
        part.get_by_role("button", name=f"Save this part as {form}").click()
    assert told.value.suggested_filename.endswith(f".{form.lower()}")
    return Path(told.value.path())


def _size(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box is not None
    return box["width"], box["height"]


def _words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", text).split()


def test_a_table_of_numbers_is_drawn_with_its_words_and_its_marks(shown: Page, results: Results) -> None:
    story = results.table("stories").sort_values("articles")["story"].iloc[-1]
    shown.goto(f"/story/{story}")
    part = shown.locator("#measures")
    expect(part).to_be_visible(timeout=PATIENCE)
    before = _size(part)
    made = ElementTree.parse(_saved(shown, part, "SVG")).getroot()
    said = " ".join(each.text or "" for each in made.iter(f"{_SVG}text"))
    table = part.locator("table").first
    whole = "".join(_words(said))
    assert all(cell in whole for cell in ("".join(_words(text)) for text in table.locator("li").all_inner_texts()))
    assert "TheCoastandFellCourier" in whole
    # every mark of a voice beside a number, and every one on a line
    dots = part.locator("table").first.locator(".dot")
    boxes = [each for each in made.iter(f"{_SVG}rect") if each.get("width") != "100%"]
    drawn = len(boxes) + len(list(made.iter(f"{_SVG}polygon")))
    assert drawn >= dots.count() > 20
    assert all("color(" not in value for each in made.iter() for value in each.attrib.values())
    assert _size(part) == before

    picture = _saved(shown, part, "PNG").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    wide = int.from_bytes(picture[16:20], "big")
    assert wide == 2 * round(float(made.get("width", "0")))
