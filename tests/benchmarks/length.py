"""Processor time of one very long text, 100,000 and 500,000 words: `python -m tests.benchmarks.length`."""

import sys
import time

from analysis.portrayals import portrayals
from analysis.reading.articles import read
from analysis.scoring import score
from sources.article import Article
from sources.demo import pages
from sources.readers.markup.blocks import blocks_of, parse


def text_of(words: int) -> str:
    """Return a text of about so many words: the demo pages again and again."""
    blocks = []
    for path in pages():
        tree = parse(path.read_text(encoding="utf-8"))
        blocks += [block.text for block in blocks_of(tree) if len(block.text) > 80] if tree is not None else []
    size = sum(len(block.split()) for block in blocks)
    return "\n\n".join(blocks * (words // size + 1))


def seconds(text: str) -> float:
    """Return the processor time of reading, scoring and portraying one text."""
    began = time.process_time()
    batch = read([Article(id="a", text=text)])
    score(batch)
    portrayals(batch)
    return time.process_time() - began


def main() -> None:
    """Print the times and their ratio."""
    seconds(text_of(1_000))
    short, long = seconds(text_of(100_000)), seconds(text_of(500_000))
    sys.stdout.write(f"100,000 words {short:.2f} s; 500,000 words {long:.2f} s; {long / short:.2f} times\n")


if __name__ == "__main__":
    main()
