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
from sources.page import Block, Cut, Page
from tests.sources.cleaning.pages import (
    BODY,
    FOOTER,
    HEADLINE,
    LAST,
    LEAD,
    MENU,
    SECOND,
    THIRD,
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


PAGES = st.builds(
    Page,
    blocks=st.lists(
        st.builds(
            Block,
            text=st.one_of(LINES, st.text(max_size=60)),
            kind=st.sampled_from(["paragraph", "heading", "item", "line"]),
            gap_before=st.booleans(),
        ),
        max_size=25,
    ).map(tuple),
    reader=st.just("plain text"),
    origin=st.just("x"),
    settled=st.booleans(),
    title=st.sampled_from([None, HEADLINE, LEAD]),
    outlet=st.sampled_from([None, "Reuters", "The Ansel Courier"]),
    found=st.sampled_from([(), (("title", "h1"), ("byline", "meta author"))]),
    removed=st.lists(
        st.builds(
            Cut, text=st.text(max_size=9), rule=st.just("menu"), before=st.one_of(st.none(), st.integers(-3, 30))
        ),
        max_size=4,
    ).map(tuple),
)
"""Blocks as no reader makes them are among them: empty, with line breaks, not NFC."""

OTHER_RULES = {"headline repeated", "above the headline", "outlet's name before the text", "menu"}


def settled(page: Page) -> Article | None:
    try:
        return settle(page, outlets=load_outlets())
    except NoArticle:
        return None


def line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_any_page_gives_a_sound_article_or_says_that_there_is_none(page: Page) -> None:
    article = settled(page)
    if article is None:
        return
    assert article.text == unicodedata.normalize("NFC", article.text)
    parts = article.text.split("\n\n")
    assert all(part and len(part.splitlines()) == 1 and part == part.strip() for part in parts)
    position = 0
    edges, starts = set(), set()
    for part in parts:
        edges.add((position, position + len(part)))
        starts.add(position)
        position += len(part) + 2
    assert set(article.headings) <= edges
    assert {cut.rule for cut in article.removed} <= {rule.name for rule in RULES} | OTHER_RULES
    unknown = sum(cut.before is None and bool(line(cut.text)) for cut in page.removed)
    assert {cut.at for cut in article.removed[: len(article.removed) - unknown]} <= starts | {len(article.text)}
    assert [cut.at for cut in article.removed[len(article.removed) - unknown :]] == [None] * unknown
    known = {field for field in FIELDS if getattr(article, field) is not None}
    assert {field for field, where in article.found if where} >= known
    assert {field for field, _ in article.found} <= {*known, "text"}


FIELDS = ("title", "outlet", "url", "published", "byline", "section", "language")


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_every_block_is_somewhere_and_what_was_cut_goes_back_to_its_place(page: Page) -> None:
    article = settled(page)
    if article is None:
        return
    whole: list[tuple[int, str]] = []
    position = 0
    for part in article.text.split("\n\n"):
        whole.append((position, part))
        position += len(part) + 2
    placed = [(cut.at, line(cut.text)) for cut in article.removed if cut.at is not None]
    merged = sorted([*((at, 0, n, text) for n, (at, text) in enumerate(placed)), *((at, 1, 0, t) for at, t in whole)])
    again = [text for *_, text in merged if text]
    expected = []
    placed_cuts = sorted(
        (cut for cut in page.removed if cut.before is not None), key=lambda cut: max(cut.before or 0, 0)
    )
    for number in range(len(page.blocks) + 1):
        expected += [line(cut.text) for cut in placed_cuts if inside(cut.before or 0, page) == number]
        expected += [line(page.blocks[number].text)] if number < len(page.blocks) else []
    apart = [line(text) for text in (article.title or "", *article.summary)]
    rest = iter(again)
    for text in filter(None, expected):
        if text in apart and text not in again:
            continue
        found = next(rest, None)
        while found is not None and found != text and text.startswith(found):  # an outlet's name before the text
            text, found = text[len(found) :].strip(), next(rest, None)
        assert found == text or text in apart
        if found != text:
            rest = iter([found, *rest] if found is not None else [])
    assert list(rest) == []


def inside(before: int, page: Page) -> int:
    """Return the block before which a cut stood, whatever number its reader gave."""
    return max(0, min(before, len(page.blocks)))


def test_what_was_cut_knows_its_place() -> None:
    article = read(*MENU, "", HEADLINE, "", LEAD, "", "Advertisement", "", SECOND, "", THIRD, "", LAST, *FOOTER)
    at = {cut.text: cut.at for cut in article.removed}
    assert {at[words] for words in MENU} == {0}
    assert at["Advertisement"] == article.text.index(SECOND)
    assert {at[words] for words in FOOTER} == {len(article.text)}


def test_a_readers_own_cut_is_mapped_through() -> None:
    blocks = tuple(Block(text=text, kind="paragraph") for text in ("Advertisement", *BODY))
    cuts = (Cut(text="Menu", rule="r", before=0), Cut(text="Box", rule="r", before=3), Cut(text="?", rule="r"))
    page = Page(
        blocks=blocks, reader="HTML", origin="x", settled=True, removed=(*cuts, Cut(text="Foot", rule="r", before=5))
    )
    article = settle(page, outlets=load_outlets())
    assert [(cut.text, cut.at) for cut in article.removed] == [
        ("Menu", 0),
        ("Advertisement", 0),
        ("Box", article.text.index(THIRD)),
        ("Foot", len(article.text)),
        ("?", None),
    ]


def test_the_language_says_where_it_was_found() -> None:
    assert dict(read(*BODY).found) == {"language": "from the text (py3langid)"}


def test_what_the_form_gives_without_a_place_is_said_to_come_from_it() -> None:
    page = Page(blocks=(Block(text=LEAD, kind="paragraph"),), reader="CSV", origin="x", settled=True, title="A title")
    assert dict(settle(page, outlets=load_outlets()).found)["title"] == "given by the form (CSV)"
