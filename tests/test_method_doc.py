"""docs/method.md is written by hand; what it says of rules, measures, themes and tasks is what the code has."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from analysis.evaluation import ALL_TASKS
from analysis.measures import ALL_MEASURES
from analysis.measures.framing import FRAMES
from analysis.reading.articles import read
from analysis.reading.narration import cue_colours
from analysis.wordlists import rows as listed
from sources.article import Article
from sources.clean import ABOVE_TITLE, DATELINE, RULES, TITLE_AGAIN
from sources.cleaning.draft import Draft
from sources.cleaning.furniture import FURNITURE
from sources.cleaning.imprint import IMPRINT
from sources.outlets import load_outlets
from sources.page import Block, Page
from sources.readers.html import OUTSIDE
from sources.readers.mail import HIDDEN
from sources.readers.mails.cuts import FORWARDER, LINKS, QUOTED, SIGNATURE
from sources.readers.pdfs.furniture import RUNNING
from sources.readers.proquest import FIELDS

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "method.md").read_text(encoding="utf-8")
PROSE = "The ferry struck the pier in thick fog on Tuesday morning, and fourteen people were taken to hospital."


def _table(*header: str) -> list[list[str]]:
    """Return the cells of the only table with these columns, row by row."""
    lines = TEXT.splitlines()
    (place,) = (n for n, line in enumerate(lines) if line == f"| {' | '.join(header)} |")
    found = []
    for line in lines[place + 2 :]:
        if not line.startswith("| "):
            break
        found.append([cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    assert all(len(row) == len(header) for row in found)
    return found


def _rules() -> list[list[str]]:
    return _table("rule", "what it takes", "example")


def test_every_rule_is_told_in_the_order_in_which_they_run() -> None:
    assert [row[0] for row in _rules()] == list(dict.fromkeys(rule.name for rule in RULES))


@pytest.mark.parametrize(
    "name", [TITLE_AGAIN, ABOVE_TITLE, DATELINE, OUTSIDE, RUNNING, FORWARDER, QUOTED, SIGNATURE, LINKS, HIDDEN, FIELDS]
)
def test_every_other_name_among_what_was_cut_is_told(name: str) -> None:
    assert re.search(rf"(?<!\*)\*{re.escape(name)}\*(?!\*)", TEXT, re.IGNORECASE)


@pytest.mark.parametrize("name", sorted({rule.name for rule in (*IMPRINT, *FURNITURE)} - {"insertion"}))
def test_the_example_of_a_rule_for_single_lines_is_cut_by_it(name: str) -> None:
    (example,) = (re.findall(r"`([^`]+)`", row[2])[0] for row in _rules() if row[0] == name)
    page = Page(blocks=(Block(text=example, kind="line"), Block(text=PROSE, kind="line")), reader="text", origin="here")
    draft = Draft.of(page, outlets=load_outlets())
    for rule in (*IMPRINT, *FURNITURE):
        draft = draft.without(rule.apply(draft), rule=rule.name)
    assert dict(draft.cut) == {0: name}


@pytest.mark.parametrize(
    ("sentence", "quotations", "sources"),
    [
        ("The “reform” will cost each household 90 euros.", [], []),
        ("The “reform”, Lee said, will cost 90 euros.", ["reform"], ["named"]),
        ("Her film “The Long Winter” opens in March.", [], []),
        ("“The pier was closed,” said Ann Lee.", ["The pier was closed,"], ["named"]),
        ("Lee said the ferry would return", [], ["named"]),
        ("The mayor did not say who would pay", [], []),
    ],
)
def test_the_examples_of_voices_are_read_as_told(sentence: str, quotations: list[str], sources: list[str]) -> None:
    assert f"*{sentence}*" in " ".join(TEXT.split())
    batch = read([Article(id="0" * 16, text=sentence)])
    spans = zip(batch.voices["start"], batch.voices["end"], strict=True)
    assert [sentence[start:end] for start, end in spans] == quotations
    assert batch.attributions["naming"].tolist() == sources


@pytest.mark.parametrize(
    ("source", "naming"),
    [
        ("Ann Lee", "named"),
        ("The harbour office", "named"),
        ("The engineer", "named"),
        ("Two officials", "anonymous"),
        ("Critics", "anonymous"),
        ("People familiar with the matter", "anonymous"),
        ("An engineer", "anonymous"),
    ],
)
def test_the_examples_of_sources_are_named_or_anonymous_as_told(source: str, naming: str) -> None:
    assert f'"{source}"'.casefold() in " ".join(TEXT.split()).casefold()
    batch = read([Article(id="0" * 16, text=f"{source} said that the pier was old.")])
    assert batch.attributions["naming"].tolist() == [naming]


def test_the_colours_of_verbs_are_those_of_the_list() -> None:
    about = tomllib.loads(files("analysis").joinpath("lexicons", "reporting_verbs.toml").read_text("utf-8"))
    told = _table("colour", "what the verb does", "verbs")
    assert {row[0] for row in told} | {"neutral"} == set(about["colours"])
    assert all(cue_colours()[cue] == colour for colour, _, cues in told for cue in cues.split(", "))


@pytest.mark.parametrize("label", [measure.label for measure in ALL_MEASURES])
def test_every_measure_is_told(label: str) -> None:
    assert f"**{label}**" in TEXT


def test_the_themes_of_the_frames_are_those_of_the_data_file() -> None:
    about = tomllib.loads(files("analysis").joinpath("lexicons", "frame_themes.toml").read_text("utf-8"))
    names = dict(FRAMES)
    wanted = [
        [f"{names[frame.partition('.')[0]]} (`{frame}`)", f"{theme} {about['themes'][theme]}", weight]
        for frame, theme, weight in listed("frame_themes")
    ]
    assert _table("frame", "theme", "weight") == wanted


def test_every_task_has_its_figures() -> None:
    rows = _table("TASK", "FILE", "the data: name, licence, size", "figures")
    assert [row[0] for row in rows] == [f"`{name}`" for name in ALL_TASKS]


def test_every_file_named_is_there() -> None:
    root = Path(__file__).resolve().parents[1]
    named = re.findall(r"`((?:analysis|sources|dashboard)/[\w/.]+)`", TEXT)
    assert named
    assert [name for name in named if not (root / name).exists()] == []


def test_every_limit_named_is_in_its_file() -> None:
    root = Path(__file__).resolve().parents[1]
    named = re.findall(r"`(\w+)` in\s+`([\w/]+\.py)`", TEXT)
    assert named
    missing = [(name, file) for name, file in named if not re.search(rf"\b{name}\b", (root / file).read_text("utf-8"))]
    assert missing == []
