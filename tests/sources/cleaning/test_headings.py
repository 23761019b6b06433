from tests.sources.cleaning.pages import BODY, HEADLINE, LAST, LEAD, SECOND, THIRD, read


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


def test_a_short_sentence_is_no_heading() -> None:
    assert read(HEADLINE, "", LEAD, "Nobody answered.", SECOND, THIRD).headings == ()
