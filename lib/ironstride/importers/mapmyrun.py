"""MapMyRun's workout history: days without a time, its unit in the header."""

import re
from datetime import datetime
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
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip, fold
from ironstride.records import Run

SOURCE = "mapmyrun-csv"
NAME = "MapMyRun workout history"

_HEADERS = {
    "day": ("Workout Date",),
    "distance": ("Distance (km)", "Distance (mi)"),
    "seconds": ("Workout Time (seconds)",),
    "avg_hr": ("Avg Heart Rate",),
    "sport": ("Activity Type",),
    "notes": ("Notes",),
    "link": ("Link",),
}
_WORKOUT = re.compile(r"/workout/(\d+)/?$")
_BYTES = re.compile(r"""b(['"])(.*)\1""", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_CONTROL = {"n": "\n", "r": "\r", "t": "\t"}


def recognises(table: Table) -> bool:
    """Tell whether a table is MapMyRun's, by its header."""
    return columns_of(table, _HEADERS).keys() >= {"day", "distance", "seconds", "sport"}


def read(table: Table, choices: Choices) -> Reading:
    """Return what MapMyRun's list says: days, time [s], km or miles made metres."""
    reader = _Reader(table, choices)
    said = build.each(table.rows, reader.sourced)
    read_from = origins(table, reader.cells.at, reader.read_as())
    return reading_of(SOURCE, table, said, reader.moments.questions(), read_from)


def plain_notes(cell: str) -> str:
    r"""Return notes as they were typed; some exports write the bytes of a text, as Python does.

    >>> plain_notes(r"b'Caf\xc3\xa9, then\nhome'"), plain_notes("b'"), plain_notes("Windy")
    ('Café, then\nhome', "b'", 'Windy')
    """
    match = _BYTES.fullmatch(cell)
    if match is None or not cell.isascii():
        return cell
    text = _ESCAPE.sub(_unescaped, match[2])
    return text.encode("latin-1").decode("utf-8", "replace").strip()


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else _CONTROL.get(escape[2], escape[2])


class _Reader:
    """Reads rows by what the whole file shows: unit, decimal sign, shape of its dates."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, ("distance", "seconds"))
        self.unit = unit_in(table.header[self.cells.at["distance"]])
        self.moments = Moments.of(table.column(self.cells.at["day"]), choices.date_order)

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        return [
            ("day", "start", "day only"),
            ("distance", "distance", self.unit),
            ("seconds", "time", "s"),
            ("avg_hr", "average heart rate", "bpm"),
            ("sport", "sport", ""),
            ("notes", "notes", ""),
        ]

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the workout of a row, known by the number in its link."""
        word = self.cells.text(row, "sport")
        sport = sport_of(word)
        day = self.moments.read(self.cells.text(row, "day")).replace(hour=0, minute=0, second=0)
        values: dict[str, Any] = {
            "started_at": day,
            "time_known": False,
            # A sport without a place in the log would lose its name.
            "title": clip(word, MAX_TITLE) if sport == "other" else "",
            "notes": clip(plain_notes(self.cells.text(row, "notes")), MAX_NOTES),
            "duration_s": self.cells.number(row, "seconds"),
            "avg_hr_bpm": self.cells.side(row, "avg_hr", "avg_hr_bpm", dropped) or None,
        }
        if sport in Run.sports:
            distance = self.cells.number(row, "distance")
            values["distance_m"] = distance and round(units.metres(distance, self.unit), 2)
        return Sourced(self.key(row, day), row.line, build.session(sport, values, dropped))

    def key(self, row: Row, day: datetime) -> str:
        """Return the number of a workout, else its day, type, distance and time as written."""
        linked = _WORKOUT.search(self.cells.text(row, "link"))
        if linked:
            return linked[1]
        said = (fold(self.cells.text(row, name)) for name in ("sport", "distance", "seconds"))
        return made_key(f"{day:%Y-%m-%d}", *said)
