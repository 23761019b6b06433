import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.adding.decode import decode
from sources.errors import EmptyInput, NotText
from sources.readers.tables.text_file import Text, text_in, text_of

SENTENCE = "The café by the “old” ferry terminal was shut on Tuesday – nobody knew why.\r\n"


def whole(text: Text) -> str:
    return "".join(iter(lambda: text.read(1000), ""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "shift_jis"])
def test_a_large_file_is_read_as_a_small_one(encoding, tmp_path):
    said = SENTENCE * 50 if encoding != "shift_jis" else "港は火曜日に閉鎖された。\n" * 50
    path = tmp_path / "a.txt"
    path.write_bytes(said.encode(encoding))
    with text_in(path, held=0) as text:
        assert whole(text) == said
        large = text.note
    with text_in(path) as text:
        assert whole(text) == said
        assert text.note == large


def test_a_byte_that_is_none_far_inside_decides(tmp_path):
    content = b"word " * 700_000 + SENTENCE.encode("cp1252") * 20
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with text_in(path, held=0) as text:
        assert whole(text) == content.decode("cp1252")
        assert "windows-1252" in text.note


def test_a_few_broken_bytes_are_mended(tmp_path):
    content = SENTENCE.encode() * 60 + b"caf\xe9\n"
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with text_in(path, held=0) as text:
        assert whole(text) == decode(content).text
        assert "not UTF-8" in text.note


def test_control_characters_are_dropped(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"The\x00 port\x07 shut.\n" + SENTENCE.encode() * 50)
    with text_in(path, held=0) as text:
        assert text.line(1000) == "The port shut.\n"


def test_what_is_no_text_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x89PNG\r\n" + bytes(range(256)) * 100)
    with pytest.raises(NotText), text_in(path, held=0):
        pass
    path.write_bytes(b" \n" * 100)
    with pytest.raises(EmptyInput), text_in(path, held=0):
        pass
    path.write_bytes(b"")
    with pytest.raises(EmptyInput), text_in(path, held=0):
        pass


def test_a_long_line_is_cut_and_the_next_is_whole():
    text = Text(io.StringIO("a" * 5_000_000 + "\nb\r\nc", newline=""))
    assert [text.line(10), text.line(10), text.line(10), text.line(10)] == ["a" * 10, "b\r\n", "c", ""]


def test_a_long_line_that_was_taken_back_is_cut_too():
    for ahead in (12, 20, 100):
        text = Text(io.StringIO("a" * 20 + "\r\n" + "b" * 20 + "\nc", newline=""))
        text.unread(text.read(ahead))
        assert [text.line(10), text.line(10), text.line(10)] == ["a" * 10, "b" * 10, "c"]


@given(st.text(alphabet="ab\r\n", max_size=30), st.integers(1, 12))
def test_what_is_taken_back_is_read_again(content, length):
    text = Text(io.StringIO(content, newline=""))
    text.unread(text.read(length))
    assert list(iter(lambda: text.line(1000), "")) == list(io.StringIO(content, newline=""))
    text = Text(io.StringIO(content, newline=""))
    text.unread(text.read(length))
    assert whole(text) == content


def test_bytes_in_memory_keep_their_note():
    assert "windows-1252" in text_of(SENTENCE.encode("cp1252"), limit=1000).note
