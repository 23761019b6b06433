import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import TooLarge, Unreachable
from sources.web.limits import Limits
from sources.web.network import Network
from sources.web.unpacking import first, joined, unpack
from tests.sources.own_server import OwnServer, page

TEXT = b"The harbour council met again. " * 400


def raw_deflate(content):
    machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return machine.compress(content) + machine.flush()


PACKED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]),
    "GZIP ": gzip.compress(TEXT) + bytes(40),
    "deflate": zlib.compress(TEXT),
    "Deflate": raw_deflate(TEXT) + b"rest",
    "identity": TEXT,
    "": TEXT,
}


@pytest.mark.parametrize("size", [1, 7, 100_000])
@pytest.mark.parametrize("packing", PACKED)
def test_what_was_packed_is_unpacked_however_it_is_cut(packing, size):
    content = PACKED[packing]
    chunks = [content[start : start + size] for start in range(0, len(content), size)]
    assert b"".join(unpack(chunks, packing=packing)) == TEXT


@given(st.binary(max_size=3_000), st.integers(1, 500), st.sampled_from([gzip.compress, zlib.compress, raw_deflate]))
def test_any_bytes_come_back(content, size, pack):
    packed = pack(content)
    packing = "gzip" if pack is gzip.compress else "deflate"
    chunks = [packed[start : start + size] for start in range(0, len(packed), size)]
    assert b"".join(unpack(chunks, packing=packing)) == content


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate"]))
def test_any_nonsense_is_unpacked_or_refused(content, packing):
    told = "nothing"
    try:
        assert len(b"".join(unpack([content], packing=packing))) <= 1_100 * len(content)
    except Unreachable as error:
        told = str(error)
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "compress", "\x00"])
def test_a_packing_that_was_not_asked_for_is_refused(packing):
    with pytest.raises(Unreachable, match="which was not asked for"):
        list(unpack([b"x"], packing=packing))


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_an_answer_that_ends_in_the_middle_is_refused(packing):
    with pytest.raises(Unreachable, match="breaks off in the middle of its packed answer"):
        list(unpack([PACKED[packing][:-20]], packing=packing))
    with pytest.raises(Unreachable, match="are not packed as it says"):
        list(unpack([b"x\xff" + PACKED[packing]], packing=packing))
    assert list(unpack([], packing=packing)) == []


def test_pieces_stop_at_a_limit():
    asked = []

    def pieces():
        for number in range(100):
            asked.append(number)
            yield b"x" * 10

    assert first(pieces(), most=25) == b"x" * 25
    assert len(asked) == 3
    assert joined([b"ab", b"c"], limit=3) == b"abc"
    with pytest.raises(TooLarge):
        joined(pieces(), limit=25)
    assert len(asked) == 6


@pytest.mark.parametrize(("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_bomb_is_refused_before_it_unfolds(packing, pack):
    bomb = pack(bytes(100_000_000), 1)
    assert len(bomb) < 500_000
    with (
        OwnServer({"/": page(bomb, content_encoding=packing)}) as site,
        Network(allow_private=True, limits=Limits(pause=0)) as network,
    ):
        tracemalloc.start()
        try:
            with pytest.raises(TooLarge, match=r"has more than 10\.0 MB when unpacked, over the limit for one page"):
                network(site.url())
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 25_000_000


def test_many_small_members_are_counted_together():
    with pytest.raises(TooLarge):
        joined(unpack([gzip.compress(bytes(50_000)) * 40], packing="gzip"), limit=1_000_000)


def test_a_packed_page_is_fetched():
    with (
        OwnServer({"/": page(gzip.compress(TEXT), content_encoding="gzip")}) as site,
        Network(allow_private=True, limits=Limits(pause=0)) as network,
    ):
        assert network(site.url()).content == TEXT
        assert site.asked[-1][1]["Accept-Encoding"] == "gzip, deflate"
