"""The command shows what it cuts, and cuts nothing when it only looks."""

from tests.sources.test_sweeping import LINE, SUBJECTS


def test_looking_and_cutting(run, tmp_path):
    table = tmp_path / "a.csv"
    rows = "".join(
        f'News of the {name},"{text}\n\n{LINE}\n\nNobody near the {name} wanted to say more."\n'
        for name, text in SUBJECTS
    )
    table.write_text(f"title,text\n{rows}")
    assert "4 added" in run("add", table).output
    looked = run("sweep", "--look").output
    assert "4 lines would be cut from 4 articles" in looked
    assert LINE[:60] in looked
    assert LINE in run("articles", "--json").output
    assert "4 lines cut from 4 articles" in run("sweep").output
    assert "0 lines cut from 0 articles" in run("sweep").output
    listed = run("articles", "--removed").output
    assert listed.count("[line of many pages]") == 4
    assert "0 added, 4 already there" in run("add", "--again", table).output
