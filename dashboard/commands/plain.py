"""Plain text for terminals."""

import re


def one_line(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` characters, cut at a word with an ellipsis."""
    flat = re.sub(r"\s+", " ", re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text)).strip()
    if len(flat) <= width:
        return flat
    cut = flat[: width - 1].rsplit(" ", 1)[0] or flat[: width - 1]
    return cut + "…"
