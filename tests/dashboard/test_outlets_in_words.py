"""The lines say what was found, how sure it is, and where it is not."""

import numpy as np
import pandas as pd

from analysis.outlets.over_time import changes, levels
from analysis.outlets.pair_tables import CHANCES, HOLES, PAIR_PLACES, PAIR_WORDS, SELECTION, SPEAKERS
from analysis.outlets.pair_words import Words
from analysis.outlets.pairs import head_to_head
from analysis.outlets.profiles import profiles
from dashboard.outlets_in_words import (
    change_lines,
    compared_lines,
    framing_lines,
    profile_lines,
    selection_lines,
    speaker_lines,
    word_lines,
)
from tests.analysis.outlets.invented import NOON, grid


def world(*, shift=0.0, events=30, measure="sentiment", voice="narration", at=0):
    rng = np.random.default_rng(1)
    values = rng.normal(scale=0.1, size=(3, events))
    values[0, at:] += shift
    return grid(values, measure=measure, voice=voice)


def test_a_difference_is_told_with_its_interval_and_how_many_events_go_which_way():
    lines = list(compared_lines(head_to_head(world(shift=0.4), "outlet 000", "outlet 001"), "A", "B"))
    assert lines[0] == "A and B share 30 events told in reports of their own."
    assert lines[1].startswith("1 of 1 value can be compared; 1 differs")
    assert lines[2].startswith("  Sentiment in the outlet’s own words: +0.4")
    assert ", interval +0.3" in lines[2]
    assert lines[3].endswith("on 0")
    assert "higher in A on 30 of them" in lines[3]


def test_no_difference_and_not_enough_evidence_are_told_as_such():
    lines = list(compared_lines(head_to_head(world(), "outlet 000", "outlet 001"), "A", "B"))
    assert lines[-1] == "no clear difference in 1 value: Sentiment in the outlet’s own words"
    few = list(compared_lines(head_to_head(world(events=3), "outlet 000", "outlet 001"), "A", "B"))
    assert few[-1] == "not enough evidence for 1 value: both have a value on 3 events only; it takes 5 (1)"


def test_one_outlets_profile_has_both_means():
    cells = world(shift=0.4)
    rows = profiles(cells)
    lines = list(profile_lines(rows[rows["outlet"] == "outlet 000"], levels(cells, "outlet 000")))
    assert lines[0].endswith("1 differs from the other outlets on the same events:")
    assert "(here +0.39, others −0.01)" in lines[1]
    framing = world(shift=0.5, measure="framing.crime", voice="body")
    (line,) = framing_lines(levels(framing, "outlet 000"))
    assert line.startswith("  Crime and punishment: ")
    assert line.endswith("(30 events)")


def test_a_change_is_told_only_where_it_is():
    (looked, found) = change_lines(changes(world(shift=0.5, events=40, at=20), "outlet 000"))
    assert looked == "  looked for in 1 value; found in 1"
    assert "Sentiment in the outlet’s own words: changed about " in found
    assert list(change_lines(changes(world(events=40), "outlet 000"))) == ["  looked for in 1 value; found in 0"]
    (few,) = change_lines(changes(world(events=4), "outlet 000"))
    assert few.startswith("  not enough evidence: 4 points in time")


def test_holes_are_told_as_holes():
    day = NOON.normalize()
    events = CHANCES.frame([("e1", "s", day, 2, True, True, 1.0), ("e2", "s", day, 2, False, False, np.nan)])
    gaps = HOLES.frame([(day, day + pd.Timedelta(days=2), 3, 1)])
    lines = list(selection_lines(events, gaps, SELECTION.empty(), {}))
    assert lines[0] == "  of 1 dated event that two others or more tell, it tells 1"
    assert lines[1] == "  no page is held from 3 days in between (longest: 1–3 March 2026): holes, no choices; left out"
    assert lines[2].startswith("  not enough evidence")
    found = SELECTION.frame([
        ("s1", 40, 30, 18.0, 12.0, 24.0, 0.001, 0.002, True, True, None),
        ("s2", 40, 18, 18.0, 12.0, 24.0, 0.9, 0.9, True, False, None),
    ])  # fmt: skip
    assert list(selection_lines(events, gaps, found, {"s1": "The ferry"}))[2:] == [
        "  The ferry: tells 30 of 40 events; chance gives 12 to 24"
    ]
    assert list(selection_lines(events, gaps, found.iloc[1:], {}))[2:] == ["  no clear choice in 1 story"]


def test_who_gets_to_speak_is_told_with_what_is_sure():
    row = ("naming", "anonymous", 9, 50, 0.4, 0.1, 0.3, 0.2, 0.4, 0.01, 0.01, 9, 0, True, True, None)
    (line,) = speaker_lines(SPEAKERS.frame([row]))
    assert line == "  without a name: 40 % of the words it quotes; others 10 % (9 events; differs)"
    (none,) = speaker_lines(SPEAKERS.empty())
    assert none.startswith("  not enough evidence")


def test_words_are_told_with_where_they_stand():
    words = PAIR_WORDS.frame([("chaos", 1.0, 9, 1, 7, 6, 1, 2.4, 0.01, True, False),
                              ("pier", 0.1, 9, 8, 7, 4, 3, 0.4, 0.9, False, False)])  # fmt: skip
    places = PAIR_PLACES.frame([("chaos", "e1", "A", "a1", 2, 0, 5), ("chaos", "e1", "B", "b1", 1, 0, 5)])
    lines = list(word_lines(Words(words, places), "A", "B", events=12))
    assert lines[1:] == ["  A: chaos (9 to 1 times; more on 6 of 7 events; a1)"]
    none = list(word_lines(Words(words.iloc[1:], places), "A", "B", events=12))
    assert none[1:] == ["  no word is clearly one's own on the events that both tell"]


def test_two_values_of_one_label_are_told_apart():
    cells = world(voice="body").assign(counted=100)
    cells["value"] = 0.5 + 0.1 * cells["value"]
    alike = [cells.assign(measure=name) for name in ("framing.morality", "generic_frames.morality")]
    names = {list(compared_lines(head_to_head(each, "outlet 000", "outlet 001"), "A", "B"))[-1] for each in alike}
    assert len(names) == 2
