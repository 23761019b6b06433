"""How far a job is, in words and as a share of the whole."""

from dashboard.collecting.jobs import Job

ANALYSIS = (
    "looking for lines that outlets print on many pages",
    "reading the articles",
    "scoring",
    "finding copies",
    "grouping into stories",
    "comparing",
)
"""How what an analysis does begins, one after the other."""

_SAID = {"scoring": "reading and scoring the articles", "reading the articles": "reading and scoring the articles"}


def how_far(job: Job) -> tuple[str, float | None]:
    """Return what is being done, and how much of the whole is behind us (0 to 1); None where that cannot be told."""
    if not job.is_open:
        return "", 1.0
    if job.state == "starting" or not job.step:
        return "starting", None
    inside = min(job.done / job.of, 1.0) if job.of > 0 else 0.0
    counted = f" ({job.done:,} of {job.of:,})" if job.of > 1 else ""
    if job.kind == "read":
        read = f"; {job.added:,} read" if job.added else ""
        return f"{job.step}{counted}{read}", inside if job.of > 1 else None
    at = next((at for at, step in enumerate(ANALYSIS) if job.step.startswith(step)), None)
    if at is not None:
        said = next((shown for step, shown in _SAID.items() if job.step == step), job.step)
        return f"{said}{counted}", (at + inside) / len(ANALYSIS)
    return f"{job.step}{counted}", inside if job.of > 1 else None
