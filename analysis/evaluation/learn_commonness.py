"""Count how many news sentences hold each term of a fact; prints the table for `lexicons/commonness`."""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from analysis.facts.fact_terms import tellings

LEAST = 4
"""Terms in fewer sentences are left out: they count as unseen."""


def count(sentences: Iterable[str]) -> Counter[str]:
    """Return in how many sentences each idea, place and word stem stands; numbers are left out."""
    counted: Counter[str] = Counter()
    for text in sentences:
        for told in tellings("", text, [(0, 0, len(text), 0)], ())[0]:
            counted.update(term for term in told.terms if not term.startswith("number:"))
    return counted


def main(path: str) -> None:
    """Print the table made from a file of sentences, JSON lines with a field `text`, gzipped."""
    with gzip.open(Path(path), "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    rows = [f"{term}\t{n}" for term, n in sorted(count(texts).items()) if n >= LEAST]
    sys.stdout.write(f"term\tsentences\n{chr(10).join(rows)}\n")
    sys.stderr.write(f"sentences = {len(texts)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
