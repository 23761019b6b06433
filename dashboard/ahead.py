"""Drawing what is asked for first before it is asked for: the list of stories, and the stories at its head."""

import logging
from collections.abc import Callable
from threading import Thread

from dashboard.current import CurrentResults
from dashboard.links import to_page, to_story
from dashboard.pages.stories import first_stories
from dashboard.warm import warm_up
from sources.errors import NoResults


def draw_ahead(current: CurrentResults, draw: Callable[[object, object], object]) -> Thread:
    """Draw the first pages in the background; `draw` takes an address and what follows its question mark.

    What they are made of is kept (`dashboard.story_open`), so that a person's first click finds it. Returns the thread.
    It ends by itself; what fails is left to the page that asks.
    """

    def work() -> None:
        try:
            results = current.get()
            warm_up().join()
            draw(to_page("/"), "")
            for story in first_stories(results):
                draw(to_story(story), "")
        except NoResults:
            return
        except Exception:
            logging.getLogger(__name__).exception("drawing ahead failed; pages are drawn when they are asked for")

    thread = Thread(target=work, name="draw-ahead", daemon=True)
    thread.start()
    return thread
