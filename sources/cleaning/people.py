"""Bylines: lines that name who wrote the article."""

import re

_PART = (
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\.?|(?:d[aeiou]s?|del|della|la|le|los|von|van|der|den|bin|bint|ibn|al|el|ter|y)(?=[ -]))"
)
_NAME = rf"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\.?(?: {_PART}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:, | and |, and | & | with ){_NAME})*"
_ROLE = (
    r"(?:(?:[A-Z]?[\w’'&-]+ ){0,6}(?:reporters?|correspondents?|writers?|editors?|contributors?|columnists?|"
    r"journalists?|bureau(?: chief)?|staff|analysts?|producers?|authors?|desk|critic|intern))(?: [\w’'&. -]{0,40})?"
)
_MAIL = r"<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?"
_TAIL = rf"(?:\s*[,|•·/–—-]+\s*(?P<role>{_ROLE}|[^.!?]{{2,60}}))?(?:[\s,|(]*{_MAIL}\)?)?"
_BY = re.compile(
    r"\A\W{0,2}(?:(?:written|words|story|text|report|reported|reporting|posted|published|article|interview) )?"
    r"(?:by|(?-i:Von|Por|Par)):? "
    rf"(?P<names>(?-i:{_NAMES}))(?: (?:at|in|from) (?-i:[A-Z])[\w .,’'-]{{2,40}})?{_TAIL}\W*\Z",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"\A(?P<names>{_NAMES})\s*[,|•·–—/-]\s*(?i:{_ROLE})(?:[\s,|(]*{_MAIL}\)?)?\s*\Z")
_TITLED = re.compile(
    r"\A(?P<names>[A-ZÀ-Þ][\w’'-]+ (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w’'-]+) (?:(?:[A-Z][\w&’'-]+ ){0,3}"
    r"(?i:reporter|correspondent|editor|staff writer|political editor|columnist|contributor))\Z"
)
_REPORTS = re.compile(rf"\A(?P<names>{_NAMES}) reports? from (?:the )?[A-ZÀ-Þ][\w .,’'-]{{1,40}}(?<!\.)\Z")
"""A correspondent and the place, as a line of its own: "Ann Lee reports from the Riverside Ground"."""

_ADDRESSED = re.compile(rf"\A(?P<names>{_NAMES})[\s,|(/]*{_MAIL}\)?\s*\Z")
_PLACED = re.compile(rf"{_NAME} in [A-ZÀ-Þ][\w .’'-]{{2,30}}")
"""A correspondent and the place: "Arthur Bligh in London"."""

_NOBODY = re.compile(
    r"\W{0,2}(?:(?:written|words|story|report|reporting|posted|published) )?by (?:our |a |the )?(?:own )?"
    r"(?-i:[A-Z][\w’'&.-]* ){0,3}(?:staff(?: and (?:news )?agenc(?:y|ies))?|"
    r"staff (?:reporters?|writers?|correspondents?)|"
    r"(?:our )?correspondents?|(?:news|web|digital|online) (?:desk|team)|newsroom|newsdesk|reporters?|admin|"
    r"agencies)\W*",
    re.IGNORECASE,
)
"""A byline that names nobody: "By Staff", "By our own correspondent", "By Elm Post Staff"."""

_OPENS = re.compile(
    r"\W{0,2}(?:by|von|por|par|written|words|story|text|report|posted|publi|article|inter)", re.IGNORECASE
)
_ROLES = (
    "reporter",
    "corresp",
    "writer",
    "editor",
    "contributor",
    "column",
    "journalist",
    "bureau",
    "staff",
    "analyst",
    "producer",
    "author",
    "desk",
    "critic",
    "intern",
)
"""What every role has one of: they spare the longer patterns."""


def _has_role(text: str) -> bool:
    return any(map(text.casefold().__contains__, _ROLES))


_ROLE_ALONE = re.compile(_ROLE + r"(?:(?:,| in) (?-i:[A-Z])[\w .’'-]{2,30})?", re.IGNORECASE)
_GLUED = re.compile(r"[a-z]{4}[A-Z]")
"""Two words run together: "BiographyAnn Lee"."""

_NO_NAMES = frozenset(
    "about contact the a an this that our your my his her its popular design chance law default contrast "
    "comparison".split()
)


_NAME_ALONE = re.compile(_NAME)


def is_name(text: str) -> bool:
    """Return whether the line could be a person's name and nothing else: two to five words in capitals."""
    return len(text) <= 60 and _NAME_ALONE.fullmatch(text) is not None and not is_role(text)


def paired_names(text: str) -> str | None:
    """Return the names in a line of two or more full names and nothing else, joined by ", "; None for another line.

    "Helena Marsh and Tom Akande", "Arthur Bligh in London and Mei Tan in Singapore". One name alone may be a section
    or a place, two of them with "and" hardly ever are.
    """
    if len(text) > 120 or (" and " not in text and " & " not in text):
        return None
    parts = re.split(r", and |, | and | & ", text)
    names = [part.split(" in ")[0] if _PLACED.fullmatch(part) else part for part in parts]
    return ", ".join(names) if all(map(is_name, names)) else None


def placed_name(text: str) -> str | None:
    """Return "Ann Lee" of "Ann Lee in London", None for another line."""
    return text.split(" in ")[0] if len(text) <= 60 and _PLACED.fullmatch(text) else None


def _once(name: str) -> str:
    """Return "Ann Lee" of "Ann Lee Ann Lee"."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half >= 2 and words[:half] == words[half:] else name


def is_role(text: str) -> bool:
    """Return whether the line is what a journalist is called and nothing else: "Environment correspondent"."""
    return len(text) <= 80 and _has_role(text) and _ROLE_ALONE.fullmatch(text) is not None


def signs_nobody(text: str) -> bool:
    """Return whether a line is a byline that names no person: "By Staff", "By our correspondent"."""
    return len(text) <= 60 and text[:12].casefold().find("by ") >= 0 and _NOBODY.fullmatch(text) is not None


def read_byline(text: str) -> str | None:
    """Return the names in a byline as printed, several joined by ", "; None when the line is no byline.

    "By Ann Lee and Bo Ek, Senior Correspondent" gives "Ann Lee, Bo Ek"; so do "Ann Lee, Staff Writer
    a.lee@example.com" and a name with nothing but an address. A line that starts "By 2030" or "By the time" is none.
    """
    if len(text) > 160:
        return None
    match = _BY.match(text) if _OPENS.match(text) else None
    if match is None and text[:1].isupper() and _has_role(text):
        match = _SIGNED.match(text) or _TITLED.match(text)
    if match is None and " report" in text:
        match = _REPORTS.match(text)
    if match is None and "@" in text:
        match = _ADDRESSED.match(text)
    if match is None:
        return None
    if _GLUED.search(match["names"]):
        return None
    names = [_once(name.strip()) for name in re.split(r", and |, | and | & | with ", match["names"])]
    if any(word.lower() in _NO_NAMES for name in names for word in name.split()[:1]):
        return None
    return ", ".join(name for name in names if name and not _ROLE_ALONE.fullmatch(name)) or None
