"""What holds for every page, drawn from results written by hand."""

import json

import pytest
from dash import Dash
from plotly.utils import PlotlyJSONEncoder

from dashboard.drawing import drawing, live_ids
from dashboard.page import Page
from dashboard.pages import ALL_PAGES
from tests.dashboard.hand_made import HandMade, links, view, walk

HOSTILE = ("?q=%3Cscript%3E&page=-1&show=x&measure=x&value=x&voice=x&sentence=x&outlet=&facts=1", "?page=99999999999",
           "?value=sentiment&voice=martian", "?sentence=99999", "?page=²&sentence=²")  # fmt: skip


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
def test_every_page_has_one_title_and_can_be_sent(which: Page, results: HandMade) -> None:
    shown = view(which, results)
    assert shown.title
    assert len([part for part in walk(shown.body) if type(part).__name__ == "H1"]) == 1
    ids = [part.id for part in walk(shown.body) if isinstance(getattr(part, "id", None), str)]
    assert len(ids) == len(set(ids))
    assert json.dumps(shown.body, cls=PlotlyJSONEncoder)


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
@pytest.mark.parametrize("search", HOSTILE)
def test_hostile_questions_are_answered(which: Page, search: str, results: HandMade) -> None:
    assert view(which, results, search).title


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
def test_links_lead_into_the_dashboard_or_to_http(which: Page, results: HandMade) -> None:
    for href in links(view(which, results).body):
        assert href.startswith(("/", "#", "https://", "http://")), href


@pytest.mark.parametrize("which", ALL_PAGES, ids=lambda which: which.name)
def test_a_page_has_few_components_for_the_browser_to_keep(which: Page, results: HandMade, app: Dash) -> None:
    body = view(which, results).body
    sent = json.loads(json.dumps(drawing(body, live=live_ids(app.callback_map)), cls=PlotlyJSONEncoder))
    assert _components(sent) <= 25  # each one looks at every change of all the others
    assert _components(sent) < len(list(walk(body)))


def _components(sent: object) -> int:
    if isinstance(sent, list):
        return sum(map(_components, sent))
    return 1 + _components(sent["props"].get("children")) if isinstance(sent, dict) else 0
