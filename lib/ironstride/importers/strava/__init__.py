"""Strava's `activities.csv`: every layout since 2018, in any language."""

from typing import Any

from ironstride.importers import build
from ironstride.importers.base import Choices, Reading, Sourced
from ironstride.importers.cadence import steps_a_minute
from ironstride.importers.keys import made_key
from ironstride.importers.moments import Moments, local
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.questions import zone_question
from ironstride.importers.readings import reading_of
from ironstride.importers.sports import key_family, sport_of
from ironstride.importers.strava.columns import Columns, columns_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import (
    MAX_NOTES,
    MAX_TITLE,
    DecimalSign,
    clip,
    decimal_sign,
    is_yes,
    read_number,
)
from ironstride.records import RunType, Sport

SOURCE = "strava-csv"
NAME = "Strava activities.csv"

# Pool swims come with a moving time of seconds for half an hour in the water.
SWIM_MOVING = "moving time of a swim below a twentieth of its elapsed time"
_SWIM_SHARE = 20
_MEASURES = ("elapsed", "moving", "distance", "gain", "avg_hr", "max_hr", "cadence")
_SIDE = {
    "gain": "ascent_m", "avg_hr": "avg_hr_bpm", "max_hr": "max_hr_bpm", "cadence": "cadence_spm",
    "exertion": "rpe", "weather": "temperature_c", "device_temperature": "temperature_c",
}  # fmt: skip


def recognises(table: Table) -> bool:
    """Tell whether a table is Strava's, by its file names or its header."""
    return columns_of(table) is not None


def read(table: Table, choices: Choices) -> Reading:
    """Return what Strava's list says: moving time [s], metres, UTC made local."""
    columns = columns_of(table) or {}
    reader = _Reader(table, columns, choices)
    said = build.each(table.rows, reader.sourced)
    questions = (*reader.moments.questions(), *zone_question("Strava", said.made, choices))
    read_from = origins(table, columns, _read_as(columns, choices.zone))
    return reading_of(SOURCE, table, said, questions, read_from)


def _read_as(columns: Columns, zone: str | None) -> list[tuple[str, str, str]]:
    """Return what each column is, and the unit it is read in."""
    metres, again = "distance" in columns, "elapsed" in columns
    return [
        ("date", "start", utc_in(zone)),
        ("distance", "distance", "m") if metres else ("first_distance", "distance", "km"),
        ("moving", "moving time", "s"),
        ("elapsed" if again else "first_elapsed", "elapsed time", "s"),
        ("gain", "climb", "m"),
        ("avg_hr", "average heart rate", "bpm"),
        ("max_hr", "maximum heart rate", "bpm"),
        ("exertion", "RPE", "0 to 10"),
        ("cadence", "cadence", "strides per minute"),
        ("weather" if "weather" in columns else "device_temperature", "temperature", "°C"),
        ("type", "sport", ""),
        ("competition", "race", ""),
        ("long_run", "long run", ""),
        ("title", "title", ""),
        ("notes", "notes", ""),
    ]


class _Reader:
    """Reads rows by what the whole file shows: columns, decimal sign, shape of its dates."""

    def __init__(self, table: Table, columns: Columns, choices: Choices) -> None:
        self.columns = columns
        self.zone = choices.zone
        self.moments = Moments.of(table.column(columns["date"]), choices.date_order)
        measures = (cell for name in _MEASURES for cell in table.column(columns.get(name)))
        self.decimal: DecimalSign = decimal_sign(measures)
        # The first distance follows the language of the account, the others never do.
        self.first_decimal = decimal_sign(table.column(columns.get("first_distance")))

    def sourced(self, row: Row, dropped: build.Dropped) -> Sourced:
        """Return the activity of a row, known by Strava's number for it."""
        sport = sport_of(self.text(row, "type"))
        started_at, offset = local(self.moments.read(self.text(row, "date")), self.zone)
        values = self.values(row, sport, dropped) | {
            "started_at": started_at,
            "utc_offset_min": offset,
            "title": clip(self.text(row, "title"), MAX_TITLE),
            "notes": clip(self.text(row, "notes"), MAX_NOTES),
        }
        key = self.text(row, "id").strip() or made_key(
            self.text(row, "date"), key_family(self.text(row, "type"))
        )
        session = build.session(sport, values, dropped)
        return Sourced(key, row.line, session, recording=self.text(row, "recording").strip())

    def values(self, row: Row, sport: Sport, dropped: build.Dropped) -> dict[str, Any]:
        """Return the measures of a row; 0 stands for unknown, but for the climb."""
        elapsed = self.number(row, "elapsed") or self.number(row, "first_elapsed") or None
        moving = self.number(row, "moving") or elapsed
        if sport == "swim" and moving and elapsed and moving * _SWIM_SHARE < elapsed:
            dropped[SWIM_MOVING] += 1
            moving = elapsed
        side = {name: self.side(row, name, dropped) for name in _SIDE}
        weather = side["weather"]
        return {
            "duration_s": moving,
            "elapsed_s": elapsed,
            "distance_m": self.distance_m(row),
            "type": self.run_type(row),
            "ascent_m": side["gain"],
            "avg_hr_bpm": side["avg_hr"] or None,
            "max_hr_bpm": side["max_hr"] or None,
            "cadence_spm": steps_a_minute(side["cadence"]),
            "rpe": side["exertion"] or None,
            "temperature_c": side["device_temperature"] if weather is None else weather,
        }

    def distance_m(self, row: Row) -> float | None:
        """Return the second distance [m]; the first, in kilometres, only where it stands alone."""
        metres = self.number(row, "distance")
        if metres is None and "distance" not in self.columns:
            kilometres = read_number(self.text(row, "first_distance"), self.first_decimal)
            metres = kilometres and kilometres * 1000
        return round(metres, 2) if metres else None

    def run_type(self, row: Row) -> RunType:
        """Return what Strava was told: a competition, a long run, or nothing."""
        if is_yes(self.text(row, "competition")):
            return "race"
        return "long" if is_yes(self.text(row, "long_run")) else "other"

    def number(self, row: Row, name: str) -> float | None:
        """Return a number that makes the row what it is."""
        return read_number(self.text(row, name), self.decimal)

    def side(self, row: Row, name: str, dropped: build.Dropped) -> float | None:
        """Return a number that the session can do without."""
        value = build.side_number(self.text(row, name), self.decimal, _SIDE[name], dropped)
        return value if value is None else round(value, 1)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the layout has none."""
        at = self.columns.get(name)
        return "" if at is None else row.cells[at]
