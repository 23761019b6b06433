"""Attributes of HTML whose names are no Python names: aria-* and data-*."""

from collections.abc import Mapping
from typing import Any


def extra(attributes: Mapping[str, str]) -> dict[str, Any]:
    """Return attributes to pass to a component: `html.Span("x", **extra({"aria-hidden": "true"}))`.

    Components take any aria-* and data-* attribute, which their signatures cannot say.
    """
    return dict(attributes)
