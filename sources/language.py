"""The language of a text."""

import re
from functools import cache
from typing import TYPE_CHECKING

from sources.iso import LANGUAGES

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FEWEST_WORDS = 20
"""Below this many words (or three times as many characters in scripts without spaces) nothing is said."""

SUREST = 0.5
"""The least probability at which a language is named."""

_PIECE = 500
"""Characters of each of the three pieces of a long text that are looked at (0.5 ms): its start, middle and end."""


_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of the scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that `text` is mostly in ("en").

    None when the text is too short to tell (fewer than 20 words), when no language is clear, or when the language has
    no code of two letters. Words of another language inside the text do not matter. The model is the one that the
    package py3langid carries (a naive Bayes classifier of byte n-grams: Lui & Baldwin, 2012); nothing is fetched. It is
    loaded at the first call.
    """
    part = _looked_at(text)
    if not _long_enough(part):
        return None
    language, probability = _identifier().classify(part)
    return str(language) if probability >= SUREST and language in LANGUAGES else None


def _looked_at(text: str) -> str:
    if len(text) <= 3 * _PIECE:
        return text
    middle = (len(text) - _PIECE) // 2
    return f"{text[:_PIECE]} {text[middle : middle + _PIECE]} {text[-_PIECE:]}"


def _long_enough(text: str) -> bool:
    words = [word for word in text.split() if any(letter.isalpha() for letter in word)]
    unspaced = len(_UNSPACED.findall(text))
    return len(words) >= FEWEST_WORDS or unspaced >= 3 * FEWEST_WORDS


@cache
def _identifier() -> "LanguageIdentifier":
    """Return the classifier, loaded once (0.7 s)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
