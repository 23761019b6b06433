"""The pages. A new page is one file here and one line in `ALL_PAGES`."""

from dashboard.page import Page
from dashboard.pages import (
    article,
    collect,
    correct,
    groups,
    method,
    outlet,
    outlets,
    quality,
    stories,
    story,
    two_outlets,
)

ALL_PAGES: tuple[Page, ...] = (
    stories.PAGE,
    story.PAGE,
    article.PAGE,
    outlets.PAGE,
    outlet.PAGE,
    two_outlets.PAGE,
    groups.PAGE,
    collect.PAGE,
    quality.PAGE,
    correct.PAGE,
    method.PAGE,
)
"""Every page, those of the navigation in its order."""
