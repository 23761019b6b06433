"""The demo pack: three invented events, each told by five invented outlets.

`pages/` holds the news pages as a small site would serve them, named EVENT-OUTLET.html; `outlets.toml` describes the
outlets. What a reader should find in them is in `docs/demo.md`.
"""

from pathlib import Path

from sources.outlet_table import parsed


def pages() -> tuple[Path, ...]:
    """Paths of the demo pages, sorted by file name; empty only if the pack was installed without its pages."""
    return tuple(sorted(Path(__file__).parent.joinpath("pages").glob("*.html")))


def outlet_names() -> frozenset[str]:
    """Names of the invented outlets."""
    table = Path(__file__).with_name("outlets.toml")
    return frozenset(outlet.name for outlet in parsed(table.read_text(encoding="utf-8"), table.name))
