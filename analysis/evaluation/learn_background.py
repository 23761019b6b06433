"""Counts `lexicons/background.tsv`: in how many documents of openly licensed news each term stands.

    python -m analysis.evaluation.learn_background portrayal_sentences.jsonl.gz extraction/ground-truth.json

The first file holds sentences of news (NewsMTSC, MIT), the second whole article bodies (Scrapinghub article extraction
benchmark, MIT). Twenty sentences that follow each other count as one document, as does one body. Terms in fewer than
three documents are left out, so that no rare wording of any article can be read from the table.
"""

import argparse
import gzip
import json
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from analysis.stories.terms import Vocabulary, Worded

SENTENCES = 20
"""Sentences that make one document: about the length of a news article's body."""

LEAST = 3
"""Documents that a term must stand in to be kept."""

_ABOUT = """title = "How common terms are in English news"
origin = '''
counted in the sentences of NewsMTSC (Hamborg and Donnay, EACL 2021; MIT)
and in the article bodies of the Scrapinghub article extraction benchmark (MIT)'''
command = "python -m analysis.evaluation.learn_background portrayal_sentences.jsonl.gz extraction/ground-truth.json"
licence = "Apache-2.0"
date = {date}
documents = {documents}
least = {least}

[columns]
term = "word stem (Snowball, English), or two stems that stand side by side; function words left out"
documents = "number of documents that hold it; terms in fewer than `least` are left out"
"""


def count(texts: Sequence[str], *, least: int = LEAST) -> dict[str, int]:
    """Return stemmed term -> number of `texts` that hold it, for terms that at least `least` of them hold."""
    vocabulary = Vocabulary()
    keys, documents = np.unique(vocabulary.counts([Worded(None, text, "en") for text in texts]).key, return_counts=True)
    kept = documents >= least
    pairs = zip(vocabulary.stemmed(keys[kept].tolist()), documents[kept].tolist(), strict=True)
    return dict(sorted(pairs))


def documents_of(sentences: Path, bodies: Path) -> list[str]:
    """Return the documents: every `SENTENCES` lines of the gzipped JSON lines, and every body."""
    with gzip.open(sentences, "rt", encoding="utf-8") as lines:
        told = [str(json.loads(line)["text"]) for line in lines]
    joined = ["\n".join(told[start : start + SENTENCES]) for start in range(0, len(told), SENTENCES)]
    pages = json.loads(bodies.read_text("utf-8"))
    return joined + [str(pages[name]["articleBody"]) for name in sorted(pages)]


def main() -> None:
    """Read the two files named on the command line and write the table beside the other lexicons."""
    parser = argparse.ArgumentParser(description="Count lexicons/background.tsv.")
    parser.add_argument("sentences", type=Path)
    parser.add_argument("bodies", type=Path)
    given = parser.parse_args()
    texts = documents_of(given.sentences, given.bodies)
    about = _ABOUT.format(date=date.today().isoformat(), documents=len(texts), least=LEAST)
    tomllib.loads(about)
    folder = Path(__file__).parents[1] / "lexicons"
    lines = [f"{term}\t{documents}" for term, documents in count(texts).items()]
    (folder / "background.tsv").write_text("\n".join(["term\tdocuments", *lines]) + "\n", encoding="utf-8")
    (folder / "background.toml").write_text(about, encoding="utf-8")


if __name__ == "__main__":
    main()
