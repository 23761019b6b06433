from typing import Any

from dashboard.tabs.words import TAB
from tests.dashboard.hand_made import HandMade, links, of_class, words
from tests.dashboard.tabs.conftest import Ask


def parts(ask: Ask, search: str = "", event: str = "e-fire") -> dict[str, Any]:
    return {part.name: part.body for part in TAB.draw(ask(search, event=event))}


def test_the_number_and_the_words_are_shown(ask: Ask) -> None:
    found = parts(ask)
    assert "0.31" in words(found["apart"])
    assert "mill" in words(found["words"])


def test_names_are_left_out_on_request(ask: Ask) -> None:
    assert "Norham" in words(parts(ask)["words"])
    without = parts(ask, "?tab=words&names=no&show=b")["words"]
    assert "Norham" not in words(without)
    assert "mill" in words(without)
    assert links(without)[0] == "/story/s-fire?tab=words&show=b#words"


def test_nothing_to_compare_is_said(ask: Ask, results: HandMade) -> None:
    results.frames["apart"] = results.frames["apart"].iloc[:0]
    found = parts(ask)
    assert list(found) == ["words", "frames"]
    assert "two outlets" in words(found["words"])


def test_differences_open_to_the_words_that_make_them(ask: Ask, results: HandMade) -> None:
    frame = results.frames["scores"]
    results.frames["scores"] = frame.assign(n=frame["n"].where(frame["n"] < 3, 60))
    said = words(parts(ask)["shift"])
    for part in ("Sentiment", "Loaded wording", "horrific", "together"):
        assert part in said


def test_the_voice_of_the_angles_can_be_chosen(ask: Ask) -> None:
    frames = parts(ask, "?tab=words&voice=headline")["frames"]
    assert words(of_class(frames, "on")) == "headline"
    assert "/story/s-fire?tab=words&voice=body#frames" in links(frames)


def test_a_word_opens_its_places(ask: Ask) -> None:
    address = "/story/s-fire?tab=words&word=mill#places"
    assert address in links(parts(ask, "?tab=words")["words"])
    assert "places" not in parts(ask)
    assert "No outlet has it" in words(parts(ask, "?tab=words&word=%3Cb%3Ewindmill")["places"])


def test_two_outlets_are_chosen_by_the_address(ask: Ask, results: HandMade) -> None:
    frame = results.frames["scores"]
    results.frames["scores"] = frame.assign(n=frame["n"].where(frame["n"] < 3, 60))
    every = parts(ask, "?tab=words")["shift"]
    first = next(link for link in links(every) if "outlet=" in link)
    one = parts(ask, first.partition("?")[2].partition("#")[0].join(("?", "")))["shift"]
    assert "Set against" in words(one)
    second = next(link for link in links(one) if "against=" in link)
    both = parts(ask, second.partition("?")[2].partition("#")[0].join(("?", "")))["shift"]
    assert words(of_class(both, "on")).count(" ") >= 1
    assert "all the others" in words(both)
