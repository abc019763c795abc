"""Where Strava keeps what: counted from the column of file names, else by header texts."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import get_args

from ironstride.importers.strava.headers import DISTANCE, EXTRAS, HEADERS
from ironstride.importers.table import Table
from ironstride.importers.text import DecimalSign, fold, read_number

Columns = dict[str, int]
Range = tuple[float, float]

_FILE = re.compile(r"activities/[^/]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
# A second column of one name, as other programs save it again: `Distance.1`, `Distance_2`.
_AGAIN = re.compile(r"(?:\.|_|_duplicated_)\d+$")

# The first seven columns have stood in this order since 2018, in every language.
_FIRST = {"id": 0, "date": 1, "title": 2, "type": 3, "notes": 4, "first_elapsed": 5}
_FROM_FILE = {
    "elapsed": 3, "moving": 4, "distance": 5, "gain": 8, "cadence": 17, "max_hr": 18,
    "avg_hr": 19, "device_temperature": 24,
}  # fmt: skip
# Commuting stands before the file names and once more right of them, in every language.
_COMMUTE_BEFORE, _COMMUTE_AFTER = (-3, -2), 38
_EXTRA_FROM_FILE = {"exertion": 31, "weather": 44, "competition": 83, "long_run": 84}
_TICKS: dict[int, Range] = dict.fromkeys(range(81, 86), (0, 1))
# From the file names to the right end in the layouts of 99, 101 and 103 columns: ticks of other
# meanings stand beside these, so that no cell could tell a column too many.
_TICKED_WIDTHS = (87, 89, 91)
# What the cells around must hold for the count to be right: RPE; the second of the weather
# report, its temperature [°C] and humidity; the five yes-or-no columns of 2025.
_PROOF: dict[str, dict[int, Range]] = {
    "exertion": {31: (0, 10)},
    "weather": {42: (1e9, 5e9), 44: (-60, 60), 47: (0, 1)},
    "competition": _TICKS,
    "long_run": _TICKS,
}
_TRUTH = {"true": 1.0, "false": 0.0}


def columns_of(table: Table) -> Columns | None:
    """Return where each thing Strava writes stands, or None when the table is not Strava's."""
    names = [_base(text) for text in table.header]
    for anchor in (_file_column(table), _second_elapsed(names)):
        if anchor is not None and _agrees(table, anchor):
            counted = {name: anchor + offset for name, offset in _FROM_FILE.items()}
            return _FIRST | counted | _extras(table, names, anchor) | _recording(table)
    named = _named(names, HEADERS | EXTRAS) | _distance(table, names) | _recording(table)
    needed = {"id", "date", "type", "first_elapsed"}
    return named if named.keys() >= needed and _is_named_by_strava(table, names) else None


def _base(header: str) -> str:
    return _AGAIN.sub("", fold(header).replace("\u2019", "'"))


def _file_column(table: Table) -> int | None:
    """Return the column that holds the names of recordings, by the first row that has one."""
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            if "/" in cell and _FILE.fullmatch(cell.strip()):
                return at
    return None


def _recording(table: Table) -> Columns:
    at = _file_column(table)
    return {} if at is None else {"recording": at}


def _second_elapsed(names: list[str]) -> int | None:
    """Return where the file names would stand when no row has one: 3 before the second time."""
    again = [at for at, name in enumerate(names) if name == names[5]] if len(names) > 5 else []
    return again[1] - 3 if len(again) > 1 else None


def _agrees(table: Table, anchor: int) -> bool:
    """Tell whether the time counted from the anchor is the one in the sixth column."""
    if not 6 <= anchor < len(table.header) - max(_FROM_FILE.values()):
        return False
    pairs = [(_value(row.cells[5]), _value(row.cells[anchor + 3])) for row in table.rows]
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    equal = sum(abs(one - other) <= 1 for one, other in both)
    return bool(both) and equal >= 0.8 * len(both)


def _extras(table: Table, names: list[str], anchor: int) -> Columns:
    """Return the columns far to the right: by name, else counted where the cells prove it."""
    counted = {
        name: anchor + offset
        for name, offset in _EXTRA_FROM_FILE.items()
        if _is_known_layout(names, anchor, name)
        and all(_holds(table, anchor + near, span) for near, span in _PROOF[name].items())
    }
    return counted | _named(names, EXTRAS)


def _is_known_layout(names: list[str], anchor: int, name: str) -> bool:
    """Tell whether commuting stands again where it should, and the width of ticks is known."""
    if anchor + _COMMUTE_AFTER >= len(names):
        return False
    before = {names[anchor + offset] for offset in _COMMUTE_BEFORE}
    ticked = _PROOF[name] is _TICKS
    return names[anchor + _COMMUTE_AFTER] in before and (
        not ticked or len(names) - anchor in _TICKED_WIDTHS
    )


def _holds(table: Table, at: int, span: Range) -> bool:
    """Tell whether nearly every filled cell of a column holds a number within these bounds."""
    if at >= len(table.header):
        return False
    filled = [_value(cell) for cell in table.column(at) if cell]
    fitting = sum(value is not None and span[0] <= value <= span[1] for value in filled)
    return fitting >= 0.9 * len(filled)


def _value(cell: str) -> float | None:
    """Return the number in a cell that may be written with either decimal sign, or its truth."""
    for decimal in get_args(DecimalSign):
        with suppress(ValueError):
            return read_number(cell, decimal)
    return _TRUTH.get(cell.strip().casefold())


def _named(names: list[str], headers: Mapping[str, Iterable[str]]) -> Columns:
    found = {name: _places(names, texts) for name, texts in headers.items()}
    return {name: places[0] for name, places in found.items() if places}


def _places(names: list[str], texts: Iterable[str]) -> list[int]:
    wanted = {fold(text) for text in texts}
    return [at for at, name in enumerate(names) if name in wanted]


def _distance(table: Table, names: list[str]) -> Columns:
    """Return the column in metres: the second, or the only one (small letters, to 2019)."""
    places = _places(names, DISTANCE)
    if len(places) > 1:
        return {"distance": places[1]}
    if not places:
        return {}
    only = places[0]
    return {"distance" if table.header[only] == "distance" else "first_distance": only}


def _is_named_by_strava(table: Table, names: list[str]) -> bool:
    """Tell whether a header says more than what any list of activities may: `id,date,type`."""
    return table.header[0] != "id" or "gear" in names or "filename" in names
