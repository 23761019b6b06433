"""The public tables: each name once, and rows that read like tuples with names."""

from analysis.tables import ALL_TABLES, SCORES, rows


def test_names_are_unique():
    names = [table.name for table in ALL_TABLES]
    assert len(set(names)) == len(names)


def test_rows():
    frame = SCORES.frame([("a", "loaded", "narration", 1.5, 20)])
    assert [(row.article, row.value, row.n) for row in rows(frame)] == [("a", 1.5, 20)]
