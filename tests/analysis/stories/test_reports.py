from analysis.stories.reports import own_reports, printed_from_agencies, reports
from analysis.tables import COPIES, CREDITS, MEMBERS
from tests.analysis.invented import articles

EARLY, LATE, LATER = "2026-03-02T08:00:00+00:00", "2026-03-02T12:00:00+00:00", "2026-03-03T12:00:00+00:00"
FIVE = articles(
    *((name, None, None, "", date) for name, date in zip("abcde", (LATE, EARLY, LATER, None, None), strict=True))
)
ONE_EVENT = dict.fromkeys("abcde", "event-1")


def standing(*, copies=(), credits=(), events=ONE_EVENT, frame=FIVE):
    return "".join(reports(frame, events, COPIES.frame(copies), CREDITS.frame(credits)).values())


def by(agency, *pages, whole=True, where="byline"):
    return [(page, agency, whole, where, None) for page in pages]


def test_without_copies_and_agencies_each_page_stands_for_itself():
    assert standing() == "abcde"


def test_a_copy_belongs_to_the_page_whose_text_it_prints():
    assert standing(copies=[("a", "c", 0.8, False), ("d", "a", 1.0, True)]) == "cbcce"
    assert standing(copies=[("a", "c", 0.79, False)]) == "abcde", "a fifth of it is its own"


def test_texts_of_one_agency_on_one_event_are_one_report_for_which_the_earliest_stands():
    assert standing(credits=by("AP", "a", "b", "d")) == "bbcbe"
    assert standing(credits=by("AP", "d", "e")) == "abcdd", "undated: the smallest id"


def test_the_agencys_own_page_stands_for_it_however_late():
    assert standing(credits=[*by("AP", "a", "b"), *by("AP", "c", where="outlet")]) == "cccde"


def test_different_agencies_events_and_mere_contributions_stay_apart():
    assert standing(credits=[*by("AP", "a", "b"), *by("Reuters", "c", "d")]) == "bbcce"
    assert standing(credits=by("AP", "a", "b"), events=dict(zip("abcde", "12345", strict=True))) == "abcde"
    assert standing(credits=by("AP", "a", "b", whole=False)) == "abcde"
    assert standing(credits=by(None, "a", "b")) == "abcde", "agencies, but which?"


def test_a_text_of_two_agencies_is_a_compilation():
    assert standing(credits=[*by("AP", "a", "b", "c"), *by("Reuters", "c", "d")]) == "bbcde"


def test_a_copy_of_an_agencys_text_that_says_nothing_of_it_goes_with_it():
    assert standing(copies=[("d", "a", 0.9, False)], credits=by("AP", "a", "b")) == "bbcbe"


def test_the_order_of_the_articles_changes_nothing():
    given = {"copies": [("a", "c", 0.9, False), ("e", "d", 0.9, False)], "credits": by("AP", "b", "d", "a")}
    expected = dict(zip("abcde", standing(**given), strict=True))
    for seed in range(4):
        frame = FIVE.sample(frac=1, random_state=seed)
        assert dict(zip(frame["id"], standing(**given, frame=frame), strict=True)) == expected


def test_own_reports_are_neither_copies_nor_agency_text():
    members = MEMBERS.frame([(a, "e", "s", 0.5, "", r) for a, r in zip("abcde", "abbde", strict=True)])
    credits = CREDITS.frame([*by("AP", "d"), *by("AP", "e", where="outlet"), *by("AP", "a", whole=False)])
    assert own_reports(members, credits) == {"a", "b", "e"}
    assert printed_from_agencies(credits) == {"d"}


def test_nothing_from_nothing():
    assert reports(articles(), {}, COPIES.empty(), CREDITS.empty()) == {}
    assert own_reports(MEMBERS.empty(), CREDITS.empty()) == frozenset()
