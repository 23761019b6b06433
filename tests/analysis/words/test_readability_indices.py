import numpy as np
import pytest

from analysis.words.readability_indices import INDICES, Counted

# 100 words in 5 sentences, 150 syllables, 480 letters, 510 characters, 12 long words of which 10 are hard
TEXT = Counted(*(np.array([float(n)]) for n in (5, 510, 100, 480, 100, 150, 12, 10, 30)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("flesch_kincaid_grade", 0.39 * 20 + 11.8 * 1.5 - 15.59),
        ("flesch_reading_ease", 206.835 - 1.015 * 20 - 84.6 * 1.5),
        ("gunning_fog", 0.4 * (20 + 10)),
        ("smog_index", 1.043 * (30 * 12 / 5) ** 0.5 + 3.1291),
        ("automated_readability_index", 4.71 * 5.1 + 0.5 * 20 - 21.43),
        ("coleman_liau_index", 0.058 * 480 - 0.296 * 5 - 15.8),
        ("dale_chall", 0.1579 * 30 + 0.0496 * 20 + 3.6365),
    ],
)
def test_each_formula_is_the_published_one(name, expected):
    (index,) = (index for index in INDICES if index.name == name)
    assert index.formula(TEXT).tolist() == pytest.approx([expected])


def test_names_are_unique_and_all_of_them_are_tested_above():
    assert len({index.name for index in INDICES}) == len(INDICES) == 7
