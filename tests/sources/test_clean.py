"""Pages of our own making: what a careful editor would keep of them, and what no rule may cut."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.article import Article
from sources.clean import RULES, settle
from sources.errors import NoArticle
from sources.outlets import load_outlets
from sources.page import Block, Page
from sources.readers.plain_text import blocks_of_text

LEAD = (
    "The harbour board of Port Ansel voted on Tuesday to close its oldest ferry line, ending a service that has "
    "carried "
    "fishermen and schoolchildren across the sound since 1911."
)
SECOND = (
    "“We have run out of ways to keep two wooden boats afloat,” said Marta Oyelaran, who chairs the board, "
    "after a meeting "
    "that lasted past midnight. Three members voted against her."
)
THIRD = (
    "Residents of the outer islands said they had not been asked. A petition against the closure gathered 4,100 "
    "names in a "
    "week, more than twice the number of people who live there."
)
LAST = "The last boat leaves on 30 September, and the board will meet the islands' councils before then."
BODY = (LEAD, SECOND, THIRD, LAST)
HEADLINE = "Port Ansel closes its oldest ferry line after a century"


def read(*lines: str) -> Article:
    text = "\n".join(lines)
    return settle(Page(blocks=blocks_of_text(text), reader="plain text", origin="page.txt"), outlets=load_outlets())


def rules_of(article: Article) -> dict[str, str]:
    return {cut.text: cut.rule for cut in article.removed}


def assert_body(article: Article) -> None:
    assert article.text == "\n\n".join(BODY)


def test_bare_article_is_kept_whole() -> None:
    article = read(*BODY)
    assert_body(article)
    assert (article.title, article.outlet, article.byline, article.published) == (None, None, None, None)
    assert article.removed == ()
    assert article.source == "plain text: page.txt"


def test_headline_above_the_body() -> None:
    article = read(HEADLINE, "", *BODY)
    assert_body(article)
    assert article.title == HEADLINE
    assert dict(article.found)["title"] == "line above the body"


@pytest.mark.parametrize(
    "headline",
    [
        "Will Port Ansel ever get its ferry back?",
        "'Two wooden boats': how Port Ansel lost its ferry",
        "FERRY AXED AFTER A CENTURY",
        "“We have run out of ways”: Port Ansel’s ferry is no more",
    ],
)
def test_headlines_of_other_forms(headline: str) -> None:
    article = read(headline, *BODY)
    assert_body(article)
    assert article.title == headline


def test_page_that_starts_with_prose_has_no_headline() -> None:
    assert read(LEAD, "", SECOND, "", THIRD).title is None


MENU = ("Skip to content", "Menu", "Home", "World", "Business", "Sport", "Culture", "Opinion", "Log in", "Search")
FOOTER = ("About us", "Contact us", "Careers", "Privacy Policy", "© 2025 Ansel Media Ltd. All rights reserved.")


def test_menus_and_footer_are_cut() -> None:
    article = read(*MENU, "", HEADLINE, "", *BODY, "", *FOOTER)
    assert_body(article)
    assert article.title == HEADLINE
    assert set(rules_of(article)) == {*MENU, *FOOTER}


def test_byline_date_and_source_are_read_and_cut() -> None:
    article = read(
        HEADLINE,
        "By Tomas Wren and Ida Bell, Staff Reporters",
        "Published 12 March 2025, 14:05 GMT",
        "Source: Reuters",
        "",
        *BODY,
    )
    assert_body(article)
    assert article.byline == "Tomas Wren, Ida Bell"
    assert article.published == datetime(2025, 3, 12, 14, 5, tzinfo=UTC)
    assert article.outlet == "Reuters"
    assert dict(article.found)["published"] == "line 'Published 12 March 2025, 14:05 GMT'"


def test_date_without_zone_is_the_day_and_says_so() -> None:
    article = read(HEADLINE, "Updated 9 June 2025", "", *BODY)
    assert article.published == datetime(2025, 6, 9, tzinfo=UTC)
    assert "the day only" in dict(article.found)["published"]


def test_publication_comes_before_update() -> None:
    article = read(HEADLINE, "Updated June 10, 2025", "Published June 9, 2025", "", *BODY)
    assert article.published == datetime(2025, 6, 9, tzinfo=UTC)


def test_relative_and_ambiguous_dates_are_unknown() -> None:
    assert read(HEADLINE, "5 hours ago", "", *BODY).published is None
    assert read(HEADLINE, "03/04/2025", "", *BODY).published is None


def test_agency_dateline_stays_and_names_no_outlet() -> None:
    article = read(HEADLINE, "", f"PORT ANSEL (Reuters) - {LEAD}", *BODY[1:])
    assert article.outlet is None
    assert article.text.startswith("PORT ANSEL (Reuters) - The harbour board")


def test_outlet_before_the_text_is_cut_and_read() -> None:
    article = read(HEADLINE, "", f"Investing.com -- {LEAD}", *BODY[1:])
    assert_body(article)
    assert article.outlet == "Investing.com"
    assert rules_of(article)["Investing.com --"] == "outlet's name before the text"


def test_summary_is_kept_apart() -> None:
    points = ("The ferry closes in September.", "Islanders were not asked.", "A petition has 4,100 names.")
    article = read(HEADLINE, "Key points", *(f"- {point}" for point in points), *BODY)
    assert_body(article)
    assert article.summary == points
    assert article.title == HEADLINE


def test_key_points_inside_the_body_are_a_section() -> None:
    article = read(
        HEADLINE, LEAD, SECOND, "Key points", "- The ferry closes in September.", "- Islanders were not asked.", THIRD
    )
    assert article.summary == ()
    assert "Key points\n\nThe ferry closes in September.\n\nIslanders were not asked." in article.text


def test_section_headings_stay_as_headings() -> None:
    article = read(
        HEADLINE, "", LEAD, "", "A century on the water", "", SECOND, "", "[What happens next]", "", THIRD, LAST
    )
    assert [article.text[start:end] for start, end in article.headings] == [
        "A century on the water",
        "What happens next",
    ]


def test_lines_between_summary_and_body_are_headings() -> None:
    article = read(
        HEADLINE, "Highlights", "- The ferry closes in September.", "Islanders Say They Were Not Asked", "", *BODY
    )
    assert article.title == HEADLINE
    assert [article.text[start:end] for start, end in article.headings] == ["Islanders Say They Were Not Asked"]


TEASERS = (
    (
        "Why the price of rope keeps rising",
        "Rope has become dearer for the fourth year in a row, and makers blame the weather.",
    ),
    (
        "Ten walks for a wet afternoon",
        "Our walkers went out in the rain so that you know which paths stay dry and which ones do not.",
    ),
    (
        "A lighthouse for sale, keeper included",
        "The state wants to sell eleven lighthouses, and one of them still has somebody living in it.",
    ),
)


@pytest.mark.parametrize("mark", ["3 hours ago", "Yesterday 10:14", "2 days ago"])
def test_teaser_cards_below_are_cut(mark: str) -> None:
    cards = [
        line for title, text in TEASERS for line in ("placeholder", f"{title}{text}", "Author  Newsroom", mark, text)
    ]
    article = read(HEADLINE, "", *BODY, *cards, "goTop")
    assert_body(article)
    assert article.byline is None


def test_links_to_other_stories_are_cut() -> None:
    links = ("Related", *(title for title, _ in TEASERS))
    article = read(HEADLINE, "", *BODY, "", *links)
    assert_body(article)
    assert rules_of(article)["Related"] == "related stories"


def test_link_inside_the_body_is_cut() -> None:
    article = read(HEADLINE, "", LEAD, SECOND, "Also read: Ten walks for a wet afternoon", THIRD, LAST)
    assert_body(article)


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


PITCH = (
    "Is your boat insured for a storm like this one?",
    "HullGuard covers wooden and steel boats of every age, in more than forty harbours.",
    "With powerful tools and trusted experts, it finds the best deal for you in minutes.",
    "Want to know if HullGuard has an offer for your harbour?",
)


def test_pitch_below_is_cut_from_its_first_line() -> None:
    article = read(HEADLINE, "", *BODY, *PITCH)
    assert_body(article)
    assert set(rules_of(article)) == set(PITCH)


def test_call_to_act_below_takes_no_prose_with_it() -> None:
    article = read(HEADLINE, "", *BODY, "Subscribe to our newsletter")
    assert_body(article)


def test_outlet_and_author_notes_below_are_cut() -> None:
    blurb = "The Korea Economic Daily is a newspaper that covers companies, markets and technology."
    note = "Tomas Wren is a reporter who covers the coast and its harbours."
    article = read(HEADLINE, "", *BODY, "", note, blurb)
    assert_body(article)
    assert article.outlet == "Korea Economic Daily"
    assert rules_of(article)[note] == "outlet blurb"


def test_last_paragraph_on_a_person_of_the_story_stays() -> None:
    line = "Marta Oyelaran is a former editor who has chaired the board since 2019."
    article = read(HEADLINE, "", *BODY, line)
    assert article.text.endswith(line)


def test_hard_wrapped_mail_is_joined() -> None:
    import textwrap

    lines = [line for paragraph in BODY for line in (*textwrap.wrap(paragraph, 72), "")]
    assert_body(read(HEADLINE, "", *lines))


def test_page_with_only_menus_is_no_article() -> None:
    with pytest.raises(NoArticle, match="has no article"):
        read(*MENU, *FOOTER)


def test_page_without_blocks_is_no_article() -> None:
    with pytest.raises(NoArticle, match="holds no text"):
        settle(Page(blocks=(), reader="plain text", origin="x"), outlets=load_outlets())


def test_settled_page_keeps_all_prose_and_its_own_data() -> None:
    blocks = tuple(Block(text=text, kind="paragraph") for text in ("Short.", "Shorter still", LEAD))
    moment = datetime(2025, 5, 1, 8, tzinfo=UTC) + timedelta(minutes=3)
    page = Page(
        blocks=blocks,
        reader="CSV",
        origin="row 1",
        settled=True,
        title="T",
        outlet="reuters",
        published=moment,
        byline="A B",
        url="https://example.org/a",
        section="World",
        found=(("outlet", "column outlet"),),
        removed=(("Menu", "columns"),),
    )
    article = settle(page, outlets=load_outlets())
    assert article.text == f"Short.\n\nShorter still\n\n{LEAD}"
    assert (article.title, article.outlet, article.published, article.byline) == ("T", "Reuters", moment, "A B")
    assert article.removed[-1].text == "Menu"


def test_title_that_the_body_repeats_stands_once() -> None:
    page = Page(
        blocks=tuple(Block(text=text, kind="paragraph") for text in (HEADLINE, *BODY)),
        reader="HTML",
        origin="x",
        settled=True,
        title=HEADLINE,
    )
    article = settle(page, outlets=load_outlets())
    assert_body(article)
    assert rules_of(article) == {HEADLINE: "headline repeated"}


def test_other_languages_are_kept() -> None:
    article = read(
        "Der Hafen schließt seine älteste Fähre",
        "",
        "Der Hafenrat hat am Dienstag beschlossen, die älteste Fähre der Stadt stillzulegen, die seit 1911 fährt.",
        "Die Bewohner der Inseln sagen, sie seien nicht gefragt worden. Viertausend haben dagegen unterschrieben.",
    )
    assert article.language == "de"
    assert article.text.count("\n\n") == 1


def test_rules_have_names_and_meanings() -> None:
    assert all(rule.name and len(rule.meaning.split()) >= 5 for rule in RULES)


LINES = st.one_of(
    st.sampled_from(
        [
            *BODY,
            *MENU,
            *FOOTER,
            *PITCH,
            HEADLINE,
            "Highlights",
            "- A point.",
            "5 hours ago",
            "By Ann Lee",
            "Source Reuters",
        ]
    ),
    st.text(max_size=120),
    st.text(alphabet='abc ABC.,?!"“”-–\t\u00a0\u200b\r', max_size=80),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_any_page_gives_a_sound_article_or_says_that_there_is_none(lines: list[str]) -> None:
    blocks = blocks_of_text("\n".join(lines))
    try:
        article = settle(Page(blocks=blocks, reader="plain text", origin="x"), outlets=load_outlets())
    except NoArticle:
        return
    assert article.text == unicodedata.normalize("NFC", article.text)
    parts = article.text.split("\n\n")
    assert all(part and "\n" not in part and part == part.strip() for part in parts)
    position = 0
    edges = set()
    for part in parts:
        edges.add((position, position + len(part)))
        position += len(part) + 2
    assert set(article.headings) <= edges
    assert {cut.rule for cut in article.removed} <= {rule.name for rule in RULES} | {
        "headline repeated",
        "above the headline",
        "outlet's name before the text",
    }
    places = [*parts, article.title or "", *article.summary, *(cut.text for cut in article.removed)]
    for block in blocks:
        assert any(block.text in place for place in places) or any(
            block.text.startswith(cut.text) and block.text[len(cut.text) :].strip() in article.text
            for cut in article.removed
        )
