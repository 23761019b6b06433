from analysis.apart.sources import sources
from analysis.tables import CREDITS, MEMBERS
from tests.analysis.apart.invented import members_of
from tests.analysis.invented import articles

ROWS = (("a", "Loud", ""), ("b", "Calm", ""), ("c", "Plain", ""))


def found(*rows, credits=None, **options):
    frame = articles(*((article, outlet, None, "A text.", None) for article, outlet, _ in rows))
    return list(sources(members_of(*rows, **options), frame, CREDITS.empty() if credits is None else credits))


def test_each_own_report_is_a_source():
    (event,) = found(*ROWS)
    assert (event.event, event.story) == ("event-a", "story-a")
    assert event.outlets == {"b": "Calm", "a": "Loud", "c": "Plain"}


def test_copies_and_agencies_texts_are_nobodys_own():
    assert list(found(*ROWS, report={"c": "a"})[0].outlets) == ["b", "a"]
    credits = CREDITS.frame([("a", "Agency", True, "outlet", None), ("c", "Agency", True, "byline", "Agency")])
    assert list(found(*ROWS, credits=credits)[0].outlets) == ["b", "a"]


def test_an_event_with_one_source_is_left_out():
    assert found(("a", "Loud", ""), ("b", "Loud", "")) == []
    frame = articles(*((article, outlet, None, "A text.", None) for article, outlet, _ in ROWS))
    assert list(sources(MEMBERS.empty(), frame, CREDITS.empty())) == []


def test_pages_of_unknown_outlet_are_sources_of_their_own():
    (event,) = found(("abcdef01", None, ""), ("fedcba01", None, ""))
    assert list(event.outlets.values()) == ["unknown outlet (abcdef)", "unknown outlet (fedcba)"]
