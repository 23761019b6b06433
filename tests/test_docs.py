"""The generated pages are what the code says now, and the README's commands exist."""

import re
from pathlib import Path

import pytest

from dashboard.commands import ALL_COMMANDS
from docs.generate import ALL_PAGES, FOLDER, written

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", list(ALL_PAGES))
def test_generated_page_is_fresh(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == written(name), "stale: run `make docs`"


@pytest.mark.parametrize("name", ["README.md", "docs/method.md", "docs/adding.md", "docs/demo.md"])
def test_commands_in_prose_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    known = set(ALL_COMMANDS)
    named = set(re.findall(r"parallax ([a-z][a-z-]*)", "\n".join(re.findall(r"`+[^`]+`+", text))))
    assert named, f"{name} names no command"
    assert named <= known


@pytest.mark.parametrize("name", ["README.md", "docs/method.md", "docs/adding.md", "docs/demo.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    file = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)\)", file.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (file.parent / target).exists(), f"{name} links to {target}, which is not there"


def test_every_dependency_has_its_reason() -> None:
    import tomllib

    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=!~ \[]", line)[0] for line in wanted["dependencies"]]
    names += [re.split(r"[<>=!~ \[]", line)[0] for line in wanted["optional-dependencies"]["test"]]
    said = (ROOT / "docs/adding.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in said] == []
