"""A run that takes over from the last one equals a run that does everything again, and does only what is new."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import analysis.last_run
import analysis.run
from analysis.last_run import last_run
from analysis.mending import merge_events, move_articles, rename_event
from analysis.own_code import digest_of
from analysis.results import Results
from analysis.run import analyse
from analysis.store import POINTER, current_run, results_folder
from sources.article import Article, article_id
from sources.keeping.event_changes import changes_of_events, undo_change
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, BRIDGE_OPINION, ORCHID_SCIENCE

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)

Steps = list[tuple[str, int, int]]


def _articles(library: Path) -> list[Article]:
    with Library(library) as opened:
        return list(opened.articles())


@pytest.fixture(scope="module")
def begun(demo_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that holds all but two articles of the demo pack, analysed. Nobody changes it."""
    library = tmp_path_factory.mktemp("begun") / "l.sqlite"
    with Library(library) as opened:
        opened.add_many(_articles(demo_library)[:-2])
    analyse(library, now=NOW)
    return library


@pytest.fixture(scope="module")
def few_begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of a few articles, analysed. Nobody changes it."""
    library = tmp_path_factory.mktemp("few") / "l.sqlite"
    with Library(library) as opened:
        for outlet, text in (("Kell Observer", BRIDGE_AGENCY), ("Daily Loud", BRIDGE_LOCAL), ("Fern", ORCHID_SCIENCE)):
            id_ = article_id(outlet, text)
            opened.add(Article(id=id_, title=outlet, text=text, outlet=outlet, language="en", source="x"))
    analyse(library, now=NOW)
    return library


@pytest.fixture
def few(few_begun: Path, tmp_path: Path) -> Path:
    return _copied(few_begun, tmp_path / "l.sqlite")


@pytest.fixture
def library(begun: Path, tmp_path: Path) -> Path:
    return _copied(begun, tmp_path / "l.sqlite")


def _copied(library: Path, target: Path) -> Path:
    target.parent.mkdir(exist_ok=True)
    shutil.copy(library, target)
    shutil.copytree(results_folder(library), results_folder(target))
    return target


def _nothing(library: Path, demo: Path) -> None: ...


def _add(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        opened.add_many(_articles(demo)[-2:])


def _add_another_language(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        opened.add(Article(id="00000000000000de", text="Der Rat von Kell tagt.", language="de", source="x"))


def _remove(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        opened.remove(_articles(demo)[1].id)


def _correct_outlet(library: Path, demo: Path) -> None:
    one = _articles(demo)[0]
    with Library(library) as opened:
        opened.replace(one.id, replace(one, outlet="The Other Gazette"), what="outlet")


def _correct_date(library: Path, demo: Path) -> None:
    one = _articles(demo)[2]
    with Library(library) as opened:
        opened.replace(one.id, replace(one, published=NOW - timedelta(days=90)), what="date")


def _correct_headings(library: Path, demo: Path) -> None:
    one = _articles(demo)[3]
    end = one.text.index("\n\n")
    with Library(library) as opened:
        opened.replace(one.id, replace(one, headings=((0, end),)), what="headings")


def _correct_language(library: Path, demo: Path) -> None:
    one = _articles(demo)[4]
    with Library(library) as opened:
        opened.replace(one.id, replace(one, language="de"), what="language")


def _mend_an_event(library: Path, demo: Path) -> None:
    results = Results.open(library)
    events = results.table("events")["event"].tolist()
    merge_events(results, events[:2])
    rename_event(results, events[-1], title="What happened")
    results.close()


def _move_an_article(library: Path, demo: Path) -> None:
    results = Results.open(library)
    members = results.table("members")
    first = members.iloc[0]
    move_articles(results, [first["article"]], to=members.loc[members["event"] != first["event"], "event"].iloc[0])
    results.close()


def _undo_the_first(library: Path, demo: Path) -> None:
    with Library(library) as opened:
        undo_change(opened, changes_of_events(opened)[0].number)


Change = Callable[[Path, Path], None]
ROUNDS: tuple[tuple[Change, ...], ...] = (
    (_add, _remove, _correct_outlet),
    (_mend_an_event, _add_another_language, _correct_headings),
    (_move_an_article, _correct_date, _undo_the_first),
    (_correct_language,),
)


def test_it_equals_a_run_that_does_all_again(library: Path, demo_library: Path, tmp_path: Path) -> None:
    for number, changes in enumerate(ROUNDS):
        for change in changes:
            change(library, demo_library)
        other = _copied(library, tmp_path / str(number) / "l.sqlite")
        analyse(library, now=LATER + timedelta(hours=number), jobs=1 + number % 2)
        analyse(other, now=LATER + timedelta(hours=number), anew=True)
        assert _taken(library)["articles"] > 0
        assert _taken(other) == {"articles": 0, "stories": 0}
        _same(library, other)


def test_only_what_is_new_is_scored_and_only_stories_that_changed_are_compared(
    library: Path, demo_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored: list[str] = []
    compared: list[set[str]] = []
    score, compare = analysis.run.read_and_score, analysis.run._compare
    monkeypatch.setattr(
        analysis.run, "read_and_score", lambda some: (scored.extend(one.id for one in some), score(some))[1]
    )
    monkeypatch.setattr(
        analysis.run, "_compare", lambda task: (compared.append({one.id for one in task[0]}), compare(task))[1]
    )
    new = [one.id for one in _articles(demo_library)[-2:]]
    told: Steps = []
    _add(library, demo_library)
    analyse(library, now=LATER, progress=lambda *step: told.append(step))
    assert scored == new
    assert compared
    assert all(not each.isdisjoint(new) for each in compared)
    names = {name for name, _, _ in told}
    assert f"scoring 2 new articles; {len(_articles(library)) - 2} taken over" in names
    stories = _taken(library)["stories"]
    assert stories > 0
    assert (
        f"comparing {len(compared)} new {'story' if len(compared) == 1 else 'stories'}; {stories} taken over" in names
    )
    scored.clear()
    compared.clear()
    analyse(library, now=LATER + timedelta(hours=1))
    assert (scored, compared) == ([], [])


def test_other_code_scores_again_and_keeps_the_ids(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Results.open(few).table("members")
    monkeypatch.setattr(analysis.last_run, "own_code", lambda: "changed")
    found = last_run(few)
    assert (found.file, found.seen, found.given) == (None, {}, {})
    assert found.members is not None
    pd.testing.assert_frame_equal(found.members, before)


def test_a_changed_line_of_code_or_word_list_tells(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "run.py").write_text("a = 1\n")
    (tmp_path / "lexicons" / "words.tsv").write_text("good\n")
    digests = [digest_of(tmp_path)]
    for file, text in (("run.py", "a = 2\n"), ("lexicons/words.tsv", "bad\n"), ("new.py", "")):
        (tmp_path / file).write_text(text)
        digests.append(digest_of(tmp_path))
    assert len(set(digests)) == 4
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "run.py").write_text("")
    assert digest_of(tmp_path) == digests[-1]


def _without_the_pointer(folder: Path) -> None:
    (folder / POINTER).unlink()


def _pointer_of_other_bytes(folder: Path) -> None:
    (folder / POINTER).write_bytes(b"\xff\xfe\x00")


def _no_database(folder: Path) -> None:
    for file in folder.glob("run-*"):
        file.write_bytes(b"nothing" * 5000)


def _cut_short(folder: Path) -> None:
    for file in folder.glob("run-*"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _damaged_inside(folder: Path) -> None:
    """Change a byte in each block behind the head of the file: tables are found, and their rows cannot be read."""
    for file in folder.glob("run-*"):
        content = bytearray(file.read_bytes())
        for place in range(3 * 4096 + 2000, len(content), 1 << 15):
            content[place] ^= 255
        file.write_bytes(content)


def _without_a_table(folder: Path) -> None:
    for file in folder.glob("run-*"):
        with duckdb.connect(str(file)) as connection:
            connection.execute("DROP TABLE sentences")


def _info_is_no_json(folder: Path) -> None:
    for file in folder.glob("run-*"):
        with duckdb.connect(str(file)) as connection:
            connection.execute("UPDATE info SET info = '{'")


@pytest.mark.parametrize(
    "damage",
    [
        _without_the_pointer, _pointer_of_other_bytes, _no_database, _cut_short, _damaged_inside, _without_a_table,
        _info_is_no_json,
    ],
    ids=lambda damage: damage.__name__.strip("_"),
)  # fmt: skip
def test_a_last_run_that_cannot_be_read_is_made_anew(damage: Callable[[Path], None], few: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "l.sqlite"
    other.parent.mkdir()
    shutil.copy(few, other)
    damage(results_folder(few))
    analyse(few, now=LATER)
    analyse(other, now=LATER)
    assert _taken(few)["stories"] == 0
    _same(few, other)


def test_a_run_is_taken_over_while_somebody_reads_it(few: Path) -> None:
    reading = Results.open(few)
    with Library(few) as opened:
        opened.add(Article(id=article_id(None, BRIDGE_OPINION), text=BRIDGE_OPINION, language="en", source="x"))
    analyse(few, now=LATER)
    assert _taken(few)["articles"] > 0
    assert len(reading.table("scores"))
    reading.close()


def test_what_was_not_finished_goes(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis.run, "_of_outlets", lambda *_: 1 / 0)
    good = current_run(few)
    with pytest.raises(ZeroDivisionError):
        analyse(few, now=LATER)
    assert current_run(few) == good
    assert {file.name for file in results_folder(few).iterdir()} == {good.name, POINTER}


def _taken(library: Path) -> dict[str, int]:
    results = Results.open(library)
    found = results.info["taken_over"]
    results.close()
    assert isinstance(found, dict)
    return found


def _same(one: Path, other: Path) -> None:
    """Fail unless all tables of two runs are equal, in the same order."""
    tables = []
    for library in (one, other):
        with duckdb.connect(str(current_run(library)), read_only=True) as connection:
            names = sorted(name for (name,) in connection.execute("SHOW TABLES").fetchall() if name != "info")
            tables.append({
                name: (
                    connection.execute(f'DESCRIBE "{name}"').fetchall(),
                    connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall(),
                )
                for name in names
            })  # fmt: skip
    assert tables[0].keys() == tables[1].keys()
    for name, found in tables[0].items():
        assert repr(found) == repr(tables[1][name]), name
