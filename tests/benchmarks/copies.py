"""Finding planted copies: the index of shared shingles, against sketches in buckets (MinHash LSH) of two libraries.

Every pair that a way proposes is compared exactly by the same code, so the ways differ in what they propose, in time
and in memory. Each runs in a process of its own.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

import click

from analysis.evaluation.copies import texts_shared
from analysis.stories.copies import Propose, find_copies, sharing_pages
from analysis.stories.shingles import Shingles
from tests.benchmarks.printed import printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a way did."""

    seconds: float
    """From texts to COPIES, on the wall."""

    processor: float
    """The same in processor time: what it takes where nothing else runs."""

    gigabytes: float
    """Most memory that the process held, pages and all."""

    compared: int
    """Pairs that were proposed, and so compared."""

    found: Mapping[str, float]
    """Share of the planted copies found, by kind."""

    false: int
    """Pairs with nothing but a statement in common that were taken for copies."""


def by_datasketch(whole: list[Shingles], *, bands: int, rows: int) -> dict[int, list[int]]:
    """Propose the earlier pages that share a bucket of datasketch's MinHashLSH."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=bands * rows, params=(bands, rows))
    hashes = ((one & 0xFFFFFFFF).tolist() for one in whole)
    found: dict[int, list[int]] = {}
    for page, sketch in enumerate(MinHash.generator(hashes, num_perm=bands * rows, hashfunc=int)):
        if len(whole[page]):
            earlier = index.query(sketch)
            if earlier:
                found[page] = sorted(earlier)
            index.insert(page, sketch, check_duplication=False)
    return found


def by_ensemble(whole: list[Shingles], *, bands: int, rows: int) -> dict[int, list[int]]:
    """Propose the pages that datasketch's LSH Ensemble thinks to contain half of a page, whichever is earlier."""
    from datasketch import MinHash, MinHashLSHEnsemble

    hashes = ((one & 0xFFFFFFFF).tolist() for one in whole)
    sketches = MinHash.bulk(hashes, num_perm=bands * rows, hashfunc=int)
    index = MinHashLSHEnsemble(threshold=0.5, num_perm=bands * rows, num_part=16)
    index.index((page, sketch, len(whole[page])) for page, sketch in enumerate(sketches) if len(whole[page]))
    pairs = {
        (max(page, other), min(page, other))
        for page, sketch in enumerate(sketches)
        if len(whole[page])
        for other in index.query(sketch, len(whole[page]))
        if other != page
    }
    return _by_later(pairs)


def by_rensa(whole: list[Shingles], *, bands: int, rows: int) -> dict[int, list[int]]:
    """Propose the earlier pages that share a bucket of rensa's RMinHashLSH."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(0.5, bands * rows, bands)
    found: dict[int, list[int]] = {}
    for page, one in enumerate(whole):
        if len(one):
            sketch = RMinHash(bands * rows, 1)
            sketch.update([hashed.tobytes() for hashed in one])
            earlier = index.query(sketch)
            if earlier:
                found[page] = sorted(set(earlier))
            index.insert(page, sketch)
    return found


def _by_later(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for later, earlier in sorted(pairs):
        found.setdefault(later, []).append(earlier)
    return found


WAYS: Mapping[str, Propose] = {
    "index": sharing_pages,
    "datasketch-64x1": partial(by_datasketch, bands=64, rows=1),
    "datasketch-128x1": partial(by_datasketch, bands=128, rows=1),
    "datasketch-64x2": partial(by_datasketch, bands=64, rows=2),
    "datasketch-32x4": partial(by_datasketch, bands=32, rows=4),
    "ensemble-128": partial(by_ensemble, bands=128, rows=1),
    "rensa-64x1": partial(by_rensa, bands=64, rows=1),
    "rensa-64x2": partial(by_rensa, bands=64, rows=2),
}
"""Bands times rows of the sketches: one row finds a short text in a page ten times as long, more rows do not."""


def measured(way: str, number: int, seed: int) -> Outcome:
    """Find the copies among `number` pages in one way. Meant for a process of its own: memory is the process's."""
    given = printed(number, seed=seed)
    compared = 0

    def counted(whole: list[Shingles]) -> dict[int, list[int]]:
        nonlocal compared
        found = WAYS[way](whole)
        compared = sum(map(len, found.values()))
        return found

    started, busy = time.perf_counter(), time.process_time()
    root = texts_shared(find_copies(given.articles, propose=counted))
    seconds, processor = time.perf_counter() - started, time.process_time() - busy

    def together(pairs: Sequence[tuple[str, str]]) -> int:
        return sum(root.get(one, one) == root.get(other, other) for one, other in pairs)

    return Outcome(
        seconds=seconds,
        processor=processor,
        gigabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        compared=compared,
        found={kind: together(pairs) / len(pairs) for kind, pairs in given.copies.items()},
        false=together(given.statements),
    )


def apart(function: Callable[..., Outcome], *given: object) -> Outcome:
    """Return what the function returns in a new process."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(function, given)


def run(arguments: Sequence[str] | None = None) -> None:
    """Measure the ways and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000], help="pages, several numbers for growth")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=["index"], help="which ways (default: index)")
    parser.add_argument("--seed", type=int, default=0, help="other pages for another seed")
    given = parser.parse_args(arguments)
    click.echo("Copies")
    for number in given.articles:
        for way in given.ways:
            done = apart(measured, way, number, given.seed)
            least = min(done.found, key=lambda kind: done.found[kind])
            click.echo(
                f"  {number:>8,} pages  {way:<18} {done.seconds:>8.1f} s, busy {done.processor:>7.1f} s  "
                f"{done.gigabytes:>5.2f} GB  {done.compared:>12,} pairs compared  "
                f"found {sum(done.found.values()) / len(done.found):.4f} "
                f"(least: {least}, {done.found[least]:.4f})  false {done.false}"
            )


if __name__ == "__main__":
    run()
