from dataclasses import replace

import pytest

from dashboard.collecting.jobs import Job
from dashboard.collecting.steps import ANALYSIS, how_far

JOB = Job(id="a", kind="analyse", state="running", began=0.0)


def test_an_analysis_goes_through_its_steps() -> None:
    shares = [how_far(replace(JOB, step=step, done=1, of=2))[1] for step in ANALYSIS]
    assert all(isinstance(share, float) for share in shares)
    assert shares == sorted(shares, key=lambda share: share or 0)
    assert how_far(replace(JOB, step="scoring", done=1, of=4))[0] == "reading and scoring the articles (1 of 4)"


@pytest.mark.parametrize(
    ("job", "said", "share"),
    [
        (replace(JOB, state="starting"), "starting", None),
        (replace(JOB, step="a new step"), "a new step", None),
        (
            replace(JOB, kind="read", step="reading a.txt", done=1, of=4, added=3),
            "reading a.txt (1 of 4); 3 read",
            0.25,
        ),
        (replace(JOB, kind="read", step="reading https://a.example", of=1), "reading https://a.example", None),
        (replace(JOB, state="done"), "", 1.0),
    ],
    ids=["starting", "unknown", "files", "address", "done"],
)
def test_what_cannot_be_told_is_not(job: Job, said: str, share: float | None) -> None:
    assert how_far(job) == (said, share)
