"""The command shows what it cuts, and cuts nothing when it only looks."""

import pytest

from sources.collect import collect
from sources.library import Library
from sources.outlets import load_outlets
from tests.sources.keeping.test_sweeping import LINE, SUBJECTS


@pytest.fixture
def table(tmp_path):
    made = tmp_path / "a.csv"
    rows = "".join(
        f'News of the {name},"{text}\n\n{LINE}\n\nNobody near the {name} wanted to say more."\n'
        for name, text in SUBJECTS
    )
    made.write_text(f"title,text\n{rows}")
    return made


def test_looking_and_cutting(run, tmp_path, table):
    with Library(tmp_path / "library.sqlite") as library:  # as an add leaves it that was killed before it swept
        assert len(list(collect([str(table)], library, outlets=load_outlets()))) == 4
    looked = run("sweep", "--look").output
    assert "4 lines would be cut from 4 articles" in looked
    assert LINE[:60] in looked
    assert LINE in run("articles", "--json").output
    assert "4 lines cut from 4 articles" in run("sweep").output
    assert "0 lines cut from 0 articles" in run("sweep").output
    listed = run("articles", "--removed").output
    assert listed.count("[line of many pages]") == 4
    assert "0 added, 4 already there" in run("add", "--again", table).output
