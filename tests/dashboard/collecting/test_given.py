"""What comes from a browser is bounded, and no name in it is a path."""

import io
from pathlib import Path

import pytest

from dashboard.collecting import given
from dashboard.collecting.given import NothingGiven, Upload, addresses_in, called, done_with, inputs_in, put_down
from sources.adding.inputs import Input
from sources.errors import NotAllowed, TooLarge


def _put(folder: Path, **more: object) -> dict[str, object]:
    given = {"text": "", "uploads": [], "addresses": (), "pasted_as": "text pasted today", **more}
    return put_down(folder, **given)  # type: ignore[arg-type]


def test_text_files_and_addresses_come_back_as_inputs(tmp_path: Path) -> None:
    uploads = [
        Upload(name="../../etc/pass wd.html", stream=io.BytesIO(b"<p>a")),
        Upload(name="", stream=io.BytesIO(b"b")),
    ]
    task = _put(tmp_path, text="Some words", uploads=uploads, addresses=("https://a.example/",))
    pasted, page, nameless, address = inputs_in(tmp_path, task)
    assert isinstance(pasted, Input)
    assert isinstance(page, Input)
    assert isinstance(nameless, Input)
    assert (pasted.origin, pasted.read(99)) == ("text pasted today", b"Some words")
    assert (page.origin, page.read(99)) == ("pass wd.html", b"<p>a")
    assert page.path is not None
    assert page.path.parent.parent == tmp_path
    assert nameless.origin == "file 2"
    assert address == "https://a.example/"
    done_with(tmp_path, task)
    assert list(tmp_path.iterdir()) == []


def test_a_task_leads_nowhere_else(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.mkdir()
    done_with(tmp_path / "work", {"place": "../precious"})
    assert outside.is_dir()
    (tmp_path / "secret.txt").write_text("x")
    with pytest.raises(FileNotFoundError):
        inputs_in(tmp_path / "work", {"place": "..", "pieces": [["../secret.txt", "a"]]})
    assert inputs_in(tmp_path, None) == []


def test_nothing_is_said_and_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NothingGiven):
        _put(tmp_path, text="  \n")
    with pytest.raises(TooLarge, match="2 MB"):
        _put(tmp_path, text="ä" * 1_000_001)
    monkeypatch.setattr(given, "MOST_FILES", 10)
    with pytest.raises(TooLarge, match="together"):
        _put(tmp_path, uploads=[Upload(name="a", stream=io.BytesIO(b"x" * 6)) for _ in range(2)])
    monkeypatch.setattr(given, "MOST_PIECES", 1)
    with pytest.raises(TooLarge, match="in parts"):
        _put(tmp_path, uploads=[Upload(name="a", stream=io.BytesIO(b"x")) for _ in range(2)])
    assert list(tmp_path.iterdir()) == []


def test_addresses_one_a_line() -> None:
    typed = "https://a.example/x\n b.example/y  https://a.example/x\nHTTP://c.example localhost:8000/z"
    assert addresses_in(typed.replace(" localhost:8000/z", "")) == (
        "https://a.example/x",
        "https://b.example/y",
        "HTTP://c.example",
    )
    assert addresses_in("") == ()


@pytest.mark.parametrize(
    "wrong", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/", "hello", "data:text/html,x"]
)
def test_what_is_no_web_address_is_said(wrong: str) -> None:
    with pytest.raises(NotAllowed):
        addresses_in(wrong)


def test_there_is_a_most_of_addresses() -> None:
    with pytest.raises(TooLarge):
        addresses_in("\n".join(f"https://a.example/{number}" for number in range(201)))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a/b\\c.txt", "c.txt"),
        ("x\x00y\n.html", "xy .html"),
        ("..", ".."),
        ("", ""),
        ("a" * 300 + ".pdf", "a" * 146 + ".pdf"),
    ],
    ids=["folders", "control", "dots", "none", "long"],
)
def test_names_are_only_shown(name: str, shown: str) -> None:
    assert called(name) == shown
