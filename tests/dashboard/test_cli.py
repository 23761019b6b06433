"""The installed command: an error on purpose is one line and status 1, never a traceback."""

import subprocess
import sys


def _parallax(*words, cwd):
    code = "from dashboard.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *words], cwd=cwd, capture_output=True, text=True, check=False)


def test_an_error_is_one_line(tmp_path):
    done = _parallax("--library", "l.sqlite", "analyse", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("parallax: l.sqlite: the library holds no article yet; add some")


def test_help_names_every_command(tmp_path):
    shown = _parallax("--help", cwd=tmp_path).stdout
    for name in ("add", "analyse", "articles", "demo", "doctor", "evaluate", "explain", "export", "serve", "stories"):
        assert f"  {name} " in shown


def test_a_newcomer_is_told_how_to_begin(tmp_path):
    done = _parallax(cwd=tmp_path)
    assert done.returncode == 0
    for command in ("parallax serve --open", "parallax demo", "parallax add"):
        assert command in done.stdout
