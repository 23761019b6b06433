from analysis.evaluation.extraction_pages import AnnotatedPage
from analysis.evaluation.saved_text import saved_page, saved_text
from tests.analysis.evaluation.test_extraction import BODY, PAGE


def test_saved_text_has_every_block_on_a_line_and_no_tag() -> None:
    page = AnnotatedPage(id="a", html=PAGE.format(*BODY).encode(), url="", body="")
    assert saved_text(page).split("\n") == ["Home", "World", "Ferry closes", *BODY, "Read more"]
    assert [block.text for block in saved_page(page).blocks] == saved_text(page).split("\n")
