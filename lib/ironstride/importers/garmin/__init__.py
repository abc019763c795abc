"""Garmin Connect's `Activities.csv`: any language, through its first nine columns."""

from typing import Any

from ironstride import units
from ironstride.importers import build
from ironstride.importers.base import Choices, Reading, Sourced
from ironstride.importers.garmin.clock import REREAD, Clock
from ironstride.importers.garmin.columns import Columns, columns_of
from ironstride.importers.garmin.list_units import with_steps
from ironstride.importers.keys import made_key
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.questions import distance_question
from ironstride.importers.readings import reading_of
from ironstride.importers.sports import key_family, sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_TITLE, clip, decimal_sign, number_or_none, read_number
from ironstride.records import Lift, Other, Run

SOURCE = "garmin-csv"
NAME = "Garmin Activities.csv"

_OF_RUNS = {"distance", "ascent", "cadence", "temperature"}


def recognises(table: Table) -> bool:
    """Tell whether a table is Garmin's, by the content of its first columns."""
    return columns_of(table) is not None


def read(table: Table, choices: Choices) -> Reading:
    """Return what Garmin's list says: local starts, moving time [s], km or miles made metres."""
    reader = _Reader(table, columns_of(table) or {}, choices)
    said = build.each(table.rows, reader.sourced)
    questions = (
        *reader.moments.questions(),
        *(() if reader.units.is_known else distance_question("Garmin", said.made)),
    )
    read_as = reader.read_as([one.session for one in said.made])
    return reading_of(SOURCE, table, said, questions, origins(table, reader.columns, read_as))


class _Reader:
    """Reads rows by what the whole file shows: decimal sign, unit, shape of dates and times."""

    def __init__(self, table: Table, columns: Columns, choices: Choices) -> None:
        first = columns["distance"]
        self.decimal = decimal_sign(cell for row in table.rows for cell in row.cells[first:])
        distances = table.column(first)
        self.clock = Clock.of(
            [
                (time, number_or_none(distance, self.decimal))
                for time, distance in zip(table.column(columns["time"]), distances, strict=True)
            ]
        )
        self.moments = Moments.of(table.column(columns["date"]), choices.date_order)
        self.columns, self.units = with_steps(table, columns, self.decimal, self.clock, choices)
        self.climbs_in_feet = self.units.distance == "mi"

    def read_as(self, sessions: list[Run | Lift | Other]) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in for these sessions."""
        has_times = any(one.time_known for one in sessions)
        has_runs = any(isinstance(one, Run) for one in sessions)
        clock = self.clock.words
        values = [
            ("date", "start", "local time" if has_times else "day only"),
            ("distance", "distance", f"{self.units.distance}, {self.units.told_by}"),
            ("time", "time", clock),
            ("moving", "moving time", clock),
            ("elapsed", "elapsed time", clock),
            ("ascent", "climb", "ft" if self.climbs_in_feet else "m"),
            ("avg_hr", "average heart rate", "bpm"),
            ("max_hr", "maximum heart rate", "bpm"),
            ("cadence", "cadence", "steps per minute"),
            ("temperature", "lowest temperature", "°F" if self.units.in_fahrenheit else "°C"),
            ("type", "sport", ""),
            ("title", "title", ""),
        ]
        return [value for value in values if has_runs or value[0] not in _OF_RUNS]

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the activity of a row, known by its local start and kind of sport."""
        word, date = self.text(row, "type"), self.text(row, "date")
        sport = sport_of(word)
        started_at = self.moments.read(date)
        # A sport without a place in the log would lose its name.
        title = self.text(row, "title").strip() or (word if sport == "other" else "")
        values = self.values(row, dropped, is_run=sport in Run.sports) | {
            "started_at": started_at,
            "time_known": ":" in date or started_at.hour + started_at.minute > 0,
            "title": clip(title, MAX_TITLE),
        }
        key = made_key(started_at.isoformat(timespec="seconds"), key_family(word))
        return Sourced(key, row.line, build.session(sport, values, dropped))

    def values(self, row: Row, dropped: build.Dropped, *, is_run: bool) -> dict[str, Any]:
        """Return the measures of a row; 0 stands for unknown, as Garmin writes it."""
        distance = number_or_none(self.text(row, "distance"), self.decimal)
        moving, elapsed = (
            self.side_seconds(row, name, distance, dropped) for name in ("moving", "elapsed")
        )
        time = self.text(row, "time")
        timer = self.clock.read(time, distance) or None
        if self.clock.rereads(time, distance):
            dropped[REREAD] += 1
        values: dict[str, Any] = {
            # Where nothing moves, as in a strength session, only the timer knows how long it was.
            "duration_s": (moving if distance else None) or timer or moving or elapsed,
            "elapsed_s": elapsed,
            "avg_hr_bpm": self.side(row, "avg_hr", "avg_hr_bpm", dropped) or None,
            "max_hr_bpm": self.side(row, "max_hr", "max_hr_bpm", dropped) or None,
        }
        return values | self.run_values(row, dropped) if is_run else values

    def run_values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return what only a run has; in a list of miles, climbs are in feet."""
        distance = read_number(self.text(row, "distance"), self.decimal)
        climb = self.side(row, "ascent", "ascent_m", dropped)
        feet = units.METRES_PER_FOOT if self.climbs_in_feet else 1.0
        metres = units.metres(distance, self.units.distance) if distance else None
        return {
            "distance_m": metres and round(metres, 1),
            "ascent_m": round(climb * feet, 1) if climb else None,
            "cadence_spm": self.side(row, "cadence", "cadence_spm", dropped) or None,
            "temperature_c": self.celsius(row, dropped),
        }

    def celsius(self, row: Row, dropped: build.Dropped) -> float | None:
        """Return the lowest temperature [°C] that the watch met: what is above it is the wrist."""
        value = self.side(row, "temperature", "temperature_c", dropped)
        if value is None or not self.units.in_fahrenheit:
            return value
        return round(units.celsius(value), 1)

    def side_seconds(
        self, row: Row, name: str, distance: float | None, dropped: build.Dropped
    ) -> float | None:
        """Return a time [s] that the session can do without, or None when it is missing or 0."""
        try:
            return self.clock.read(self.text(row, name), distance) or None
        except ValueError:
            dropped[f"{name} time that cannot be read"] += 1
            return None

    def side(self, row: Row, name: str, field: str, dropped: build.Dropped) -> float | None:
        """Return a number that the session can do without, or None when it is missing."""
        return build.side_number(self.text(row, name), self.decimal, field, dropped)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the list has none."""
        at = self.columns.get(name)
        return "" if at is None else row.cells[at]
