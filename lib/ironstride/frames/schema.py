"""A check of tables that lets through at once what is right already.

Pandera takes 5 to 20 ms for a table, however small, which is felt on a page of fifty tables. What
it would mend or refuse still goes to pandera.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from operator import ge, gt, le, lt
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa

TYPES: Mapping[str, Any] = {
    **{name: np.dtype(name) for name in ("bool", "datetime64[ns]", "float64", "int64", "object")},
    "string[pyarrow]": pd.Series([], dtype=str).dtype,
}
# From a kind of NumPy's to another: whole numbers to any other, moments to moments.
LOSSLESS = frozenset({"if", "ii", "ib", "MM"})
LIMITS: Mapping[str, tuple[Callable[[Any, Any], Any], str]] = {
    "greater_than": (gt, "min_value"),
    "greater_than_or_equal_to": (ge, "min_value"),
    "less_than": (lt, "max_value"),
    "less_than_or_equal_to": (le, "max_value"),
}


@dataclass(frozen=True)
class _Column:
    """What is declared of a column, in a shape that is quick to hold against one."""

    type: Any
    nullable: bool
    unique: bool
    limits: tuple[tuple[Callable[[Any, Any], Any], float], ...]
    allowed: frozenset[str] | None

    def brought(self, values: "pd.Series[Any]") -> "pd.Series[Any]":
        """Return a column with its declared type where nothing can be lost by it."""
        known: Any = values.dtype
        if known == self.type:
            return values
        nothing = known.kind == "O" and self.type.kind == "f" and values.isna().all()
        if values.empty or nothing or f"{known.kind}{self.type.kind}" in LOSSLESS:
            with suppress(TypeError, ValueError):
                return values.astype(self.type)
        return values

    def holds(self, values: "pd.Series[Any]") -> bool:
        """Tell whether a column is right as it is."""
        if values.dtype != self.type or (self.unique and not values.is_unique):
            return False
        empty = values.isna().to_numpy()
        if empty.any() and not self.nullable:
            return False
        if self.allowed is not None and not self.allowed.issuperset(values.dropna().unique()):
            return False
        numbers = values.to_numpy() if self.limits else ()
        return all((holds(numbers, bound) | empty).all() for holds, bound in self.limits)


class QuickSchema(pa.DataFrameSchema):
    """Pandera's schema of a table, asked only about tables that are not plainly right."""

    def validate(self, check_obj: pd.DataFrame, *args: Any, **options: Any) -> pd.DataFrame:
        """Return the table without strangers and with the declared types.

        Raises:
            SchemaError: it breaks what is declared of it.
        """
        right = None if any((*args, *options.values())) else self.at_once(check_obj)
        return super().validate(check_obj, *args, **options) if right is None else right

    def at_once(self, table: pd.DataFrame) -> pd.DataFrame | None:
        """Return the declared columns of a table that is plainly right; None for others."""
        declared = self._declared
        names = [name for name in table.columns if name in declared]
        if not declared or len(names) != len(declared) or len(set(names)) != len(declared):
            return None
        mended = {}
        for name in names:
            given = table[name]
            values = declared[name].brought(given)
            if not declared[name].holds(values):
                return None
            if values is not given:
                mended[name] = values
        return pd.DataFrame(table[names]).assign(**mended)

    @cached_property
    def _declared(self) -> dict[str, _Column]:
        """What is declared of each column; nothing where some of it is pandera's to tell."""
        if self.checks or self.parsers or self.index is not None:
            return {}
        columns = {str(name): _quick(column) for name, column in self.columns.items()}
        known = {name: column for name, column in columns.items() if column is not None}
        return known if len(known) == len(columns) else {}

    @classmethod
    def get_backend(cls, check_obj: Any = None, check_type: type | None = None) -> Any:
        """Return what checks in pandera, which knows its own schemas alone."""
        return pa.DataFrameSchema.get_backend(check_obj, check_type)


def _quick(column: pa.Column) -> _Column | None:
    limits, allowed = [], None
    for check in column.checks:
        told = check.statistics or {}
        if check.name == "isin":
            allowed = frozenset(told["allowed_values"])
        elif check.name in LIMITS:
            holds, name = LIMITS[check.name]
            limits.append((holds, told[name]))
        else:
            return None
    is_plain = str(column.dtype) in TYPES and not column.parsers and column.required
    if not is_plain:
        return None
    type_ = TYPES[str(column.dtype)]
    return _Column(type_, column.nullable, column.unique, tuple(limits), allowed)
