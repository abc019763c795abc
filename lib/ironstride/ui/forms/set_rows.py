"""Between LiftSets and the rows of a table that a person edits."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, get_args

import pandas as pd

from ironstride import units
from ironstride.records import LiftSet, SetType, Side
from ironstride.units import WeightUnit

Row = dict[Any, Any]

COLUMNS = ("exercise", "reps", "load", "rir", "set_type", "hold_s", "side")
NAMES = {"reps": "reps", "load": "weight", "hold_s": "hold", "rir": "reps in reserve"}
NO_SIDE = "–"  # the grid writes None where a choice is empty
SET_TYPES: dict[SetType, str] = {
    "warmup": "warm-up",
    "work": "work",
    "drop": "drop",
    "failure": "failure",
}


def table_of(rows: Sequence[Row]) -> pd.DataFrame:
    """Return rows as the grid shows them."""
    # Added rows hold gaps, which columns of one type would refuse.
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def rows_of(sets: Iterable[LiftSet], unit: WeightUnit) -> list[Row]:
    """Return a row for each set."""
    return [
        {
            "exercise": one.exercise,
            "reps": _text(one.reps),
            "load": _text(round(units.weight_in(one.load_kg, unit), 3) or None),
            "rir": _text(one.rir),
            "set_type": SET_TYPES[one.set_type],
            "hold_s": _text(one.hold_s),
            "side": one.side or NO_SIDE,
        }
        for one in sets
    ]


def row_of(exercise: str) -> Row:
    """Return a row that names an exercise and nothing else yet."""
    return dict.fromkeys(COLUMNS, "") | {
        "exercise": exercise,
        "set_type": SET_TYPES["work"],
        "side": NO_SIDE,
    }


def written_rows(table: pd.DataFrame) -> list[Row]:
    """Return the rows that say anything, with text in every cell."""
    rows = table.to_dict("records")
    return [{name: _cell(row, name) for name in COLUMNS} for row in rows if not _is_blank(row)]


def read_sets(
    table: pd.DataFrame, shown: Sequence[LiftSet], unit: WeightUnit
) -> tuple[LiftSet, ...]:
    """Return the sets of a grid; rows without an exercise and without numbers are left out.

    A row that still reads as one of the sets `shown` at first is that very set: the grid shows
    rounded weights.

    Raises:
        ValueError: a row cannot be a set; the sentence names the row.
    """
    exact = _exact(shown, unit)
    found = []
    for number, row in enumerate(table.to_dict("records"), start=1):
        if _is_blank(row):
            continue
        try:
            found.append(exact.get(_cells(row)) or _set(row, unit))
        except ValueError as why:
            raise ValueError(f"row {number}: {why}") from None
    return tuple(found)


def sets_so_far(
    table: pd.DataFrame, shown: Sequence[LiftSet], unit: WeightUnit
) -> tuple[LiftSet, ...]:
    """Return the sets of those rows that can be read already."""

    def readable() -> Iterator[LiftSet]:
        for row in written_rows(table):
            with suppress(ValueError):
                yield exact.get(_cells(row)) or _set(row, unit)

    exact = _exact(shown, unit)
    return tuple(readable())


def _exact(shown: Sequence[LiftSet], unit: WeightUnit) -> dict[tuple[str, ...], LiftSet]:
    return {_cells(row): one for row, one in zip(rows_of(shown, unit), shown, strict=True)}


def _set(row: Row, unit: WeightUnit) -> LiftSet:
    set_types = {shown: name for name, shown in SET_TYPES.items()}
    reps = _number(row, "reps")
    return LiftSet(
        exercise=_cell(row, "exercise"),
        set_type=set_types.get(row["set_type"], "work"),
        side=row["side"] if row["side"] in get_args(Side) else None,
        reps=int(reps) if reps is not None and reps == int(reps) else reps,  # type: ignore[arg-type]  # LiftSet refuses half a rep
        load_kg=units.kilograms(_number(row, "load") or 0.0, unit),
        hold_s=_number(row, "hold_s"),
        rir=_number(row, "rir"),
    )


def _cells(row: Row) -> tuple[str, ...]:
    """Return a row's cells in a form that compares."""
    return tuple(_cell(row, name) for name in COLUMNS)


def _cell(row: Row, name: str) -> str:
    return row[name].strip() if isinstance(row[name], str) else ""


def _number(row: Row, name: str) -> float | None:
    typed = _cell(row, name)
    if not typed:
        return None
    try:
        return units.parse_number(typed)
    except ValueError as why:
        raise ValueError(f"{NAMES[name]}: {why}") from None


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.7g}"


def _is_blank(row: Row) -> bool:
    return not any(_cell(row, name) for name in ("exercise", "reps", "load", "hold_s"))
