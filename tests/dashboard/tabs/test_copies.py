from dashboard.tabs.copies import TAB
from tests.dashboard.hand_made import COPY, HandMade, links, words
from tests.dashboard.tabs.conftest import Ask


def test_whose_text_a_page_prints_is_said(ask: Ask) -> None:
    parts = {part.name: words(part.body) for part in TAB.draw(ask())}
    assert "Copied from page A (Reuters): 92 % of its words, under a changed headline" in parts["copies"]
    assert "3 pages, 2 independent reports." in parts["copies"]
    assert "Mill lost" in parts["moments"]


def test_no_copy_is_said(ask: Ask, results: HandMade) -> None:
    members = results.frames["members"]
    results.frames["members"] = members.assign(report=members["article"])
    results.frames["copies"] = results.frames["copies"].iloc[:0]
    results.frames["credits"] = results.frames["credits"].iloc[:0]
    assert "No page of this event prints another page" in words(TAB.draw(ask())[0].body)


def test_why_pages_stand_together_is_said_and_what_is_uncertain(ask: Ask, results: HandMade) -> None:
    members = results.frames["members"]
    mine = members["article"] == COPY.id
    results.frames["members"] = members.assign(
        event_similarity=members["similarity"],
        event_reason=members["reason"].map("words {}".format),
        borderline=mine,
        note=mine.map({True: "nearly as like event-dd (mean similarity 0.50; its own: 0.60)", False: None}),
    )
    events = results.frames["events"]
    results.frames["events"] = events.assign(event=events["event"].replace("e-alone", "event-dd"))
    body = [part.body for part in TAB.draw(ask())]
    assert "The pages, and why they stand together" in words(body)
    assert "Nearly as like “Die Mühle”" in words(body)
    assert "/story/s-alone" in links(body)
    assert f"parallax event move {COPY.id[:12]} --to event-dd" in words(body)
