"""Garmin Connect's `Activities.csv`: any language, through its first nine columns."""

from collections.abc import Iterable
from typing import Any

from ironstride import units
from ironstride.importers import build
from ironstride.importers.base import Choices, Question, Reading, Sourced
from ironstride.importers.garmin_columns import (
    Columns,
    clock_shape,
    columns_of,
    distance_unit,
    is_in_fahrenheit,
)
from ironstride.importers.moments import Moments
from ironstride.importers.sports import family, sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_TITLE, clip, decimal_sign, read_clock, read_number
from ironstride.records import Run
from ironstride.units import DistanceUnit

SOURCE = "garmin-csv"
NAME = "Garmin Activities.csv"


def recognises(table: Table) -> bool:
    """Tell whether a table is Garmin's, by the content of its first nine columns."""
    return columns_of(table) is not None


def read(table: Table, choices: Choices) -> Reading:
    """Return what Garmin's list says: local starts, moving time [s], km or miles made metres."""
    reader = _Reader(table, columns_of(table) or {}, choices)
    made, rejected, left_out = build.each(table.rows, reader.sourced)
    runs = [one.session for one in made if isinstance(one.session, Run)]
    return Reading(
        SOURCE,
        tuple(build.numbered(made)),
        (*table.rejected, *rejected),
        dict(left_out),
        (
            *reader.moments.questions(),
            *(() if reader.unit_is_known else _unit_question(runs)),
        ),
    )


def _unit_question(runs: Iterable[Run]) -> Iterable[Question]:
    longest_m = max((run.distance_m or 0 for run in runs), default=0)
    if longest_m:
        kilometres = units.distance_in(longest_m, "km")
        yield Question(
            "distance_unit",
            f"Garmin does not write its unit: as kilometres your longest run is "
            f"{kilometres:.1f} km, as miles {units.metres(kilometres, 'mi') / 1000:.1f} km",
        )


class _Reader:
    """Reads rows by what the whole file shows: decimal sign, unit, shape of dates and times."""

    unit: DistanceUnit

    def __init__(self, table: Table, columns: Columns, choices: Choices) -> None:
        self.columns = columns
        first = columns["distance"]
        self.decimal = decimal_sign(cell for row in table.rows for cell in row.cells[first:])
        self.shape = clock_shape(table, columns)
        self.moments = Moments.of(table.column(columns["date"]), choices.date_order)
        shown = distance_unit(table, columns, self.decimal, self.shape) or choices.distance_unit
        if shown is None and is_in_fahrenheit(table, columns, self.decimal):
            shown = "mi"
        self.unit_is_known = shown is not None
        self.unit = shown or "km"

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the activity of a row, known by its local start and kind of sport."""
        sport = sport_of(self.text(row, "type"))
        started_at = self.moments.read(self.text(row, "date"))
        values = self.values(row, dropped, is_run=sport in Run.sports) | {
            "started_at": started_at,
            "time_known": ":" in self.text(row, "date"),
            "title": clip(self.text(row, "title"), MAX_TITLE),
        }
        key = f"{started_at.isoformat(timespec='seconds')} {family(sport)}"
        return Sourced(key, row.line, build.session(sport, values, dropped))

    def values(self, row: Row, dropped: build.Dropped, *, is_run: bool) -> dict[str, Any]:
        """Return the measures of a row; 0 stands for unknown, as Garmin writes it."""
        moving, elapsed = (self.side_seconds(row, name, dropped) for name in ("moving", "elapsed"))
        timer = read_clock(self.text(row, "time"), self.shape) or None
        values: dict[str, Any] = {
            "duration_s": moving or timer or elapsed,
            "elapsed_s": elapsed,
            "avg_hr_bpm": self.side(row, "avg_hr", "avg_hr_bpm", dropped),
            "max_hr_bpm": self.side(row, "max_hr", "max_hr_bpm", dropped),
        }
        return values | self.run_values(row, dropped) if is_run else values

    def run_values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return what only a run has; in a list of miles, climbs are in feet."""
        distance = read_number(self.text(row, "distance"), self.decimal)
        climb = self.side(row, "ascent", "ascent_m", dropped)
        feet = units.METRES_PER_FOOT if self.unit == "mi" else 1.0
        return {
            "distance_m": round(units.metres(distance, self.unit), 1) if distance else None,
            "ascent_m": round(climb * feet, 1) if climb else None,
            "cadence_spm": self.side(row, "cadence", "cadence_spm", dropped),
        }

    def side_seconds(self, row: Row, name: str, dropped: build.Dropped) -> float | None:
        """Return a time [s] that the session can do without, or None when it is missing or 0."""
        try:
            return read_clock(self.text(row, name), self.shape) or None
        except ValueError:
            dropped[f"{name} time that is no time"] += 1
            return None

    def side(self, row: Row, name: str, field: str, dropped: build.Dropped) -> float | None:
        """Return a number that the session can do without, or None when it is missing or 0."""
        return build.side_number(self.text(row, name), self.decimal, field, dropped) or None

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the list has none."""
        at = self.columns.get(name)
        return "" if at is None else row.cells[at]
