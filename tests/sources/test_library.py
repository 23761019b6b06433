import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.article import Article, Removed, article_id
from sources.errors import LibraryError, UnknownName
from sources.keeping.schema import SCHEMA
from sources.library import Library, default_path


def article(text: str, *, title: str | None = None) -> Article:
    return Article(id=article_id(title, text), text=text, title=title)


FULL = Article(
    id=article_id("Port shuts", "One.\n\nTwo."),
    text="One.\n\nTwo.",
    title="Port shuts",
    outlet="Harbour Post",
    url="https://harbourpost.example/1",
    published=datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    byline="A. Writer, B. Writer",
    section="World",
    language="en",
    source="plain text: a.txt",
    summary=("First point", "Second point"),
    headings=((6, 10),),
    removed=(Removed(text="Share this", rule="share buttons"),),
    found=(("title", "line 1"), ("outlet", "line 'Source: Harbour Post'")),
)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "some" / "folder" / "library.sqlite"


def test_every_field_comes_back(path):
    with Library(path) as library:
        assert library.add(FULL) is True
    with Library(path) as library:
        (found,) = library.articles()
    assert found == FULL
    assert found.published.utcoffset() == timedelta(hours=5, minutes=30)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
maybe = st.none() | words
moments = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-3, minutes=-30))]))
anything = st.builds(
    Article,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    text=words,
    title=maybe,
    outlet=maybe,
    url=maybe,
    published=st.none() | moments,
    byline=maybe,
    section=maybe,
    language=st.none() | st.sampled_from(["en", "de"]),
    source=words,
    summary=st.lists(words, max_size=3).map(tuple),
    headings=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3).map(tuple),
    removed=st.lists(st.builds(Removed, text=words, rule=words), max_size=3).map(tuple),
    found=st.lists(st.tuples(words, words), max_size=3).map(tuple),
)


@settings(deadline=None, max_examples=20)
@given(st.lists(anything, max_size=8))
def test_any_articles_come_back_exactly_and_in_order(tmp_path_factory, articles):
    with Library(tmp_path_factory.mktemp("library") / "library.sqlite") as library:
        added = library.add_many(articles)
        kept = list({each.id: each for each in reversed(articles)}.values())[::-1]
        assert added == len(kept)
        assert sorted(library.articles(), key=lambda a: a.id) == sorted(kept, key=lambda a: a.id)
        assert list(library.ids()) == list(dict.fromkeys(each.id for each in articles))


def test_adding_twice_adds_nothing_and_changes_nothing(path):
    with Library(path) as library:
        assert library.add(FULL)
        other = Article(id=FULL.id, text="something else")
        assert library.add(other) is False
        assert library.add_many([FULL, other, article("new"), article("new")]) == 1
        assert library.get(FULL.id) == FULL
        assert library.count() == 2


def test_a_library_that_is_not_there_is_empty_and_is_not_made_by_looking(path):
    with Library(path) as library:
        assert (library.count(), library.ids(), list(library.articles())) == (0, (), [])
        with pytest.raises(UnknownName, match="the library is empty"):
            library.get("ab")
        assert library.add_many([]) == 0
    assert not path.parent.exists()


def test_only_one_file_is_left_behind(path):
    with Library(path) as library:
        library.add(FULL)
    assert [each.name for each in path.parent.iterdir()] == ["library.sqlite"]


def test_many_articles_keep_their_order_over_chunks(path):
    many = [article(f"text {number}") for number in range(1203)]
    with Library(path) as library:
        assert library.add_many(iter(many)) == 1203
        assert list(library.articles()) == many
        asked = [many[1100].id, many[3].id, many[700].id]
        assert list(library.articles(asked)) == [many[3], many[700], many[1100]]
        with pytest.raises(UnknownName, match=r"'ffff'.*1 of 2"):
            list(library.articles([many[0].id, "ffff"]))


def test_a_crash_in_a_chunk_keeps_the_chunks_before(path):
    def breaking():
        yield from (article(f"text {number}") for number in range(700))
        raise RuntimeError("the machine is off")

    with Library(path) as library:
        with pytest.raises(RuntimeError):
            library.add_many(breaking())
        assert library.count() == 500


def test_articles_can_be_added_while_they_are_read(path):
    with Library(path) as library:
        library.add_many(article(f"text {number}") for number in range(600))
        seen = 0
        for each in library.articles():
            library.add(article(each.text + " again"))
            seen += 1
        assert seen == 600
        assert library.count() == 1200


