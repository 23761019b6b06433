"""A removed article stays out, whatever is added again."""


def test_it_is_out_and_stays_out(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    assert f"{article} (Oldmere pool to close) is out" in run("remove", article[:8]).output
    assert "no article yet" in run("articles").output
    again = run("add", saved)
    assert f"you removed it ({article}), and it stays out; parallax undo {article}" in again.output
    assert "0 added, 1 already there" in again.output


def test_several_go_at_once_and_none_when_one_is_unknown(run, saved, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(saved.read_text(encoding="utf-8").replace("Oldmere", "Newmere"), encoding="utf-8")
    run("add", saved, other)
    ids = [line.split()[0] for line in run("articles").output.splitlines()]
    assert run("remove", ids[0], "zzzz").exit_code != 0
    assert [line.split()[0] for line in run("articles").output.splitlines()] == ids
    assert run("remove", *ids, ids[0]).output.count("is out; parallax undo") == 2
    assert "no article yet" in run("articles").output
