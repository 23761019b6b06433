import tomllib
from importlib.resources import files

from analysis.stories.background import background


def test_common_words_are_common_and_none_is_rarer_than_the_table_says():
    table = background()
    assert table.frequencies["presid"] > table.frequencies["embassi"] > 0
    assert min(table.frequencies.values()) == table.least >= 3
    assert max(table.frequencies.values()) <= table.documents


def test_the_table_names_its_origin_and_the_command_that_made_it():
    about = tomllib.loads(files("analysis").joinpath("lexicons", "background.toml").read_text("utf-8"))
    assert "MIT" in about["origin"]
    assert about["command"].startswith("python -m analysis.evaluation.learn_background")


def test_function_words_are_not_counted():
    words = {word for term in background().frequencies for word in term.split(" ")}
    assert not words & {"the", "of", "and", "which", "because", "with", "from"}
