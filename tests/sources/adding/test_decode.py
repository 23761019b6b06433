import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.adding.decode import LIMIT, decode, refuse_size
from sources.errors import EmptyInput, NotText, TooLarge

ENGLISH = "The mayor’s café — “closed for good” — cost £3,000 a year, said the naïve councillor. " * 5
POLISH = "Rada miejska zdecydowała we wtorek o zamknięciu starej przystani, co zaskoczyło wielu kupców i żeglarzy. " * 3
TURKISH = (
    "Liman kurulu salı günü eski iskeleyi kapatmaya karar verdi; bu karar orada çalışan birçok esnafı şaşırttı. " * 3
)
RUSSIAN = "Совет порта во вторник решил закрыть старый паромный терминал, и многие торговцы были удивлены. " * 3
CHINESE = "港口委员会星期二决定关闭旧渡轮码头，这一决定令许多在那里工作的商人感到意外。市长表示，这是唯一的办法。" * 3
JAPANESE = "港の委員会は火曜日に古いフェリー乗り場を閉めることを決めた。多くの商人が驚いたと市長は述べた。" * 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CHINESE, "short"])
def test_a_mark_decides(encoding, text):
    found = decode(text.encode(encoding))
    assert found.text == text
    assert (found.how, found.note) == ("byte order mark", None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, POLISH, RUSSIAN, CHINESE, "Two words here\nand a second line\n"])
def test_wide_text_without_a_mark_is_read_in_the_right_order(encoding, text):
    if text == CHINESE and "16" in encoding:
        text = "Port 港口 \n" + text  # without a single zero byte nobody could tell
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)
    assert "does not declare" in found.note


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text):
    if text.strip() and not text.startswith("\ufeff") and not decodes_as_something_else(text):
        assert decode(text.encode()).text == text


def decodes_as_something_else(text: str) -> bool:
    try:
        decode(text.encode())
    except (NotText, EmptyInput):  # "%PDF-", "GIF8" and such
        return True
    return False


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", ENGLISH),  # browsers read it so, and authors mean it so
        ("windows-1250", "cp1250", POLISH),
        ("ISO-8859-2", "iso8859-2", POLISH),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("gb2312", "gb18030", CHINESE),
        ("Shift_JIS", "cp932", JAPANESE),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
        ("euc-jp", "euc_jp", JAPANESE),
    ],
)
def test_a_declaration_is_followed_as_browsers_do(declared, encoding, text):
    for head in (f'<html><meta charset="{declared}">', f'<META http-equiv=x content="text/html; charset={declared}">'):
        page = head + text
        found = decode(page.encode(encoding))
        assert found.text == page
        assert (found.how, found.note) == ("declared in the page", None)


def test_valid_utf8_wins_over_a_wrong_declaration():
    page = '<meta charset="iso-8859-1">' + ENGLISH
    found = decode(page.encode())
    assert (found.text, found.encoding) == (page, "utf-8")


def test_a_declaration_of_no_encoding_is_not_followed():
    for name in ("no-such-thing", "base64", "hex", "utf-8"):
        page = f'<meta charset="{name}">' + ENGLISH
        assert decode(page.encode("cp1252")).text == page


def test_western_text_is_never_mistaken_for_another_code_page():
    french = "Le préfet a déclaré que l'hôtel était fermé : « C'est fini », où que l'on aille, à Noël. " * 3
    german = "Der Bürgermeister erklärte, die Fähre müsse schließen – „für immer“, größtenteils. " * 3
    for text in (ENGLISH, french, german, "It’s £5", "the café"):
        found = decode(text.encode("cp1252"))
        assert (found.text, found.encoding) == (text, "cp1252")
        assert "windows-1252" in found.note


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1250", POLISH), ("cp1254", TURKISH), ("cp1251", RUSSIAN), ("gb18030", CHINESE)]
)
def test_other_encodings_are_guessed_with_a_note(encoding, text):
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.how == "guessed"
    assert "declares no encoding that fits" in found.note


def test_utf8_with_a_foreign_byte_or_a_cut_end_stays_utf8():
    mixed = ENGLISH.encode() + b" It\x92s \xa35."
    found = decode(mixed)
    assert found.text == ENGLISH + " It’s £5."
    assert found.note == "2 bytes of it are not UTF-8 and were read as windows-1252"
    assert decode((ENGLISH + "—").encode()[:-1]).text.startswith(ENGLISH)


def test_stray_control_characters_are_dropped():
    found = decode(b"A line\x00 with a\x07 stray byte, and more text. " * 1 + b"x" * 3000)
    assert found.text.startswith("A line with a stray byte")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (b"PK\x03\x04" + bytes(100), "ZIP"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG"),
        (b"SQLite format 3\x00" + bytes(50), "--library"),
        (b"{\\rtf1\\ansi Hello}", "rich text"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(50), "film"),
        (bytes(1000), "zero bytes"),
        (random.Random(1).randbytes(5000), "not text"),
        (bytes(n for n in random.Random(2).randbytes(5000) if n), "not text"),
    ],
)
def test_binary_content_is_named_with_what_to_do(content, words):
    with pytest.raises(NotText) as caught:
        decode(content)
    assert words in str(caught.value)
    assert ";" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\ufeff \n".encode("utf-16-le")])
def test_nothing_is_empty_input(content):
    with pytest.raises(EmptyInput):
        decode(content)


def test_a_size_over_the_limit_is_refused_with_the_limit():
    with pytest.raises(TooLarge, match=r"50\.0 MB, over the limit of 10 MB"):
        refuse_size(50_000_000)
    refuse_size(LIMIT)
    with pytest.raises(TooLarge):
        decode(b"a " * 100, limit=199)


def test_ten_megabytes_are_read_at_once():
    import time

    text = (ENGLISH * (LIMIT // len(ENGLISH) // 2)).encode("cp1252")
    begun = time.process_time()
    assert decode(text).encoding == "cp1252"
    assert time.process_time() - begun < 20


def test_text_of_two_sources_in_one_page_is_read_as_both():
    modern = "The mayor’s “plan” was called naïve by José. " * 6
    old = "The café in Málaga’s old town won’t open “today”. " * 6
    found = decode(modern.encode() + old.encode("cp1252"))
    assert found.text == modern + old
    assert found.note == "36 bytes of it are not UTF-8 and were read as windows-1252"
