"""Articles with parts of their text replaced, and marks, line breaks and copies of the body made otherwise."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sources.article import Article

Edit = tuple[int, int, str]
"""(start, end, what stands there afterwards), in characters of the text."""

_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_OPENS = re.compile(r"""(?<![^\s(\[{—–-])["'](?=\S)""")
_AFTER_OPENING = re.compile(r"""(?<=[“‘])["'](?=\S)""")
_LEFT_OUT = re.compile(r"(?<![^\s(\[{—–“-])'(?=\d\ds?\b|tis\b|em\b|til\b|n['’])")


def edited(article: Article, edits: Iterable[Edit], *, title: str | None = None) -> Article:
    """Return the article with the edits made, its headings where they stand then.

    Edits are in order and do not overlap; none runs over the edge of a heading. `title`: the new headline where given.
    The id stays, so that both can be told apart only by whoever made them.
    """
    parts: list[str] = []
    moved: list[tuple[int, int]] = []
    done, shift = 0, 0
    for start, end, new in edits:
        parts += (article.text[done:start], new)
        done, shift = end, shift + len(new) - (end - start)
        moved.append((end, shift))
    parts.append(article.text[done:])

    def at(place: int) -> int:
        return place + next((by for end, by in reversed(moved) if end <= place), 0)

    headings = tuple((at(a), at(b)) for a, b in article.headings)
    return replace(article, text="".join(parts), title=article.title if title is None else title, headings=headings)


def straight(text: str) -> str:
    """Return the text with straight quotation marks and apostrophes."""
    return text.translate(_STRAIGHT)


def curly(text: str) -> str:
    """Return the text with curly marks, as a word processor sets them: opening before a word, closing elsewhere.

    An apostrophe before what was left out ("'90s") is a closing mark. Two single marks for a double one stay.
    """
    if "''" in text:
        return "''".join(map(curly, text.split("''")))
    text = _LEFT_OUT.sub("’", text)
    for pattern in (_OPENS, _AFTER_OPENING):
        text = pattern.sub(lambda mark: "“" if mark.group() == '"' else "‘", text)
    return text.replace('"', "”").replace("'", "’")


def with_marks(article: Article, *, marks: str) -> Article:
    """Return the article with all its marks "straight" or "curly". No character is added, so that no offset moves."""
    change = straight if marks == "straight" else curly
    blocks = (change(block) for block in article.text.split("\n"))
    return replace(article, text="\n".join(blocks), title=article.title and change(article.title))


def with_breaks(article: Article, *, between: str) -> Article:
    """Return the article with `between` in place of the blank line between its blocks."""
    return edited(article, [(*found.span(), between) for found in re.finditer(r"\n\n", article.text)])


def twice(article: Article) -> Article:
    """Return the article with its body twice, headings too."""
    by = len(article.text) + 2
    again = tuple((a + by, b + by) for a, b in article.headings)
    return replace(article, text=f"{article.text}\n\n{article.text}", headings=(*article.headings, *again))
