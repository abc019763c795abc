"""The `activities.csv` of intervals.icu: metres, seconds, and the start both local and in UTC."""

import re
from datetime import datetime
from typing import Any

from ironstride.importers import build
from ironstride.importers.base import Choices, Reading, Sourced
from ironstride.importers.cadence import steps_a_minute
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.keys import made_key
from ironstride.importers.moments import FURTHEST_MIN, Moments
from ironstride.importers.origins import origins
from ironstride.importers.readings import reading_of
from ironstride.importers.sports import sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip, fold, is_yes
from ironstride.records import Run, Sport

SOURCE = "intervals-csv"
NAME = "intervals.icu activities.csv"
# What Strava tells intervals.icu, intervals.icu may not pass on: such rows hold an id and a day.
EMPTY = "row without time and distance (Strava's activities come empty)"
NO_OFFSET = "offset from UTC outside what is possible"

_HEADERS = {
    name: (name,)
    for name in (
        "id", "start_date_local", "start_date", "distance", "moving_time", "elapsed_time",
        "total_elevation_gain", "average_heartrate", "max_heartrate", "icu_rpe",
        "perceived_exertion", "average_cadence", "average_temp", "type", "trainer", "race",
        "name", "description",
    )
}  # fmt: skip
_MEASURES = ("distance", "moving_time", "elapsed_time", "total_elevation_gain", "average_cadence")
_SIDE = {
    "ascent_m": "total_elevation_gain", "avg_hr_bpm": "average_heartrate",
    "max_hr_bpm": "max_heartrate", "temperature_c": "average_temp",
}  # fmt: skip
_READ_AS = (
    ("start_date_local", "start", "local time"),
    ("start_date", "offset from UTC", "UTC"),
    ("distance", "distance", "m"),
    ("moving_time", "moving time", "s"),
    ("elapsed_time", "elapsed time", "s"),
    ("total_elevation_gain", "climb", "m"),
    ("average_heartrate", "average heart rate", "bpm"),
    ("max_heartrate", "maximum heart rate", "bpm"),
    ("icu_rpe", "RPE", "0 to 10"),
    ("perceived_exertion", "RPE, where the first has none", "0 to 10"),
    ("average_cadence", "cadence", "strides or steps per minute"),
    ("average_temp", "temperature", "°C"),
    ("type", "sport", ""),
    ("trainer", "treadmill", ""),
    ("race", "race", ""),
    ("name", "title", ""),
    ("description", "notes", ""),
)


def recognises(table: Table) -> bool:
    """Tell whether a table comes from intervals.icu, by its header."""
    named = columns_of(table, _HEADERS).keys() >= {"id", "start_date_local", "moving_time", "type"}
    return named and any(fold(name).startswith("icu_") for name in table.header)


def read(table: Table, choices: Choices) -> Reading:
    """Return what intervals.icu's list says: local starts with their offset, [m], [s]."""
    reader = _Reader(table, choices)
    filled = [row for row in table.rows if not reader.is_empty(row)]
    said = build.each(filled, reader.sourced)
    said.left_out[EMPTY] += len(table.rows) - len(filled)
    read_from = origins(table, reader.cells.at, _READ_AS)
    return reading_of(SOURCE, table, said, reader.moments.questions(), read_from)


class _Reader:
    """Reads rows by what the whole file shows: decimal sign, shape of its dates."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, _MEASURES)
        starts = table.column(self.cells.at["start_date_local"])
        self.moments = Moments.of(starts, choices.date_order)

    def is_empty(self, row: Row) -> bool:
        """Tell whether a row holds neither time nor distance."""
        return self.cells.is_nothing(row, "moving_time", "elapsed_time", "distance")

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the activity of a row, known by its number, else by start and type."""
        sport = self.sport(row)
        started_at = self.moments.read(self.cells.text(row, "start_date_local"))
        values = self.values(row, dropped) | {
            "started_at": started_at,
            "time_known": ":" in self.cells.text(row, "start_date_local"),
            "utc_offset_min": self.offset_min(row, started_at, dropped),
            "title": clip(self.cells.text(row, "name"), MAX_TITLE),
            "notes": clip(self.cells.text(row, "description"), MAX_NOTES),
        }
        if sport in Run.sports:
            metres = self.cells.number(row, "distance")
            values["distance_m"] = metres and round(metres, 2)
        word = fold(self.cells.text(row, "type"))
        made = made_key(started_at.isoformat(timespec="seconds"), word)
        key = self.cells.text(row, "id") or made
        return Sourced(key, row.line, build.session(sport, values, dropped))

    def values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return the measures of a row; 0 stands for unknown, but for climb and temperature."""
        elapsed = self.cells.number(row, "elapsed_time")
        side = {field: self.cells.side(row, name, field, dropped) for field, name in _SIDE.items()}
        cadence = self.cells.side(row, "average_cadence", "cadence_spm", dropped)
        rated = self.cells.side(row, "icu_rpe", "rpe", dropped)
        return side | {
            "duration_s": self.cells.number(row, "moving_time") or elapsed,
            "elapsed_s": elapsed,
            "avg_hr_bpm": side["avg_hr_bpm"] or None,
            "max_hr_bpm": side["max_hr_bpm"] or None,
            "cadence_spm": steps_a_minute(cadence),
            "rpe": rated or self.cells.side(row, "perceived_exertion", "rpe", dropped) or None,
            "type": "race" if is_yes(self.cells.text(row, "race")) else "other",
        }

    def offset_min(self, row: Row, local: datetime, dropped: build.Dropped) -> int | None:
        """Return local time less UTC [min], or None when the row does not say."""
        utc = self.cells.text(row, "start_date")
        if not utc:
            return None
        try:
            minutes = round((local - self.moments.read(utc)).total_seconds() / 60)
        except ValueError:
            minutes = None
        if minutes is None or abs(minutes) > FURTHEST_MIN:
            dropped[NO_OFFSET] += 1
            return None
        return minutes

    def sport(self, row: Row) -> Sport:
        """Return the sport of words run together, such as `TrailRun`; a run indoors: treadmill."""
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.cells.text(row, "type"))
        sport = sport_of(words)
        return "treadmill" if sport == "run" and is_yes(self.cells.text(row, "trainer")) else sport
