import bz2
import gzip
import json
import lzma
import random

import pyarrow
import pytest

from sources.adding.compressed import BrokenOff, as_file, form_of, keep_whole_rows, rows_as_file, unpacked
from sources.adding.inputs import held
from sources.errors import TooLarge

TEXT = b"The council voted to close the pier. " * 400


def _zstandard(content: bytes) -> bytes:
    made = pyarrow.BufferOutputStream()
    with pyarrow.CompressedOutputStream(made, "zstd") as packed:
        packed.write(content)
    return made.getvalue().to_pybytes()


FORMS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": _zstandard}


def opened(content: bytes, name: str = "a.txt.gz"):
    each = held(content, origin=name)
    return unpacked(each, form_of(content[:64]))


@pytest.mark.parametrize("ending", FORMS)
def test_every_form_is_read_through(ending):
    each = opened(FORMS[ending](TEXT), f"page.html.{ending}")
    assert each.read(10) == TEXT[:10]
    assert each.read(10**9) == TEXT
    assert (each.name, each.origin, each.size) == ("page.html", f"page.html.{ending}", None)


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz"])
def test_what_breaks_off_says_so_and_gives_what_it_could(ending):
    content = random.Random(1).randbytes(400_000)
    packed = FORMS[ending](content)
    each = opened(packed[: len(packed) * 2 // 3])
    with pytest.raises(BrokenOff, match="breaks off") as caught:
        each.read(10**9)
    assert content.startswith(caught.value.content)
    if ending != "bz2":  # whose blocks of 900 kB come whole or not at all
        assert len(caught.value.content) > 100_000
    assert "\n" not in str(caught.value)


def test_what_is_damaged_says_so():
    packed = bytearray(gzip.compress(random.Random(1).randbytes(400_000)))
    packed[300_000:300_100] = bytes(100)
    with pytest.raises(BrokenOff, match=r"a gzip file that (is damaged|breaks off)"):
        opened(bytes(packed)).read(10**9)


def test_text_is_no_packed_stream():
    assert form_of(b"<html>") is None
    assert form_of(b"PK\x03\x04") is None


def test_a_file_of_its_own_is_used_and_anything_else_is_copied(tmp_path):
    from sources.adding.inputs import inputs_of

    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    (each,) = inputs_of([str(path)], stdin=None)
    with as_file(each) as file:
        assert file == path
    with as_file(opened(gzip.compress(TEXT), "list.csv.gz")) as file:
        assert file.read_bytes() == TEXT
        assert file.suffix == ".csv"
    assert not file.exists()


def test_a_bomb_is_refused_before_it_fills_the_disk(monkeypatch):
    import sources.adding.compressed

    monkeypatch.setattr(sources.adding.compressed, "SMALL", 1_000_000)
    packed = gzip.compress(bytes(50_000_000))
    with pytest.raises(TooLarge, match=r"unpacks from 0\.0 MB to \d+ MB or more"), as_file(opened(packed)):
        pass
    with as_file(opened(gzip.compress(random.Random(1).randbytes(2_000_000)))) as file:
        assert file.stat().st_size == 2_000_000


def rows(number: int) -> bytes:
    dice = random.Random(5)
    lines = (f'{n},"He said ""no""\nand {dice.getrandbits(400)}"' for n in range(number))
    return ("id,text\n" + "\n".join(lines) + "\n").encode()


def test_of_a_table_that_breaks_off_whole_rows_are_left():
    packed = gzip.compress(rows(5000))
    with rows_as_file(opened(packed[: len(packed) // 2], "t.csv.gz")) as (file, cut):
        left = file.read_bytes()
    assert rows(5000).startswith(left)
    assert left.endswith(b'"\n')
    assert left.count(b'"') % 2 == 0
    assert len(left) > 100_000
    assert "breaks off" in str(cut)
    with rows_as_file(opened(packed, "t.csv.gz")) as (file, cut):
        assert (file.read_bytes(), cut) == (rows(5000), None)


def test_nothing_is_left_where_no_row_ends(tmp_path):
    file = tmp_path / "a"
    for content, left in ((b"no line", False), (b'a,"open\nstill open', False), (b"a\nb", True)):
        file.write_bytes(content)
        assert keep_whole_rows(file) is left
    assert file.read_bytes() == b"a\n"
    file.write_text("".join(json.dumps({"n": n}) + "\n" for n in range(9)) + '{"n": 1')
    assert keep_whole_rows(file)
    assert len(file.read_text().splitlines()) == 9
