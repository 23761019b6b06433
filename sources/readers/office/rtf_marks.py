"""Marks in rich text that come through striprtf as words do: what it would forget, it then hands on."""

import codecs
import re
from dataclasses import dataclass, replace

from sources.errors import NotText

CELL, ROW, NOTE, NOTE_END, FORM, PAGE, ITEM, BOLD, PLAIN = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8"
"""Characters that no text has (Unicode: noncharacters). FORM stands before and after what a paragraph is set as: the
number of its style, "h" for a heading, "c" for centred, "l" for not, "" for none of it."""

DEEPEST = 10_000
"""Groups inside each other; real documents have fewer than a hundred."""

_TOKEN = re.compile(r"\\\*\\(?:shpinst|ud)\b|\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'[0-9a-fA-F]{2}|([\s\S]))|([{}])")
_HIGH = re.compile("[\x80-\xff]")
_TRAILS = {f"\\{sign}": f"\\'{ord(sign):02x}" for sign in "{}\\"}
_END = "\\x "
"""A word without a meaning: it ends what striprtf passes over after a Unicode escape."""

_HIDDEN = "{\\*\\v "
_SIGNS = {"\r": "\\par ", "\n": "\\par ", "_": "-", "-": _END}
_FORMS = {"qc": "c", "ql": "l", "qr": "l", "qj": "l"}
_ANEW = {
    "shp": _END,
    "shptxt": _END,
    "line": "\\tab ",
    "fldinst": "\\fldinst ",  # else striprtf writes a link's address after its words
    "cell": _END + CELL,
    "nestcell": _END + CELL,
    "row": f"{_END}{ROW}\\par ",
    "pard": f"\\pard {FORM}{FORM}",
    "listtext": f"{_END}{ITEM}\\*\\listtext ",
    "pntext": f"{_END}{ITEM}\\*\\pntext ",
    **dict.fromkeys(("page", "sect", "pagebb"), _END + PAGE),
    **{word: f"{_END}{FORM}{form}{FORM}" for word, form in _FORMS.items()},
}
"""Control word -> what is written in its place."""

_BYTES = frozenset("pict objdata fontfile fontemb themedata datastore".split())
"""Words that open a group of bytes."""

_MACS = range(78, 90)
"""Encodings of fonts that Python does not know."""


@dataclass(slots=True)
class _Group:
    """What a group has begun that ends with it."""

    bold: bool = False
    silent: bool = False
    """Whether bytes of a picture or names of fonts stand in it."""

    font: int | None = None
    """The font that is described, in a table of fonts."""

    hidden: bool = False
    """Whether a group of our own is open in it, around hidden or deleted words."""

    note: bool = False
    twice: bool = False
    """Whether the next group in it repeats what Unicode says after it."""


def marked(text: str) -> tuple[str, bool]:
    """Return rich text (its bytes as letters of Latin-1) with marks, and whether its outermost group ends.

    Bytes of pictures are left out; deleted and hidden words become groups that striprtf passes over. Raises NotText
    when groups are nested too deep.
    """
    pieces: list[str] = []
    groups: list[_Group] = []
    group, place, coded = _Group(), 0, False
    while found := _TOKEN.search(text, place):
        words, place = text[place : found.start()], found.end()
        if words and not group.silent:
            pieces.append(_escaped(words, first=coded))
        coded = coded and not words and found[0] in _TRAILS
        if found[4] == "{":
            if len(groups) == DEEPEST:
                raise NotText(f"is nested over {DEEPEST:,} groups deep; save its text as .txt, and add that")
            groups.append(group)
            pieces.append(_HIDDEN if group.twice else "{")
            group.twice = False
            group = replace(group, hidden=False, note=False)
        elif found[4] and len(groups) == 1 and (joined := text.find("{\\rtf", place)) >= 0:
            pieces.append("}" * group.hidden + "\\par ")  # a further file is joined to this one
            group, place = _Group(), joined
        elif found[4] and groups:
            before = groups.pop()
            weight = "" if group.bold == before.bold else _END + (BOLD if before.bold else PLAIN)
            pieces += ["}" * group.hidden, (_END + NOTE_END) * group.note, "}", weight]
            group = before
            if not groups:
                return "".join(pieces), True
        elif found[1] == "bin":
            place += max(0, int(found[2] or 0))
            pieces.append(_END)
        elif found[1]:
            pieces.append(_word(found[0], found[1], found[2], group))
        elif found[0].startswith("\\*\\"):
            pieces.append(_END)
        elif not found[4]:
            pieces.append(_TRAILS[found[0]] if coded else _SIGNS.get(found[3], found[0]))
        coded = found[0].startswith("\\'")
    return "".join((*pieces, "" if group.silent else _escaped(text[place:]))), bool(text) and not groups


def _word(said: str, word: str, digits: str | None, group: _Group) -> str:
    """Return what is written in place of a control word, and note what it begins in its group."""
    number = None if digits is None else int(digits)
    if group.font is not None:
        group.font = number or 0 if word == "f" else group.font
        encoding = 0 if number in _MACS else number
        return f"{{\\f{group.font}\\fcharset{encoding} x;}}\n" if word == "fcharset" and number is not None else ""
    if word == "fonttbl":
        group.silent, group.font = True, 0
    elif word in _BYTES:
        group.silent = True
    elif word in ("v", "deleted"):
        return _hidden(group, number != 0)
    elif word == "plain":
        group.bold = False
        return f"{_hidden(group, False)}\\plain {PLAIN}"
    elif word == "b":
        group.bold = number != 0
        return _END + (BOLD if group.bold else PLAIN)
    elif word == "footnote":
        group.note = True
        return _END + NOTE
    elif word == "upr":
        group.twice = True
        return _END
    elif word == "s" and number is not None:
        return f"{_END}{FORM}{number}{FORM}"
    elif word == "outlinelevel":
        return f"{_END}{FORM}h{FORM}" if number in range(9) else _END
    elif word == "uc":
        return f"\\uc{max(0, min(1 if number is None else number, 8))} "
    elif word == "ansicpg":
        return said if _known(number) else _END
    elif word == "u":
        known = number is not None and -0x10000 <= number <= 0x10FFFF and not 0xFDD0 <= number % 0x10000 <= 0xFDEF
        return said if known else "\\u65533 "
    return _ANEW.get(word, said)


def _hidden(group: _Group, begins: bool) -> str:
    """Return what begins or ends hidden words in a group."""
    before, group.hidden = group.hidden, begins
    return _END if before == begins else _HIDDEN if begins else "}"


def _escaped(words: str, *, first: bool = False) -> str:
    """Return words with their bytes as codes; the first letter too where it may be the second half of a sign."""
    start = f"\\'{ord(words[0]):02x}" if first and words[0] not in "\r\n" else words[:1]
    rest = words[1:]
    start = start if start.isascii() else f"\\'{ord(start):02x}"
    return start + (rest if rest.isascii() else _HIGH.sub(lambda letter: f"\\'{ord(letter[0]):02x}", rest))


def _known(number: int | None) -> bool:
    """Return whether Python knows a code page."""
    try:
        return bool(codecs.lookup(f"cp{number}"))
    except LookupError:
        return False
