import pytest

from sources.article import Article
from sources.cleaning.publisher import holder_of, listed
from sources.outlets import load_outlets
from tests.sources.cleaning.pages import BODY, HEADLINE, read

TOP = ("By Tomas Wren", "12 March 2025", "")


def page(*below: str, above: tuple[str, ...] = ()) -> Article:
    return read(*above, HEADLINE, *TOP, *BODY, "", "About us", "Careers", *below)


@pytest.mark.parametrize(
    "line",
    [
        "© 2025 CoinDesk, Inc. All rights reserved.",
        "Copyright CoinDesk 2025",
        "© Copyright 2013-2025 CoinDesk | All Rights Reserved",
        "All rights reserved © 2025 CoinDesk LLC",
    ],
)
def test_a_copyright_line_with_an_outlets_own_name_tells_it(line: str) -> None:
    article = page(line)
    assert article.outlet == "CoinDesk"
    assert line[:20] in dict(article.found)["outlet"]


def test_a_name_that_lost_its_spaces_is_known() -> None:
    assert page("© 2025 JapanTimes").outlet == "The Japan Times"
    assert listed(load_outlets(), "japan") is None


@pytest.mark.parametrize(
    "line",
    [
        "© 2025 Guardian Media Limited",  # a house, and a common name
        "© 2025 The Independent. All rights reserved.",
        "© 2025 Vox Media, LLC. All Rights Reserved",
        "© 2025 CBS Interactive. All Rights Reserved.",
        "Copyright 2025 The Associated Press. All rights reserved.",
        "© Reuters",
        "Copyright Policy",
        "Photo: © 2025 CoinDesk",
    ],
)
def test_a_line_that_may_mislead_tells_nothing(line: str) -> None:
    assert page(line).outlet is None


def test_a_house_and_a_home_link_agree() -> None:
    assert page("© 2025 Guardian News & Media Limited", above=("The Guardian - Back to home",)).outlet == "The Guardian"


def test_a_house_and_the_outlets_own_address_agree() -> None:
    assert page("Write to us: desk@punchng.com", "© 1971-2025 Punch Nigeria Limited").outlet == "The Punch"


def test_a_house_and_a_bylines_tail_agree() -> None:
    article = read(HEADLINE, "By Tomas Wren, Vox", "12 March 2025", "", *BODY, "", "About us", "© 2025 Vox Media, LLC")
    assert article.outlet == "Vox"


def test_another_publishers_copyright_line_below_keeps_an_agency_and_a_paper_away() -> None:
    copied = "Copyright 2025 The Associated Press. All rights reserved."
    assert page(copied, "© 2025 Ansel Valley Media").outlet is None
    assert page("© 2025 The Washington Post", "© 2025 Ansel Valley Media").outlet is None
    assert page("Send tips to wren@washpost.com or wren@washingtonpost.com", "© 2025 Ansel Valley Media").outlet is None


def test_an_agency_holds_its_own_site_over_years_only() -> None:
    assert (
        page("Copyright © AFP 2017-2025. Any commercial use requires a subscription.").outlet == "Agence France-Presse"
    )
    assert page("© 2025 AFP").outlet is None


def test_two_outlets_are_none() -> None:
    assert page("Write to desk@punchng.com", "Or to editor@coindesk.com").outlet is None


def test_an_outlet_that_asks_to_be_preferred_or_says_what_it_is() -> None:
    assert page(above=("Add Axios as your preferred source", "News", "Sport")).outlet == "Axios"
    assert page(above=("Axios Homepage", "News", "Sport")).outlet == "Axios"
    assert page("Disclosure: CoinDesk is an award-winning media outlet with its own rules.").outlet == "CoinDesk"


def test_an_unlisted_outlet_is_told_by_its_name_at_the_top_and_its_copyright_line() -> None:
    article = page(
        "© Copyright 2025 Ansel Valley Beacon, 3 Quay Street", above=("Ansel Valley Beacon", "News", "Sport")
    )
    assert article.outlet == "Ansel Valley Beacon"
    assert page("© 2025 Ansel Valley Beacon").outlet is None


def test_an_unlisted_outlet_is_told_by_its_name_at_the_top_and_its_address() -> None:
    above = ("Skip to content", "Ansel Beacon", "News")
    assert page("Got a story? Email tips@anselbeacon.example", above=above).outlet == "Ansel Beacon"
    assert page("Got a story? Email tips@gmail.com", above=("Skip to content", "Gmail", "News")).outlet is None


def test_who_signs_a_newsletter_is_no_outlet() -> None:
    article = read(HEADLINE, "Nora Pell", "12 March 2025", "", *BODY, "", "© 2025 Nora Pell")
    assert article.outlet is None


def test_holders_as_printed() -> None:
    outlets = load_outlets()
    holder = holder_of(outlets, "© Phys.org 2003 - 2025 powered by Science X")
    assert holder is not None
    assert (holder.name, holder.years) == ("Phys.org", True)
    other = holder_of(outlets, "© 2025 Ansel Media Ltd. All rights reserved.")
    assert other is not None
    assert (other.name, other.known) == ("Ansel Media Ltd", None)
    assert holder_of(outlets, "The harbour was © of nobody in 2025") is None
