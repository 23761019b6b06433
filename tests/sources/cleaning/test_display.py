from tests.sources.cleaning.pages import BODY, HEADLINE, LAST, LEAD, SECOND, THIRD, assert_body, read, rules_of


def test_a_pull_quote_is_cut_once_and_the_paragraph_stays() -> None:
    quote = "“We have run out of ways to keep two wooden boats afloat”"
    article = read(HEADLINE, "", LEAD, "", quote, "", SECOND, "", THIRD, "", LAST)
    assert_body(article)
    assert rules_of(article)[quote] == "pull quote"


def test_a_quotation_of_its_own_and_a_sentence_that_recurs_stay() -> None:
    quote = "“We were never asked about the boats at all”"
    again = "Three members voted against her."
    article = read(HEADLINE, "", LEAD, "", quote, "", SECOND, "", again, "", THIRD, "", LAST)
    assert quote in article.text
    assert article.text.count(again) == 2


def test_a_company_about_itself_below_a_press_release() -> None:
    note = "Founded in 1902, Ansel Boats is a maker of ferries. For more information visit www.ansel.example."
    article = read(HEADLINE, "", *BODY, "", "About Ansel Boats", note)
    assert_body(article)
    assert rules_of(article)["About Ansel Boats"] == "company about itself"


def test_a_section_about_somebody_of_the_story_stays() -> None:
    told = "Oyelaran grew up on the outer islands and went to school by ferry for eleven years."
    article = read(HEADLINE, "", LEAD, SECOND, THIRD, LAST, "", "About Marta Oyelaran", told)
    assert article.text.endswith(told)
