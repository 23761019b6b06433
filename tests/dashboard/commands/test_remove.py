"""A removed article stays out, whatever is added again."""


def test_it_is_out_and_stays_out(run, saved):
    run("add", saved)
    article = run("articles").output.split()[0]
    assert f"{article} (Oldmere pool to close) is out" in run("remove", article[:8]).output
    assert "no article yet" in run("articles").output
    again = run("add", saved)
    assert f"you removed it ({article}), and it stays out; parallax undo {article}" in again.output
    assert "0 added, 1 already there" in again.output
