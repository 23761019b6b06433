"""How a library is opened: old ones are read as they are and brought up to date when something is written."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sources.article import Article, Removed
from sources.errors import LibraryError
from sources.keeping.marks import Mark
from sources.keeping.schema import SCHEMA
from sources.library import Library

OLD = """
CREATE TABLE parallax (name VARCHAR(40) NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name));
CREATE TABLE articles (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id VARCHAR(16) NOT NULL, text TEXT NOT NULL, title TEXT,
    outlet TEXT, url TEXT, published VARCHAR(40), byline TEXT, section TEXT, language VARCHAR(8), source TEXT NOT NULL,
    summary TEXT NOT NULL, headings TEXT NOT NULL, removed TEXT NOT NULL, found TEXT NOT NULL, UNIQUE (id)
);
INSERT INTO parallax VALUES ('schema', '1');
INSERT INTO articles VALUES (7, 'aaaaaaaaaaaaaaaa', 'Old words.', 'Old', NULL, 'https://a.example/1', NULL, NULL, NULL,
    'en', 'plain text: a.txt', '[]', '[[0, 3]]', '[["Share", "share buttons"]]', '[["title", "line 1"]]');
"""
KEPT = Article(
    id="a" * 16,
    text="Old words.",
    title="Old",
    url="https://a.example/1",
    language="en",
    source="plain text: a.txt",
    headings=((0, 3),),
    removed=(Removed(text="Share", rule="share buttons"),),
    found=(("title", "line 1"),),
)
NEW = Article(id="b" * 16, text="New words.")


@pytest.fixture
def old(tmp_path) -> Path:
    path = tmp_path / "library.sqlite"
    raw = sqlite3.connect(path)
    raw.executescript(OLD)
    raw.close()
    return path


def schema(path: Path) -> str:
    raw = sqlite3.connect(path)
    try:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return raw.execute("SELECT value FROM parallax WHERE name = 'schema'").fetchone()[0]
    finally:
        raw.close()


def test_an_old_library_is_read_as_it_is(old):
    with Library(old) as library:
        assert list(library.articles()) == [KEPT]
        assert (library.mark("x"), library.feed("x"), library.article_at("x")) == (None, None, None)
        assert library.article_at("https://a.example/1") == KEPT.id
        assert library.standing(KEPT.id) == KEPT.id
    assert schema(old) == "1"


def test_writing_brings_it_up_to_date_and_keeps_everything(old):
    with Library(old) as library:
        assert library.keep([KEPT, NEW], marks=[Mark(key="k", articles=1, first="f")]) == (False, True)
        assert list(library.articles()) == [KEPT, NEW]
        assert library.mark("k") == Mark(key="k", articles=1, first="f")
    assert schema(old) == str(SCHEMA)
    with Library(old) as library:
        library.remove(KEPT.id)
        library.undo(KEPT.id)
        assert list(library.articles()) == [KEPT, NEW]


def test_what_an_old_library_holds_counts_as_swept(old):
    with Library(old) as library:
        (kept,) = library.places()
        assert library.swept() == kept["number"]
        library.add(NEW)
        assert library.swept() == kept["number"]
        (new,) = library.places(after=library.swept())
        assert new["id"] == NEW.id
        library.note_swept(new["number"])
        assert library.places(after=library.swept()) == []


def test_a_change_is_a_writing_too(old):
    with Library(old) as library:
        library.remove(KEPT.id)
        assert library.count() == 0
    assert schema(old) == str(SCHEMA)


def test_an_upgrade_that_fails_leaves_the_old_library(old, monkeypatch):
    import sources.keeping.schema

    class Full(Exception):
        pass

    def failing(*_, **__):
        raise Full

    monkeypatch.setattr(sources.keeping.schema, "update", failing)
    with Library(old) as library, pytest.raises(Full):
        library.add(NEW)
    raw = sqlite3.connect(old)
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()
    assert tables == {"parallax", "articles", "sqlite_sequence"}
    assert schema(old) == "1"


def test_several_programs_may_bring_it_up_to_date_at_once(old):
    code = (
        "import sys\n"
        "from sources.article import Article\n"
        "from sources.library import Library\n"
        "with Library(sys.argv[1]) as library:\n"
        "    library.count()\n"
        "    print('open', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    library.add(Article(id=sys.argv[2] * 16, text='t'))\n"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(old), letter],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for letter in "cde"
    ]
    for each in running:
        assert each.stdout.readline() == "open\n"
    for each in running:
        each.stdin.write("\n")
        each.stdin.flush()
    assert [each.communicate()[1] for each in running] == ["", "", ""]
    with Library(old) as library:
        assert {each[0] for each in library.ids()} == set("acde")
    assert schema(old) == str(SCHEMA)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_an_old_library_that_may_only_be_read_is_read(old):
    old.chmod(0o444)
    old.parent.chmod(0o555)
    try:
        with Library(old) as library:
            assert list(library.articles()) == [KEPT]
            assert library.mark("x") is None
            with pytest.raises(LibraryError):
                library.add(NEW)
    finally:
        old.parent.chmod(0o755)


def test_an_old_library_that_is_opened_only_to_read_is_read(old, monkeypatch):
    import sources.keeping.opening

    monkeypatch.setattr(sources.keeping.opening, "may_be_written", lambda file: False)
    with Library(old) as library:
        assert list(library.articles()) == [KEPT]
        assert library.feed("x") is None
        with pytest.raises(LibraryError, match="may be read and written"):
            library.add(NEW)
    assert schema(old) == "1"


def test_a_full_disk_is_one_line_and_nothing_is_lost(tmp_path):
    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        library.add(NEW)
        engine = library.writable()
        from sqlalchemy import event

        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 30"))
        engine.dispose()
        large = [Article(id=f"{n:016x}", text="words " * 20_000) for n in range(10)]
        with pytest.raises(LibraryError, match=r"disk is full; see that .* the disk has room") as caught:
            library.keep(large, marks=[Mark(key="k", articles=10, first=None)])
        assert "\n" not in str(caught.value)
        assert list(library.articles()) == [NEW]
        assert library.mark("k") is None
    assert schema(path) == str(SCHEMA)


def test_a_locked_library_is_one_line(tmp_path, monkeypatch):
    import sources.keeping.schema

    path = tmp_path / "library.sqlite"
    with Library(path) as library:
        library.add(NEW)
    monkeypatch.setattr(sources.keeping.schema, "PATIENCE", 0.2)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Library(path) as library:
            assert library.count() == 1  # reading goes on
            with pytest.raises(LibraryError, match="another program is writing to it") as caught:
                library.add(KEPT)
    finally:
        other.rollback()
        other.close()
    assert "\n" not in str(caught.value)
    with Library(path) as library:
        assert library.add(KEPT)
