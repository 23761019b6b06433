"""A last run that another code made, or that cannot be read, is no error: all is done again."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import analysis.last_run
import analysis.run
from analysis.last_run import last_run
from analysis.results import Results
from analysis.run import analyse
from analysis.searching.full_text import file_of
from analysis.store import POINTER, current_run, results_folder
from sources.article import Article, article_id
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, BRIDGE_OPINION, ORCHID_SCIENCE
from tests.analysis.runs import check_same, copied, taken_over

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


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
    return copied(few_begun, tmp_path / "l.sqlite")


def test_other_code_scores_again_and_keeps_the_ids(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Results.open(few).table("members")
    monkeypatch.setattr(analysis.last_run, "own_code", lambda: "changed")
    found = last_run(few)
    assert (found.file, found.seen, found.given) == (None, {}, {})
    assert found.members is not None
    pd.testing.assert_frame_equal(found.members, before)


def _without_the_pointer(folder: Path) -> None:
    (folder / POINTER).unlink()


def _pointer_of_other_bytes(folder: Path) -> None:
    (folder / POINTER).write_bytes(b"\xff\xfe\x00")


def _no_database(folder: Path) -> None:
    for file in folder.glob("run-*.duckdb"):
        file.write_bytes(b"nothing" * 5000)


def _cut_short(folder: Path) -> None:
    for file in folder.glob("run-*.duckdb"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _damaged_inside(folder: Path) -> None:
    """Change a byte in each block behind the head of the file: tables are found, and their rows cannot be read."""
    for file in folder.glob("run-*.duckdb"):
        content = bytearray(file.read_bytes())
        for place in range(3 * 4096 + 2000, len(content), 1 << 15):
            content[place] ^= 255
        file.write_bytes(content)


def _without_a_table(folder: Path) -> None:
    for file in folder.glob("run-*.duckdb"):
        with duckdb.connect(str(file)) as connection:
            connection.execute("DROP TABLE sentences")


def _info_is_no_json(folder: Path) -> None:
    for file in folder.glob("run-*.duckdb"):
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
    assert taken_over(few)["stories"] == 0
    check_same(few, other)


def test_a_run_is_taken_over_while_somebody_reads_it(few: Path) -> None:
    reading = Results.open(few)
    with Library(few) as opened:
        opened.add(Article(id=article_id(None, BRIDGE_OPINION), text=BRIDGE_OPINION, language="en", source="x"))
    analyse(few, now=LATER)
    assert taken_over(few)["articles"] > 0
    assert len(reading.table("scores"))
    reading.close()


def test_what_was_not_finished_goes(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis.run, "_of_outlets", lambda *_: 1 / 0)
    good = current_run(few)
    with pytest.raises(ZeroDivisionError):
        analyse(few, now=LATER)
    assert current_run(few) == good
    assert {file.name for file in results_folder(few).iterdir()} == {good.name, file_of(good).name, POINTER}
