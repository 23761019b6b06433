import os
import sys
from pathlib import Path

import pytest

from sources.adding.inputs import Address, Input, inputs_of
from sources.errors import NoArticle, Unreadable
from sources.page import Refused


def found(*inputs: str | Path, stdin: bytes | None = None) -> list[Input | Refused]:
    return list(inputs_of([str(each) for each in inputs], stdin=stdin))


def one_refused(*inputs: str | Path) -> Refused:
    (each,) = found(*inputs)
    assert isinstance(each, Refused)
    assert "\n" not in str(each.error)
    return each


def names(folder: Path) -> list[str]:
    return [Path(each.origin).relative_to(folder).as_posix() for each in found(folder)]


def test_a_file_is_read_from_its_beginning(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    (each,) = found(path)
    assert (each.origin, each.size, each.read(3), each.read(99)) == (str(path), 5, b"wor", b"words")


def test_standard_input():
    (each,) = found("-", stdin=b"words")
    assert (each.origin, each.size, each.read(2)) == ("standard input", 5, b"wo")
    assert "was not given" in str(one_refused("-").error)


def test_a_folder_is_walked_in_order_of_names(tmp_path):
    for name in ("b.txt", "a.txt", "sub/z.txt", "sub/deep/y.html", ".hidden.txt", ".git/config", "Z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    assert names(tmp_path) == ["Z.txt", "a.txt", "b.txt", "sub/deep/y.html", "sub/z.txt"]


def test_the_order_of_the_inputs_is_kept(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text("words")
    origins = [each.origin for each in found(tmp_path / "c", tmp_path / "no", tmp_path / "a")]
    assert origins == [str(tmp_path / name) for name in ("c", "no", "a")]


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path):
    for name in ("Port shuts.html", "Port shuts_files/style.css", "Port shuts_files/ad.html", "other_files/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    assert names(tmp_path) == ["Port shuts.html", "other_files/a.txt"]


def test_programs_in_folders_are_refused_but_may_be_named(tmp_path):
    (tmp_path / "x.css").write_text("a {}")
    assert isinstance(one_refused(tmp_path).error, NoArticle)
    assert isinstance(found(tmp_path / "x.css")[0], Input)


def test_an_empty_folder_says_so(tmp_path):
    assert isinstance(one_refused(tmp_path).error, NoArticle)
    (tmp_path / ".hidden").touch()
    assert "without files" in str(one_refused(tmp_path).error)


@pytest.mark.parametrize("address", ["https://a.example/1", "HTTP://a.example"])
def test_an_address_is_told_apart_from_a_file(address):
    assert found(address) == [Address(url=address)]


def test_addresses_of_other_kinds_are_told(tmp_path):
    assert "kind ftp; only http and https are read" in str(one_refused("ftp://a.example/1").error)
    for text in ("www.harbourpost.example", "harbourpost.example/news/1", "harbourpost.com"):
        assert str(one_refused(text).error).endswith(f"or write https://{text} if it is an address")
    assert str(one_refused("pages/a.txt").error) == "is not there; check the name"
    refused = one_refused((tmp_path / "a b.txt").as_uri())
    assert str(refused.error).endswith(f"name the file by its path: {tmp_path / 'a b.txt'}")
    assert refused.error.slug == "not-allowed"


def test_names_of_nothing(tmp_path):
    assert "is not there" in str(one_refused(tmp_path / "absent.txt").error)
    assert "is an empty name" in str(one_refused("").error)
    assert "no possible file name" in str(one_refused("a\x00b").error)
    assert "cannot be read" in str(one_refused("x" * 5000).error)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of this kind are not on Windows")
def test_links_pipes_and_devices(tmp_path):
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert "broken link" in str(one_refused(tmp_path / "broken").error)
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in str(one_refused(tmp_path / "pipe").error)
    assert "a device or a pipe" in str(one_refused("/dev/null").error)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("words")
    (tmp_path / "folder" / "round").symlink_to(tmp_path / "folder", target_is_directory=True)
    (tmp_path / "folder" / "link.txt").symlink_to("a.txt")
    assert names(tmp_path / "folder") == ["a.txt", "link.txt"]
    (tmp_path / "self").symlink_to("self")
    assert isinstance(one_refused(tmp_path / "self").error, Unreadable)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no UTF-8")
def test_a_name_that_is_no_text_is_shown_on_one_line(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\nb.txt")).write_text("words")
    (each,) = found(tmp_path)
    assert each.origin.endswith("a\ufffd\ufffdb.txt")
    assert each.read(9) == b"words"


def test_a_refused_permission_is_said_and_the_rest_is_walked(tmp_path, monkeypatch):
    for name in ("a.txt", "b/c.txt", "d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    plain = Path.iterdir

    def walls(self):
        if self.name == "b":
            raise PermissionError(13, "Permission denied")
        return plain(self)

    monkeypatch.setattr(Path, "iterdir", walls)
    first, second, third = found(tmp_path)
    assert isinstance(first, Input)
    assert isinstance(third, Input)
    assert "permission is refused" in str(second.error)
    assert second.origin == str(tmp_path / "b")
