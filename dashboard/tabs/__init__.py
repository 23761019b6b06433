"""The views of an event on the Story page. A new one is one file here and one line in `ALL_TABS`."""

from dashboard.tabs import beside, copies, facts, people, sources, words
from dashboard.tabs.tab import Tab

ALL_TABS: tuple[Tab, ...] = (beside.TAB, facts.TAB, people.TAB, words.TAB, sources.TAB, copies.TAB)
"""Every tab in its order; the first is shown where the address names none."""
