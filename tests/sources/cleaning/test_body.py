import csv
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from sources.cleaning.body import best_run, features
from sources.cleaning.draft import Draft
from sources.outlets import load_outlets
from sources.page import Block
from tests.sources.cleaning.pages import FOOTER, HEADLINE, LAST, LEAD, SECOND, THIRD, read, rules_of


@given(st.lists(st.integers(min_value=-9, max_value=9), max_size=12))
def test_best_run_equals_brute_force(values: list[int]) -> None:
    sums = [sum(values[start:end]) for start in range(len(values)) for end in range(start + 1, len(values) + 1)]
    start, end = best_run(values)
    assert sum(values[start:end]) == max([0, *sums])
    assert (start, end) == (0, 0) or values[start] > 0 < values[end - 1]


def test_a_short_dip_is_bridged_and_a_long_one_is_not() -> None:
    assert best_run([-1, 5, -2, 5, -1]) == (1, 4)
    assert best_run([5, -2, -2, -2, 4]) == (0, 1)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    blocks = (Block(text="A line of text", kind="line"),)
    (row,) = features(Draft(blocks=blocks, outlets=load_outlets()))
    with (files("sources") / "cleaning" / "body_weights.tsv").open(encoding="utf-8") as stream:
        weights = [line["feature"] for line in csv.DictReader(stream, delimiter="\t")]
    assert list(row) == weights


def test_bullets_between_paragraphs_stay() -> None:
    article = read(HEADLINE, "", LEAD, "", "For islanders", "• No boats on Sundays", "– Fares are capped", "", SECOND)
    assert "No boats on Sundays\n\nFares are capped" in article.text


def test_bullets_of_a_menu_do_not() -> None:
    assert "Islands" not in read("• Home", "• Islands", "• Sport", "", HEADLINE, "", LEAD, "", SECOND, "", THIRD).text


def test_a_body_goes_on_after_a_box_of_links() -> None:
    box = ("RELATED ARTICLES", "Moment gull steals entire ice cream", "Rats as big as cats", "SHARE THIS ARTICLE")
    article = read(HEADLINE, "", LEAD, "", SECOND, "", *box, "", THIRD, "", LAST, "", *FOOTER)
    assert article.text.endswith(f"{THIRD}\n\n{LAST}")
    assert rules_of(article)["Rats as big as cats"] == "links below a label"


def test_teasers_below_the_body_are_not_its_going_on() -> None:
    teasers = (
        "Apple harvest fails",
        "Growers in the valley blame frost and wasps for the smallest crop since records began.",
        "Singer cancels tour",
        "The pop star told fans on Friday that doctors had ordered complete silence until Christmas.",
    )
    article = read(HEADLINE, "", LEAD, "", SECOND, "", THIRD, "", LAST, "", "RELATED ARTICLES", *teasers, *FOOTER)
    assert article.text.endswith(LAST)


def test_captions_inside_the_body_are_cut_and_headings_stay() -> None:
    caption = "Islanders hold up a banner on the pier in the rain on Sunday"
    article = read(
        HEADLINE, "", LEAD, "", caption, "+4", "", "Getty Images", "A last boat", SECOND, "", THIRD, "", LAST
    )
    assert rules_of(article)[caption] == "caption"
    assert "A last boat" in article.text


def test_entries_of_a_live_page_stay_together() -> None:
    entries = [
        line
        for hour, text in ((15, LEAD), (14, SECOND), (13, THIRD))
        for line in (f"Posted at {hour}:42", text, "Share")
    ]
    assert read(HEADLINE, "", *entries).text == "\n\n".join((LEAD, SECOND, THIRD))
