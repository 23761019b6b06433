"""How well loaded wording agrees with people who marked sentences and words in them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.batch import Batch
from analysis.evaluation.annotated import json_lines
from analysis.evaluation.task import Evaluated, Task
from analysis.reading.articles import read
from analysis.reading.tokens import words_of
from analysis.wordlists import column
from analysis.words.loadedness import THRESHOLD, loaded_hits, loadedness, word_loadedness
from sources.article import Article

FIFTHS = 5
_SHORTEST = 3

Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def run_sentences(path: Path, negatives: Path | None = None) -> Evaluated:
    """Compare the shipped score and threshold with a person's verdict on each sentence. Raises InputError."""
    from sklearn.metrics import average_precision_score, f1_score

    rows = json_lines(path, fields=("text", "biased"))
    gold = np.array([bool(row["biased"]) for row in rows])
    batch = _batch(rows)
    scored = loadedness(batch, of="article").set_index("article").reindex(batch.texts["article"])
    score, words = scored["score"].fillna(0.0).to_numpy(), scored["words"].fillna(0).to_numpy()
    said = score >= THRESHOLD
    both = bool(gold.any() and not gold.all())
    fifths = np.array_split(np.argsort(words, kind="stable"), FIFTHS)
    figures: dict[str, object] = {
        "auc": _auc(gold, score),
        "average_precision": float(average_precision_score(gold, score)) if both else None,
        "macro_f1": float(f1_score(gold, said, average="macro")) if both else None,
        "auc_by_length_fifth": [_auc(gold[fifth], score[fifth]) for fifth in fifths],
        "sentences": len(rows),
    }
    quotes = _quotes(batch)
    predictions = [
        {"row": n, "gold": bool(g), "predicted": bool(p), "score": float(s), "evidence": quotes.get(str(n), [])}
        for n, (g, p, s) in enumerate(zip(gold, said, score, strict=True))
    ]
    return Evaluated(figures, predictions)


def run_words(path: Path, negatives: Path | None = None) -> Evaluated:
    """Compare how loaded each word is said to be with the words that people marked. Raises InputError.

    Within each sentence that has marked words: its content words (no function words, three letters or more), those that
    stand in a marked word or phrase against the others. Sentences where all or none of them are marked are left out.
    """
    rows = [row for row in json_lines(path, fields=("text", "biased_words")) if row["biased_words"]]
    batch = _batch(rows)
    tokens = batch.tokens.assign(score=word_loadedness(batch))
    content = ~tokens["word"].isin(column("function_words")) & (tokens["word"].str.len() >= _SHORTEST)
    aucs: list[float] = []
    firsts: list[float] = []
    predictions: list[Mapping[str, object]] = []
    for article, found in tokens[content].groupby("article", sort=False):
        row = rows[int(str(article))]
        terms = row["biased_words"]
        marked = {word for term in (terms if isinstance(terms, list) else []) for word in words_of(str(term))}
        gold, score = found["word"].isin(marked).to_numpy(), found["score"].to_numpy()
        auc = _auc(gold, score)
        if auc is None:
            continue
        aucs.append(auc)
        firsts.append(float(gold[score == score.max()].mean()))
        words = zip(found["word"], gold.tolist(), score.tolist(), strict=True)
        predictions.append({"row": int(str(article)), "auc": auc, "words": [list(word) for word in words]})
    figures = {
        "auc": float(np.mean(aucs)) if aucs else None,
        "p_at_1": float(np.mean(firsts)) if firsts else None,
        "sentences": len(aucs),
    }
    return Evaluated(figures, predictions)


def _batch(rows: Sequence[Mapping[str, object]]) -> Batch:
    return read([Article(id=str(n), text=str(row["text"]), source="annotated file") for n, row in enumerate(rows)])


def _auc(gold: Flags, score: Reals) -> float | None:
    """Return the chance that a marked one scores above an unmarked one, ties half; None where there is no pair."""
    marked = int(gold.sum())
    pairs = marked * (len(gold) - marked)
    if not pairs:
        return None
    ranks = pd.Series(score).rank().to_numpy()
    return float((ranks[gold].sum() - marked * (marked + 1) / 2) / pairs)


def _quotes(batch: Batch) -> dict[str, list[str]]:
    hits = loaded_hits(batch)
    texts = dict(zip(batch.texts["article"], batch.texts["text"], strict=True))
    quotes: dict[str, list[str]] = {}
    for article, start, end in zip(hits["article"], hits["start"], hits["end"], strict=True):
        quotes.setdefault(article, []).append(texts[article][start:end])
    return quotes


SENTENCES = Task(
    name="loaded-sentences",
    meaning="Does the loaded-wording score put sentences that people call loaded above the others?",
    data="JSON lines: text, biased (true or false)",
    run=run_sentences,
)

WORDS = Task(
    name="loaded-words",
    meaning="Within a sentence, do the words that people marked as loaded come before its other content words?",
    data="JSON lines: text, biased_words (a list of words and phrases of the text)",
    run=run_words,
)
