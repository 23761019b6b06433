import pandas as pd
import pytest

from analysis.stories.copies import LEAST, SHARE, find_copies, sharing_pages
from analysis.stories.shingles import shared, shingles
from analysis.tables import ARTICLES, COPIES
from tests.analysis.invented import (
    BRIDGE_AGENCY,
    BRIDGE_LOCAL,
    BRIDGE_OPINION,
    ORCHID_SCIENCE,
    ORCHID_TABLOID,
    STRIKE,
    TOLD,
    articles,
)

EARLY, LATE, LATER = "2026-03-02T08:00:00+00:00", "2026-03-02T12:00:00+00:00", "2026-03-03T12:00:00+00:00"
STATEMENT = (
    "“We know that many people in Kell and in the villages up the valley depend on this bridge for their work, for "
    "school and for the hospital. We will tell everybody each Friday how far we have come, what we have learned about "
    "the steel and when the next lane can be opened again. Nobody will be asked to drive over a bridge that we "
    "would not cross with our own children in the car.”"
)


def found(*rows):
    frame = find_copies(articles(*rows))
    pd.testing.assert_frame_equal(frame, COPIES.shaped(frame))
    return {row.article: (row.original, round(row.share, 3)) for row in frame.itertuples()}


def sentences(text):
    return text.split(". ")


def test_independent_reports_are_no_copies():
    assert found(*TOLD) == {}


def test_the_earliest_is_the_original_and_the_share_is_exact():
    cut = ". ".join(sentences(BRIDGE_AGENCY)[:4])
    late = cut + ". " + " ".join(BRIDGE_OPINION.split()[:8])
    rows = [("a", None, None, BRIDGE_AGENCY, LATE), ("b", None, None, late, LATER), ("c", None, None, STRIKE, EARLY)]
    exact = shared(shingles(late), shingles(BRIDGE_AGENCY)) / len(shingles(late))
    assert found(*rows) == {"b": ("a", round(exact, 3))}
    assert 0.5 < exact < 1


def test_without_dates_the_longest_then_the_smallest_id_is_the_original():
    cut = ". ".join(sentences(BRIDGE_AGENCY)[:4])
    assert found(("a", None, None, cut, None), ("b", None, None, BRIDGE_AGENCY, None)) == {"a": ("b", 1.0)}
    same = [("b", None, None, BRIDGE_AGENCY, None), ("a", None, None, BRIDGE_AGENCY, None)]
    assert found(*same) == {"b": ("a", 1.0)}


def test_a_dated_page_comes_before_an_undated_one():
    rows = [("a", None, None, BRIDGE_AGENCY, None), ("b", None, None, BRIDGE_AGENCY, LATE)]
    assert found(*rows) == {"a": ("b", 1.0)}


def test_a_short_first_take_inside_a_longer_later_page_is_the_copy():
    take = ". ".join(sentences(BRIDGE_AGENCY)[:3])
    whole = f"{take}. {ORCHID_SCIENCE} {STRIKE} {BRIDGE_OPINION}"
    assert found(("a", None, None, take, EARLY), ("b", None, None, whole, LATE)) == {"a": ("b", 1.0)}


def test_copies_of_copies_point_to_one_original():
    cut = ". ".join(sentences(BRIDGE_AGENCY)[:5])
    shorter = ". ".join(sentences(BRIDGE_AGENCY)[1:5])
    rows = [("c", None, None, shorter, LATER), ("a", None, None, BRIDGE_AGENCY, EARLY), ("b", None, None, cut, LATE)]
    assert found(*rows) == {"b": ("a", 1.0), "c": ("a", 1.0)}


def test_followers_move_along_when_a_longer_page_turns_up():
    take = ". ".join(sentences(BRIDGE_AGENCY)[:3])
    whole = f"{take}. {ORCHID_SCIENCE} {STRIKE} {BRIDGE_OPINION}"
    rows = [("a", None, None, take, EARLY), ("b", None, None, take, LATE), ("c", None, None, whole, LATER)]
    assert found(*rows) == {"a": ("c", 1.0), "b": ("c", 1.0)}


def test_a_long_shared_quotation_makes_no_copy():
    one = f"The bridge authority wrote to everybody in the valley last night. {STATEMENT}" + BRIDGE_LOCAL[:150]
    other = f"In a letter the authority asked for patience once more, and not many were pleased. {STATEMENT}"
    share = shared(shingles(one), shingles(other)) / min(len(shingles(one)), len(shingles(other)))
    assert share > SHARE, "or the test shows nothing"
    more = "Shops close early, and the ferry men of Ostby are offering rides in their own boats to those who dare it."
    assert found(("a", None, None, one, EARLY), ("b", None, None, f"{other} {more}", LATE)) == {}


def test_a_few_shared_words_make_no_copy():
    few = " ".join(BRIDGE_AGENCY.split()[: LEAST + 3])
    assert found(("a", None, None, BRIDGE_AGENCY, EARLY), ("b", None, None, few, LATE)) == {}


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("Cracks close bridge", "Chaos on bridge", True),
        ("Cracks close bridge", "Cracks Close Bridge!", False),
        (None, "Cracks close bridge", False),
        ("", "Cracks close bridge", False),
    ],
)
def test_a_changed_headline_is_told(one, other, changed):
    frame = find_copies(articles(("a", None, one, BRIDGE_AGENCY, EARLY), ("b", None, other, BRIDGE_AGENCY, LATE)))
    assert frame["headline_changed"].tolist() == [changed]


