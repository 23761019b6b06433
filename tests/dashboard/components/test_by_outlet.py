from dashboard.components.by_outlet import names_by_outlet, quoted_by_outlet
from dashboard.story_pages import story_pages
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, links, of_class, walk, words


def cells(made: object) -> list[str]:
    return [words(part) for part in walk(made) if type(part).__name__ in ("Td", "Th")]


def test_names_stand_by_outlet_labels_first_and_open_their_first_place(results: HandMade) -> None:
    made = names_by_outlet(results.table("namings"), story_pages(results, "s-fire"))
    assert cells(made) == [
        "Who", "Reuters", "C, outlet not named on the page", "Ann Lee",
        "“heroic nurse”label, 1 timeAnn Leefull name, 2 times", "Leesurname, 1 time",
    ]  # fmt: skip
    assert links(made) == [
        f"/article/{WIRE.id}?sentence=0#s0", f"/article/{WIRE.id}?sentence=1#s1", f"/article/{OTHER.id}?sentence=0#s0"
    ]  # fmt: skip
    assert names_by_outlet(results.table("namings").iloc[:0], []) is None


def test_room_is_shown_in_words_share_and_verbs(results: HandMade) -> None:
    made = quoted_by_outlet(results.table("quoted"), story_pages(results, "s-fire"))
    assert cells(made) == [
        "Who", "Reuters", "C, outlet not named on the page",
        "Ann Leea nurse", "3 wordsin 1 quotation, 75 % of what it quotesclaimed 1, said 1doubting 1", "–",
        "nobody named or told", "1 wordin 1 quotation, 25 % of what it quotes", "–",
        "officialswithout a name", "–", "1 timetold of, not quotedsaid 1",
    ]  # fmt: skip
    assert [bar.style["width"] for bar in of_class(made, "bar-fill")] == ["75.0%", "25.0%"]
    assert quoted_by_outlet(results.table("quoted").iloc[:0], []) is None
