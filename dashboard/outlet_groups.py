"""The groups of outlets that people have made in a library."""

from analysis.results import Results
from sources.keeping.groups import Group, groups_of
from sources.library import Library


def groups_held(results: Results) -> tuple[Group, ...]:
    """Return the groups of the library, those that people made first, then those of ratings by others."""
    with Library(results.library) as library:
        return groups_of(library)


def outlets_in(groups: tuple[Group, ...], name: str) -> frozenset[str] | None:
    """Return the outlets of the group of this name; None for no group: all outlets."""
    return next((frozenset(group.outlets) for group in groups if group.name == name), None)
