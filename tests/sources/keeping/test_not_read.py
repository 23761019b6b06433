from pathlib import Path

from sources.collect import collect
from sources.keeping.not_read import NotRead, not_read, note_not_read, strike_off
from sources.library import Library
from sources.outlets import load_outlets

GONE = NotRead(origin="a.txt", message="is empty; add a page with text", slug="empty-input", at="2026-03-01T10:00:00")


def test_no_library_is_made_for_a_note(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        note_not_read(library, [GONE], read=())
        assert not_read(library) == ()
    assert not (tmp_path / "library.sqlite").exists()


def test_what_was_refused_is_noted_until_it_was_read(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Pool to close\n\nThe council of Oldmere voted on Tuesday to close the swimming pool.\n")
    bad.touch()
    with Library(tmp_path / "library.sqlite") as library:
        list(collect([str(good), str(bad)], library, outlets=load_outlets()))
        (noted,) = not_read(library)
        assert (noted.origin, noted.slug) == (str(bad), "empty-input")
        bad.write_text("Mill lost\n\nThe mill of Elm burned down on Tuesday, and nobody in the village was hurt.\n")
        list(collect([str(bad)], library, outlets=load_outlets()))
        assert not_read(library) == ()


def test_a_note_is_struck_off(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        library.note_swept(0)
        note_not_read(library, [GONE], read=())
        assert not_read(library) == (GONE,)
        strike_off(library, ["b.txt"])
        assert not_read(library) == (GONE,)
        strike_off(library, ["a.txt"])
        assert not_read(library) == ()
