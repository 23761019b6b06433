"""What a person without permission sees. A process that runs as root first gives that up: root may read everything."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.article import Article, article_id
from sources.library import Library

pytestmark = pytest.mark.skipif(not hasattr(os, "setuid"), reason="users and permissions of this kind are Unix's")

NOBODY = """
import os, sys, tempfile
from sources.collect import collect
from sources.errors import LibraryError
from sources.library import Library
from sources.outlets import load_outlets
outlets = load_outlets()
with tempfile.TemporaryDirectory() as folder, Library(folder + "/library.sqlite") as library:  # imports all there is
    list(collect(["-"], library, outlets=outlets, stdin=b"Port shuts. " * 40))
if os.geteuid() == 0:
    os.setuid(65534)
"""


def as_nobody(code: str, *arguments: Path) -> list[str]:
    command = [sys.executable, "-c", NOBODY + code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter and write to, as may the one it is in."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def test_a_closed_file_and_a_closed_folder_are_one_line_each(open_folder):
    pages = open_folder / "pages"
    pages.mkdir()
    for name in ("a.txt", "b.txt", "c/d.txt", "e.txt"):
        path = pages / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Port shuts {name}\n\n" + f"The council of {name} voted on Tuesday to close the port. " * 6)
        path.chmod(0o644)
    (pages / "b.txt").chmod(0)
    (pages / "c").chmod(0)
    code = (
        "with Library(sys.argv[2]) as library:\n"
        "    for each in collect([sys.argv[1]], library, outlets=outlets):\n"
        "        print(each.status, each.slug, each.origin, each.message)\n"
    )
    try:
        said = as_nobody(code, pages, open_folder / "new" / "library.sqlite")
    finally:
        (pages / "c").chmod(0o755)
    assert [line.split()[:2] for line in said] == [
        ["added", "None"],
        ["refused", "unreadable"],
        ["refused", "unreadable"],
        ["added", "None"],
    ]
    assert "b.txt" in said[1]
    assert f"{pages / 'c'} may not be read: permission is refused" in said[2]


@pytest.fixture
def kept(open_folder) -> Path:
    path = open_folder / "closed" / "library.sqlite"
    with Library(path) as library:
        library.add(Article(id=article_id(None, "Words."), text="Words."))
    return path


TRY = (
    "try:\n"
    "    with Library(sys.argv[1]) as library:\n"
    "        print(library.count(), [each.text for each in library.articles()])\n"
    "        from sources.article import Article\n"
    "        library.add(Article(id='f' * 16, text='More.'))\n"
    "except LibraryError as error:\n"
    "    print(error)\n"
)


def test_a_library_that_may_not_be_read(kept):
    kept.chmod(0)
    (said,) = as_nobody(TRY, kept)
    assert said == f"{kept}: cannot be read (Permission denied); choose another with --library"


def test_a_library_in_a_folder_that_may_not_be_entered(kept):
    kept.parent.chmod(0)
    try:
        (said,) = as_nobody(TRY, kept)
    finally:
        kept.parent.chmod(0o755)
    assert f"{kept}: Permission denied" in said


def test_a_library_that_may_only_be_read_is_read_and_says_why_it_is_not_written(kept):
    kept.chmod(0o444)
    kept.parent.chmod(0o555)
    try:
        read, refused = as_nobody(TRY, kept)
    finally:
        kept.parent.chmod(0o755)
    assert read == "1 ['Words.']"
    assert refused.startswith(f"{kept}: ")
    assert "may be read and written" in refused


def test_a_library_where_nothing_may_be_made(kept):
    kept.parent.chmod(0o555)
    try:
        said = as_nobody(TRY, kept.parent / "sub" / "library.sqlite")
    finally:
        kept.parent.chmod(0o755)
    assert said[0] == "0 []"
    assert "Permission denied; choose another place with --library" in said[1]
