"""The report stands alone: marked words, facts, no script, no address, page text never markup."""

import re
import shutil

import pytest
from click.testing import CliRunner

from analysis.results import Results
from analysis.store import results_folder
from dashboard.cli import parallax
from dashboard.exports.report import write_html
from dashboard.exports.tables import TAKEN_OUT, table_rows
from sources.keeping.taken_out import take_out
from sources.library import Library


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


@pytest.fixture
def corrected(demo_library, tmp_path):
    """Return the demo with one loaded word taken out, the library and the article."""
    library = tmp_path / "library.sqlite"
    shutil.copy(demo_library, library)
    shutil.copytree(results_folder(demo_library), results_folder(library))
    results = Results.open(library)
    article = results.rows("articles", outlet="The Daily Rouser")["id"].iloc[0]
    marks = results.evidence(article)
    mark = marks[(marks["measure"] == "loaded") & (marks["voice"] == "narration")].iloc[0]
    with Library(library) as opened:
        take_out(opened, article, value="loaded", place="text", start=int(mark["start"]), end=int(mark["end"]))
    yield results, article, str(mark["quote"])
    results.close()


def test_a_mark_that_was_taken_out_is_struck_and_what_is_left_is_said(corrected):
    results, article, words = corrected
    story = results.rows("members", article=article)["story"].iloc[0]
    text = write_html(results, None, story=story)
    assert re.search(rf'<(s|mark)[^>]* title="[^"]*taken out: Loaded wording[^"]*">{re.escape(words)}</', text)
    assert text.count("1 mark taken out by hand, struck through below.") == 1
    assert len(re.findall(r"with your corrections: [\d.]+ \(1 mark taken out by you\)", text)) == 1


def test_the_tables_say_which_marks_are_out_and_keep_what_was_counted(corrected, demo_library):
    results, article, words = corrected
    tables = dict(table_rows(results))
    assert [(row["article"], row["value"], row["words"]) for row in tables[TAKEN_OUT]] == [(article, "loaded", words)]
    before = dict(table_rows(Results.open(demo_library)))
    assert TAKEN_OUT not in before
    assert {name: rows for name, rows in tables.items() if name != TAKEN_OUT} == before
