"""The report stands alone: marked words, facts, no script, no address, page text never markup."""

import re

from click.testing import CliRunner

from analysis.results import Results
from dashboard.cli import parallax
from dashboard.exports.report import write_html


def test_the_demo(demo_library):
    text = write_html(Results.open(demo_library), None, story=None)
    assert text.count('<section class="story">') == 4
    assert text.count("<mark ") > 200
    assert "strength 4 of 5; neutral: criticised" in text
    assert '<mark class="faint" title="Loaded wording: ' in text
    assert "Differs:" in text
    assert text.count("Copied from page A (Landwire):") == 2
    assert "not found in the text we hold" in text
    assert not re.search(r"<script|<link|src=|https?://", text)


def test_page_text_is_text(tmp_path):
    page = tmp_path / "page.txt"
    body = (
        "The mayor said on Monday that <script>alert(1)</script> was the name of the new bridge in the old town. " * 3
    )
    page.write_text(f"A <b>bold</b> headline about a bridge\n\n{body}\n", encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(f"Bridge named <i>oddly</i> by the mayor\n\n{body} It opens in June.\n", encoding="utf-8")
    library = str(tmp_path / "l.sqlite")
    CliRunner().invoke(parallax, ["add", str(page), str(other), "--library", library])
    CliRunner().invoke(parallax, ["analyse", "--library", library])
    results = Results.open(tmp_path / "l.sqlite")
    story = results.table("stories")["story"].iloc[0]
    text = write_html(results, None, story=story)
    assert "&lt;script&gt;" in text
    assert "<script>" not in text
    assert "<b>bold" not in text
