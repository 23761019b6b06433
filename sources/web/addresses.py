"""Which addresses may be read: the form of a web address, and which IP addresses are public. Nothing is looked up."""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from sources.errors import InputError, NotAllowed

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST = 4_000
"""Characters that an address may have."""

_ADVICE = "check it, or save the page in your browser and add the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """An address in the one form in which it is compared, asked for and shown."""

    url: str
    """All of it, in ASCII, without a fragment."""

    scheme: str
    """http or https."""

    host: str
    """Lower case, in ASCII (IDNA); an IPv4 address in four decimal parts, an IPv6 address without brackets."""

    port: int

    @property
    def origin(self) -> str:
        """Return what a robots.txt holds for: scheme, host and port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def web_address(text: str, *, base: str | None = None) -> WebAddress:
    """Return the address that `text` gives, relative to `base` when there is one.

    Raises NotAllowed for another scheme than http and https, for user names and passwords and for ports of other
    services, InputError for what is no address.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise InputError(f"is {len(text):,} characters long, which no address of a page is; {_ADVICE}")
    if re.search(r"[\x00-\x1f\x7f\\]", text):
        raise InputError(f"is no address (it holds control characters or a backslash); {_ADVICE}")
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(f"is no address ({_shown(error)}); {_ADVICE}") from error
    if parts.scheme not in {"http", "https"}:
        raise NotAllowed(f"has the scheme '{parts.scheme[:20]}'; only http and https are read; {_ADVICE}")
    if parts.username is not None or parts.password is not None:
        raise NotAllowed("carries a user name or password, which is never sent; leave out everything up to the @")
    if not host:
        raise InputError(f"is no address (it names no host); {_ADVICE}")
    host = _host(host)
    usual = 443 if parts.scheme == "https" else 80
    port = usual if port is None else port
    if port not in {80, 443} and (port < 1024 or port in _OTHER_SERVICES):
        raise NotAllowed(f"names port {port}, where no web server is; leave the port out, or {_ADVICE}")
    place = (f"[{host}]" if ":" in host else host) + ("" if port == usual else f":{port}")
    query = f"?{parts.query}" if parts.query else ""
    return WebAddress(
        url=_encoded(f"{parts.scheme}://{place}{parts.path or '/'}{query}"), scheme=parts.scheme, host=host, port=port
    )


def not_public(address: IPAddress) -> str | None:
    """Return what kind of address this is when it is not one of the public internet; None when it is.

    An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is judged by itself. The ranges are those of the IANA
    registries of special-purpose addresses.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return next((kind for network, kind in _IPV4 if address in ipaddress.IPv4Network(network)), None)
    inner = _inner(address)
    if inner is not None:
        kind = not_public(inner)
        return f"{inner} in another form, {kind}" if kind else None
    known = next((kind for network, kind in _IPV6 if address in ipaddress.IPv6Network(network)), None)
    return known or (None if address in ipaddress.IPv6Network("2000::/3") else "not an address of the public internet")


_IPV4 = (
    ("0.0.0.0/8", "this computer"),
    ("127.0.0.0/8", "this computer"),
    ("10.0.0.0/8", "a private network"),
    ("172.16.0.0/12", "a private network"),
    ("192.168.0.0/16", "a private network"),
    ("100.64.0.0/10", "a provider's inner network"),
    ("169.254.0.0/16", "a local link"),
    ("192.0.0.0/24", "kept for protocols"),
    ("192.0.2.0/24", "kept for documentation"),
    ("198.51.100.0/24", "kept for documentation"),
    ("203.0.113.0/24", "kept for documentation"),
    ("192.88.99.0/24", "kept for relays"),
    ("198.18.0.0/15", "kept for measurements"),
    ("224.0.0.0/4", "many computers at once"),
    ("240.0.0.0/4", "kept for the future"),
)
_IPV6 = (
    ("::/128", "this computer"),
    ("::1/128", "this computer"),
    ("64:ff9b:1::/48", "a private network"),
    ("fc00::/7", "a private network"),
    ("fec0::/10", "a private network"),
    ("fe80::/10", "a local link"),
    ("2001::/23", "kept for protocols"),
    ("2001:db8::/32", "kept for documentation"),
    ("3fff::/20", "kept for documentation"),
    ("ff00::/8", "many computers at once"),
)
"""Ranges that are not of the public internet, and what they are."""

_OTHER_SERVICES = frozenset(
    {1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5900, 6000, 6379}
    | {6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017}
)
"""Ports over 1023 at which other services than web servers are: mail, chat, files, databases, screens."""


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for; None when it stands for itself."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in ipaddress.IPv6Network("64:ff9b::/96"):  # NAT64
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.sixtofour


_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)\Z")


def _host(text: str) -> str:
    """Return a host in the form of `WebAddress.host`. Raises InputError when it is none."""
    if ":" in text:
        return str(_literal(text))
    host = unicodedata.normalize("NFKC", text).lower().removesuffix(".")
    if not host.isascii():
        host = _idna(host)
    labels = host.split(".")
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        return str(_in_numbers(labels, text))
    if len(host) > 253 or not all(_LABEL.match(label) for label in labels):
        raise InputError(f"is no address ('{_shown(text)}' is no name of a host); {_ADVICE}")
    return host


def _literal(text: str) -> ipaddress.IPv6Address:
    try:
        address = ipaddress.IPv6Address(text)
    except ValueError as error:
        raise InputError(f"is no address ({_shown(error)}); {_ADVICE}") from error
    if address.scope_id is not None:
        raise NotAllowed(f"names a network card ('{_shown(text)}'), as only addresses of the local link do; {_ADVICE}")
    return address


def _in_numbers(labels: list[str], text: str) -> ipaddress.IPv4Address:
    """Return the IPv4 address that is written in one to four decimal, octal or hexadecimal numbers, as browsers do."""
    try:
        numbers = [
            int(label[2:] or "0", 16) if label.startswith("0x") else int(label, 8 if label[:1] == "0" else 10)
            for label in labels
        ]
        *first, last = numbers
        if len(numbers) > 4 or max(first, default=0) > 255 or last >= 256 ** (5 - len(numbers)):
            raise ValueError
    except ValueError:
        raise InputError(f"is no address ('{_shown(text)}' is no IP address); {_ADVICE}") from None
    return ipaddress.IPv4Address(sum(number << 8 * (3 - place) for place, number in enumerate(first)) + last)


def _idna(host: str) -> str:
    import httpx

    try:
        return httpx.URL(f"http://{host}/").raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise InputError(f"is no address ('{_shown(host)}' is no name of a host); {_ADVICE}") from error


def _encoded(url: str) -> str:
    """Return the address with everything that is not ASCII or not allowed as it stands written as %XX."""
    import httpx

    try:
        return str(httpx.URL(url))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise InputError(f"is no address ({_shown(error)}); {_ADVICE}") from error


def _shown(text: object) -> str:
    """Return the beginning of a text on one line, whatever it is made of."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(text)[:80])
