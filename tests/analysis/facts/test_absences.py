from analysis.facts.absences import Absence, Places, absences
from analysis.facts.grouping import Group

PAGES = ["a", "b", "c", "d"]
SENTENCES = [0, 0, 1, 2, 2, 3]
GROUP = Group(main=(0, 2), others=(), likeness={0: 1.0, 2: 0.5})
OWN = {page: page for page in PAGES}


def test_a_page_of_the_same_event_that_does_not_tell_it_is_named_with_its_nearest_sentence() -> None:
    near = {0: {3: 0.3, 4: 0.35, 5: 0.1}, 2: {3: 0.2}}
    found = absences(GROUP, PAGES, SENTENCES, near, Places(dict.fromkeys(PAGES, "e"), OWN))
    assert found == [Absence("c", 4, 0.35), Absence("d", None, 0.0)]


def test_of_an_event_where_few_reports_tell_it_nobody_is_expected_to() -> None:
    pages = [*PAGES, "f"]
    places = Places(dict.fromkeys(pages, "e"), {page: page for page in pages})
    assert absences(GROUP, pages, SENTENCES, {}, places) == []


def test_pages_of_another_event_are_not_expected_to() -> None:
    places = Places({"a": "e", "b": "e", "c": "e", "d": "later"}, OWN)
    assert [one.article for one in absences(GROUP, PAGES, SENTENCES, {}, places)] == ["c"]


def test_copies_count_once() -> None:
    places = Places(dict.fromkeys(PAGES, "e"), {**OWN, "b": "a"})
    assert absences(GROUP, PAGES, SENTENCES, {}, places) == []
