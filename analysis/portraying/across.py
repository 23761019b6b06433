"""Joining names across the articles of a story: "Marsh" on one page is "Tom Marsh" on another."""

import pandas as pd

_LONGEST = 4


def joined_across(portrayals: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Return PORTRAYALS with each entity named alike in all articles of one story of MEMBERS; `named` stays.

    A surname is the one full name in the story that ends with it; with two such names, as of a wife and a husband, it
    stays alone. Names that differ in the words between first and last, or in capitals, are one: the form that most
    articles have. An article in which both forms stand for two entities keeps both.
    """
    if portrayals.empty:
        return portrayals
    story = portrayals["article"].map(dict(zip(members["article"], members["story"], strict=True)))
    entity = portrayals["entity"].tolist()
    for _, rows in portrayals.assign(at=range(len(portrayals))).groupby(story.to_numpy(), sort=True):
        if rows["article"].nunique() < 2:
            continue
        names = names_across(rows[["article", "entity"]].drop_duplicates()["entity"].tolist())
        for _, here in rows.groupby("article", sort=False):
            own = here["entity"].tolist()
            taken = set(own)
            for at, name in zip(here["at"].tolist(), own, strict=True):
                wanted = names[name]
                if wanted == name or wanted not in taken:
                    entity[at] = wanted
    return portrayals.assign(entity=pd.array(entity, dtype="str"))


def names_across(entities: list[str]) -> dict[str, str]:
    """Return the name that each entity has in the story; an entity stands in the list once for each article."""
    times: dict[str, int] = {}
    for name in entities:
        times[name] = times.get(name, 0) + 1
    forms: dict[tuple[str, ...], list[str]] = {}
    for name in times:
        forms.setdefault(_key(name), []).append(name)
    best = {key: max(names, key=lambda name: (times[name], -len(name), name)) for key, names in forms.items()}
    ends: dict[str, list[tuple[str, ...]]] = {}
    for key in forms:
        if len(key) == 2:
            ends.setdefault(key[-1], []).append(key)
    found: dict[str, str] = {}
    for name in times:
        key = _key(name)
        full = ends.get(key[0], []) if len(key) == 1 else []
        found[name] = best[full[0]] if len(full) == 1 else best[key]
    return found


def _key(name: str) -> tuple[str, ...]:
    words = tuple(name.casefold().split())
    return (words[0], words[-1]) if 2 < len(words) <= _LONGEST and len(words[1].rstrip(".")) == 1 else words
