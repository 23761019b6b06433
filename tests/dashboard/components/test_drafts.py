from dataclasses import replace

from dashboard.components.drafts import ON_ONE_PAGE, draft_form, draft_list, language, outlet_names, thrown_list
from sources.drafts import Draft
from tests.dashboard.hand_made import GERMAN, OTHER, WIRE, links, of_class, walk, words

WAITS = Draft(number=1, given=WIRE, now=WIRE, notes=(), state="waiting", act=0)
NAMELESS = replace(WAITS, number=2, given=OTHER, now=OTHER, notes=("its encoding was guessed",))


def _fields(shown: object) -> dict[str, object]:
    return {str(vars(part).get("name")): vars(part).get("defaultValue") for part in walk(shown)}


def test_what_is_missing_is_asked_for() -> None:
    shown = draft_list([WAITS, NAMELESS], "t", page=1)
    assert [words(part) for part in of_class(shown, "lacks")] == ["which outlet?", "undated", "no headline on the page"]
    assert "its encoding was guessed" in words(shown)
    assert "Keep all 2" in words(shown)


def test_what_is_not_scored_or_was_corrected_is_said() -> None:
    german = replace(WAITS, given=GERMAN, now=replace(GERMAN, outlet="Elm Post"))
    said = words(draft_list([german], "t", page=1))
    assert "German: shown, not scored" in said
    assert "corrected" in said
    assert language("cy") == "language “cy”"


def test_long_lists_come_in_parts() -> None:
    many = [replace(WAITS, number=number) for number in range(1, ON_ONE_PAGE + 3)]
    shown = draft_list(many, "t", page=2)
    assert "Part 2 of 2" in words(shown)
    assert len([part for part in walk(shown) if vars(part).get("type") == "checkbox"]) == 2
    assert any("page=1" in link for link in links(shown))


def test_a_draft_opens_with_what_was_found_and_what_was_cut() -> None:
    shown = draft_form(WAITS, "t", later=True)
    fields = _fields(shown)
    assert (fields["outlet"], fields["title"], fields["published"]) == ("Reuters", WIRE.title, "2026-03-01 09:30+00:00")
    said = words(shown)
    assert "Found: line 'Source Reuters'." in said
    assert "Subscribe now" in said
    assert "back" in fields


def test_a_page_of_another_kind_of_address_is_no_link() -> None:
    shown = draft_form(NAMELESS, "t", later=False)
    assert not any(link.startswith("javascript") for link in links(shown))
    assert "<script>alert(1)</script>" in words(shown)
    assert "next" not in _fields(shown)


def test_what_was_thrown_away_is_listed() -> None:
    assert "Thrown away: 1 page" in words(thrown_list([WAITS], "t"))
    assert vars(outlet_names())["id"] == "outlets"
