"""Invented reports of events that look alike: two of a kind in one week, two of one person, moments of one topic."""

import tomllib
from pathlib import Path

import pandas as pd

from sources.article import article_id
from tests.analysis.invented import articles


def look_alikes(*families: str, dated: bool = True) -> tuple[pd.DataFrame, list[str]]:
    """Return the reports (of these families, else all) as ARTICLES, and the event of each as "family, event"."""
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["report"]
    kept = [report for report in told if not families or report["family"] in families]
    rows = []
    for report in kept:
        title, text = report.get("title"), " ".join(report["text"].split())
        rows.append((article_id(title, text), None, title, text, report["published"] if dated else None))
    return articles(*rows), [f"{report['family']}, {report['event']}" for report in kept]
