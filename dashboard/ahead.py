"""Drawing what is asked for first before it is asked for: the list of stories, and the stories at its head."""

import atexit
import logging
from collections.abc import Callable
from threading import Event, Thread

from dashboard.current import CurrentResults
from dashboard.links import to_page, to_story
from dashboard.pages.stories import first_stories
from dashboard.warm import warm_up
from sources.errors import NoResults


def draw_ahead(current: CurrentResults, draw: Callable[[object, object], object]) -> Thread:
    """Draw the first pages in the background; `draw` takes an address and what follows its question mark.

    What they are made of is kept (`dashboard.story_open`), so that a person's first click finds it. Returns the thread.
    It ends by itself, or with the page that it draws when the program ends: a thread that were left in the middle of
    compiled code would take the process down with it. What fails is left to the page that asks.
    """
    over = Event()

    def work() -> None:
        try:
            results = current.get()
            warm_up().join()
            draw(to_page("/"), "")
            for story in first_stories(results):
                if over.is_set():
                    return
                draw(to_story(story), "")
        except NoResults:
            return
        except Exception:
            logging.getLogger(__name__).exception("drawing ahead failed; pages are drawn when they are asked for")

    thread = Thread(target=work, name="draw-ahead", daemon=True)
    thread.start()

    def end() -> None:
        over.set()
        thread.join()

    atexit.register(end)
    return thread
