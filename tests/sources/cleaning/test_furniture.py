import pytest

from tests.sources.cleaning.pages import (
    BODY,
    HEADLINE,
    LAST,
    LEAD,
    SECOND,
    THIRD,
    assert_body,
    read,
    rules_of,
)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Advertisement", "advertising"),
        ("3rd party Ad. Not an offer or recommendation by the publisher. Remove ads.", "advertising"),
        ("Earn 5% CASHBACK when you pay with Glimmer. Order your FREE card.", "advertising"),
        ("Subscribe to our newsletter and never miss a story.", "call to act"),
        ("Join our Telegram channel for updates", "call to act"),
        ("Download our app for the latest from the islands", "call to act"),
        (
            "Disclaimer: For information purposes only. Past performance is not indicative of future results.",
            "disclaimer",
        ),
        ("© 2024 Ansel Media. All rights reserved.", "disclaimer"),
        ("Facebook Twitter WhatsApp", "share buttons"),
        ("Share this article", "share buttons"),
        ("Share this Facebook X WhatsApp", "share buttons"),
        ("Share this story on: Facebook | X | Email", "share buttons"),
        ("Photo: Ansel Picture Desk", "photo credit"),
        ("A ferry leaves Port Ansel in 1954. (Getty Images)", "photo credit"),
        ("4 min read", "page furniture"),
        ("Tags: ferries, islands, transport", "page furniture"),
        ("tips@anselpost.example", "e-mail address"),
        ("(Reporting by Ana Pell; editing by Jo Marsh)", "agency line"),
        ("We use cookies to improve your experience on this site.", "cookie notice"),
    ],
)
def test_furniture_inside_the_body_is_cut_with_its_rule(line: str, rule: str) -> None:
    article = read(HEADLINE, "", LEAD, SECOND, line, THIRD, LAST)
    assert_body(article)
    assert rules_of(article) == {line: rule}


@pytest.mark.parametrize(
    "line",
    [
        "The company said it would stop sponsored content and advertising for gambling on its platform by the "
        "end of the year.",
        "Shoppers who subscribe to the service pay a monthly fee, and most of them never cancel it, the "
        "regulator found.",
        "“Past performance is not indicative of future results,” she told the committee, to laughter from the "
        "back benches.",
        "The app asks users to accept cookies before they can log in, which the court found to be unlawful in March.",
        "Getty Images sued the maker of the program in London, saying it had copied millions of photographs.",
        "The disclaimer on the packet was printed in letters so small that the judge asked for a magnifying glass.",
        "He follows us everywhere, she said, and he writes down what we eat.",
        "By Friday the water had reached the second step of the town hall.",
        "Share prices fell by a fifth on Monday, the steepest fall since the bank was founded in 1889.",
        "Comments by the minister angered the islands, where two councils have asked for his resignation.",
        "You could see the smoke from the mainland, and you could smell it for a week.",
        "“No.”",
        "Nobody answered.",
        "What should you do if the boat does not come?",
        "Free travel for pupils will end as well, and the discount for pensioners will fall from 50% to 20%.",
        "Anyone who wants to comment on the plan has until 4 May to write to the board.",
    ],
)
def test_prose_that_mentions_furniture_stays(line: str) -> None:
    article = read(HEADLINE, "", LEAD, SECOND, line, THIRD, LAST)
    assert article.text == "\n\n".join((LEAD, SECOND, line, THIRD, LAST))
    assert article.removed == ()


def test_comments_below_are_cut() -> None:
    comments = (
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Comment",
        "Name *",
        "Old Salt says:",
        "I took that ferry every day for thirty years and nobody ever asked me what I thought about it either.",
    )
    article = read(HEADLINE, "", *BODY, "", *comments)
    assert_body(article)


def test_links_to_other_stories_are_cut() -> None:
    links = ("Related", "Why the price of rope keeps rising", "Ten walks for a wet afternoon", "A lighthouse for sale")
    article = read(HEADLINE, "", *BODY, "", *links)
    assert_body(article)
    assert rules_of(article)["Related"] == "related stories"


def test_link_inside_the_body_is_cut() -> None:
    article = read(HEADLINE, "", LEAD, SECOND, "Also read: Ten walks for a wet afternoon", THIRD, LAST)
    assert_body(article)


def test_what_a_page_marks_out_as_an_insertion_is_cut() -> None:
    promotion = "The week's stories of the sea - the good, the bad and the essential, told by those who were on board."
    article = read(
        HEADLINE,
        "",
        LEAD,
        SECOND,
        "skip past newsletter promotion",
        promotion,
        "after newsletter promotion",
        THIRD,
        LAST,
    )
    assert_body(article)
    assert rules_of(article)[promotion] == "insertion"


def test_a_market_quote_is_cut_and_a_sentence_with_a_share_stays() -> None:
    article = read(HEADLINE, "", LEAD, "ANSL-2.25 (-1.84%)", SECOND, THIRD, LAST)
    assert_body(article)
    line = "ANSL fell 1.84% on Tuesday, its worst day of the year."
    assert line in read(HEADLINE, "", LEAD, line, SECOND, THIRD, LAST).text


def test_a_question_is_no_label_of_an_advertisement() -> None:
    article = read(HEADLINE, "", LEAD, "", "Sponsored by whom?", SECOND, "Sponsored by Ansel Boats", THIRD)
    assert "Sponsored by whom?" in article.text
    assert rules_of(article)["Sponsored by Ansel Boats"] == "advertising"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("The boats of Port Ansel in 1911. Picture: Ansel Post", "photo credit"),
        ("Media captionWho is Marta Oyelaran?", "photo credit"),
        ("-9.87 (-11.8%)", "market quote"),
        ("---", "page furniture"),
        ("___", "page furniture"),
        ("Follow Ansel Business", "call to act"),
        ("Listen to Radio Ansel on Sounds and follow us.", "call to act"),
    ],
)
def test_lines_of_a_form(line: str, rule: str) -> None:
    article = read(HEADLINE, "", LEAD, "", line, "", SECOND, "", THIRD)
    assert rules_of(article)[line] == rule


@pytest.mark.parametrize(
    "line", ["He gave her the picture: a boat at sea.", "Follow the money", "Listen to the islanders, she said."]
)
def test_lines_like_those_forms_stay(line: str) -> None:
    assert line in read(HEADLINE, "", LEAD, "", line, SECOND, "", THIRD).text


def test_a_ticker_goes_with_its_price_and_stays_without() -> None:
    article = read(HEADLINE, "", LEAD, "", "ANSL", "-9.87 (-11.8%)", "", SECOND, "", THIRD)
    assert rules_of(article)["ANSL"] == "market quote"
    assert "ANSL" in read(HEADLINE, "", LEAD, "", "ANSL", SECOND, "", THIRD).text
