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


def test_an_interviewers_questions_are_no_headings() -> None:
    questions = ("Why did you close the ferry?", "Did you ask the islanders?", "What will you do now?")
    answers = (
        "Because I could not pay for two wooden boats, and neither could anybody whom I asked for money.",
        "We asked everybody who came to the meeting, and I am sorry that so few of them did so.",
        "I shall sail to the islands in my own boat, and I shall take whoever wants to come with me.",
    )
    lines = [line for pair in zip(questions, answers, strict=True) for line in pair]
    article = read(HEADLINE, "", *BODY, *lines)
    assert all(question in article.text for question in questions)
    assert [article.text[start:end] for start, end in article.headings] == []


def test_questions_that_head_sections_are_headings() -> None:
    questions = ("Why was the ferry closed?", "What happens next?", "Who pays?")
    lines = [line for pair in zip(questions, BODY[1:], strict=True) for line in pair]
    article = read(HEADLINE, "", BODY[0], *lines)
    assert tuple(article.text[start:end] for start, end in article.headings) == questions
