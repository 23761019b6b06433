"""What a word near a mention says of it: features by place, shared by learning and by weighing."""

from functools import cache

from analysis.portraying.places import CODES, DEED, DEEDS, LABEL, LINK, NEAR_CODES, REACH, REACHES, SIDES
from analysis.portraying.tones import FAVOURABLE
from analysis.portraying.word_types import LINKS


@cache
def word_places(code: int) -> tuple[str, ...]:
    """Return the names of the places that a word with this code stands in, widest first; () where its tone counts."""
    if REACH + 2 <= code < DEED:
        return ()
    if code >= NEAR_CODES:
        return _parts(code)
    side, zone, own, turned, other = _near(code)
    names = ["near", side]
    names += [f"{side}{zone}"] if zone < 2 else []
    names += [f"{side}4"] if zone < 4 else []
    names += [f"{side}8"] if zone < 5 else []
    names += [f"{side} clause"] if own else []
    names += [f"{side} not"] if turned else []
    names += ["other voice"] if other else []
    return tuple(names)


@cache
def tone_places(code: int) -> tuple[str, ...]:
    """Return the names of the places that a tone with this code stands in."""
    if REACH <= code < DEED:
        return (REACHES[(code - REACH) // 2 * 2],)
    if code >= NEAR_CODES:
        return _parts(code)
    side, zone, own, _, other = _near(code)
    reach = "next" if zone < 3 else "by" if zone < 5 else "far"
    names = ["near", side, f"{side} {reach}"]
    names += [f"{side} clause"] if own else []
    names += ["other voice"] if other else []
    return tuple(names)


def tone_features(tones: tuple[str, ...], code: int) -> tuple[tuple[str, float], ...]:
    """Return what the tones of a word say at a code: each by its name, turned by a negation, and as well or ill."""
    turned = tone_turned(code)
    found: list[tuple[str, float]] = []
    for tone in tones:
        kind, _, step = tone.partition(" ")
        amount = float(step) / 2 if step else 1.0
        if kind in ("good", "bad"):
            name = {"good": "bad", "bad": "good"}[kind] if turned else kind
            found.append((name, amount * (0.74 if turned else 1.0)))
        else:
            found.append((f"not {kind}" if turned else kind, 1.0))
            found.append(("well" if (kind in FAVOURABLE) != turned else "ill", 1.0))
    return tuple(found)


def features(stem: str, tones: tuple[str, ...], code: int) -> tuple[tuple[str, float], ...]:
    """Return the features of a word: its stem, or "place=stem" and "place:tone", each with its amount."""
    said = [(f"{place}={stem}", 1.0) for place in word_places(code)]
    if tones:
        said += [
            (f"{place}:{tone}", amount) for tone, amount in tone_features(tones, code) for place in tone_places(code)
        ]
    return tuple(said)


def kind_of(code: int) -> str:
    """Return what a code makes of a word: about, does, done to or label."""
    if code < DEED:
        return "label" if REACH <= code < REACH + 2 else "about"
    if code >= LINK:
        return "done to"
    if code == LABEL:
        return "label"
    return ("does", "does", "done to", "done to", "label", "label")[code - DEED]


def _parts(code: int) -> tuple[str, ...]:
    if code >= LINK:
        link = LINKS[code - LINK]
        return ("to", f"to {link}") if link else ("to", "to them")
    if code < DEED:
        return (REACHES[code - REACH],)
    return ("label",) if code == LABEL else (DEEDS[code - DEED],)


def _near(code: int) -> tuple[str, int, bool, bool, bool]:
    rest, other = divmod(code, 2)
    rest, turned = divmod(rest, 2)
    rest, own = divmod(rest, 2)
    side, zone = divmod(rest, 6)
    return SIDES[side], zone, bool(own), bool(turned), bool(other)


def tone_turned(code: int) -> bool:
    """Say whether a negation turns the tone of a word with this code."""
    if code < NEAR_CODES:
        return bool(code // 2 % 2)
    return code < LABEL and bool((code - REACH) % 2)


ALL_CODES = range(CODES)
