"""TrainingPeaks' `workouts.csv`: what was planned and what was done, by day, without a time."""

from typing import Any

from ironstride.importers import build
from ironstride.importers.base import Choices, Reading, Sourced
from ironstride.importers.cadence import steps_a_minute
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.keys import made_key
from ironstride.importers.moments import Moments
from ironstride.importers.origins import origins
from ironstride.importers.readings import reading_of
from ironstride.importers.sports import sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip, fold
from ironstride.records import Run

SOURCE = "trainingpeaks-csv"
NAME = "TrainingPeaks workouts.csv"
PLANNED = "planned workout without anything done"
DAY_OFF = "day off"

_HEADERS = {
    "day": ("WorkoutDay",),
    "distance": ("DistanceInMeters",),
    "hours": ("TimeTotalInHours",),
    "avg_hr": ("HeartRateAverage",),
    "max_hr": ("HeartRateMax",),
    "rpe": ("Rpe",),
    "cadence": ("CadenceAverage",),
    "sport": ("WorkoutType",),
    "title": ("Title",),
    "plan": ("WorkoutDescription",),
    "comments": ("AthleteComments",),
}
_MEASURES = ("distance", "hours", "avg_hr")
_READ_AS = (
    ("day", "start", "day only"),
    ("distance", "distance", "m"),
    ("hours", "time", "hours"),
    ("avg_hr", "average heart rate", "bpm"),
    ("max_hr", "maximum heart rate", "bpm"),
    ("rpe", "RPE", "0 to 10"),
    ("cadence", "cadence", "strides or steps per minute"),
    ("sport", "sport", ""),
    ("title", "title", ""),
    ("plan", "notes: what was planned", ""),
    ("comments", "notes: your comments", ""),
)


def recognises(table: Table) -> bool:
    """Tell whether a table is TrainingPeaks', by its header."""
    return columns_of(table, _HEADERS).keys() >= {"day", "hours", "sport"}


def read(table: Table, choices: Choices) -> Reading:
    """Return what TrainingPeaks' list says was done: days, metres, hours made seconds.

    It has no number for a workout: its key is day, type and title, and of equal ones the longest
    is the first, so that the order of rows does not matter.
    """
    reader = _Reader(table, choices)
    done = [row for row in table.rows if reader.left_out(row) is None]
    said = build.each(done, reader.sourced)
    said.left_out.update(reason for row in table.rows if (reason := reader.left_out(row)))
    read_from = origins(table, reader.cells.at, _READ_AS)
    return reading_of(SOURCE, table, said, reader.moments.questions(), read_from)


class _Reader:
    """Reads rows by what the whole file shows: decimal sign, shape of its dates."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, _MEASURES)
        self.moments = Moments.of(table.column(self.cells.at["day"]), choices.date_order)

    def left_out(self, row: Row) -> str | None:
        """Return why a row is no workout that was done, or None when it is one."""
        if not self.cells.is_nothing(row, "hours", "distance"):
            return None
        return DAY_OFF if fold(self.cells.text(row, "sport")) == "day off" else PLANNED

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the workout of a row, known by day, type and title."""
        word = self.cells.text(row, "sport")
        title = clip(self.cells.text(row, "title"), MAX_TITLE)
        sport = sport_of(word)
        day = self.moments.read(self.cells.text(row, "day")).replace(hour=0, minute=0, second=0)
        values = self.values(row, dropped) | {
            "started_at": day,
            "time_known": False,
            "title": title,
        }
        if sport in Run.sports:
            values |= self.run_values(row, dropped)
        key = made_key(f"{day:%Y-%m-%d}", fold(word), fold(title))
        return Sourced(key, row.line, build.session(sport, values, dropped))

    def values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return the measures and the words of a row; 0 stands for unknown."""
        hours = self.cells.number(row, "hours")
        said = (self.cells.text(row, name) for name in ("plan", "comments"))
        return {
            "duration_s": round(hours * 3600, 1) if hours else None,
            "avg_hr_bpm": self.cells.side(row, "avg_hr", "avg_hr_bpm", dropped) or None,
            "max_hr_bpm": self.cells.side(row, "max_hr", "max_hr_bpm", dropped) or None,
            "rpe": self.cells.side(row, "rpe", "rpe", dropped) or None,
            "notes": clip("\n".join(filter(None, said)), MAX_NOTES),
        }

    def run_values(self, row: Row, dropped: build.Dropped) -> dict[str, Any]:
        """Return what only a run has: metres and steps."""
        metres = self.cells.number(row, "distance")
        cadence = self.cells.side(row, "cadence", "cadence_spm", dropped)
        return {
            "distance_m": round(metres, 2) if metres else None,
            "cadence_spm": steps_a_minute(cadence),
        }
