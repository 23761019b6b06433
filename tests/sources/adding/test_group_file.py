import pytest

from sources.adding.group_file import read_groups
from sources.errors import InputError
from sources.keeping.groups import Membership
from sources.outlets import load_outlets


@pytest.fixture
def read(tmp_path):
    def reading(text, name="groups.csv"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return read_groups(file, outlets=load_outlets())

    return reading


GROUPS = (
    Membership(outlet="BBC News", group="state-owned", by="Ann Lee", date="2026-03-01", note="by fee, so to say"),
    Membership(outlet="Harbour Echo", group="private"),
)


@pytest.mark.parametrize(
    "text",
    [
        'outlet,group,by,date,note\nBBC News,state-owned,Ann Lee,2026-03-01,"by fee, so to say"\n'
        "Harbour Echo,private,,,\n",
        "\ufeffGroup;Outlet;Note;By whom;Date\r\nstate-owned; bbc  news ;by fee, so to say;Ann Lee;2026-03-01\r\n"
        "\r\nprivate;Harbour Echo\r\n",
    ],
    ids=["commas", "semicolons in another order, names in another form"],
)
def test_a_csv_of_groups(read, text):
    assert read(text) == GROUPS


def test_a_toml_of_groups_lists_several_outlets_at_once(read):
    text = """
        [[group]]
        name = "state-owned"
        outlets = ["BBC News"]
        by = "Ann Lee"
        date = 2026-03-01
        note = "by fee, so to say"
        [[group]]
        group = "private"
        outlet = "Harbour Echo"
    """
    assert read(text, "groups.toml") == GROUPS


def test_ratings_come_with_their_source_and_date(read):
    wanted = (Membership(outlet="Harbour Echo", group="4 of 5", by="Press Board", date="2025-11-30", rating=True),)
    assert read("outlet\trating\tsource\tdate\nHarbour Echo\t4 of 5\tPress Board\t2025-11-30\n") == wanted
    toml = '[[rating]]\noutlet = "Harbour Echo"\nvalue = "4 of 5"\nby = "Press Board"\ndate = "2025-11-30"\n'
    assert read(toml, "r.toml") == wanted


def test_a_file_of_another_encoding_is_read(read):
    (row,) = read("outlet,group\nLe Républicain,régional\n".encode("cp1252"))
    assert (row.outlet, row.group) == ("Le Républicain", "régional")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("outlet,group\n", "holds no outlet"),
        ("outlet,group,stance\nEcho,local,left\n", "there is no column 'stance'; the columns are outlet, group"),
        ("group,by\nlocal,Ann\n", "has no column 'outlet'"),
        ("outlet,by\nEcho,Ann\n", "needs a column 'group' or a column 'rating', one of the two"),
        ("outlet,group,rating\nEcho,local,4\n", "needs a column 'group' or a column 'rating', one of the two"),
        ("outlet,group,by,source\nEcho,local,Ann,Bo\n", "two columns say 'by'"),
        ("outlet,group\nEcho,local\n,local\n", "line 3: has no outlet"),
        ("outlet,group\nEcho,\n", "line 2: has no group"),
        ("outlet,group\nEcho,local,Ann\n", "line 2: has 3 cells for 2 columns"),
        ("outlet,group,date\nEcho,local,May\n", "line 2: 'May' is no date; write it like 2026-01-31"),
        ("outlet,rating,by\nEcho,4,Ann\n", "line 2: a rating needs by"),
        (b"PK\x03\x04" + bytes(40), "ZIP archive"),
    ],
    ids=[
        "nothing", "no row", "strange column", "no outlet column", "neither", "both", "twice", "no outlet", "no group",
        "too many cells", "no date", "rating without date", "binary",
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_csv_is_said(read, text, message):
    with pytest.raises(InputError, match=message) as caught:
        read(text)
    assert "groups.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[group]\n", "is no TOML"),
        ("[[stance]]\nname = 'left'\n", "there is no table 'stance'"),
        ("[group]\nname = 'local'\n", r"write \[\[group\]\], in two brackets"),
        ("[[group]]\nname = 'local'\ncolour = 'red'\n", "group 1: there is no field 'colour'"),
        ("[[group]]\nname = 'local'\n", "group 1: name its outlets"),
        ("[[group]]\nname = 'local'\noutlets = [3]\n", "group 1: name its outlets"),
        ("[[group]]\noutlets = ['Echo']\n", "group 1: has no group"),
        ("[[rating]]\noutlet = 'Echo'\nvalue = '4'\n", "rating 1: a rating needs by"),
    ],
    ids=["no TOML", "strange table", "one bracket", "strange field", "no outlets", "no name", "no group", "no date"],
)
def test_what_is_wrong_in_a_toml_is_said(read, text, message):
    with pytest.raises(InputError, match=message):
        read(text, "groups.toml")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_groups(tmp_path / "none.csv", outlets=load_outlets())