def test_the_order_of_the_articles_changes_nothing():
    cut = ". ".join(sentences(BRIDGE_AGENCY)[:5])
    frame = articles(
        ("c", None, None, cut, None), ("a", None, None, BRIDGE_AGENCY, None), ("b", None, None, cut, EARLY), *TOLD[1:]
    )
    expected = find_copies(frame)
    assert len(expected) == 2
    for seed in range(4):
        pd.testing.assert_frame_equal(find_copies(frame.sample(frac=1, random_state=seed)), expected)


def test_every_copy_that_a_comparison_of_all_pairs_finds():
    texts = [BRIDGE_AGENCY, BRIDGE_LOCAL, BRIDGE_OPINION, ORCHID_SCIENCE, ORCHID_TABLOID, STRIKE]
    rows = []
    for number, text in enumerate(texts):
        pieces = sentences(text)
        for cut in range(1, len(pieces)):
            rows += [(f"{number}{cut}", None, None, ". ".join(pieces[:cut]), None)]
    expected = set()
    for article, _, _, text, _ in rows:
        for other, _, _, longer, _ in rows:
            common = shared(shingles(text), shingles(longer))
            if article != other and len(longer) > len(text) and common >= LEAST:
                expected.add(article)
    assert set(found(*rows)) == expected
    assert len(expected) == 9


def test_the_agencys_own_page_is_the_original_however_late():
    frame = articles(("a", None, None, BRIDGE_AGENCY, EARLY), ("b", None, None, BRIDGE_AGENCY, LATER))
    assert find_copies(frame)["original"].tolist() == ["a"]
    assert find_copies(frame, agencies={"b"})[["article", "original"]].to_numpy().tolist() == [["a", "b"]]


def test_an_agencys_short_take_is_no_copy_of_the_page_that_went_on_from_it():
    take = ". ".join(sentences(BRIDGE_AGENCY)[:3])
    whole = f"{take}. {ORCHID_SCIENCE} {STRIKE} {BRIDGE_OPINION}"
    frame = articles(("a", None, None, take, EARLY), ("b", None, None, whole, LATE))
    assert find_copies(frame)["article"].tolist() == ["a"]
    assert find_copies(frame, agencies={"a"}).empty
    assert find_copies(frame, agencies={"a", "b"})["article"].tolist() == ["a"], "of its own later take it may be"


def test_a_copy_of_a_page_put_together_from_many():
    parts = [BRIDGE_AGENCY, BRIDGE_LOCAL, BRIDGE_OPINION, ORCHID_SCIENCE, ORCHID_TABLOID, STRIKE]
    review = " ".join(". ".join(sentences(part)[:2]) + "." for part in parts)
    rows = [(f"a{n}", None, None, part, EARLY) for n, part in enumerate(parts)]
    rows += [("b", None, None, review, LATE), ("c", None, None, review, LATER)]
    assert found(*rows)["c"] == ("b", 1.0)


def test_hundreds_of_prints_of_one_text():
    words = BRIDGE_AGENCY.split()
    rows = [(f"{n:03}", None, None, " ".join(words[n % 20 :]), EARLY) for n in range(400)]
    copies = found(*rows)
    assert len(copies) == 399
    assert {original for original, _ in copies.values()} == {"000"}, "the longest, then the smallest id"


def test_short_empty_and_very_long_texts():
    long = " ".join(f"word{n * n % 30_011}" for n in range(1_000_000))
    rows = [
        ("a", None, None, long, EARLY),
        ("b", None, None, long[: len(long) // 2], LATE),
        ("c", None, None, "", EARLY),
        ("d", None, None, "", LATE),
        ("e", None, None, "Kell is a port.", EARLY),
        ("f", None, None, "Kell is a port.", LATE),
    ]
    assert {copy: original for copy, (original, _) in found(*rows).items()} == {"b": "a"}


def test_other_ways_may_propose_what_is_compared():
    frame = articles(("a", None, None, BRIDGE_AGENCY, EARLY), ("b", None, None, BRIDGE_AGENCY, LATE))
    assert find_copies(frame, propose=lambda _: {}).empty
    assert len(find_copies(frame, propose=lambda whole: {1: [0]})) == 1


def test_the_pairs_proposed_are_those_that_share_enough():
    texts = [BRIDGE_AGENCY, BRIDGE_LOCAL, ". ".join(sentences(BRIDGE_AGENCY)[:4]), STRIKE, "", BRIDGE_AGENCY]
    assert sharing_pages([shingles(text) for text in texts]) == {2: [0], 5: [0, 2]}
    assert sharing_pages([]) == {}


def test_nothing_from_nothing():
    pd.testing.assert_frame_equal(find_copies(ARTICLES.empty()), COPIES.empty())
    assert found(("a", None, None, "", None), ("b", None, None, "", None)) == {}
