"""The articles of the growth benchmark have ever new words. No test here looks at a clock."""

from analysis.reading.tokens import words_of
from tests.benchmarks.growth import NEW, batches, memory, new_word, run
from tests.benchmarks.invented import originals


def test_each_number_has_its_own_word():
    words = [new_word(number) for number in range(1, 5000)]
    assert len(set(words)) == len(words)


def test_no_word_is_new_twice():
    known = {word for article in originals() for word in words_of(article.text)}
    seen = set()
    made = [article for batch in batches(103) for article in batch]
    assert len({article.id for article in made}) == len(made) == 103
    for article in made:
        new = set(words_of(article.text)) - known
        assert len(new) > 600 / NEW
        assert not new & seen
        seen |= new


def test_figures_are_told_at_each_number(capsys):
    run(["--articles", "3", "251"])
    _, first, second = capsys.readouterr().out.splitlines()
    assert first.split()[0] == "250"  # a batch is scored at once
    assert "x 1.00 of the first" in first
    assert second.split()[0] == "251"
    assert memory() > 10
