"""The names of the voices, used as values in the `voice` columns."""

from typing import Final, Literal

Voice = Literal["narration", "quotation", "headline", "body"]

NARRATION: Final = "narration"
"""The outlet's own words in the body: everything outside quotations."""

QUOTATION: Final = "quotation"
"""Words of people quoted in the body."""

HEADLINE: Final = "headline"
"""The title. Offsets of this voice index `Article.title`; those of all others index `Article.text`."""

BODY: Final = "body"
"""Narration and quotation together, for measures that do not split (readability, attribution)."""
