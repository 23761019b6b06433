import pytest

from dashboard.links import safe_href, to_article, to_sentence, to_story, to_value


@pytest.mark.parametrize("good", ["https://example.com/a?b=c#d", "http://example.com", "https://[::1]/x"])
def test_ordinary_addresses_are_kept(good: str) -> None:
    assert safe_href(good) == good


@pytest.mark.parametrize(
    "bad",
    [None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.com", "https://", "ftp://a.b/c",
     " https://example.com", "java\nscript:alert(1)", "https://user:pass@example.com", "https://[broken"],
)  # fmt: skip
def test_all_others_are_refused(bad: str | None) -> None:
    assert safe_href(bad) is None


def test_addresses_of_pages_are_encoded() -> None:
    assert to_story("a/b?c") == "/story/a%2Fb%3Fc"
    assert to_article("x", [("measure", "a&b")]) == "/article/x?measure=a%26b"
    assert (
        to_value("x", value="framing.economic", voice="body") == "/article/x?value=framing.economic&voice=body#counted"
    )
    assert to_sentence("x", 4) == "/article/x?sentence=4#s4"
    assert to_sentence("x", -1) == "/article/x?sentence=-1#page-title"
