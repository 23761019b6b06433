import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import InputError, NotAllowed
from sources.web.addresses import not_public, web_address


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://harbour.example", "http://harbour.example/"),
        ("  HTTPS://Harbour.Example:443/News?id=1&b=%C3%A9#top ", "https://harbour.example/News?id=1&b=%C3%A9"),
        ("http://harbour.example.:8080/a/../b/./c", "http://harbour.example:8080/b/c"),
        ("https://bücher.example/größe und mehr", "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe%20und%20mehr"),
        ("https://ＢＵＥＣＨＥＲ.example/", "https://buecher.example/"),
        ("http://[2001:4860:0:0::8888]:8080/x", "http://[2001:4860::8888]:8080/x"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://１２７。０。０。１/", "http://127.0.0.1/"),
        ("http://127.0.0.1./", "http://127.0.0.1/"),
        ("http://0/", "http://0.0.0.0/"),
        ("http://0x/", "http://0.0.0.0/"),
    ],
)
def test_an_address_has_one_form(text, url):
    assert web_address(text).url == url
    assert web_address(url).url == url


def test_its_parts():
    found = web_address("https://Harbour.example/a")
    assert (found.scheme, found.host, found.port) == ("https", "harbour.example", 443)
    assert found.origin == "https://harbour.example:443"
    assert web_address("http://[2001:db8::1]/").origin == "http://[2001:db8::1]:80"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("/b?x=1", "https://harbour.example/b?x=1"),
        ("b", "https://harbour.example/news/b"),
        ("//other.example/", "https://other.example/"),
        ("http://plain.example/", "http://plain.example/"),
        ("?page=2", "https://harbour.example/news/a?page=2"),
    ],
)
def test_a_relative_address_is_joined_to_its_base(text, url):
    assert web_address(text, base="https://harbour.example/news/a").url == url


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ftp://harbour.example/", "has the scheme 'ftp'"),
        ("file:///etc/hosts", "has the scheme 'file'"),
        ("javascript:alert(1)", "has the scheme 'javascript'"),
        ("data:text/html,x", "has the scheme 'data'"),
        ("harbour.example", "has the scheme ''"),
        ("http://user@harbour.example/", "carries a user name or password"),
        ("http://user:secret@harbour.example/", "carries a user name or password"),
        ("http://:@harbour.example/", "carries a user name or password"),
        ("http://harbour.example@127.0.0.1/", "carries a user name or password"),
        ("http://harbour.example:25/", "names port 25"),
        ("http://harbour.example:0/", "names port 0"),
        ("http://harbour.example:6379/", "names port 6379"),
        ("http://[fe80::1%25eth0]/", "names a network card"),
    ],
)
def test_what_may_not_be_read(text, why):
    with pytest.raises(NotAllowed, match=why.replace("(", r"\(")):
        web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        *("http://", "http:///a", "http://?", "http://:80/", "http://[::1/", "http://[zz]/", "http://a:b/"),
        *("http://harbour.example:99999/", "http://har bour.example/", "http://127%2e0.0.1/", "http://-a.example/"),
        *("http://a..example/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://08.1.1.1/", "http://4294967296/"),
        *("http://good.example\\@127.0.0.1/", "http://a\x00b/", "http://a.example/b\r\nHost: c", "http://xn--a\ud800/"),
        *(f"http://{'a' * 64}.example/", f"http://{'a.' * 127}example/", "http://a.example/" + "b" * 5_000),
        *("http://a.example/%zz\x7f", "http://☃\u200d.example/", "http://0x.0x1.0x100.0x/", "http://a.example/\ud800"),
    ],
)
def test_what_is_no_address(text):
    with pytest.raises(InputError) as caught:
        web_address(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("0.0.0.0", "this computer"),
        ("127.0.0.1", "this computer"),
        ("127.255.255.254", "this computer"),
        ("10.1.2.3", "a private network"),
        ("172.31.255.255", "a private network"),
        ("192.168.1.1", "a private network"),
        ("100.64.0.1", "a provider's inner network"),
        ("169.254.169.254", "a local link"),
        ("192.0.2.1", "kept for documentation"),
        ("198.18.0.1", "kept for measurements"),
        ("224.0.0.251", "many computers at once"),
        ("233.252.0.1", "many computers at once"),
        ("255.255.255.255", "kept for the future"),
        ("::", "this computer"),
        ("::1", "this computer"),
        ("::ffff:127.0.0.1", "127.0.0.1 in another form, this computer"),
        ("::ffff:a9fe:a9fe", "169.254.169.254 in another form, a local link"),
        ("::127.0.0.1", "not an address of the public internet"),
        ("64:ff9b::10.0.0.1", "10.0.0.1 in another form, a private network"),
        ("64:ff9b:1::1", "a private network"),
        ("2002:c0a8:0101::1", "192.168.1.1 in another form, a private network"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "kept for protocols"),
        ("2001:db8::1", "kept for documentation"),
        ("fc00::1", "a private network"),
        ("fd12:3456::1", "a private network"),
        ("fe80::1", "a local link"),
        ("fec0::1", "a private network"),
        ("ff02::1", "many computers at once"),
        ("100::1", "not an address of the public internet"),
        ("5f00::1", "not an address of the public internet"),
    ],
)
def test_addresses_that_are_not_public(address, kind):
    assert not_public(ipaddress.ip_address(address)) == kind


@pytest.mark.parametrize(
    "address",
    [
        *("1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "223.1.1.1"),
        *("2001:4860:4860::8888", "2606:4700::1", "2a00:1450::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"),
    ],
)
def test_public_addresses(address):
    assert not_public(ipaddress.ip_address(address)) is None


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_nothing_that_the_standard_library_calls_private_is_taken_for_public(address):
    if not_public(address) is None and not (address.version == 6 and str(address).startswith(("64:ff9b::", "2002:"))):
        inner = getattr(address, "ipv4_mapped", None) or address
        assert inner.is_global
        assert not inner.is_multicast


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"http://{text}"))
def test_any_text_is_an_address_or_refused_in_one_line(text):
    try:
        found = web_address(text)
    except InputError as error:
        told = str(error)
    else:
        told = found.url
        assert found.url.isascii()
        assert web_address(found.url) == found
    assert len(told.splitlines()) == 1
