"""`Row`: one row of a frame as a named tuple, as `analysis.tables.rows` yields it."""

from typing import Any, TypeAlias

Row: TypeAlias = Any
"""What its fields hold is declared by the row's Table, which a type checker cannot see."""
