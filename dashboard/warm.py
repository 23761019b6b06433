"""Loading what the first opened article needs, while a person still reads the list of stories."""

import logging
from functools import cache
from threading import Thread

from analysis.measures import ALL_MEASURES
from analysis.reading.articles import read
from analysis.scoring import score
from sources.article import Article, article_id


@cache
def warm_up() -> Thread:
    """Score the measures' own examples once, in the background: word lists and packages are then in memory.

    Returns the thread, the same one at every call; it ends by itself and holds nobody up.
    """
    thread = Thread(target=_score_examples, name="warm-up", daemon=True)
    thread.start()
    return thread


def _score_examples() -> None:
    try:
        texts = {measure.example.text for measure in ALL_MEASURES}
        score(read([Article(id=article_id(None, text), text=text) for text in sorted(texts)]))
    except Exception:
        logging.getLogger(__name__).exception("warming up failed; pages load what they need themselves")
