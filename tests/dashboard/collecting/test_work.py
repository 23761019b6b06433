"""The work itself, done here and, once, in a process of its own."""

import time
from pathlib import Path

import pytest

from analysis.results import Results
from dashboard.collecting import work
from dashboard.collecting.given import inputs_in, put_down
from dashboard.collecting.jobs import Job, Jobs, Stopped
from sources.drafts import Drafts
from sources.errors import NoResults
from sources.keeping.not_read import not_read
from sources.library import Library
from tests.dashboard.commands.conftest import TEXT


def _telling(library: Path, kind: str, **task: object) -> work.Telling:
    return work.Telling(Jobs(library), Job(id="a", kind=kind, state="running", began=time.time(), task=task))


def _give(library: Path, text: str = "Oldmere pool to close\n\n" + TEXT) -> dict[str, object]:
    return put_down(Jobs(library).made(), text=text, uploads=(), addresses=(), pasted_as="text pasted today")


def test_what_was_given_is_read_into_drafts(library: Path) -> None:
    task = _give(library)
    telling = _telling(library, "read", **task)
    work.read(library, telling)
    assert (telling.job.added, telling.job.refused) == (1, ())
    with Drafts(library) as drafts:
        assert [draft.now.title for draft in drafts.drafts()] == ["Oldmere pool to close"]
        assert drafts.drafts()[0].given.source == "plain text: text pasted today"
    with pytest.raises(FileNotFoundError):  # it was read: nothing of it lies about
        inputs_in(telling.jobs.folder, task)


def test_the_same_again_is_told_as_there(library: Path) -> None:
    for _ in range(2):
        telling = _telling(library, "read", **_give(library))
        work.read(library, telling)
    assert (telling.job.added, telling.job.there) == (0, 1)


def test_what_is_refused_is_told_and_noted(library: Path) -> None:
    work.read(library, _telling(library, "read", **_give(library)))
    telling = _telling(library, "read", place="", pieces=[], addresses=["http://127.0.0.1:9/x"])
    work.read(library, telling)
    ((origin, why),) = telling.job.refused
    assert origin == "http://127.0.0.1:9/x"
    assert why
    with Library(library) as opened:
        assert [one.origin for one in not_read(opened)] == ["http://127.0.0.1:9/x"]


def test_a_stop_ends_reading_and_keeps_what_was_given(library: Path) -> None:
    task = _give(library)
    telling = _telling(library, "read", **task)
    telling.jobs.stop()
    with pytest.raises(Stopped):
        work.read(library, telling)
    assert len(inputs_in(telling.jobs.folder, task)) == 1
    with pytest.raises(Stopped):
        telling.at("scoring", 0, 1)


def test_an_empty_library_has_no_results(library: Path) -> None:
    telling = _telling(library, "analyse")
    work.analyse(library, telling)
    assert "no article" in telling.job.said[-1]
    with pytest.raises(NoResults):
        Results.open(library)


def test_the_demo_comes_and_goes(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: list[int] = []

    def counted(where: Path, telling: work.Telling) -> None:
        with Library(where) as opened:
            analysed.append(opened.count())

    monkeypatch.setattr(work, "analyse", counted)
    for do in (work.demo, work.no_demo, work.demo):
        do(library, _telling(library, "demo"))
    assert analysed == [17, 0, 17]


def test_a_job_is_done_in_a_process_of_its_own(library: Path) -> None:
    jobs = Jobs(library)
    started = jobs.start("read", _give(library))
    for _ in range(1200):
        job = jobs.now()
        assert job is not None
        if not job.is_open:
            break
        time.sleep(0.1)
    assert (job.id, job.state, job.added) == (started.id, "done", 1), (jobs.folder / "log.txt").read_text()


@pytest.mark.parametrize(("error", "said"), [(NoResults("none yet"), "none yet"), (ValueError("oh"), "ValueError: oh")])
def test_a_failure_is_told(library: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(work, "KINDS", {"analyse": fails})
    monkeypatch.setattr(work, "_watch", lambda _: None)
    monkeypatch.setattr(Jobs, "_spawn", lambda *_: None)
    jobs = Jobs(library)
    assert work.main(str(library), jobs.start("analyse").id) == 0
    job = jobs.now()
    assert job is not None
    assert job.state == "failed"
    assert job.said[0] == said
