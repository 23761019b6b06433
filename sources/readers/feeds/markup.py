"""The markup of feeds, made harmless: whatever is broken in it is mended, and each entry stands by itself.

What reads feeds afterwards needs well-formed XML: for anything else it takes time that grows with the square of the
size. So entities and stray characters are mended here, libxml2 closes what is open, and nothing is deeper than 256
elements. A document type, which may define entities that unfold to gigabytes or name files, is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.entities import html5
from xml.parsers import expat

from lxml import etree

from sources.errors import InputError

_JUNK = 2_000
"""Characters that may stand before the feed's XML declaration: warnings of the program that made it."""

_DECLARATION = re.compile(r"^<\?xml\s", re.MULTILINE)

_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|\ufeff", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<name>rss|RDF|feed)(?=[\s>])")
_SIGNS = {
    "rss": re.compile(r"<channel\b|<item\b|\Arss\b[^<>]*\bversion\s*="),
    "RDF": re.compile(r"purl\.org/(?:net/)?rss|my\.netscape\.com/rdf|channel\.netscape\.com/rdf"),
    "feed": re.compile(r"www\.w3\.org/2005/Atom|purl\.org/(?:net/)?(?:atom|echo)|<(?:\w+:)?entry\b"),
}
"""What else stands at the beginning of a feed with this root."""


