from sources.cleaning.display import PULL_QUOTE
from sources.page import Page
from sources.readers.html import LINK, OUTSIDE
from tests.sources.readers.test_html import BODY, read

PROSE = tuple(
    f"Boat number {number} left the harbour of Port Ansel at dawn, its crew of {number + 2} said, and was back "
    "before the storm that closed the sound for the rest of that week."
    for number in range(12)
)


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page_of(inside: str) -> Page:
    return read(f"<html><body><div class='story'>{inside}</div><div>{'<a href=x>More</a> ' * 9}</div></body></html>")


def texts(page: Page) -> list[str]:
    assert page.settled
    return [block.text for block in page.blocks]


def test_lines_that_are_links_to_other_stories_are_no_body() -> None:
    teaser = "<p><a href='/x'>READ MORE: Ten walks along the coast for a wet afternoon</a></p>"
    linked = f"<p>{PROSE[0]} <a href='/y'>The board</a> met twice.</p>"
    page = page_of(paragraphs(PROSE[1:4]) + teaser + linked + paragraphs(PROSE[4:6]))
    assert texts(page) == [*PROSE[1:4], f"{PROSE[0]} The board met twice.", *PROSE[4:6]]
    (cut,) = (cut for cut in page.removed if cut.rule == LINK)
    assert (cut.text, cut.before) == ("READ MORE: Ten walks along the coast for a wet afternoon", 3)


def test_boxes_inside_the_article_that_their_names_give_away() -> None:
    boxes = (
        "<div class='newsletter-signup'><p>Get the islands in your inbox every morning, free of charge.</p></div>",
        "<aside class='related-box'><h3>Most read today</h3><ul><li>Ten walks</li></ul></aside>",
        "<div style='display: none'><p>You have read all of your free articles for this month.</p></div>",
        "<div class='share-tools'><p>Send this to a friend who likes boats and harbours.</p></div>",
    )
    page = page_of(paragraphs(PROSE[:4]) + "".join(boxes) + paragraphs(PROSE[4:8]))
    assert texts(page) == list(PROSE[:8])


def test_a_name_that_holds_the_whole_article_is_no_box() -> None:
    page = page_of(f"<div class='content social-share'>{paragraphs(PROSE[:6])}</div>")
    assert texts(page) == list(PROSE[:6])


def test_an_article_in_several_boxes_made_alike_is_whole() -> None:
    parts = "".join(
        f"<div class='row'><div class='body-text part-{start}'>{paragraphs(PROSE[start : start + 4])}</div>"
        "<div class='rail'><a href='/x'>Shop</a></div></div>"
        for start in (0, 4, 8)
    )
    assert texts(page_of(parts)) == list(PROSE)


def test_a_heading_in_a_box_called_header_above_prose_of_the_body_stays() -> None:
    section = f"<header class='box-header'><h2>What the crew saw</h2></header>{paragraphs(PROSE[4:8])}"
    page = page_of(paragraphs(PROSE[:4]) + section)
    assert ("heading", "What the crew saw") in [(block.kind, block.text) for block in page.blocks]


def test_rows_of_a_table_in_the_article_are_whole() -> None:
    rows = "".join(f"<tr><td>Boat {number}</td><td>{number}0 knots</td><td>Ansel</td></tr>" for number in range(1, 7))
    page = page_of(f"<article>{paragraphs(PROSE[:5])}<table>{rows}</table>{paragraphs(PROSE[5:9])}</article>")
    assert "Boat 3 30 knots Ansel" in texts(page)


def test_the_text_that_the_page_gives_as_its_article_is_kept() -> None:
    told = " ".join(PROSE[:3] + BODY)
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script>'
    inside = f"<section>{paragraphs(PROSE[:3])}</section><section><div><span>{BODY[0]}</span></div></section>"
    page = read(f"<html><head>{head}</head><body><article>{inside}</article><p>Closed.</p></body></html>")
    assert texts(page)[:4] == [*PROSE[:3], BODY[0]]


