import pytest

from sources.page import Cut
from sources.readers.feeds.text import entry_text, plain
from sources.readers.html import OUTSIDE
from tests.sources.readers.invented_feeds import SENTENCES, TEASER, WHOLE


def texts(found):
    return [block.text for block in found.blocks]


def test_a_whole_text_is_one():
    found = entry_text(WHOLE)
    assert found.whole
    assert texts(found) == list(SENTENCES)
    assert found.removed == ()
    assert entry_text("\n\n".join(SENTENCES)).whole


@pytest.mark.parametrize(
    "end",
    [
        *(
            "<p>Read more</p>",
            "<p><a href='/1'>Continue reading...</a></p>",
            " […]",
            " [...]",
            "…",
            "<p>[&hellip;]</p>",
        ),
        *("<p>Read the full story at Harbour Post »</p>", "<p>Lire la suite</p>", "<p>Weiterlesen →</p>", "...</p>"),
        *("<p>The mayor then turned to the [+4120 chars]</p>", "<p>The mayor then turned to the</p><p>and</p>"),
    ],
)
def test_a_text_that_breaks_off_is_a_teaser(end):
    assert not entry_text(WHOLE + end).whole
    assert not entry_text(WHOLE.removesuffix("</p>") + end).whole


@pytest.mark.parametrize(
    "value", ["", TEASER, f"<p>{' '.join(SENTENCES)}</p>", "".join(WHOLE.split("</p>")[:4]), "<p>x</p>" * 200]
)
def test_a_short_text_or_one_without_paragraphs_is_a_teaser(value):
    assert not entry_text(value).whole


def test_a_sentence_about_reading_is_no_call_to_read_on():
    assert entry_text(WHOLE + "<p>She likes to read more than she likes to write, the mayor said in the end.</p>").whole


def test_what_stands_beside_the_article_is_cut_where_it_stood():
    paragraphs = WHOLE.split("</p>")
    value = (
        "<figure><img src='x'><figcaption>The <b>café</b> in winter</figcaption></figure>"
        + "</p>".join(paragraphs[:2])
        + "</p>tail of it<aside><p>More news</p><form>Search</form></aside> and on<nav></nav>"
        + "</p>".join(paragraphs[2:])
        + "<p>The post <a href='/1'>Café closes</a> appeared first on <a href='/'>Harbour Post</a>.</p>"
    )
    found = entry_text(value)
    assert found.whole
    assert texts(found) == [*SENTENCES[:2], "tail of it", "and on", *SENTENCES[2:]]
    assert found.removed == (
        Cut(text="The café in winter", rule=OUTSIDE, before=0),
        Cut(text="More news Search", rule=OUTSIDE, before=3),
        Cut(text="The post Café closes appeared first on Harbour Post.", rule=OUTSIDE, before=11),
    )


def test_headings_and_items_say_so():
    found = entry_text(f"<h2>Cafés</h2>{WHOLE}<ul><li>One point of it.</li></ul>")
    assert [block.kind for block in found.blocks] == ["heading", *["paragraph"] * 9, "item"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A <b>bold</b>&nbsp;&amp; <i>good</i> idea", "A bold & good idea"),
        ("H<sub>2</sub>O<br/>and<p>more", "H2O and more"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("&lt;b&gt;", "<b>"),
        ("<img src=x>", None),
        ("", None),
        (None, None),
    ],
)
def test_a_short_text_without_markup(value, text):
    assert plain(value) == text