def feed_start(text: str) -> int | None:
    """Return where the root element of a feed begins; None when the text begins with something else."""
    declared = _DECLARATION.search(text[:_JUNK])
    place = declared.start() if declared else 0
    while skipped := _SKIPPED.match(text, place):
        place = skipped.end()
    root = _ROOT.match(text, place)
    if root is None:
        return None
    return place if _SIGNS[root["name"]].search(text[root.start("name") : root.end() + 65_536]) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A feed taken apart; `document` puts some of it together again."""

    head: bytes
    """Everything up to the first entry: what the feed says of itself."""

    bare: bytes
    """The same without what the feed says of itself."""

    entries: tuple[bytes, ...]
    """Each entry, well-formed by itself, in the order of the feed."""

    tail: bytes
    """What closes the feed."""

    def document(self, entries: Sequence[bytes], *, head: bool) -> bytes:
        """Return a feed of these entries; without `head` it says nothing of itself."""
        return b"".join([self.head if head else self.bare, *entries, self.tail])


def markup_of(text: str) -> Markup:
    """Return the feed that the text holds, mended and taken apart.

    Raises InputError when the text is no feed, or too broken to find anything in it.
    """
    start = feed_start(text)
    root = None if start is None else _tree(_mended(text[start:]))
    if root is None:
        raise InputError("is no feed that can be read; fetch it again, or add the articles' own pages")
    for element in root.iter(etree.Element):
        names = element.keys()
        if len(set(names)) < len(names):  # the parser keeps an attribute that is given twice, XML does not
            once = dict(element.items())
            element.attrib.clear()
            element.attrib.update(once)
    entries = [each for each in root.iter(etree.Element) if _is_entry(each)]
    parent = entries[0].getparent() if entries else None
    open_root, close_root = _tags(root)
    if parent is None or _local(parent) != "channel":
        return Markup(
            head=open_root + _inside(root), bare=open_root, entries=tuple(map(_written, entries)), tail=close_root
        )
    opened, closed = _tags(parent)
    return Markup(
        head=open_root + _inside(root, without=parent) + opened + _inside(parent),
        bare=open_root + opened,
        entries=tuple(map(_written, entries)),
        tail=closed + close_root,
    )


def _tags(element: etree._Element) -> tuple[bytes, bytes]:
    """Return what opens and what closes an element."""
    try:
        shell = etree.Element(element.tag, dict(element.attrib), nsmap=element.nsmap)
    except ValueError:  # a namespace or a name that is none: what stands inside brings its own
        shell = etree.Element(re.sub(r"[^A-Za-z]", "", _local(element)) or "x")
    shell.text = "|"
    opened, _, closed = etree.tostring(shell).rpartition(b"|")
    return opened, closed


def _inside(element: etree._Element, *, without: etree._Element | None = None) -> bytes:
    """Return the elements inside an element, without entries."""
    inner = (child for child in element.iterchildren(etree.Element) if child is not without and not _is_entry(child))
    return b"".join(etree.tostring(child, with_tail=False) for child in inner)


def _written(entry: etree._Element) -> bytes:
    written: bytes = etree.tostring(entry, with_tail=False)
    return written


def _is_entry(element: etree._Element) -> bool:
    parent = element.getparent()
    return _local(element) in {"item", "entry"} and parent is not None and _local(parent) in _AROUND


_AROUND = frozenset({"channel", "rss", "RDF", "feed"})
"""Elements in which entries stand."""


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _tree(text: str) -> etree._Element | None:
    try:
        return etree.fromstring(text.encode("utf-8"), _parser())
    except (etree.LxmlError, ValueError):
        return None


_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<dec>[0-9]+));|(?P<name>[A-Za-z][A-Za-z0-9]*;))?")


def _mended(text: str) -> str:
    """Return the markup with every entity known, every character allowed and every prefix declared."""
    parts = _CDATA.split(_UNFIT.sub("\ufffd", text))
    parts[::2] = [_AMPERSAND.sub(_entity, part) for part in parts[::2]]
    if len(parts) > 1 and not parts[-2].endswith("]]>"):
        parts[-2] += "]]>"
    mended = "".join(parts)
    if not _well_formed(mended):
        mended = "".join(balanced(mended))
    root = re.match(r"<[\w.:-]+", mended)
    place = root.end() if root else 0
    return f"{mended[:place]}{''.join(_declarations(mended))}{mended[place:]}"


def _entity(found: re.Match[str]) -> str:
    digits = found["hex"] or found["dec"]
    if digits:
        code = int(digits[:9], 16 if found["hex"] else 10)
        allowed = code in {9, 10, 13} or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
        return found[0] if allowed and len(digits) < 9 else "\ufffd"
    name = found["name"]
    if name in {"amp;", "lt;", "gt;", "quot;", "apos;"}:
        return found[0]
    meant = html5.get(name) if name else None
    if meant is None:
        return f"&amp;{name or ''}"
    return "".join(f"&#{ord(letter)};" if letter in "&<>\"'" else letter for letter in meant)


def _well_formed(text: str) -> bool:
    try:
        expat.ParserCreate().Parse(text.encode("utf-8"), True)
    except (expat.ExpatError, ValueError):
        return False
    return True


_TOKEN = re.compile(
    r"(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<![^<>]*>?"
    r"|</(?P<end>[A-Za-z_][\w.:-]*)[^<>]*>?"
    r"|<(?P<start>[A-Za-z_][\w.:-]*)(?:(?P<rest>\s(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)?>|(?P<odd>[\s/][^<>]*)>?|>?)|<",
    re.DOTALL,
)
_DEEPEST = 200


def balanced(text: str) -> Iterator[str]:
    """Yield the markup again with every element closed where it must end.

    An end that nothing began is dropped, an end closes what is open inside, and the beginning of an entry closes all
    up to the channel. Comments and instructions are left out; a "<" that begins nothing becomes text.
    """
    waiting: list[str] = []
    number: Counter[str] = Counter()

    def close(name: str) -> Iterator[str]:
        while number[name]:
            last = waiting.pop()
            number[last] -= 1
            yield f"</{last}>"
            if last == name:
                return

    place = 0
    for found in _TOKEN.finditer(text):
        yield text[place : found.start()]
        place = found.end()
        start, end = found["start"], found["end"]
        if found["cdata"]:
            yield found["cdata"]
        elif end:
            yield from close(end)
        elif start:
            if start.rpartition(":")[2] in {"item", "entry"}:
                while waiting and waiting[-1].rpartition(":")[2] not in _AROUND:
                    yield from close(waiting[-1])
            rest = (found["rest"] or "").rstrip()
            empty = rest.endswith("/") or (found["odd"] or "").endswith("/")
            if empty:
                yield f"<{start}{rest.rstrip('/')}/>"
            elif len(waiting) < _DEEPEST:
                waiting.append(start)
                number[start] += 1
                yield f"<{start}{rest}>"
        elif found[0] == "<":
            yield "&lt;"
    yield text[place:]
    yield from (f"</{name}>" for name in reversed(waiting))


_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xlink": "http://www.w3.org/1999/xlink",
}
_MOST_PREFIXES = 50


def _declarations(text: str) -> Iterator[str]:
    """Give a declaration for each prefix that is used and declared nowhere."""
    used = set(re.findall(r"[<\s/]([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,60}(?=[\s=/>])", text))
    declared = set(re.findall(r"\sxmlns:([\w.-]{1,41})\s*=", text)) | {"xml", "xmlns"}
    for prefix in sorted(used - declared)[:_MOST_PREFIXES]:
        yield f' xmlns:{prefix}="{_NAMESPACES.get(prefix, f"urn:undeclared:{prefix}")}"'
