"""Which outlet of the results a person means."""

from difflib import get_close_matches

from analysis.results import Results
from sources.errors import UnknownName
from sources.outlets import folded


def one_outlet(results: Results, name: str) -> str:
    """Return the name of the outlet of the results that is called `name`, in whatever case, or by another of its names.

    Raises UnknownName, which lists some that there are.
    """
    held: list[str] = results.table("holdings")["outlet"].tolist()
    plain = {folded(outlet): outlet for outlet in held}
    known = results.outlets.by_name(name)
    for wanted in (name, known.name if known else name):
        if folded(wanted) in plain:
            return plain[folded(wanted)]
    near = get_close_matches(folded(name), plain, n=5, cutoff=0.5)
    listed = ", ".join(plain[each] for each in near) if near else ", ".join(held[:8])
    raise UnknownName(f"no page of an outlet {name!r} is in the last analysis; there are {listed or 'none'}")
