import os

from sources.adding.inputs import held, inputs_of
from sources.keeping.marks import key_of, options_of, stamp_of
from sources.outlets import Outlets, load_outlets


def one(path):
    (each,) = inputs_of([str(path)], stdin=None)
    return each


def test_the_key_is_of_the_content_wherever_it_lies(tmp_path):
    for name, content in (("a.txt", "words"), ("b.txt", "words"), ("c.txt", "other"), ("d.csv", "words")):
        (tmp_path / name).write_text(content)
    keys = {path.name: key_of(one(path), options="x") for path in tmp_path.iterdir()}
    assert keys["a.txt"] == keys["b.txt"]
    assert len(set(keys.values())) == 3  # the ending may choose the reader
    assert all(len(key) == 64 for key in keys.values())
    assert key_of(held(b"words", origin="x.txt"), options="x") == keys["a.txt"]
    assert key_of(one(tmp_path / "a.txt"), options="y") != keys["a.txt"]


def test_the_options_are_all_that_decides():
    outlets = load_outlets()
    plain = options_of(outlets=outlets, columns={}, follow=False)
    assert plain == options_of(outlets=load_outlets(), columns={}, follow=False)
    assert options_of(outlets=outlets, columns={"text": "A", "url": "B"}, follow=False) == options_of(
        outlets=outlets, columns={"url": "B", "text": "A"}, follow=False
    )
    others = {
        options_of(outlets=outlets, columns={"text": "A"}, follow=False),
        options_of(outlets=outlets, columns={}, follow=True),
        options_of(outlets=Outlets({}), columns={}, follow=False),
    }
    assert len(others | {plain}) == 4


def test_a_stamp_tells_that_a_file_changed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("words")
    each = one(path)
    before = stamp_of(each)
    assert before == stamp_of(each)
    os.utime(path, ns=(1, 1))
    assert stamp_of(each) != before
    path.unlink()
    assert stamp_of(each) == (-1, -1)
    assert stamp_of(held(b"words", origin="x")) is None
