"""Articles as files of several forms and with several line breaks, and the way from such a file back to an article."""

import html
import textwrap
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial

from sources.adding.inputs import held
from sources.adding.outcomes import Outcome, outcomes_of
from sources.article import Article
from sources.outlets import load_outlets

WIDTH = 72
"""Characters of a line of hard-wrapped text, as mail has it."""

Written = Callable[[Article], bytes]


def added(content: bytes, *, origin: str) -> Article | None:
    """Return the article that is kept when a file with this content is added; None where none is found."""
    outcomes = outcomes_of(held(content, origin=origin), outlets=load_outlets(), columns={})
    return next((each.article for each in outcomes if isinstance(each, Outcome) and each.article is not None), None)


def as_text(article: Article, *, between: str = "\n\n", line: str = "\n", width: int | None = None) -> bytes:
    """Return a text file: headline and blocks with `between` after each, wrapped at `width` where it is given."""
    written = between.join(_wrapped(block, width, "\n") for block in _blocks(article)) + "\n"
    return written.replace("\n", line).encode()


def as_mail(article: Article, *, width: int | None = None) -> bytes:
    """Return a mail with the headline as its subject."""
    mail = EmailMessage(policy=SMTP.clone(cte_type="8bit"))
    mail["From"], mail["To"] = "Newsdesk <desk@example.org>", "Reader <reader@example.org>"
    mail["Subject"] = article.title or "For you"
    blocks = article.text.split("\n\n")
    mail.set_content("\n\n".join(_wrapped(block, width, "\n") for block in blocks) + "\n", cte="quoted-printable")
    return bytes(mail)


def as_page(article: Article, *, width: int | None = None) -> bytes:
    """Return a web page, its source wrapped at `width` where it is given."""
    heads = {article.text[a:b] for a, b in article.headings}
    body = "\n".join(
        f"<h2>{_source(block, width)}</h2>" if block in heads else f"<p>{_source(block, width)}</p>"
        for block in article.text.split("\n\n")
    )
    title = html.escape(article.title or "", quote=False)
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>\n{body}\n</article></body></html>"
    )
    return page.encode()


ROADS: tuple[tuple[str, str, str, Written, Written], ...] = (
    (
        "line ends of Windows",
        "a text file with CR LF at the end of each line",
        "page.txt",
        as_text,
        partial(as_text, line="\r\n"),
    ),
    ("wrapped lines", f"a text file wrapped at {WIDTH} characters", "page.txt", as_text, partial(as_text, width=WIDTH)),
    (
        "blank lines",
        "a text file with four blank lines between paragraphs, some with spaces in them",
        "page.txt",
        as_text,
        partial(as_text, between="\n\n  \n\n \n"),
    ),
    ("wrapped mail", f"a mail wrapped at {WIDTH} characters", "page.eml", as_mail, partial(as_mail, width=WIDTH)),
    (
        "wrapped source",
        f"a web page whose source is wrapped at {WIDTH} characters",
        "page.html",
        as_page,
        partial(as_page, width=WIDTH),
    ),
)
"""(name, meaning, file name, how the file is written first, how it is written then): both must score the same."""


def _blocks(article: Article) -> list[str]:
    return [*([article.title] if article.title else []), *article.text.split("\n\n")]


def _wrapped(block: str, width: int | None, line: str) -> str:
    """Return a paragraph broken where the next word would not fit; never inside a word or at a hyphen."""
    if width is None:
        return block
    return line.join(textwrap.wrap(block, width, break_long_words=False, break_on_hyphens=False)) or block


def _source(block: str, width: int | None) -> str:
    return html.escape(_wrapped(block, width, "\n"), quote=False)
