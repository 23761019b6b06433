"""One job at a time, and one that died is told as such."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.collecting import jobs as module
from dashboard.collecting.jobs import STARTING, Busy, Job, Jobs


@pytest.fixture
def jobs(library: Path, monkeypatch: pytest.MonkeyPatch) -> Jobs:
    monkeypatch.setattr(Jobs, "_spawn", lambda *_: None)
    return Jobs(library)


def test_there_is_none_at_first(jobs: Jobs) -> None:
    assert jobs.now() is None
    assert not jobs.asked_to_stop


def test_a_job_is_seen_by_everybody(jobs: Jobs, library: Path) -> None:
    started = jobs.start("analyse", {"a": 1})
    with Jobs(library).working(started.id) as job:
        jobs.write(replace(job, state="running", step="scoring", done=1, of=2, refused=(("a", "is empty"),)))
        seen = Jobs(library).now()
        assert seen is not None
        assert (seen.state, seen.step, seen.task, seen.refused) == (
            "running",
            "scoring",
            {"a": 1},
            (("a", "is empty"),),
        )
        with pytest.raises(Busy, match="the analysis is not done yet"):
            Jobs(library).start("read")


def test_two_starts_at_once_are_one(jobs: Jobs) -> None:
    jobs.start("read")
    with pytest.raises(Busy, match="reading what you gave"):
        jobs.start("analyse")


def test_a_job_that_never_began_has_died(jobs: Jobs) -> None:
    job = jobs.start("read")
    jobs.write(replace(job, began=time.time() - STARTING - 1))
    now = jobs.now()
    assert now is not None
    assert now.state == "died"
    jobs.start("analyse")  # and holds nobody up


def test_a_process_that_ended_before_it_began_is_seen_at_once(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    job = jobs.start("read")
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()
    monkeypatch.setitem(module._STARTED, job.id, process)
    now = jobs.now()
    assert now is not None
    assert now.state == "died"


def test_a_job_whose_process_was_killed_has_died(jobs: Jobs, library: Path) -> None:
    job = jobs.start("read")
    code = (
        "import sys, time; from pathlib import Path; from dataclasses import replace\n"
        "from dashboard.collecting.jobs import Jobs\n"
        "jobs = Jobs(Path(sys.argv[1]))\n"
        "with jobs.working(sys.argv[2]) as job:\n"
        "    jobs.write(replace(job, state='running')); print('on', flush=True); time.sleep(600)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(library), job.id], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "on\n"
    running = jobs.now()
    assert running is not None
    assert running.state == "running"
    process.kill()
    process.communicate()
    dead = jobs.now()
    assert dead is not None
    assert dead.state == "died"


def test_only_the_job_that_was_started_is_worked_on(jobs: Jobs) -> None:
    jobs.start("read")
    with pytest.raises(Busy), jobs.working("another"):
        pass


def test_a_stop_is_for_the_job_that_runs(jobs: Jobs) -> None:
    job = jobs.start("read")
    jobs.stop()
    assert jobs.asked_to_stop
    jobs.write(replace(job, state="stopped"))
    jobs.start("analyse")
    assert not jobs.asked_to_stop


@pytest.mark.parametrize("broken", ["", "[]", "{", json.dumps({"id": "a", "said": 3, "refused": []})])
def test_a_broken_file_is_no_job(jobs: Jobs, broken: str) -> None:
    (jobs.made() / "job.json").write_text(broken)
    assert jobs.now() is None


def test_what_is_open() -> None:
    job = Job(id="a", kind="read", state="running", began=0.0)
    assert job.is_open
    assert not replace(job, state="died").is_open
