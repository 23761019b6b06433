import pytest

from analysis.reading.articles import read
from analysis.words.affixes import find_affixes, read_affixes
from analysis.words.hits import HITS
from analysis.words.loadedness import loaded_hits
from sources.article import Article


def found(text):
    batch = read([Article(id="x", text=text)])
    hits = find_affixes(batch)
    assert list(hits.columns) == HITS.names
    return [text[a:b] for a, b in zip(hits["start"], hits["end"], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a Nixonesque plan, and a clownesque one.", ["Nixonesque", "clownesque"]),
        ("The picturesque village has a Romanesque church.", []),
        ("They called it curtaingate.", ["curtaingate"]),
        ("The delegate will investigate the agate, navigate and promulgate.", []),
        ("She wrote about Watergate and lives in Margate, near Southgate.", []),
        ("He was mansplaining; she techsplained it.", ["mansplaining", "techsplained"]),
        ("They explain the complaint.", []),
        ("The rumormonger and the fishmonger met.", ["rumormonger"]),
        ("A Francophobe and a claustrophobe met.", []),
        ("A change of mind by a windphobe.", ["windphobe"]),
        ("It was a scandal-ridden, gaffe-plagued week.", ["scandal-ridden", "gaffe-plagued"]),
        ("The horse was ridden hard, and a scandal ridden out.", []),
        ("The bed-ridden man slept.", []),
        ("An uber-liberal town took an Uber home; the uber, it came.", ["uber-liberal"]),
        ("An ultra-orthodox man and an ultra-smug one.", ["ultra-smug"]),
        ("The tech bros met my bro at Warner Bros.", ["tech bros"]),
        ("The divider in chief met the commander in chief.", ["divider in chief"]),
        ("The outrage-industrial complex and the military-industrial complex.", ["outrage-industrial complex"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_what_word_formation_makes_loaded(text, expected):
    assert found(text) == expected


def test_an_affix_that_makes_a_listed_word_stronger_counts_instead():
    hits = loaded_hits(read([Article(id="x", text="It is an uber-liberal and clownesque town.")]))
    assert hits["term"].tolist() == ["uber liberal", "clownesque"]


def test_a_wrong_line_is_named():
    head = "affix\tplace\tcategory\tstrength\tleast\texcept\n"
    with pytest.raises(ValueError, match="line 2: unknown place 'middle'"):
        read_affixes(head + "esque\tmiddle\tsneer\t3\t\n")
    with pytest.raises(ValueError, match="line 2: unknown category"):
        read_affixes(head + "esque\tend\tjoke\t3\t\n")
    with pytest.raises(ValueError, match="header"):
        read_affixes("esque\tend\tjoke\t3\t\n")