def test_an_id_may_be_shortened_while_it_is_unique(path):
    ids = ("aa00000000000000", "aa11111111111111", "b_00000000000000")
    with Library(path) as library:
        library.add_many(Article(id=each, text=each, title=f"Title {each[:3]}") for each in ids)
        assert library.get("aa0").id == ids[0]
        assert library.get(ids[1]).id == ids[1]
        with pytest.raises(UnknownName, match=r"several .*aa00000000000000 \(Title aa0\), aa11111111111111"):
            library.get("aa")
        with pytest.raises(UnknownName, match=r"no article .*'aa2'.*near it: aa0.*aa1"):
            library.get("aa2")
        for wild in ("%", "b%", "__", ""):
            with pytest.raises(UnknownName):
                library.get(wild)
        assert library.get("b_").id == ids[2]


def test_processes_may_write_and_read_at_once(path):
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from sources.article import Article\n"
        "from sources.library import Library\n"
        "with Library(Path(sys.argv[1])) as library:\n"
        "    for number in range(40):\n"
        "        library.add_many(Article(id=f'{number * 5 + k:016x}', text='t') for k in range(5))\n"
        "        assert library.count() >= (number + 1) * 5\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    counts = []
    try:
        with Library(path) as library:
            while any(each.poll() is None for each in running):
                counts.append(library.count())
                assert len(list(library.articles())) >= counts[-1]
    finally:
        said = [each.communicate()[1] for each in running]
    assert (said, [each.returncode for each in running]) == ([""] * 3, [0] * 3)
    assert counts == sorted(counts)
    with Library(path) as library:
        assert library.count() == 200
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_an_sqlalchemy_url_works_as_well(tmp_path):
    with Library(f"sqlite:///{tmp_path}/by-url.sqlite") as library:
        library.add(FULL)
    with Library(tmp_path / "by-url.sqlite") as library:
        assert library.get(FULL.id) == FULL


def refused(target) -> str:
    with pytest.raises(LibraryError) as caught:
        Library(target)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_stranger_is_refused_and_left_alone(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("These are my notes, and they are dear to me.")
    assert "is not a Parallax library" in refused(text)
    assert text.read_text() == "These are my notes, and they are dear to me."
    assert "is a folder" in refused(tmp_path)
    other = tmp_path / "other.sqlite"
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.commit()
    raw.close()
    before = other.read_bytes()
    assert "not a Parallax library" in refused(other)
    assert other.read_bytes() == before
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 2000)
    assert "broken.sqlite" in refused(broken)
    if Path("/dev/null").exists():
        assert "is a device" in refused(Path("/dev/null"))


def test_a_newer_library_is_refused(path):
    with Library(path) as library:
        library.add(FULL)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE parallax SET value = ?", (str(SCHEMA + 1),))
    raw.commit()
    raw.close()
    assert f"newer Parallax (schema {SCHEMA + 1}, this one knows {SCHEMA}); upgrade" in refused(path)
    raw = sqlite3.connect(path)
    raw.execute("UPDATE parallax SET value = 'x'")
    raw.commit()
    raw.close()
    assert "'x'" in refused(path)


def test_an_empty_file_becomes_a_library(tmp_path):
    path = tmp_path / "empty.sqlite"
    path.touch()
    with Library(path) as library:
        assert library.count() == 0
        assert library.add(FULL)
        assert library.count() == 1


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="choose another place"):
        Library(tmp_path / "file" / "library.sqlite").add(FULL)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(LibraryError, match="Permission denied; choose another place"):
        Library(tmp_path / "new" / "library.sqlite").add(FULL)


def test_an_address_of_no_known_database_is_refused():
    assert "not installed" in refused("nosuchdatabase://somewhere/x")
    assert "no database address" in refused("://")


def test_a_password_is_never_shown():
    with pytest.raises(LibraryError) as caught:
        Library("nosuchdatabase://me:secret@somewhere/x")
    assert "secret" not in str(caught.value)


def test_the_default_place(monkeypatch, tmp_path):
    monkeypatch.setenv("PARALLAX_LIBRARY", str(tmp_path / "mine.sqlite"))
    assert default_path() == tmp_path / "mine.sqlite"
    monkeypatch.delenv("PARALLAX_LIBRARY")
    assert default_path().name == "library.sqlite"
    assert default_path().parent.name == "parallax"


def test_threads_may_share_a_library(path):
    from concurrent.futures import ThreadPoolExecutor

    with Library(path) as library, ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: library.add(article(f"text {number % 30}")), range(60)))
        read = list(threads.map(lambda _: [each.id for each in library.articles()], range(8)))
    assert len(read[0]) == 30
    assert all(each == read[0] for each in read)
