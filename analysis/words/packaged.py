"""Word lists that other packages carry, read where they lie: importing those packages can take seconds or a network."""

from importlib.util import find_spec
from pathlib import Path


def packaged(package: str, *parts: str) -> str:
    """Return the text of a file inside an installed package, which is not imported.

    Raises ModuleNotFoundError where the package is not installed, FileNotFoundError where it has no such file.
    """
    return packaged_bytes(package, *parts).decode()


def packaged_bytes(package: str, *parts: str) -> bytes:
    """Return the same as bytes: a large file that is only searched need not be decoded."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package!r} is not installed; Parallax needs its word list")
    return Path(spec.submodule_search_locations[0], *parts).read_bytes()
