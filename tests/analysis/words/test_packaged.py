import pytest

from analysis.words.packaged import packaged


def test_a_file_of_another_package_is_read():
    assert packaged("vaderSentiment", "vader_lexicon.txt").startswith("$:")


def test_a_package_that_is_missing_is_named():
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        packaged("no_such_package", "list.txt")
