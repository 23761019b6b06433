"""Pages of our own making: what a careful editor would keep of them, and what no rule may cut."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.clean import RULES, settle
from sources.errors import NoArticle
from sources.outlets import load_outlets
from sources.page import Block, Cut, Page
from sources.readers.plain_text import blocks_of_text
from tests.sources.cleaning.pages import (
    BODY,
    FOOTER,
    HEADLINE,
    LEAD,
    MENU,
    assert_body,
    read,
    rules_of,
)


def test_bare_article_is_kept_whole() -> None:
    article = read(*BODY)
    assert_body(article)
    assert (article.title, article.outlet, article.byline, article.published) == (None, None, None, None)
    assert article.removed == ()
    assert article.source == "plain text: page.txt"


def test_menus_and_footer_are_cut() -> None:
    article = read(*MENU, "", HEADLINE, "", *BODY, "", *FOOTER)
    assert_body(article)
    assert article.title == HEADLINE
    assert set(rules_of(article)) == {*MENU, *FOOTER}


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
        removed=(Cut(text="Menu", rule="columns"),),
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
