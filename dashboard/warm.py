"""Loading what the first opened article needs, while a person still reads the list of stories."""

import atexit
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

    Returns the thread, the same one at every call; it ends by itself; only the end of the program waits for it.
    """
    thread = Thread(target=_score_examples, name="warm-up", daemon=True)
    thread.start()
    atexit.register(thread.join)  # it is never left in the middle of compiled code, which would end the process badly
    return thread


def _score_examples() -> None:
    try:
        texts = {measure.example.text for measure in ALL_MEASURES}
        score(read([Article(id=article_id(None, text), text=text) for text in sorted(texts)]))
    except Exception:
        logging.getLogger(__name__).exception("warming up failed; pages load what they need themselves")
