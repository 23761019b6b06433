"""What makes the results is known by its content."""

from pathlib import Path

from analysis.own_code import digest_of


def test_a_changed_line_of_code_or_word_list_tells(tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "run.py").write_text("a = 1\n")
    (tmp_path / "lexicons" / "words.tsv").write_text("good\n")
    digests = [digest_of(tmp_path)]
    for file, text in (("run.py", "a = 2\n"), ("lexicons/words.tsv", "bad\n"), ("new.py", "")):
        (tmp_path / file).write_text(text)
        digests.append(digest_of(tmp_path))
    assert len(set(digests)) == 4
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "run.py").write_text("")
    assert digest_of(tmp_path) == digests[-1]
