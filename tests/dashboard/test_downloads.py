import csv
import io
import json
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pytest
from dash import Dash, html

from dashboard.downloads import VIEWS, as_csv, connect_downloads, of_article, of_stories, of_story
from dashboard.page import Query
from dashboard.tabs import ALL_TABS
from sources.errors import UnknownName
from tests.dashboard.hand_made import OTHER, WIRE, HandMade


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_view_has_its_tables(results: HandMade) -> None:
    assert set(VIEWS) == {tab.name for tab in ALL_TABS}
    for view, tables in VIEWS.items():
        text, kind, name = of_story(cast(Any, results), "s-fire", "json", Query.read(f"?tab={view}&event=e-fire"))
        made = json.loads(text)
        assert kind == "application/json"
        assert name == f"parallax-s-fire-{view}.json"
        assert list(made) == ["info", *(rows.table for rows in tables)]
        assert made[tables[0].table]


def test_rows_are_of_the_event_and_say_whose_page_they_are_of(results: HandMade) -> None:
    members = results.frames["members"]
    later = members["article"] == OTHER.id
    results.frames["members"] = members.assign(event=members["event"].where(~later, "e-later"))
    text, kind, _ = of_story(cast(Any, results), "s-fire", "csv", Query.read("?tab=beside&event=e-later"))
    rows = _rows(text)
    assert kind == "text/csv"
    assert {row["article"] for row in rows} == {OTHER.id}
    assert rows[0]["page_outlet"] == ""
    everything = _rows(of_story(cast(Any, results), "s-fire", "csv", Query.read("?tab=beside"))[0])
    assert {row["page_outlet"] for row in everything} == {"Reuters", "BBC", ""}


def test_cells_that_a_spreadsheet_would_compute_are_text() -> None:
    frame = pd.DataFrame({"title": ["=HYPERLINK(1)", "@x", "-5 and counting", "plain", None], "value": [-1.5] * 5})
    rows = _rows(as_csv(frame))
    assert [row["title"] for row in rows] == ["'=HYPERLINK(1)", "'@x", "'-5 and counting", "plain", ""]
    assert rows[0]["value"] == "-1.5"


def test_an_article_has_its_scores_and_its_evidence(results: HandMade) -> None:
    made = json.loads(of_article(cast(Any, results), OTHER.id, "json")[0])
    assert [row["quote"] for row in made["evidence"]] == ["horrific blaze", "horrific"]
    rows = _rows(of_article(cast(Any, results), WIRE.id, "csv")[0])
    assert {row["article"] for row in rows} == {WIRE.id}


def test_the_list_is_the_one_that_is_shown(results: HandMade) -> None:
    rows = _rows(of_stories(cast(Any, results), "csv", Query.read("?q=mill"))[0])
    assert [row["story"] for row in rows] == ["s-fire"]
    assert rows[0]["outlets"] == "Reuters; BBC"
    assert rows[0]["apart"] == "0.31"
    assert _rows(of_stories(cast(Any, results), "csv", Query.read("?q=nothing"))[0]) == []


@pytest.mark.parametrize("search", ["?tab=nothing", "?tab=facts&event=nothing"])
def test_what_is_not_there_is_refused(results: HandMade, search: str) -> None:
    with pytest.raises(UnknownName):
        of_story(cast(Any, results), "s-fire", "csv", Query.read(search))
    with pytest.raises(UnknownName):
        of_story(cast(Any, results), "none", "html", Query.read(search))


def test_addresses_answer_with_files_and_say_kindly_what_is_not_there(results: HandMade, tmp_path: Path) -> None:
    app = Dash("files")
    app.layout = html.Div()
    connect_downloads(app, cast(Any, type("Now", (), {"get": lambda self: results})()))
    client = app.server.test_client()
    answer = client.get("/files/story/s-fire.csv?tab=people")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="parallax-s-fire-people.csv"'
    assert client.get("/files/story/none.json").status_code == 404
    assert "Content-Disposition" not in client.get("/files/story/s-fire.exe").headers  # the page for odd addresses
    report = client.get("/files/story/s-fire.html")
    assert report.mimetype == "text/html"
    assert b"<script" not in report.data
    assert client.get("/files/stories.json").get_json()["stories"][0]["story"] == "s-fire"
    assert client.get(f"/files/article/{WIRE.id}.json").status_code == 200
