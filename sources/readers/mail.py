"""E-mails (EML) and mailboxes (mbox): newsletters, and articles that somebody forwarded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sources.cleaning.prose import words_in
from sources.errors import InputError, NoArticle
from sources.page import Block, Cut, Page, Reader, Refused
from sources.readers import html
from sources.readers.mails.cuts import LINKS, Sorted, sort_out, without_addresses
from sources.readers.mails.head import archived_at, sender_of, sent_at, subject_of
from sources.readers.mails.parts import Attached, Mail, Text, mail_of, messages_in, text_of
from sources.readers.markup.blocks import bare_blocks, blocks_of, parse, tidy
from sources.readers.plain_text import blocks_of_text

NAME = "e-mail"
HIDDEN = "hidden text (e-mail)"

LIMIT = 100_000_000
"""Most bytes of one input: pictures are attached, and a mailbox holds many messages."""

FEWEST_WORDS = 25
"""A mail with fewer words of its own only covers what is attached to it."""

_SURE = frozenset("message-id received return-path delivered-to mime-version dkim-signature x-mailer".split())
"""Lines that programs write into a head, and people who type "From: Reuters" do not."""

_NAMED = re.compile(rb"([!-9;-~]{1,80}):")


def _detects(start: bytes, name: str) -> bool:
    names: set[bytes] = set()
    lines = start.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n")
    if lines[0].startswith(b"From ") and re.search(rb"\d\d:\d\d", lines[0]):
        lines = lines[1:]
    for line in lines:
        if not line.strip():
            break
        found = _NAMED.match(line)
        if found is not None:
            names.add(found[1].lower())
        elif not line.startswith((b" ", b"\t")) or not names:
            return False
    said = {name.decode("ascii") for name in names}
    archive = b"Snapshot-Content-Location:" in start or re.search(rb"^From:\s*[\"<]*Saved by", start, re.MULTILINE)
    return not archive and "from" in said and bool(said & _SURE) and bool(said & {"subject", "date", "to"})


def _read(content: bytes, origin: str) -> Iterator[Page | Refused]:
    messages = messages_in(content.lstrip(b"\xef\xbb\xbf\r\n"))
    for number, message in enumerate(messages, start=1):
        place = origin if len(messages) == 1 else f"{origin}: message {number}"
        try:
            yield from _pages(message, place, depth=0)
        except InputError as error:
            if len(messages) == 1:
                raise
            yield Refused(origin=place, error=error)


def _pages(content: bytes, origin: str, *, depth: int) -> Iterator[Page | Refused]:
    """Yield the article of a message, and those attached to it; raises InputError when it holds none."""
    mail = mail_of(content)
    attached, passed = _split(mail.attached)
    notes = tuple(
        f"an attachment was not read: {each.name or each.kind}; save it and add it by itself" for each in passed
    )
    body = [page for page in (_page(mail, text, origin) for text in mail.texts) if page is not None]
    words = sum(words_in(block.text) for page in body for block in page.blocks)
    found: list[Page | Refused] = []
    for each in attached if depth < 3 else ():
        place = f"{origin}: {each.name or each.kind}"
        try:
            found.extend(_inside(each, place, depth=depth))
        except InputError as error:
            found.append(Refused(origin=place, error=error))
    if body and (words >= FEWEST_WORDS or not any(isinstance(each, Page) for each in found)):
        yield replace(_joined(body), notes=(*_joined(body).notes, *notes))
    elif not found:
        raise NoArticle("is an e-mail without an article; add one that holds the article's text")
    yield from found


def _split(attached: Sequence[Attached]) -> tuple[list[Attached], list[Attached]]:
    """Tell the attachments that may be articles from the others; what programs attach is no attachment to a person."""
    articles = [
        each for each in attached if each.kind in {"text/html", "text/plain", "message/rfc822"} and each.content
    ]
    pictures = ("image/", "application/pgp", "application/pkcs7", "application/x-pkcs7", "text/calendar", "text/vcard")
    others = [each for each in attached if each not in articles and not each.kind.startswith(pictures)]
    return articles, others


def _inside(attached: Attached, origin: str, *, depth: int) -> Iterator[Page | Refused]:
    """Yield what an attachment holds."""
    if attached.kind == "message/rfc822":
        yield from _pages(attached.content, origin, depth=depth + 1)
        return
    text = text_of(attached.content, charset=attached.charset, markup=attached.kind == "text/html")
    if text is None:
        raise NoArticle("is an attachment without text; add one that holds the article's text")
    if text.markup:
        for page in html.pages(text.words.encode("utf-8", errors="replace"), origin):
            yield replace(page, reader=NAME)
    else:
        yield Page(blocks=blocks_of_text(text.words), reader=NAME, origin=origin)


def _joined(pages: Sequence[Page]) -> Page:
    """Return the texts of one mail as one page: some programs put a footer into a text of its own."""
    first = pages[0]
    for page in pages[1:]:
        shift = len(first.blocks)
        cuts = (replace(cut, before=cut.before + shift) if cut.before is not None else cut for cut in page.removed)
        first = replace(
            first,
            blocks=(*first.blocks, *page.blocks),
            settled=first.settled and page.settled,
            removed=(*first.removed, *cuts),
            notes=tuple(dict.fromkeys((*first.notes, *page.notes))),
        )
    return first


def _page(mail: Mail, text: Text, origin: str) -> Page | None:
    """Return what one text of a mail holds; None when that is nothing."""
    page = _of_markup(text, origin) if text.markup else _of_plain(text, origin)
    if page is None:
        return None
    sorted_out = sort_out(page.blocks)
    inner = sorted_out.inner
    page = _without(page, sorted_out)
    if not page.blocks:
        return None
    title, where = subject_of(mail.head if inner is None else inner)
    writer, outlet, outlet_where = sender_of(mail.head if inner is None else inner)
    published, date_where, notes = sent_at(mail, inner, known=outlet is not None)
    told = "" if inner is None else "forwarded "
    found = {field: said for field, said in page.found if field in {"url", "byline", "section"}}
    if title:
        found["title"] = told + where
    if outlet:
        found["outlet"] = told + outlet_where
    if writer and not page.byline:
        found["byline"] = told + "header From"
    if published:
        found["published"] = told + date_where
    url = page.url or archived_at(mail.head)
    if url and not page.url:
        found["url"] = "header Archived-At"
    return replace(
        page,
        title=title,
        outlet=outlet,
        byline=page.byline or writer,
        url=url,
        published=published,
        found=tuple(found.items()),
        notes=(*([text.note] if text.note else []), *page.notes, *notes),
    )


def _of_plain(text: Text, origin: str) -> Page:
    blocks, taken = without_addresses(_quoted_apart(text.words))
    held: list[Block] = []
    cuts: list[Cut] = []
    for number, block in enumerate(blocks):
        if number in taken:
            cuts.append(Cut(text=taken[number], rule=LINKS, before=len(held)))
        if block.text:
            held.append(block)
    return Page(blocks=tuple(held), reader=NAME, origin=origin, removed=tuple(cuts))


def _quoted_apart(words: str) -> list[Block]:
    """Return the blocks of a plain text, those of quoted lines each with one ">" before it."""
    blocks: list[Block] = []
    for quoted, lines in groupby(words.splitlines(), key=lambda line: line.startswith(">")):
        if quoted:
            bare = blocks_of_text("\n".join(re.sub(r"\A(?:>\s?)+", "", line) for line in lines))
            blocks += [replace(block, text=f"> {block.text}", kind="line") for block in bare]
        else:
            blocks += blocks_of_text("\n".join(lines))
    return blocks


def _of_markup(text: Text, origin: str) -> Page | None:
    """Return the page in the HTML of a mail: its tables are only layout, and hidden text is for lists of mails."""
    tree = parse(text.words)
    if tree is None:
        return Page(blocks=bare_blocks(text.words), reader=NAME, origin=origin)
    from lxml import html as markup

    hidden = [Cut(text=words, rule=HIDDEN, before=0) for words in _hidden(tree)]
    for element in tree.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center"):
        element.tag = "div"
    everything = blocks_of(tree)
    if sort_out(everything).inner is not None or any(
        tidy(each.get("class", "")).startswith(("gmail_quote", "moz-cite")) for each in tree.iter("div", "blockquote")
    ):
        return Page(blocks=everything, reader=NAME, origin=origin, removed=tuple(hidden))
    try:
        (page,) = html.pages(markup.tostring(tree, encoding="utf-8"), origin)
    except InputError:
        return None
    return replace(page, reader=NAME, removed=(*hidden, *page.removed))


def _hidden(tree: object) -> Iterator[str]:
    """Take out of the tree what its style hides; yield its words."""
    from lxml import html as markup

    if not isinstance(tree, markup.HtmlElement):
        return
    for element in tree.xpath("//*[contains(translate(@style, ' ', ''), 'display:none')]"):
        words = tidy("".join(element.itertext()))
        if element.getparent() is not None:
            element.drop_tree()
            if words:
                yield words


def _without(page: Page, sorted_out: Sorted) -> Page:
    """Return the page without the blocks that are cut, its cuts in their new places."""
    held: list[Block] = []
    places: list[int] = []
    cuts: list[Cut] = []
    for number, block in enumerate(page.blocks):
        places.append(len(held))
        rule = sorted_out.cut.get(number)
        if rule is None:
            text = re.sub(r"\A(?:>\s?)+", "", block.text)
            held.append(block if text == block.text else replace(block, text=text))
        else:
            cuts.append(Cut(text=block.text, rule=rule, before=len(held)))
    places.append(len(held))
    before = [
        cut if cut.before is None else replace(cut, before=places[min(cut.before, len(page.blocks))])
        for cut in page.removed
    ]
    together = sorted([*before, *cuts], key=lambda cut: -1 if cut.before is None else cut.before)
    return replace(page, blocks=tuple(block for block in held if block.text), removed=tuple(together))


READER = Reader(name=NAME, detects=_detects, read=_read, limit=LIMIT, binary=True)
