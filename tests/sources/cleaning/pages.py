"""A page of our own making, and how it is read in tests."""

from sources.article import Article
from sources.clean import settle
from sources.outlets import load_outlets
from sources.page import Page
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

MENU = ("Skip to content", "Menu", "Home", "World", "Business", "Sport", "Culture", "Opinion", "Log in", "Search")

FOOTER = ("About us", "Contact us", "Careers", "Privacy Policy", "© 2025 Ansel Media Ltd. All rights reserved.")


def read(*lines: str) -> Article:
    text = "\n".join(lines)
    return settle(Page(blocks=blocks_of_text(text), reader="plain text", origin="page.txt"), outlets=load_outlets())


def rules_of(article: Article) -> dict[str, str]:
    return {cut.text: cut.rule for cut in article.removed}


def assert_body(article: Article) -> None:
    assert article.text == "\n\n".join(BODY)