def test_each_cut_knows_its_place_and_nothing_is_lost() -> None:
    page = page_of("<h3>Opening</h3>" + paragraphs(PROSE[:3]) + "<p><a href=x>See all of our walks</a></p>" + PROSE[4])
    order: list[str] = []
    for number in range(len(page.blocks) + 1):
        order += [cut.text for cut in page.removed if cut.before == number]
        order += [block.text for block in page.blocks[number : number + 1]]
    assert order == [
        "Opening",
        *PROSE[:3],
        "See all of our walks",
        PROSE[4],
        "More More More More More More More More More",
    ]
    assert {cut.rule for cut in page.removed} <= {LINK, OUTSIDE}


def test_a_heading_over_a_list_of_links_or_over_nothing_goes_with_it() -> None:
    links = "".join(f"<p><a href='/{number}'>Boat number {number} sails at dawn</a></p>" for number in range(3))
    one = "<p><a href='/x'>Ten walks along the coast</a></p>"
    page = page_of(
        f"{paragraphs(PROSE[:3])}<h3>You may also like</h3>{links}<h3>What the crew saw</h3>{one}"
        f"{paragraphs(PROSE[3:6])}<h3>More from the islands</h3>"
    )
    assert texts(page) == [*PROSE[:3], "What the crew saw", *PROSE[3:6]]


def test_a_sentence_shown_again_as_a_quotation_set_apart_is_cut_at_any_length() -> None:
    quoted = f"{PROSE[4]} “Boats do not wait,” its captain said."
    boxes = (
        "<blockquote>“Boats do not wait”</blockquote>",
        "<div class='pull-quote'><p>Boats do not wait.</p></div>",
    )
    for box in boxes:
        page = page_of(paragraphs(PROSE[:3]) + box + paragraphs((PROSE[3], quoted, *PROSE[5:7])))
        assert texts(page) == [*PROSE[:4], quoted, *PROSE[5:7]]
        assert [cut.rule for cut in page.removed if "do not wait" in cut.text] == [PULL_QUOTE.name]


def test_a_quotation_that_stands_nowhere_else_stays() -> None:
    said = "We went out at four, and we were the last to come home that day."
    page = page_of(f"{paragraphs(PROSE[:3])}<blockquote>{said}</blockquote>{paragraphs(PROSE[3:6])}")
    assert texts(page) == [*PROSE[:3], said, *PROSE[3:6]]


def test_headings_between_parts_of_the_body_that_were_overlooked() -> None:
    part = "<div class='part'><h2>{}</h2></div><div class='part'>{}</div>"
    inside = f"<div class='part'>{paragraphs(PROSE[:4])}</div>" + "".join(
        part.format(name, paragraphs(PROSE[start : start + 4])) for name, start in (("WHO SAW IT", 4), ("Later", 8))
    )
    kept = texts(page_of(inside))
    assert kept == [*PROSE[:4], "WHO SAW IT", *PROSE[4:8], "Later", *PROSE[8:]]


def test_a_heading_of_a_box_of_other_stories_stays_out() -> None:
    box = "<div class='related'><h3>Most read</h3></div>"
    assert texts(page_of(paragraphs(PROSE[:4]) + box + paragraphs(PROSE[4:8]))) == list(PROSE[:8])


def _in_two(last: str) -> str:
    return (
        f"<div class='article-body'>{paragraphs(PROSE[:4])}</div><div class='promo'><p><a href=/x>Shop</a></p></div>"
        f"<div class='article-body'>{paragraphs(PROSE[4:7])}{last}</div>"
    )


def test_the_closing_line_of_the_body_need_not_end_like_a_sentence() -> None:
    closing = "Marta Quill, fisherman, born May 2 1931, died January 9 2024"
    assert texts(page_of(_in_two(f"<p><b>{closing}</b></p>"))) == [*PROSE[:7], closing]
    for other in (f"<p><a href=/x>{closing}</a></p>", f"<p class='tags'>{closing}</p>"):
        assert texts(page_of(_in_two(other))) == list(PROSE[:7])
