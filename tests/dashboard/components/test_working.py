from dataclasses import replace

import pytest

from dashboard.collecting.jobs import Job, State
from dashboard.components.working import news, undoing, working
from tests.dashboard.hand_made import of_class, walk, words

JOB = Job(id="ab", kind="analyse", state="running", began=0.0, step="finding copies")


def _buttons(shown: object) -> list[str]:
    return [part.value for part in walk(shown) if part._type == "Button"]


def test_a_running_job_has_a_bar_and_can_be_stopped() -> None:
    shown = working(JOB, "t")
    (bar,) = of_class(shown, "work-bar")
    assert 0 < vars(bar)["value"] < 1
    assert _buttons(shown) == ["stop"]
    (starting,) = of_class(working(replace(JOB, state="starting"), "t"), "work-bar")
    assert "value" not in vars(starting)


@pytest.mark.parametrize(
    ("job", "said", "buttons"),
    [
        (replace(JOB, state="died"), "ended without a word", ["again"]),
        (replace(JOB, state="died", kind="read"), "still held", ["again"]),
        (replace(JOB, state="failed", said=("the disk is full",)), "the disk is full", ["again"]),
        (replace(JOB, state="stopped"), "You stopped it", ["again"]),
        (replace(JOB, state="done", said=("12 pages compared",)), "12 pages compared", ["seen"]),
        (replace(JOB, state="done", kind="read", added=2), "2 pages read.", []),
        (replace(JOB, state="done", kind="read", there=1, refused=(("<a>", "is empty"),)), "It is empty.", ["seen"]),
    ],
    ids=["died", "died reading", "failed", "stopped", "done", "read", "refused"],
)
def test_what_came_of_it(job: Job, said: str, buttons: list[str]) -> None:
    shown = working(job, "t")
    assert said in words(shown)
    assert _buttons(shown) == buttons


def test_nothing_is_said_of_what_was_put_away() -> None:
    assert working(None, "t") is None
    assert working(replace(JOB, kind="seen", state="done"), "t") is None


def test_what_was_done_can_be_taken_back() -> None:
    shown = undoing(7, "2 pages kept.", "t", "/collect/drafts")
    assert _buttons(shown) == ["take-back"]
    assert ("act", "7") in [(vars(part).get("name"), vars(part).get("value")) for part in walk(shown)]


@pytest.mark.parametrize(
    ("state", "kind", "told"),
    [
        ("done", "analyse", False),
        ("done", "demo", False),
        ("done", "read", True),
        ("running", "analyse", True),
        ("failed", "analyse", True),
    ],
)
def test_other_pages_say_for_a_while_that_work_was_done(state: State, kind: str, told: bool) -> None:
    job = Job(id="1", kind=kind, state=state, began=1000.0)
    assert news(job, now=1500.0) is job
    assert (news(job, now=5000.0) is job) == told
    assert news(None, now=5000.0) is None
