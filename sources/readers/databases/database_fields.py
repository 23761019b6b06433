"""What exports of news databases print alike: dates, publication lines, bylines, sections and lengths."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sources.cleaning.dates import no_such_day, read_date
from sources.cleaning.people import read_byline
from sources.errors import NoArticle
from sources.outlets import load_outlets
from sources.page import Refused

CAPTIONS = "captions (database)"
NOTES = "notes (database)"

MISSING = 0.6
"""A body with a smaller share of the words that the export promises was cut short."""

_LONGEST = 300
"""Characters of a field that are looked at."""

_MONTHS = (
    "january january januar janvier enero gennaio januari janeiro",
    "february february februar février febrero febbraio februari fevereiro",
    "march march märz mars marzo marzo maart março",
    "april april april avril abril aprile april abril",
    "may may mai mai mayo maggio mei maio",
    "june june juni juin junio giugno juni junho",
    "july july juli juillet julio luglio juli julho",
    "august august august août agosto agosto augustus agosto",
    "september september september septembre septiembre settembre september setembro",
    "october october oktober octobre octubre ottobre oktober outubro",
    "november november november novembre noviembre novembre november novembro",
    "december december dezember décembre diciembre dicembre december dezembro",
)
"""A month in English, then as databases print it: English, German, French, Spanish, Italian, Dutch, Portuguese."""

_MONTH_OF = {name: names.split()[0] for names in _MONTHS for name in names.split()}
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b", re.IGNORECASE)
_OF = re.compile(r"(?<=\d)\.(?= )|\b(?:de|di|del) (?=\w)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


def moment_in(text: str) -> tuple[datetime, bool] | None:
    """Return the date in a line, and whether only its day is known; None when there is none.

    Names of months may be in one of seven languages.
    """
    text = _OF.sub("", text[:_LONGEST])
    english = _MONTH.sub(lambda found: _MONTH_OF[found[0].casefold()], text)
    return read_date(english)


def like_date(text: str) -> bool:
    """Return whether a line is a date line, if only of a month: short, with a year and a month."""
    return len(text) <= 100 and (
        moment_in(text) is not None or (_YEAR.search(text) is not None and _MONTH.search(text) is not None)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What the date line of an export says."""

    moment: datetime | None = None
    """When the article was published; None when the line is missing or gives no day."""

    found: tuple[tuple[str, str], ...] = ()
    """("published", where), as in `Page.found`."""

    notes: tuple[str, ...] = ()
    """What to tell of a line that gives no day, as in `Page.notes`."""


def dated(text: str | None, *, form: str) -> Dated:
    """Return what a date line says; `form` is what the export calls it ("field PD")."""
    if not text:
        return Dated()
    if read := moment_in(text):
        day_only = " (the day only: no time zone is given)" if read[1] else ""
        return Dated(moment=read[0], found=(("published", f"{form} '{text[:80]}'{day_only}"),))
    why = "names a day that is none" if no_such_day(text) else "names no day"
    return Dated(notes=(f"its date line '{text[:80]}' {why}; the article is kept without a date",))


_EDITION = re.compile(
    r"\s*(?:[-–—,;:]\s*|\()(?:online|web(?:site)?|print|international|late|final|first|national|main|digital|"
    r"\w+ edition|edition \d+)(?: edition)?\)?\s*\Z",
    re.IGNORECASE,
)
_SERVICE = re.compile(r" (?:online|news|newswires?|international|web edition|state & local wire)\Z", re.IGNORECASE)
"""What databases put after a name, where the name without it is a listed one."""

_BRACKETS = re.compile(r"\s*\(([^()]{2,40})\)\s*\Z")
_PLACES = {
    "GB": "london england uk britain scotland wales edinburgh glasgow manchester",
    "US": "washington usa newyork newyorkcity losangeles chicago boston newengland massachusetts california",
    "AU": "australia sydney melbourne",
    "CA": "canada toronto ottawa montreal",
    "IE": "ireland dublin",
    "IN": "india delhi newdelhi mumbai",
    "NZ": "newzealand auckland wellington",
    "ZA": "southafrica johannesburg",
    "CN": "china beijing hongkong",
    "DE": "germany berlin hamburg frankfurt munich",
    "FR": "france paris",
    "NG": "nigeria lagos abuja",
    "KE": "kenya nairobi",
    "PK": "pakistan karachi islamabad lahore",
    "JP": "japan tokyo",
    "IL": "israel jerusalem telaviv",
    "SG": "singapore",
    "RU": "russia moscow",
    "QA": "qatar doha",
}


def outlet_of(printed: str) -> str:
    """Return the outlet of a publication line: without its edition, and without the place after a listed name.

    "The Times (London)" is The Times, for London is in that outlet's country. "The Daily Telegraph (Australia)" is not
    the listed one, and stays as it is printed.
    """
    name = " ".join(printed[:_LONGEST].split()).strip(" ;,")
    shorter = _EDITION.sub("", name)
    outlets = load_outlets()
    if shorter and outlets.by_name(name) is None:
        name = shorter
    listed = outlets.by_name(_SERVICE.sub("", name))
    if listed is not None and outlets.by_name(name) is None:
        return listed.name
    brackets = _BRACKETS.search(name)
    known = outlets.by_name(name[: brackets.start()]) if brackets else None
    if brackets is None or known is None:
        return name
    places = re.split(r"[,;/]", brackets[1].casefold())
    countries = {
        next((code for code, listed in _PLACES.items() if re.sub(r"\W", "", place) in listed.split()), "")
        for place in places
    }
    return known.name if known.country in countries else name


def byline_of(printed: str) -> str | None:
    """Return the names in a byline field, several joined by ", "; None when it names nobody."""
    text = re.sub(r"\A(?:by|von|par|por|di|door)\b:?\s+", "", " ".join(printed.split()), flags=re.IGNORECASE)
    first = re.split(r"\s*[;|]\s*", text)[0].strip(" ,")
    named = read_byline(f"By {first}")
    if named:
        return named
    return first if any(letter.isalpha() for letter in first) and len(first) <= 120 else None


_PAGE = re.compile(
    r"\A(?:pg?s?\.?|page|pages|s\.|seite|pág\.?|pag\.?|column|col\.|zone|edition|section)\s*\w{0,4}\s*\d*[\d, -]*\Z"
    r"|\A[\d, -]*\Z",
    re.IGNORECASE,
)


def section_of(printed: str) -> str | None:
    """Return the section in a field such as "Section A; Column 0; Foreign Desk; Pg. 1"; None when it names none."""
    parts = [part.strip() for part in printed.split(";")]
    return next((part for part in parts if part and not _PAGE.match(part)), None)


_WORDS = re.compile(r"\b(\d{1,3}(?:[.,' \u00a0]\d{3})+|\d{1,7})\b")


def length_note(printed: str, texts: Sequence[str]) -> str | None:
    """Return what to tell when the body has far fewer words than the export says; None when it has them."""
    said = _WORDS.search(printed)
    if said is None:
        return None
    promised = int(re.sub(r"\D", "", said[1]))
    there = sum(len(text.split()) for text in texts)
    if there >= MISSING * promised or promised - there < 30:
        return None
    return f"its text may be cut short: the export says {promised:,} words, and {there:,} are there"


def without_body(origin: str, title: str | None) -> Refused:
    """Return the refusal of a document of an export that has no text: a picture, or an error of the database."""
    named = f" ('{title[:80]}')" if title else ""
    return Refused(origin=origin, error=NoArticle(f"has no text in the export{named}; export it again with full text"))
