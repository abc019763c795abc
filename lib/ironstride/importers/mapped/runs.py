"""A table of runs, read as its columns were mapped."""

from typing import Any

from ironstride import units
from ironstride.importers import build
from ironstride.importers.base import Choices, Reading, Sourced
from ironstride.importers.cadence import steps_a_minute
from ironstride.importers.keys import made_key
from ironstride.importers.mapped.cells import MappedCells, metres_of, read_time
from ironstride.importers.mapped.starts import Starts
from ironstride.importers.mapped.times import time_shape_in
from ironstride.importers.mapped.units import decimal_of
from ironstride.importers.mapping import SOURCE, Mapping, TimeShape
from ironstride.importers.origins import origins
from ironstride.importers.questions import distance_question
from ironstride.importers.readings import reading_of
from ironstride.importers.sports import key_family, sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip
from ironstride.importers.unit_words import CLIMBED_M, CLIMBS, TEMPERATURES
from ironstride.records import Run, Sport

SHAPES: dict[TimeShape, str] = {
    "h:mm": "h:mm", "m:ss": "h:mm:ss", "h": "h", "min": "min", "s": "s",
}  # fmt: skip
UNREAD_TIME = "elapsed time that cannot be read"


def read_runs(table: Table, mapping: Mapping, choices: Choices, prefix: str) -> Reading:
    """Return what a table of runs says: starts, metres, times [s]; its keys begin with a prefix."""
    reader = _Reader(table, mapping, choices, prefix)
    said = build.each(table.rows, reader.sourced)
    questions = (
        *reader.starts.questions(said.made, choices),
        *(() if reader.unit else distance_question("This table", said.made)),
    )
    read_from = (*reader.starts.origins(table), *origins(table, mapping.at, reader.read_as()))
    return reading_of(SOURCE, table, said, questions, read_from)


class _Reader:
    """Reads rows by their mapping and by what the whole table shows."""

    def __init__(self, table: Table, mapping: Mapping, choices: Choices, prefix: str) -> None:
        self.prefix = prefix
        self.mapping = mapping
        self.unit = mapping.distance_unit or choices.distance_unit
        self.shape = mapping.time_shape or "m:ss"
        at = mapping.at
        named = time_shape_in(table.header[at["elapsed"]]) if "elapsed" in at else None
        self.elapsed_shape = named or self.shape
        self.starts = Starts(table, mapping, choices)
        self.cells = MappedCells(at, decimal_of(table, mapping))

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the session of a row, known by its own number or by when and what it was."""
        word = self.cells.text(row, "sport")
        sport = sport_of(word) if word else "run"
        start = self.starts.read(row)
        # A sport without a place in the log would lose its name.
        title = self.cells.text(row, "title") or (word if sport == "other" else "")
        values = self.values(row, dropped, sport) | {
            "started_at": start.at,
            "utc_offset_min": start.utc_offset_min,
            "time_known": start.time_known,
            "title": clip(title, MAX_TITLE),
            "notes": clip(self.cells.text(row, "notes"), MAX_NOTES),
        }
        return Sourced(
            self.key(row, word or "run"), row.line, build.session(sport, values, dropped)
        )

    def key(self, row: Row, word: str) -> str:
        """Return what the file knows a row by; tables of other headers have other keys."""
        own = self.cells.text(row, "id")
        if own:
            return made_key(self.prefix, own)
        title = self.cells.text(row, "title")
        return made_key(self.prefix, self.starts.written(row), key_family(word), title)

    def values(self, row: Row, dropped: build.Dropped, sport: Sport) -> dict[str, Any]:
        """Return the measures of a row; 0 stands for unknown, but for the climb and the cold."""
        elapsed = self.elapsed_s(row, dropped)
        timed = read_time(self.cells.text(row, "duration"), self.shape, self.cells.decimal)
        values: dict[str, Any] = {
            "duration_s": timed or elapsed,
            "elapsed_s": elapsed,
            "rpe": self.cells.side(row, "rpe", "rpe", dropped) or None,
            "avg_hr_bpm": self.cells.side(row, "avg_hr", "avg_hr_bpm", dropped) or None,
            "max_hr_bpm": self.cells.side(row, "max_hr", "max_hr_bpm", dropped) or None,
        }
        return values | self.run_values(row, dropped) if sport in Run.sports else values

    def run_values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return what only a run has."""
        distance = self.cells.text(row, "distance")
        return {
            "distance_m": metres_of(distance, self.cells.decimal, self.unit or "km"),
            "ascent_m": self.climb_m(row, dropped),
            "cadence_spm": steps_a_minute(self.cells.side(row, "cadence", "cadence_spm", dropped)),
            "temperature_c": self.temperature_c(row, dropped),
        }

    def elapsed_s(self, row: Row, dropped: build.Dropped) -> float | None:
        """Return the elapsed time [s], which a session can do without beside its time."""
        cell = self.cells.text(row, "elapsed")
        try:
            return read_time(cell, self.elapsed_shape, self.cells.decimal) or None
        except ValueError:
            if "duration" not in self.mapping.at:
                raise
            dropped[UNREAD_TIME] += 1
            return None

    def climb_m(self, row: Row, dropped: build.Dropped) -> float | None:
        """Return the climb [m] of a row."""
        value = self.cells.side(row, "climb", "ascent_m", dropped)
        unit = self.cells.unit(row, "climb", CLIMBS, self.mapping.climb_unit or "m")
        return None if value is None else round(value * CLIMBED_M[unit], 1)

    def temperature_c(self, row: Row, dropped: build.Dropped) -> float | None:
        """Return the temperature [degrees Celsius] of a row."""
        value = self.cells.side(row, "temperature", "temperature_c", dropped)
        unit = self.cells.unit(
            row, "temperature", TEMPERATURES, self.mapping.temperature_unit or "C"
        )
        if value is None or unit == "C":
            return value
        return round(units.celsius(value), 1)

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        mapping = self.mapping
        return [
            ("distance", "distance", self.unit or "km"),
            ("duration", "moving time", SHAPES[self.shape]),
            ("elapsed", "elapsed time", SHAPES[self.elapsed_shape]),
            ("climb", "climb", mapping.climb_unit or "m"),
            ("avg_hr", "average heart rate", "bpm"),
            ("max_hr", "maximum heart rate", "bpm"),
            ("cadence", "cadence", "steps per minute"),
            ("rpe", "RPE", ""),
            ("temperature", "temperature", f"°{mapping.temperature_unit or 'C'}"),
            ("sport", "sport", ""),
            ("title", "title", ""),
            ("notes", "notes", ""),
        ]
