import pytest

from analysis.facts.name_terms import other_names
from analysis.facts.names import Name


@pytest.mark.parametrize(
    ("text", "kind", "terms"),
    [
        ("GOP", "body", ("word:republican", "word:parti")),
        ("Northern Harbour Authority", "body", ("word:nha",)),
        ("Harbour Board", "body", ()),
        ("Anna Maria Lee", "person", ()),
    ],
    ids=["listed", "initials", "too short", "person"],
)
def test_what_else_a_body_is_called(text: str, kind: str, terms: tuple[str, ...]) -> None:
    assert other_names(Name(0, len(text), text, text, kind)) == terms  # type: ignore[arg-type]
