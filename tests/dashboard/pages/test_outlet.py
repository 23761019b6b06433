from pathlib import Path

import pytest

from dashboard.pages.outlet import PAGE
from sources.errors import UnknownName
from sources.keeping.groups import Membership, import_groups
from sources.library import Library
from tests.dashboard.hand_made import links, of_class, view, walk, words
from tests.dashboard.outlets_made import Outlets


def test_the_strongest_findings_are_sentences_with_their_events() -> None:
    body = view(PAGE, Outlets(), "?name=Alpha").body
    found = of_class(body, "findings")[0]
    assert "Loaded wording in the outlet’s own words is higher than with the others on the same 8 events" in words(
        found
    )
    assert links(found) == ["/outlet?name=Alpha&value=loaded&voice=narration#events"]
    assert "the other 1 that can be judged may differ by chance alone" in words(body)
    assert "8 events: higher on 8, lower on 0." in words(body)


def test_what_cannot_be_said_is_told_with_what_is_missing() -> None:
    said = words(view(PAGE, Outlets(), "?name=Delta").body)
    assert "Not enough evidence. It shares 1 event with others; from 5 on" in said
    assert "What cannot be said: 2 values of 2" in said
    alone = words(view(PAGE, Outlets(), "?name=Epsilon").body)
    assert "Not enough evidence. No other outlet has a value on the events it tells" in alone
    copies = words(view(PAGE, Outlets(), "?name=%3Cb%3ECopies%3C/b%3E").body)
    assert "Not enough evidence. Every page held of it is a copy or an agency's text" in copies


def test_values_stand_side_by_side_in_the_words_chosen() -> None:
    body = view(PAGE, Outlets(), "?name=Alpha&side=headline").body
    label = next(part for part in of_class(body, "figure")).to_plotly_json()["props"]["aria-label"]
    assert label == "Alpha: every value in headlines, difference from the others in standard deviations."


def test_a_part_of_the_library_changes_the_sentence() -> None:
    assert "It shares 2 events with others on stories with “harbour”" in words(
        view(PAGE, Outlets(), "?name=Alpha&q=harbour").body
    )


def test_the_choice_of_events_and_who_speaks_follow_the_part_that_is_chosen() -> None:
    every = words(of_id(view(PAGE, Outlets(), "?name=Alpha").body, "choosing"))
    assert "Two other outlets or more tell 8 events." in every
    days = words(of_id(view(PAGE, Outlets(), "?name=Alpha&first=2026-01-03&last=2026-01-05").body, "choosing"))
    assert "Two other outlets or more tell 3 events." in days
    assert "Only events from 3 January 2026 to 5 January 2026." in days
    topic = view(PAGE, Outlets(), "?name=Alpha&q=harbour").body
    assert "Two other outlets or more tell 2 events." in words(of_id(topic, "choosing"))
    assert "Only stories with “harbour”." in words(of_id(topic, "speaking"))


def test_ratings_taken_over_from_a_file_are_shown_with_who_and_when(tmp_path: Path) -> None:
    results = Outlets()
    results.library = tmp_path / "library.sqlite"
    with Library(results.library) as library:
        rating = Membership(
            outlet="Alpha", group="high", by="Some Index", date="2026-01-31", note="of five", rating=True
        )
        import_groups(library, [rating], origin="index.csv")
    assert "part of no number here:high (Some Index, 2026-01-31): of five" in words(
        view(PAGE, results, "?name=Alpha").body
    )
    assert "Some Index" not in words(of_class(view(PAGE, results, "?name=Beta").body, "notice"))


def of_id(body: object, name: str) -> object:
    return next(part for part in walk(body) if vars(part).get("id") == name)


@pytest.mark.parametrize("search", ["?name=Nobody", "?name=&value=loaded"], ids=["unknown", "unnamed"])
def test_what_is_not_there_is_refused(search: str) -> None:
    with pytest.raises(UnknownName):
        view(PAGE, Outlets(), search)
