"""Where the blocks of a page stand: the elements around them, and what their names say they are for."""

import re
from functools import lru_cache

NAMES = {
    "menu": "nav menu navigation header masthead toolbar pagination pager navbar prev next postnav",
    "footer": "footer copyright legal disclaimer cookie cookies consent gdpr modal popup overlay notice",
    "related": (
        "related recommended recommend recommendation recommendations more trending popular mostread mostpopular "
        "alsoread readmore readnext promo promos promoted outbrain taboola zergnet revcontent suggested suggestions "
        "similar recirc recirculation teaser teasers upnext latest interlinking interlink seealso sponsored carousel"
    ),
    "side": "sidebar widget widgets rail aside secondary complementary right",
    "share": "share sharing social sharebar sharethis addthis sharedaddy sharebuttons",
    "newsletter": (
        "newsletter newsletters subscribe subscription subscriptions signup paywall mailchimp optin cta donate "
        "donation membership"
    ),
    "comment": "comment comments disqus livefyre respond reply replies coral commentlist",
    "advertising": "ad ads advert advertisement advertising adsense dfp adslot banner sponsor",
    "tags": "tag tags topics topic keywords breadcrumb breadcrumbs categories category taxonomy crumbs",
    "form": "",
    "caption": (
        "caption captions wpcaption figcaption credit credits photo photos gallery slideshow image img media video "
        "videos player picture figure thumbnail thumb"
    ),
    "pull": "pull pullquote pullquotes",
    "hidden": "hidden screenreader sronly visuallyhidden offscreen invisible assistive",
    "body": (
        "articlebody storybody entrycontent postcontent articlecontent storycontent postbody body content text copy "
        "paragraph paragraphs entry richtext contentbody articletext story article"
    ),
}
"""What an element is for -> the words in classes and ids that say so, those of two words written as one."""

_TAGS = {
    "menu": "nav header",
    "footer": "footer",
    "side": "aside",
    "form": "form button",
    "caption": "figure figcaption caption",
    "pull": "blockquote",
}
_BIT = {purpose: 1 << number for number, purpose in enumerate(NAMES)}
_OF_TAG = {tag: _BIT[purpose] for purpose, tags in _TAGS.items() for tag in tags.split()}

HIDDEN = _BIT["hidden"]
MENU = _BIT["menu"]
CAPTION = _BIT["caption"]
BODY = _BIT["body"]
PULL = _BIT["pull"]
NEVER = sum(_BIT[name] for name in "menu footer share newsletter comment advertising tags form hidden".split())
"""Purposes of elements that hold nothing of an article."""
LINKS = _BIT["related"] | _BIT["side"]
"""Purposes of elements that hold no article unless they hold prose: a box inside an article may be part of it."""

_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")


class Place:
    """An element that breaks lines, and the sums of what it holds."""

    __slots__ = ("below", "body", "chars", "hidden", "inside", "linked", "name", "names", "parent", "row", "tag")

    def __init__(
        self, tag: str, parent: "Place | None", *, names: str = "", name: str = "", hidden: bool = False
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.names = names
        """Its class."""
        self.name = name
        """Its id."""
        self.hidden = hidden
        """True when an attribute says that it is not shown."""
        self.row: Place | None = self if tag == "tr" else None if tag == "table" or parent is None else parent.row
        """The row of the innermost table around it."""
        self.chars = 0
        self.linked = 0
        self.body = 0.0
        """Characters in it that were found to be body."""
        self.below = 0
        """Purposes told by the elements between it and the trunk of the body."""
        self.inside = False
        """True within the trunk."""

    @property
    def hints(self) -> int:
        """Purposes that its own tag, class and id tell, as bits."""
        names = f"{self.names} {self.name}" if self.names or self.name else ""
        return hints_of(self.tag, names) | (HIDDEN if self.hidden else 0)

    @property
    def form(self) -> str:
        """Tag and class without numbers: elements of one form are made alike."""
        return f"{self.tag}.{_NUMBER.sub('#', self.names)}"


@lru_cache(maxsize=8192)
def hints_of(tag: str, names: str) -> int:
    """Return what an element's tag and the words of its class and id say that it is for, as bits."""
    hints = _OF_TAG.get(tag, 0)
    words = [word.lower() for word in _WORDS.findall(names)]
    table = _names()
    for number, word in enumerate(words):
        hints |= table.get(word, 0) | (table.get(words[number - 1] + word, 0) if number else 0)
    return hints


@lru_cache(maxsize=1)
def _names() -> dict[str, int]:
    table: dict[str, int] = {}
    for purpose, names in NAMES.items():
        for name in names.split():
            table[name] = table.get(name, 0) | _BIT[purpose]
    return table
