"""Each check says something for people, and one that should fail does."""

import importlib.metadata

import pytest

import dashboard.checks
from dashboard.checks import ALL_CHECKS, Wrong


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.name)
def test_a_sound_installation(check, tmp_path):
    assert check.run(tmp_path / "none.sqlite")


def test_a_version_that_does_not_fit(tmp_path, monkeypatch):
    real = importlib.metadata.version
    monkeypatch.setattr(dashboard.checks, "version", lambda name: "0.1" if name == "textstat" else real(name))
    packages = next(check for check in ALL_CHECKS if check.name == "packages")
    with pytest.raises(Wrong, match=r"textstat 0\.1"):
        packages.run(tmp_path)
