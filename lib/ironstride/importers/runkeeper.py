"""Runkeeper's `cardioActivities.csv`: the layout of old, and the one with numbers since 2019."""

from typing import Any

from ironstride import units
from ironstride.importers import build
from ironstride.importers.base import Choices, Reading, Sourced
from ironstride.importers.cells import Cells, columns_of, unit_in
from ironstride.importers.keys import made_key
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.readings import reading_of
from ironstride.importers.sports import sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip, fold, read_clock
from ironstride.records import Run

SOURCE = "runkeeper-csv"
NAME = "Runkeeper cardioActivities.csv"

_HEADERS = {
    "id": ("Activity Id",),
    "start": ("Date",),
    "distance": ("Distance (km)", "Distance (mi)"),
    "moving": ("Duration",),
    "climb": ("Climb (m)", "Climb (ft)"),
    "avg_hr": ("Average Heart Rate (bpm)",),
    "sport": ("Type",),
    "title": ("Route Name",),
    "notes": ("Notes",),
    "recording": ("GPX File",),
}


def recognises(table: Table) -> bool:
    """Tell whether a table is Runkeeper's, by its header."""
    found = columns_of(table, _HEADERS).keys()
    named = found >= {"start", "sport", "distance", "moving"}
    return named and bool(found & {"title", "recording"})


def read(table: Table, choices: Choices) -> Reading:
    """Return what Runkeeper's list says: local starts, moving time [s], km or miles made metres."""
    reader = _Reader(table, choices)
    said = build.each(table.rows, reader.sourced)
    read_from = origins(table, reader.cells.at, reader.read_as())
    return reading_of(SOURCE, table, said, reader.moments.questions(), read_from)


class _Reader:
    """Reads rows by what the whole file shows: units, decimal sign, shape of its dates."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, ("distance", "climb"))
        at = self.cells.at
        self.unit = unit_in(table.header[at["distance"]])
        self.climb_in_feet = "climb" in at and "(ft)" in fold(table.header[at["climb"]])
        self.moments = Moments.of(table.column(at["start"]), choices.date_order)

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        return [
            ("start", "start", "local time"),
            ("distance", "distance", self.unit),
            ("moving", "moving time", "h:mm:ss"),
            ("climb", "climb", "ft" if self.climb_in_feet else "m"),
            ("avg_hr", "average heart rate", "bpm"),
            ("sport", "sport", ""),
            ("title", "title", ""),
            ("notes", "notes", ""),
        ]

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the activity of a row, known by Runkeeper's number, else by start and type."""
        word = self.cells.text(row, "sport")
        sport = sport_of(word)
        started_at = self.moments.read(self.cells.text(row, "start"))
        # A sport without a place in the log would lose its name.
        title = self.cells.text(row, "title") or (word if sport == "other" else "")
        values: dict[str, Any] = {
            "started_at": started_at,
            "time_known": ":" in self.cells.text(row, "start"),
            "title": clip(title, MAX_TITLE),
            "notes": clip(self.cells.text(row, "notes"), MAX_NOTES),
            "duration_s": read_clock(self.cells.text(row, "moving")) or None,
            "avg_hr_bpm": self.cells.side(row, "avg_hr", "avg_hr_bpm", dropped) or None,
        }
        if sport in Run.sports:
            values |= self.run_values(row, dropped)
        made = made_key(started_at.isoformat(timespec="seconds"), fold(word))
        key = self.cells.text(row, "id") or made
        session = build.session(sport, values, dropped)
        recording = self.cells.text(row, "recording").strip()
        return Sourced(key, row.line, session, recording=recording)

    def run_values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return what only a run has: metres, and metres of climb; 0 stands for unknown."""
        distance = self.cells.number(row, "distance")
        climb = self.cells.side(row, "climb", "ascent_m", dropped)
        per_climb = units.METRES_PER_FOOT if self.climb_in_feet else 1.0
        return {
            "distance_m": round(units.metres(distance, self.unit), 2) if distance else None,
            "ascent_m": round(climb * per_climb, 2) if climb else None,
        }
