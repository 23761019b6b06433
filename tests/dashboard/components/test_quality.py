from typing import Any, cast

from dashboard.components.quality import link, nameless, undated, unlisted, unread
from dashboard.quality import quality
from sources.keeping.not_read import NotRead
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, walk, words


def test_pages_of_one_host_are_ticked_together(results: HandMade) -> None:
    part = nameless(quality(cast(Any, results)), "t")
    assert part is not None
    boxes = [vars(each) for each in walk(part.body) if vars(each).get("type") == "checkbox"]
    assert [(each["value"], each["defaultChecked"]) for each in boxes] == [(OTHER.id, True)]
    labels = {vars(each).get("htmlFor") for each in walk(part.body)} - {None}
    assert labels <= {vars(each).get("id") for each in walk(part.body)}


def test_where_all_is_well_nothing_is_said(results: HandMade) -> None:
    assert unlisted(quality(cast(Any, results)), "t") is None
    assert unread((), "t") is None


def test_every_date_has_a_name_for_those_who_listen(results: HandMade) -> None:
    part = undated(quality(cast(Any, results)), "t")
    assert part is not None
    fields = [vars(each) for each in walk(part.body) if str(vars(each).get("name")).startswith("date-")]
    assert len(fields) == 2
    assert all(each["aria-label"].startswith("Date of ") for each in fields)
    assert "Date" not in words(undated(quality(cast(Any, results)), None))


def test_what_was_not_read_and_where_an_article_is(results: HandMade) -> None:
    part = unread([NotRead(origin="a.txt", message="is empty", slug="", at="")], None)
    assert part is not None
    assert "a.txtIs empty." in words(part.body)
    assert link(quality(cast(Any, results)), WIRE.id).href == f"/article/{WIRE.id}"
