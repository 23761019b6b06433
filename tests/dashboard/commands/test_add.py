"""Adding says what became of each input and ends with the right status."""

from tests.sources.keeping.test_sweeping import LINE, SUBJECTS


def test_twice_adds_once(run, saved):
    first, second = run("add", saved), run("add", saved)
    assert first.exit_code == second.exit_code == 0
    assert "1 added, 0 already there, 0 refused" in first.output
    assert "0 added, 1 already there, 0 refused" in second.output


def test_standard_input(run, saved):
    done = run("add", "-", input=saved.read_bytes())
    assert "1 added" in done.output
    assert "0 added, 1 already there" in run("add", saved).output


def test_nothing_added_is_a_failure_and_one_line(run, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("add", empty)
    assert done.exit_code == 1
    assert len([line for line in done.output.splitlines() if str(empty) in line]) == 1


def test_the_others_are_still_added(run, saved, tmp_path):
    binary = tmp_path / "photo.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = run("add", binary, tmp_path / "missing.txt", saved)
    assert done.exit_code == 0
    assert "1 added, 0 already there, 2 refused" in done.output


def test_quiet_says_only_what_was_refused(run, saved, tmp_path):
    for _ in range(2):
        done = run("add", "--quiet", saved, tmp_path / "missing.txt")
        assert "pool.txt" not in done.output
        assert "missing.txt" in done.output


def test_own_outlets_are_read_and_a_bad_file_is_one_line(run, tmp_path, monkeypatch):
    monkeypatch.delenv("PARALLAX_OUTLETS", raising=False)
    page = tmp_path / "a.csv"
    page.write_text('title,text,url\nA,"' + "The council voted to close the pool. " * 5 + '",https://pool.example/1\n')
    own = tmp_path / "own.toml"
    own.write_text(
        '[outlets.pool]\nname = "The Pool"\ndomains = ["pool.example"]\n'
        'country = "GB"\nlanguage = "en"\nkind = "local"\n'
    )
    assert "A (The Pool)" in run("add", page, "--outlets", own).output
    own.write_text("[outlets.pool]\n")
    done = run("add", page, "--outlets", own)
    assert done.exit_code != 0
    assert "own.toml: outlet pool, field name" in str(done.exception)


def test_columns_may_be_named(run, tmp_path):
    page = tmp_path / "a.csv"
    page.write_text('KOPF;RUMPF\nA;"' + "The council voted to close the pool. " * 5 + '"\n')
    assert "added" in run("add", page, "--map", "text=RUMPF", "--map", "title=KOPF").output
    done = run("add", page, "--map", "colour=RUMPF")
    assert done.exit_code != 0
    assert "the fields are text, title, outlet, url, published, byline, section" in str(done.exception)


def test_again_reads_what_was_read_whole(run, saved):
    run("add", saved)
    assert "0 added, 1 already there, 0 refused" in run("add", saved, "--again").output


def test_what_was_there_is_no_failure(run, saved, tmp_path):
    run("add", saved)
    assert run("add", saved, tmp_path / "missing.txt").exit_code == 0


def test_articles_without_an_outlet_are_counted(run, saved, tmp_path):
    assert "1 of them names no outlet: parallax correct ARTICLE --outlet NAME" in run("add", saved).output
    assert "no outlet" not in run("add", saved).output
    table = tmp_path / "a.csv"
    table.write_text('title,text,outlet\nA,"' + "The council voted to close the pool. " * 5 + '",Pool Post\n')
    assert "no outlet" not in run("add", table).output


def page(number: int) -> str:
    name, text = SUBJECTS[number]
    return f"News of the {name}\n\n{text}\n\n{LINE}\n\nNobody near the {name} wanted to say more when we asked.\n"


def test_lines_of_many_pages_are_cut_at_the_end(run, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(page(number))
    done = run("add", *(tmp_path / f"{number}.txt" for number in range(3)))
    (line,) = [each for each in done.output.splitlines() if "many pages" in each]
    assert line.startswith("3 lines that an outlet prints on many pages were cut from 3 articles; parallax articles ")
    first = line.split("parallax articles ")[1].split()[0]
    assert LINE in run("articles", first, "--removed").output
    again = run("add", "--again", *(tmp_path / f"{number}.txt" for number in range(3)))
    assert "0 added, 3 already there, 0 refused" in again.output
    assert "many pages" not in again.output
    (tmp_path / "3.txt").write_text(page(3))
    assert "1 line that an outlet prints on many pages was cut from 1 article;" in run("add", tmp_path / "3.txt").output


def test_what_older_articles_print_too_is_said(run, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(page(number))
    assert "many pages" not in run("add", tmp_path / "0.txt", tmp_path / "1.txt").output
    told = run("add", tmp_path / "2.txt").output
    assert "1 line that an outlet prints on many pages was cut from 1 article;" in told
    assert "2 older articles print such a line too; parallax sweep --look shows what it would cut there" in told
    assert "2 lines cut from 2 articles" in run("sweep").output


def test_other_kinds_of_addresses_are_told(run, saved):
    done = run("add", "ftp://a.example/1", saved.as_uri())
    assert done.exit_code == 1
    assert "only http and https are read" in done.output
    assert f"name the file by its path: {saved}" in done.output
