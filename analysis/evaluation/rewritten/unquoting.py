"""Articles without their quotations, and with other words in them: narration must score as before."""

import re
from collections.abc import Iterable, Sequence

from analysis.evaluation.rewritten.edits import Edit, edited
from sources.article import Article

Spans = Sequence[tuple[int, int]]

_MARKS = "\"'“”„‟‘’‚‛«»‹›`"
_WORD = re.compile(r"[^\W\d_]+(?![\w.])")
_ENDS = ".!?…"
_INVENTED = "lorn"


def without_quotations(article: Article, quotations: Spans) -> Article:
    """Return the article without its quotations (start, end: inside the marks), as an editor would take them out.

    The marks go too. A sentence that was all quotation goes whole; one that began with a quotation begins with a
    capital where it goes on; one that ended with a quotation keeps its full stop, and loses the comma or colon before.
    """
    text = article.text
    edits: list[Edit] = []
    done = 0
    for start, end in _joined(text, quotations):
        edit = _taken_out(text, max(start, done), end)
        edits.append(edit)
        done = edit[1]
    return _without_empty_blocks(edited(article, edits))


def with_other_words(article: Article, quotations: Spans) -> Article:
    """Return the article with an invented word for every word inside its quotations, capitals as they were.

    Words before a full stop stay: they may be abbreviations, and sentences must end where they did.
    """
    edits: list[Edit] = []
    for start, end in sorted(quotations):
        for word in _WORD.finditer(article.text, start, end):
            new = _INVENTED.title() if word.group()[0].isupper() else _INVENTED
            edits.append((*word.span(), new))
    return edited(article, edits)


def _joined(text: str, quotations: Spans) -> Iterable[tuple[int, int]]:
    """Yield the quotations with their marks, those with nothing but space and marks between them as one."""
    last: tuple[int, int] | None = None
    for inner_start, inner_end in sorted(quotations):
        start, end = inner_start, inner_end
        while start and text[start - 1] in _MARKS:
            start -= 1
        while end < len(text) and text[end] in _MARKS:
            end += 1
        if last and not text[last[1] : start].strip(_MARKS + " "):
            last = (last[0], max(end, last[1]))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _taken_out(text: str, start: int, end: int) -> Edit:
    """Return what takes one quotation out of its sentence."""
    inside = text[start:end].rstrip(_MARKS + " ")
    ended = inside[-1:] in _ENDS
    left, right = start, end
    while left and text[left - 1] == " ":
        left -= 1
    while right < len(text) and text[right] == " ":
        right += 1
    opens = not left or text[left - 1] in "\n" + _ENDS + "”»"
    closes = right == len(text) or text[right] == "\n" or (ended and not text[right].islower())
    space = " " if left and text[left - 1] != "\n" else ""
    if opens and closes:
        return left, right, "" if right == len(text) or text[right] == "\n" else space
    if opens:
        while right < len(text) and text[right] in " ,;:–—-":
            right += 1
        return left, min(right + 1, len(text)), space + text[right : right + 1].upper()
    if closes:
        while left and text[left - 1] in " ,:;–—-(":
            left -= 1
        stop = "." if ended or inside[-1:] == "," else ""
        return left, right, stop + ("" if right == len(text) or text[right] == "\n" else " ")
    return left, right, " " if text[right].isalnum() else ""


def _without_empty_blocks(article: Article) -> Article:
    """Return the article without blocks that have no word left."""
    edits: list[Edit] = []
    place = 0
    for block in article.text.split("\n\n"):
        end = place + len(block)
        if not re.search(r"\w", block):
            edits.append((place, min(end + 2, len(article.text)), ""))
        place = end + 2
    return edited(article, edits)
