"""Adding under faults: killed, stopped, with files that change or lie. Nothing kept is lost, and it goes on."""

import gzip
import io
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from sources.adding.inputs import Input
from sources.collect import collect
from sources.library import Library
from sources.outlets import load_outlets

NUMBER = 300
TEXT = (
    "The harbour council voted on Tuesday to close the old ferry terminal, a decision that surprised many of the "
    "traders who work there.\n\nMayor Ann Lowe said that the closure would save money. “We have no choice,” she told "
    "reporters after the meeting on the pier.\n\n"
)


def story(number: int) -> str:
    return f"Council shuts terminal number {number}\n\n{TEXT}It was vote number {number} of the year.\n"


@pytest.fixture
def pages(tmp_path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(NUMBER):
        (folder / f"{number:03}.txt").write_text(story(number), encoding="utf-8")
    return folder


def adding(library: Path, *words: str | Path) -> subprocess.Popen[str]:
    code = "from dashboard.cli import main; main()"
    command = [sys.executable, "-c", code, "--library", str(library), "add", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def checked(library: Path) -> int:
    raw = sqlite3.connect(library)
    try:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        raw.close()
    with Library(library) as opened:
        return opened.count()


def test_killed_in_the_middle_it_goes_on_and_nothing_is_lost(pages, tmp_path):
    library = tmp_path / "library.sqlite"
    running = adding(library, pages)
    told = [running.stdout.readline() for _ in range(20)]
    running.kill()
    told += [line for line in running.stdout.read().splitlines() if line.endswith("(outlet unknown)")]
    running.communicate()
    assert all(line.startswith("added: ") for line in told)
    kept = checked(library)
    assert len(told) <= kept < NUMBER
    out, err = adding(library, pages).communicate()
    assert err == ""
    assert f"\n{NUMBER - kept} added, {kept} already there, 0 refused" in out
    assert checked(library) == NUMBER
    with Library(library) as opened:
        assert sorted(article.title for article in opened.articles()) == sorted(
            f"Council shuts terminal number {number}" for number in range(NUMBER)
        )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are not on Windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_says_how_to_go_on(pages, tmp_path, number):
    library = tmp_path / "library.sqlite"
    running = adding(library, pages)
    for _ in range(5):
        running.stdout.readline()
    running.send_signal(number)
    out, err = running.stdout.read(), running.stderr.read()
    running.communicate()
    assert running.returncode == 130
    kept = checked(library)
    assert 5 <= kept < NUMBER
    assert len([line for line in out.splitlines() if line.startswith("added")]) == kept - 5
    assert re.fullmatch(rf"stopped at input \d+ of {NUMBER}; run the same command again to go on\n", err)
    out, _ = adding(library, pages).communicate()
    assert f"{NUMBER - kept} added, {kept} already there, 0 refused" in out


def added(library: Library, *inputs: Path, **more):
    outcomes = list(collect([str(each) for each in inputs], library, outlets=load_outlets(), **more))
    for outcome in outcomes:
        assert "\n" not in outcome.line
    return outcomes


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


def test_several_processes_change_nothing(pages, tmp_path, library):
    for path in sorted(pages.iterdir())[60:]:
        path.unlink()
    (pages / "050.txt").write_bytes(b"")
    (pages / "051.txt").write_bytes(b"\x89PNG" + bytes(99))
    (pages / "052.txt").write_text(story(1), encoding="utf-8")
    (pages / "053.csv").write_text('title,text\nA,"' + TEXT.replace("\n", " ") + '"\nB,\n', encoding="utf-8")
    alone = added(library, pages)
    with Library(tmp_path / "other.sqlite") as other:
        together = added(other, pages, jobs=2)
        assert together == alone
        assert list(other.articles()) == list(library.articles())
        assert {outcome.status for outcome in together} == {"added", "duplicate", "refused"}
        again = added(other, pages, jobs=2)
    assert again == added(library, pages)
    assert len([outcome for outcome in again if outcome.status == "refused"]) == 3


def test_what_was_read_whole_is_not_read_again(pages, library, monkeypatch):
    import sources.adding.outcomes

    (pages / "050.txt").write_bytes(b"")
    first = added(library, pages)
    read = []
    plain = sources.adding.outcomes.read_input
    noted = lambda each, **more: read.append(each) or plain(each, **more)  # noqa: E731
    monkeypatch.setattr(sources.adding.outcomes, "read_input", noted)
    second = added(library, pages)
    assert [Path(each.origin).name for each in read] == ["050.txt"]
    assert [outcome.status for outcome in second].count("duplicate") == NUMBER - 1
    assert [outcome.origin for outcome in second] == [outcome.origin for outcome in first]
    added(library, pages, again=True)
    assert len(read) == 1 + NUMBER


def test_a_table_with_a_refused_row_is_read_again(tmp_path, library):
    table = tmp_path / "a.csv"
    table.write_text(f'title,text\nA,"{TEXT}"\nB,\n', encoding="utf-8")
    assert [outcome.status for outcome in added(library, table)] == ["added", "refused"]
    assert [outcome.status for outcome in added(library, table)] == ["duplicate", "refused"]
    table.write_text(f'title,text\nA,"{TEXT}"\nC,"{TEXT} More."\n', encoding="utf-8")
    assert [outcome.status for outcome in added(library, table)] == ["duplicate", "added"]
    (outcome,) = added(library, table)
    assert (outcome.status, outcome.count) == ("duplicate", 2)


def test_a_large_input_with_refused_parts_is_passed_over_and_says_so(tmp_path, library):
    table = tmp_path / "a.csv"
    rows = "".join(f'T{number},"{TEXT}{number}"\n' for number in range(120))
    table.write_text(f"title,text\n{rows}A,\nB,\n", encoding="utf-8")
    assert [outcome.status for outcome in added(library, table)] == ["added"] * 120 + ["refused"] * 2
    kept, refused = added(library, table)
    assert (kept.status, kept.count, refused.status, refused.count) == ("duplicate", 120, "refused", 2)
    assert "2 of its parts were refused when it was read; add it with --again to see which" in refused.line
    assert [outcome.origin for outcome in added(library, table, again=True)][-1] == f"{table}, row 123"


def test_files_that_change_while_it_works(pages, library):
    for path in sorted(pages.iterdir())[6:]:
        path.unlink()

    def meanwhile(done, of, what):
        if done == 0:
            (pages / "001.txt").unlink()
            (pages / "002.txt").write_text(story(2) + "\nA last paragraph that was not there before.\n")
            (pages / "003.txt").unlink()
            os.mkfifo(pages / "003.txt")
            (pages / "004.txt").unlink()
            (pages / "004.txt").mkdir()

    outcomes = added(library, pages, progress=meanwhile)
    assert [outcome.status for outcome in outcomes] == ["added", "refused", "added", "refused", "refused", "added"]
    assert "is gone now" in outcomes[1].message
    assert outcomes[2].article.text.endswith("not there before.")
    assert "a device or a pipe" in outcomes[3].message
    assert ";" in outcomes[4].message


def test_a_file_that_grows_while_it_is_read_is_not_marked(tmp_path, library, monkeypatch):
    import sources.adding.outcomes

    path = tmp_path / "a.txt"
    path.write_text(story(1))
    plain = sources.adding.outcomes.read_input

    def growing(each, **more):
        yield from plain(each, **more)
        with path.open("a") as opened:
            opened.write("\nMore words that came later, when it had been read.\n")

    monkeypatch.setattr(sources.adding.outcomes, "read_input", growing)
    added(library, path)
    monkeypatch.setattr(sources.adding.outcomes, "read_input", plain)
    (outcome,) = added(library, path)
    assert outcome.status == "added"
    assert "came later" in outcome.article.text


def test_a_page_of_200_megabytes_is_refused_by_its_size(tmp_path, library, monkeypatch):
    path = tmp_path / "big.html"
    with path.open("wb") as opened:
        opened.write(b"<!doctype html><html><body><p>words")
        opened.truncate(200_000_000)
    asked = []
    plain = Input.read
    monkeypatch.setattr(Input, "read", lambda self, most: asked.append(most) or plain(self, most))
    begun = time.perf_counter()
    (outcome,) = added(library, path)
    assert (outcome.slug, "200.0 MB, over the limit of 10 MB" in outcome.message) == ("too-large", True)
    assert max(asked) <= 65_536
    assert time.perf_counter() - begun < 2


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


HOSTILE = {
    "truncated.html.gz": lambda: gzip.compress(random.Random(1).randbytes(90_000))[:60_000],
    "bomb.html.gz": lambda: gzip.compress(b"<html>" + bytes(200_000_000), 1),
    "bomb.zip": lambda: zipped({f"{n}.txt": bytes(1_000_000) for n in range(20)}),
    "columns.csv": lambda: ("title,text" + ",c" * 1_000_000 + "\nA,words").encode(),
    "tables.html": lambda: b"<html><body>" + b"<table><tr><td>" * 10_000 + b"words",
    "deep.json": lambda: b'{"text": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_inputs_are_one_line_and_the_others_are_added(tmp_path, library, name, monkeypatch):
    import sources.adding.archives

    monkeypatch.setattr(sources.adding.archives, "SMALL", 1_000_000)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(HOSTILE[name]())
    (folder / "zz.txt").write_text(story(1), encoding="utf-8")
    first, second = added(library, folder)
    assert (first.status, second.status) == ("refused", "added")
    assert ";" in first.message
    assert "cannot be read as an article" not in first.message  # the answer to an exception nobody foresaw
    assert len(first.line) < 600
