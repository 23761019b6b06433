from pathlib import Path

import pytest

from sources.errors import LibraryError
from sources.keeping.place import file_of, refuse_stranger, url_of


def test_a_path_is_a_file_and_an_address_may_be_none(tmp_path: Path) -> None:
    assert file_of(url_of(tmp_path / "library.sqlite")) == tmp_path / "library.sqlite"
    assert file_of(url_of("postgresql://ann@host/parallax")) is None


def test_a_stranger_is_refused_and_an_empty_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    refuse_stranger(tmp_path / "empty")
    (tmp_path / "text").write_text("a shopping list that is no library at all")
    for stranger in (tmp_path, tmp_path / "text"):
        with pytest.raises(LibraryError):
            refuse_stranger(stranger)
