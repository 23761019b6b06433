"""What a person types into a search field, as words, phrases and beginnings of words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

MOST = 12
"""Words and phrases that are looked for; what is typed beyond them is left out."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_UNIT = re.compile(r'"(?P<phrase>[^"]*)"?(?P<star>\*)?|(?P<plain>[^\s"]+)')
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that must stand in the text."""

    typed: str
    """As it was typed, in lower case, without quotation marks and star."""

    words: tuple[str, ...]
    """Its words in the order in which they must follow each other, in lower case and without accents; none where
    nothing of it is a letter or a figure."""

    begins: bool = False
    """Whether its last word may go on: `vot*` is in "votes" and "voters"."""


def sought(text: str) -> tuple[Sought, ...]:
    """Return what is looked for: words, "phrases in quotation marks", and beginn* of words. All of it must be found.

    Nothing that is typed is an error: an open quotation mark closes at the end, and all other signs part words.
    """
    found: list[Sought] = []
    for unit in _UNIT.finditer(unicodedata.normalize("NFC", text).translate(_QUOTES)):
        typed = unit["phrase"] if unit["plain"] is None else unit["plain"]
        begins = unit["star"] is not None or typed.endswith("*")
        plain = " ".join(typed.rstrip("*").split())
        if plain:
            found.append(Sought(plain.lower(), tuple(_TOKEN.findall(folded(plain))), begins))
    return tuple(dict.fromkeys(found))[:MOST]


class _Folding(dict[int, str]):
    """Each character in lower case and without its accents: one character for one, so that places stay."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()
        made = plain if len(plain) == 1 else chr(code)
        self[code] = made
        return made


@cache
def _folding() -> _Folding:
    return _Folding()


def folded(text: str) -> str:
    """Return a text of the same length in lower case and without accents."""
    return text.translate(_folding())


@lru_cache(maxsize=256)
def pattern(one: Sought) -> re.Pattern[str] | None:
    """Return what finds its places in a folded text; None where it has no word."""
    if not one.words:
        return None
    between = r"[\W_]+".join(map(re.escape, one.words))
    return re.compile(rf"(?<![^\W_]){between}" + ("" if one.begins else r"(?![^\W_])"))
