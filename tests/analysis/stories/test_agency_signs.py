"""Signs of agencies, in invented articles: what signs a text, what signs a part of it, and what only cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.stories.agency_names import agencies
from analysis.stories.agency_signs import signs
from sources.article import Removed

BODY = "The lock gate at Kell jammed on Monday, and four barges had to wait until the tide turned."
END = len(BODY)
PIECES = (
    "KELL", ", ", "Nov 3", " (AP) — ", "Reuters", " AFP", "/", "the Associated Press", "\n\n", " (", ")", ". ", " - ",
    "By ", "Ann Lee", " and ", "contributed to this report", "Editing by Bo Ek", "Reporting by Ann Lee; ", "© 2024 ",
    "dpa", "\x01", "UPİ", "The gate jammed.", "Enditem", "İ", "“", "”", " with ", "\t",
)  # fmt: skip


def read(text=BODY, *, title=None, byline=None, removed=(), outlet=None):
    return signs(text, title=title, byline=byline, removed=removed, outlet=outlet, known=agencies())


def told(*given, **more):
    return [(sign.agency, sign.whole, sign.where) for sign in read(*given, **more)]


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("KELL (AP) —", "Associated Press"),
        ("KELL (APP) –", "Associated Press of Pakistan"),
        ("KELL, Nov 3 (Reuters) -", "Reuters"),
        ("KELL, March 2 (UPI) --", "United Press International"),
        ("March 2 (Reuters) -", "Reuters"),
        ("(Reuters) -", "Reuters"),
        ("Reuters -", "Reuters"),
        ("Kell (AFP) –", "Agence France-Presse"),
        ("KELL, Feb. 3 (Xinhua) --", "Xinhua"),
        ("Kell, Mar 3 (PTI)", "Press Trust of India"),
        ("Kell [Osmark], March 3 (ANI):", "Asian News International"),
        ("KELL, March 3. /TASS/.", "TASS"),
        ("Kell, 3 mar (EFE).-", "Agencia EFE"),
        ("Kell (dpa) -", "Deutsche Presse-Agentur"),
        ("KELL, KYODO -", "Kyodo News"),
        ("KELL — The Canadian Press —", "The Canadian Press"),
        ("ST. OLA ON SEA, Osm. (AP) —", "Associated Press"),
        ("ABOARD THE MARLOW (AP) _", "Associated Press"),
    ],
)
def test_datelines(dateline, agency):
    (sign,) = read(f"{dateline} {BODY}")
    assert (sign.agency, sign.whole, sign.where) == (agency, True, "dateline")
    assert sign.quote == dateline
    (below,) = read(f"Gate jams at Kell\n\n{dateline} {BODY}")
    assert below.quote == dateline


@pytest.mark.parametrize(
    "text",
    [
        "The Associated Press (AP) said on Monday that it would open an office in Kell.",
        "Reuters — the news agency — said on Monday that it would open an office in Kell.",
        "Sen. Ann Lee (PA) — Her office said so.",
        "Ostby (PA) - The lock gate jammed.",
        "The harbour master told AFP on Monday.\n\nHe was at home, he told Reuters.",
        "The gate is old, according to the Associated Press.",
        "A poll by Reuters/Ipsos — The first this year — puts the mayor ahead.",
        f"{BODY} {BODY} {BODY}\n\nKELL (AP) — {BODY}",
        f"{BODY}\n\n{BODY} " * 3 + f"\n\nKELL (AP) — {BODY}",
        f"{BODY} (AP Photo/Ann Lee)",
        f"{BODY}\n\nPhoto: Reuters",
        f"{BODY}\n\nAPP",
        f"{BODY}\n\nAnn Lee contributed reporting.",
        f"{BODY}\n\nAnn Lee covers harbours for the Kell Observer. She was at AFP before.",
        f"{BODY} “I read it in the AP,” he said.",
        "",
    ],
)
def test_citing_an_agency_is_no_sign(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("By THE ASSOCIATED PRESS", "Associated Press"),
        ("Ann Lee, Associated Press", "Associated Press"),
        ("Ann Lee and Bo Ek, Associated Press", "Associated Press"),
        ("Ann Lee, Bo Ek | AP", "Associated Press"),
        ("Ann Lee (AP)", "Associated Press"),
        ("Ann Lee, AP Sports Writer", "Associated Press"),
        ("Ann Lee; Reuters", "Reuters"),
        ("Reuters Staff", "Reuters"),
        ("Reuters in Kell", "Reuters"),
        ("Reuters, Kell", "Reuters"),
        ("Ann Lee of Reuters", "Reuters"),
        ("PA Reporter", "PA Media"),
        ("Agencies", None),
        ("News Wires", None),
    ],
)
def test_bylines_that_sign_the_whole(byline, agency):
    assert told(byline=byline) == [(agency, True, "byline")]
    cut = (Removed(text=f"By {byline.removeprefix('By ')}", rule="byline", at=0),)
    assert told(removed=cut, byline="Ann Lee") == [(agency, True, "byline")]


@pytest.mark.parametrize(
    ("byline", "agencies_named"),
    [
        ("Ann Lee and AP", ["Associated Press"]),
        ("Kell Observer staff with Reuters", ["Reuters"]),
        ("Le Quai avec AFP", ["Agence France-Presse"]),
        ("Observer staff and agencies", [None]),
        ("Ann Lee with AFP, Reuters", ["Agence France-Presse", "Reuters"]),
    ],
)
def test_bylines_that_share(byline, agencies_named):
    assert told(byline=byline) == [(agency, False, "byline") for agency in agencies_named]


@pytest.mark.parametrize(
    "byline", ["Ann Lee", "Ani Lee", "Ann Reuter", "Our Foreign Staff", "Staff", "Maria Lusa", "Jo P. Hina"]
)
def test_bylines_without_an_agency(byline):
    assert told(byline=byline) == []


def test_two_agencies_in_one_byline():
    assert told(byline="AFP/Reuters") == [("Agence France-Presse", True, "byline"), ("Reuters", True, "byline")]


@pytest.mark.parametrize(
    ("line", "agency", "whole"),
    [
        ("(Reporting by Ann Lee; Editing by Bo Ek)", "Reuters", True),
        ("(Reporting by Ann Lee in Kell and Mei Tan; Writing by Bo Ek; Editing by Jo Roe and Al Orr)", "Reuters", True),
        ("(Additional reporting by Ann Lee; Editing by Bo Ek.)", "Reuters", True),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Reuters", True),
        ("— Reuters", "Reuters", True),
        ("AFP", "Agence France-Presse", True),
        ("Source: Xinhua", "Xinhua", True),
        ("PTI ABC XYZ", "Press Trust of India", True),
        ("Enditem", "Xinhua", True),
        ("© 2024 AFP", "Agence France-Presse", True),
        ("Copyright 2024 The Associated Press. All rights reserved.", "Associated Press", True),
        ("Associated Press writers Ann Lee and Bo Ek contributed to this report.", "Associated Press", True),
        ("This report by The Canadian Press was first published Nov. 3, 2024.", "The Canadian Press", True),
        ("This story was provided by Reuters.", "Reuters", True),
        ("From wire reports", None, True),
        ("(This story has not been edited by our staff and is published from a syndicated feed.)", None, True),
        ("The Associated Press contributed to this report.", "Associated Press", False),
        ("Reuters contributed to this story", "Reuters", False),
        ("— with files from The Canadian Press", "The Canadian Press", False),
        ("With inputs from PTI", "Press Trust of India", False),
        ("Contributing: Ann Lee, Associated Press", "Associated Press", False),
        ("Ann Lee of the Associated Press contributed to this report.", "Associated Press", False),
    ],
)
def test_credit_lines(line, agency, whole):
    for sign in (read(f"{BODY}\n\n{line}")[0], *read(removed=(Removed(text=line, rule="agency line", at=END),))):
        assert (sign.agency, sign.whole) == (agency, whole)
        assert sign.quote.strip("()—. ") in line
    assert told(removed=(Removed(text=line, rule="agency line", at=END),)) != []


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (" (AP)", "Associated Press"),
        (" — AFP", "Agence France-Presse"),
        (" PTI", "Press Trust of India"),
        (" -- Bernama", "Bernama"),
        (" /TASS/", "TASS"),
        (" PTI ABC DEF", "Press Trust of India"),
        (" (Reporting by Ann Lee in Kell; Editing by Bo Ek.)", "Reuters"),
    ],
)
def test_the_end_of_the_last_sentence(end, agency):
    (sign,) = read(BODY + end)
    assert (sign.agency, sign.whole, sign.where, sign.quote) == (agency, True, "end of the text", end.strip(" ."))


def test_a_list_of_agencies_at_the_end_is_what_the_outlet_used():
    assert told(f"{BODY}\n\nab/cde (AFP, Reuters, dpa)") == [
        (agency, False, "end of the text") for agency in ("Agence France-Presse", "Reuters", "Deutsche Presse-Agentur")
    ]


def test_a_name_alone_above_a_text_that_a_person_signs_may_be_a_pictures():
    picture = Removed(text="Reuters", rule="outlet line", at=0)
    assert told(byline="Ann Lee", removed=(picture,)) == []
    assert told(removed=(picture,)) == [("Reuters", True, "credit line")]
    signed = (Removed(text="By Ann Lee", rule="byline", at=0), picture)
    assert told(byline="Ann Lee", removed=signed) == [("Reuters", True, "credit line")]


def test_a_line_cut_right_below_the_headline_is_a_byline():
    head, line = (
        Removed(text="Gate Jams at Kell", rule="outside", at=0),
        Removed(text="Ann Lee AP", rule="outside", at=0),
    )
    assert told(title="Gate jams at Kell", removed=(head, line)) == [("Associated Press", True, "byline")]
    assert told(title="Another headline", removed=(head, line)) == []


def test_captions_and_cards_sign_no_text():
    caption = "The gate at Kell, jammed on Monday. (AP)"
    assert told(removed=(Removed(text=caption, rule="outside", at=0),)) == []
    assert told(f"{caption}\n\n{BODY}") == []
    cards = [Removed(text=text, rule="teaser", at=END) for text in ("Another gate jams", "Canadian Press")]
    assert told(removed=cards) == []


def test_what_was_cut_far_away_is_about_other_stories():
    cards = [Removed(text=f"Another story, number {n}", rule="teaser", at=END) for n in range(9)]
    credit = Removed(text="© 2024 AFP", rule="disclaimer", at=END)
    assert told(removed=(*cards, credit)) == []
    assert told(removed=(credit, *cards)) == [("Agence France-Presse", True, "cut line")]


def test_the_form_of_one_agency_is_not_held_against_anothers_name():
    signed = f"KELL (Bernama) — {BODY}\n\n(Reporting by Ann Lee; Editing by Bo Ek)"
    assert told(signed) == [("Bernama", True, "dateline")]


def test_a_service_is_an_agency_on_the_pages_of_others():
    text = f"KELL (Bloomberg) -- {BODY}"
    assert told(text, outlet="Kell Observer") == [("Bloomberg", True, "dateline")]
    assert told(text, outlet="Bloomberg") == []
    assert told(text) == []


def test_a_quote_ends_where_the_dateline_ends():
    (sign,) = read("KELL (AP) — Reuters and AFP said on Monday that they would open offices in Kell.")
    assert sign.quote == "KELL (AP) —"


@given(
    text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    byline=st.none() | st.lists(st.sampled_from(PIECES), max_size=4).map("".join),
)
def test_whatever_the_page_the_quote_stands_on_it(text, byline):
    for sign in read(text, byline=byline, removed=(Removed(text=text, rule="byline", at=0),), outlet="Kell Observer"):
        assert sign.quote
        assert sign.quote in text or sign.quote in (byline or "")
        assert sign.agency is None or sign.agency in agencies().names.values()


def test_a_long_text_takes_no_long_time():
    assert read("(" * 5000 + BODY * 5000 + ", AP" * 5000) == []
