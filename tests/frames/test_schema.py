"""The quick check of tables beside pandera's own: it says the same, or leaves it to pandera."""

from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pytest
from pandas.testing import assert_frame_equal
from pandera.errors import SchemaError
from pandera.typing.pandas import DataFrame

from ironstride import frames
from ironstride.frames import Frame, Laps, Runs, Sessions
from ironstride.frames.plan import Planned
from ironstride.frames.schema import QuickSchema


def _frames() -> list[type[Frame]]:
    for module in iter_modules(frames.__path__):
        import_module(f"{frames.__name__}.{module.name}")
    found, open_ = [], [Frame]
    while open_:
        children = open_.pop().__subclasses__()
        found += children
        open_ += children
    return sorted(set(found), key=lambda one: one.__name__)


FRAMES = _frames()
VALUES: dict[str, tuple[Any, ...]] = {
    "bool": (True, False),
    "boolean": (True, False),
    "int64": (1, 2),
    "float64": (1.0, 1.0),
    "datetime64[ns]": (pd.Timestamp(2026, 11, 23), pd.Timestamp(2026, 11, 16)),
    "string[pyarrow]": ("run", "easy"),
    "object": ((1, 2), ()),
}
ODD: tuple[Any, ...] = (
    None, float("nan"), -181.0, -1.0, 0.0, 0.25, 3.5, 1e9, float("inf"), -5, 0, 11, True, "", "run",
    "nobody", "2026-11-23", pd.NaT, pd.Timestamp(1, 1, 1), pd.Timestamp(2026, 11, 23, 7),
)  # fmt: skip


def _kinds() -> dict[str, pa.Column]:
    """Return one column of each kind that any frame declares, by what is declared of it."""
    found = {}
    for model in FRAMES:
        for column in model.to_schema().columns.values():
            checks = [f"{check.name} {check.statistics}" for check in column.checks]
            told = (str(column.dtype), column.nullable, column.unique, *checks)
            found[", ".join(map(str, told))] = column
    return found


KINDS = _kinds()


def _right(columns: dict[Any, pa.Column]) -> pd.DataFrame:
    """Make a table of two rows that breaks nothing that is declared."""
    return pd.DataFrame({str(name): _two(column) for name, column in columns.items()})


def _two(column: pa.Column) -> list[Any]:
    allowed = [(check.statistics or {}).get("allowed_values") for check in column.checks]
    words = next((tuple(one) for one in allowed if one), VALUES[str(column.dtype)])
    is_number = column.unique and str(column.dtype) == "float64"
    return [1.0, 2.0] if is_number else [words[0], words[-1]]


def _pandera(schema: pa.DataFrameSchema, table: pd.DataFrame) -> pd.DataFrame:
    return pa.DataFrameSchema(schema.columns, strict="filter", coerce=True).validate(table)


def _compare(schema: QuickSchema, table: pd.DataFrame) -> None:
    """Hold what passes at once against what pandera makes of it; what does not is its to say."""
    at_once = schema.at_once(table)
    if at_once is not None:
        assert_frame_equal(at_once, _pandera(schema, table))


def _schema(model: type[Frame]) -> QuickSchema:
    schema = model.to_schema()
    assert isinstance(schema, QuickSchema)
    return schema


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_that_passes_at_once_passes_pandera_as_well_and_looks_the_same(kind: str) -> None:
    schema = QuickSchema({"value": KINDS[kind]}, strict="filter", coerce=True)
    right = _right(schema.columns)
    _compare(schema, right.head(0))
    _compare(schema, right.head(0).astype(object))
    for value in ODD:
        _compare(schema, pd.DataFrame({"value": [value, value]}))
        _compare(schema, pd.DataFrame({"value": [right["value"][0], value]}, dtype=object))
    for other in ("datetime64[s]", "int32", "float32", "boolean", "Int64"):
        with suppress(TypeError, ValueError):
            _compare(schema, right.astype(other))


@pytest.mark.parametrize("model", [Runs, Sessions, Planned], ids=lambda model: model.__name__)
def test_a_table_that_passes_at_once_looks_as_pandera_leaves_it(model: type[Frame]) -> None:
    schema = _schema(model)
    table = _right(schema.columns)
    _compare(schema, table.assign(stranger=1))
    _compare(schema, table[table.columns[::-1]].set_index(pd.Index([7, 3])))
    assert schema.at_once(table.assign(stranger=1)) is not None
    assert schema.at_once(pd.concat([table, table[table.columns[:1]]], axis=1)) is None
    for name in table.columns:
        assert schema.at_once(table.drop(columns=name)) is None


@pytest.mark.parametrize("model", FRAMES, ids=lambda model: model.__name__)
def test_a_right_table_passes_at_once_where_its_columns_are_of_the_known_kinds(
    model: type[Frame],
) -> None:
    schema = _schema(model)
    known = all(
        str(column.dtype) != "boolean" and all(check.statistics for check in column.checks)
        for column in schema.columns.values()
    )
    assert (schema.at_once(_right(schema.columns)) is not None) == known


def test_a_table_is_never_the_one_that_was_given() -> None:
    given = _right(Laps.to_schema().columns)
    found = Laps.validate(given)
    found.loc[0, "distance_m"] = 5.0
    assert given.distance_m[0] == 1.0


@pytest.mark.parametrize("broken", [0.0, -1.0, float("nan")])
def test_a_wrong_table_is_refused_by_name(broken: float) -> None:
    with pytest.raises(SchemaError, match="distance_m"):
        Laps.validate(_right(Laps.to_schema().columns).assign(distance_m=broken))


def test_an_empty_table_has_the_declared_types() -> None:
    empty = Sessions.validate(pd.DataFrame({name: [] for name in Sessions.to_schema().columns}))
    assert_frame_equal(pd.DataFrame(empty), _pandera(Sessions.to_schema(), empty))


def test_a_table_asked_for_by_its_type_is_checked_too() -> None:
    with pytest.raises(SchemaError, match="session_id"):
        DataFrame[Runs](_right(Runs.to_schema().columns).assign(session_id=0))
