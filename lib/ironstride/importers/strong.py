"""Strong's export: every layout since 2016, found by header texts in English, de, fr and es."""

import re

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped, numbered
from ironstride.importers.lifts import Head, Log, SetRow, notes_of, read_log, weight_question
from ironstride.importers.moments import Moments
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, fold, read_number, read_span
from ironstride.records import SetType
from ironstride.units import WeightUnit

SOURCE = "strong-csv"
NAME = "Strong workouts CSV"

REST = "rest timer rows"
UNKNOWN_KIND = "set kinds not known, read as working sets"

_COLUMNS = {
    "date": ("Date", "Datum", "Fecha"),
    "workout": (
        "Workout Name", "Workout-Name", "Nom de l'entraînement", "Nombre de entrenamiento",
    ),
    "duration": (
        "Duration", "Duration (sec)", "Workout Duration", "Dauer", "Durée", "Duración",
    ),
    "exercise": (
        "Exercise Name", "Name der Übung", "Nom de l'exercice", "Nombre del ejercicio",
    ),
    "order": (
        "Set Order", "Reihenfolge festlegen", "Ordre de la série", "Orden de la serie",
    ),
    "weight": (
        "Weight", "Weight (kg)", "Weight (lbs)", "Weight (lb)", "kg", "lb", "lbs", "Gewicht",
        "Poids", "Peso",
    ),
    "weight_unit": ("Weight Unit",),
    "reps": ("Reps", "Wiederh.", "Réps", "Rep."),
    "distance": (
        "Distance", "Distance (meters)", "Distance (km)", "Distance (miles)", "km", "mi",
        "Entfernung", "Distancia",
    ),
    "seconds": ("Seconds", "Sekunden", "Secondes", "Segundos"),
    "notes": ("Notes", "Notizen", "Notas"),
    "workout_notes": (
        "Workout Notes", "Workout-Notizen", "Notes d'entraînement", "Notas del entrenamiento",
    ),
    "rpe": ("RPE",),
}  # fmt: skip
_NEEDED = ("date", "workout", "exercise", "order", "reps")
_MEASURES = ("weight", "reps", "distance", "seconds", "rpe")
_SET_TYPES: dict[str, SetType] = {
    "w": "warmup", "warm_up": "warmup", "warmup": "warmup",
    "d": "drop", "drop_set": "drop", "dropset": "drop", "f": "failure", "failure": "failure",
}  # fmt: skip
_UNITS: dict[str, WeightUnit] = {
    "kg": "kg", "kgs": "kg", "weight (kg)": "kg",
    "lb": "lb", "lbs": "lb", "weight (lbs)": "lb", "weight (lb)": "lb",
}  # fmt: skip


def recognises(table: Table) -> bool:
    """Tell whether a table is Strong's, by the meaning of its header."""
    return all(table.find(*_COLUMNS[name]) is not None for name in _NEEDED)


def read(table: Table, choices: Choices) -> Reading:
    """Return what Strong's list says; weights are kilograms until header or runner say pounds."""
    reader = _Reader(table, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    made, rejected, left_out = read_log(table.rows, log)
    return Reading(
        SOURCE,
        tuple(numbered(made)),
        (*table.rejected, *rejected),
        dict(left_out),
        (
            *reader.moments.questions(),
            *(weight_question("Strong", made) if any(map(reader.is_open, table.rows)) else ()),
        ),
    )


class _Reader:
    """Reads rows by what the whole file shows: columns, unit, decimal sign."""

    def __init__(self, table: Table, choices: Choices) -> None:
        found = {name: table.find(*texts) for name, texts in _COLUMNS.items()}
        self.at = {name: at for name, at in found.items() if at is not None}
        header = fold(table.header[self.at["weight"]]) if "weight" in self.at else ""
        self.unit = _UNITS.get(header) or choices.weight_unit
        self.moments = Moments.of(table.column(self.at["date"]), choices.date_order)
        cells = (cell for name in _MEASURES for cell in table.column(self.at.get(name)))
        self.decimal = decimal_sign(cells)

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart."""
        return self.text(row, "date"), self.text(row, "workout")

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share."""
        first = rows[0]
        started_at = self.moments.read(self.text(first, "date"))
        title = self.text(first, "workout")
        remarks = [(self.text(row, "exercise"), self.text(row, "notes")) for row in rows]
        return Head(
            key=f"{started_at.isoformat(timespec='seconds')} {title.strip()}",
            started_at=started_at,
            title=title,
            notes=notes_of(self.text(first, "workout_notes"), remarks),
            duration_s=read_span(self.text(first, "duration")),
            time_known=":" in self.text(first, "date"),
        )

    def set_row(self, row: Row, dropped: Dropped) -> SetRow | None:
        """Return what a row says, or None for a rest timer."""
        weight, reps = self.number(row, "weight"), self.number(row, "reps")
        kind = self.kind(row)
        if kind is None and not weight and not reps:
            dropped[REST] += 1
            return None
        if kind is None:
            dropped[UNKNOWN_KIND] += 1
        return SetRow(
            exercise=self.text(row, "exercise"),
            set_type=kind or "work",
            load_kg=units.kilograms(weight, self.unit_of(row) or "kg") if weight else weight,
            reps=reps,
            seconds=self.number(row, "seconds"),
            distance=self.number(row, "distance"),
            rpe=self.number(row, "rpe"),
        )

    def kind(self, row: Row) -> SetType | None:
        """Return the set type; anything but a number or a known sign is a rest timer's name."""
        order = fold(self.text(row, "order"))
        numbered_set = re.fullmatch(r"\d{1,4}(?:[.,]0+)?", order) is not None
        return "work" if numbered_set else _SET_TYPES.get(order)

    def unit_of(self, row: Row) -> WeightUnit | None:
        """Return the unit of a row's weight, or None when neither file nor runner says."""
        return _UNITS.get(fold(self.text(row, "weight_unit"))) or self.unit

    def is_open(self, row: Row) -> bool:
        """Tell whether a row holds a weight whose unit nobody has said."""
        has_weight = bool(re.search("[1-9]", self.text(row, "weight")))
        return has_weight and self.unit_of(row) is None

    def number(self, row: Row, name: str) -> float | None:
        """Return a number of a row, or None when it is missing."""
        return read_number(self.text(row, name), self.decimal)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, empty where the layout has none."""
        at = self.at.get(name)
        return "" if at is None else row.cells[at]
