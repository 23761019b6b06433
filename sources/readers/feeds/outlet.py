"""Whose feed it is: the outlet's name in the feed's title, told by the address, else the address itself."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

_PARTS = re.compile(r"\s+[|–—·»>:•/-]+\s+|:\s+|\s*[|»>]\s*")
_FEED_WORDS = re.compile(
    r"\A(?:the )?(?:(?:rss|atom|xml|news) )*feeds? (?:of|from|for) |\A(?:the )?latest (?:(?:news|stories|articles) )?"
    r"from |[\s(\[]*\b(?:rss|atom|xml|json)(?: ?2\.0)?(?: (?:news )?feeds?)?[)\]]*\Z|\A(?:rss|atom)(?: feeds?)?\b:? ?"
    r"|[\s(\[]+(?:news )?feeds?[)\]]*\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A(?:the|el|la|le|les|der|die|das|il|o|a) ", re.IGNORECASE)


def outlet_of(title: str, links: Sequence[str]) -> tuple[str, str] | None:
    """Return the outlet's name and where it was found; None when neither title nor addresses tell.

    `title` is the feed's, on one line; `links` are addresses of its articles and of its site. A title of one part is
    the name ("Harbour Post - RSS"); of several ("World news | Harbour Post") that one which the address spells. When
    none is, the host of the address stands for the outlet, which `sources.clean` looks up.
    """
    parts = list(_names(title))
    hosts = [host for host in map(_host, links) if host]
    spelled = [part for part in parts if any(_spells(host, part) for host in hosts)]
    if spelled:
        return max(spelled, key=len), "the feed's title"
    if len(parts) == 1 and parts[0].casefold() not in _SAY_NOTHING:
        return parts[0], "the feed's title"
    return (hosts[0], "the entry's address") if hosts else None


_SAY_NOTHING = frozenset("news|home|home page|latest|latest news|top stories|headlines|blog|articles|all".split("|"))


def _names(title: str) -> Iterator[str]:
    for part in _PARTS.split(title):
        name = part.strip(" \"'“”")
        while name != (bare := _FEED_WORDS.sub("", name).strip(" \"'“”()[]-–—:|")):
            name = bare
        if name and len(name) <= 60:
            yield name


def _host(link: str) -> str:
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"\A(?:www\d?|m|amp|rss|feeds?)\.", "", host)


def _spells(host: str, name: str) -> bool:
    """Return whether one of the host's labels is the name, its beginning of three letters or more, or its initials."""
    labels = [re.sub(r"[\W_]", "", label) for label in host.split(".")[:-1]]
    whole = re.sub(r"[\W_]", "", name.casefold())
    bare = re.sub(r"[\W_]", "", _ARTICLE.sub("", name).casefold())
    initials = "".join(word[0] for word in re.findall(r"\w+", name.casefold()))
    for label in labels:
        if label in {whole, bare} or (len(label) >= 3 and label == initials):
            return True
        if len(label) >= 3 and (bare.startswith(label) or whole.startswith(label)):
            return True
        if min(len(bare), len(label)) >= 3 and label.startswith(bare):
            return True
    return False
