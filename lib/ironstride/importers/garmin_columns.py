"""Where Garmin keeps what, and in which unit: by content first, by header text for the rest."""

import re
from statistics import median

from ironstride.importers.moments import is_moment
from ironstride.importers.table import Row, Table
from ironstride.importers.text import (
    ClockShape,
    DecimalSign,
    is_missing,
    read_clock,
    read_number,
)
from ironstride.units import DistanceUnit

Columns = dict[str, int]

# Type, date, favourite, title, distance, calories, time, average and maximum heart rate.
_NINE = {"type": 0, "date": 1, "title": 3, "distance": 4, "time": 6, "avg_hr": 7, "max_hr": 8}
_LOOKED_AT = 200
_SHARE = 0.8
_CLOCK = re.compile(r"\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?")
_NUMERIC = re.compile(r"[-+']?\d[\d.,\s]*")

_BY_NAME = {
    "moving": (
        "Moving Time", "Zeit in Bewegung", "Tiempo en movimiento", "Tempo em movimento",
        "Tid i bevægelse", "Färdtid", "Menetidő", "Czas ruchu", "Temps de déplacement",
    ),
    "elapsed": (
        "Elapsed Time", "Verstrichene Zeit", "Tiempo transcurrido", "Duração", "Tidsforbrug",
        "Total tid", "Eltelt idő", "Upłynęło czasu", "Temps écoulé",
    ),
    "ascent": (
        "Total Ascent", "Elev Gain", "Anstieg gesamt", "Positiver Höhenunterschied",
        "Ascenso total", "Subida total", "Samlet stigning", "Højdeforøgelse", "Total stigning",
        "Teljes emelkedés", "Całkowity wznios", "Ascension totale", "Ascesa totale",
    ),
    "cadence": (
        "Avg Run Cadence", "Avg Cadence", "Ø Schrittfrequenz (Laufen)",
        "Cadencia de carrera media", "Cadência de corrida média", "Gennemsnit kadence løb",
        "Medellöpkadens", "Átl. pedálütem", "Średni rytm biegu", "Cadence de course moyenne",
    ),
    "stride": (
        "Avg Stride Length", "Ø Schrittlänge", "Longitud media de zancada",
        "Comprimento médio da passada", "Gennemsnitlig skridtlængde", "Medelsteglängd",
        "Átlagos lépéshossz", "Średnia długość kroku", "Longueur moyenne des foulées",
    ),
    "temperature": (
        "Min Temp", "Minimale Temperatur", "Temperatura mínima", "Temp mínima",
        "Minsta temperatur", "Minimalna temperatura", "Température minimale",
    ),
}  # fmt: skip

# Metres run by steps and stride in each unit of the distance column (936 to 1 003 in
# lists of kilometres, 1 604 to 1 612 in lists of miles).
_METRES_PER_UNIT: dict[DistanceUnit, tuple[float, float]] = {"km": (850, 1150), "mi": (1450, 1770)}
_FAHRENHEIT_ABOVE = 45


def columns_of(table: Table) -> Columns | None:
    """Return where each thing Garmin writes stands, or None when the table is not Garmin's."""
    without_favourite = {name: at - (at > 1) for name, at in _NINE.items()}
    for nine in (_NINE, without_favourite):
        if _is_list(table, nine):
            return nine | _named(table, nine["max_hr"] + 1)
    return None


def _is_list(table: Table, nine: Columns) -> bool:
    """Tell whether most rows hold a date, a time, and numbers where Garmin has them."""
    rows = table.rows[:_LOOKED_AT]
    if not rows or len(table.header) <= nine["max_hr"]:
        return False
    has_clock = any(_CLOCK.fullmatch(row.cells[nine["time"]].strip()) for row in rows)
    return has_clock and sum(_is_row(row, nine) for row in rows) >= _SHARE * len(rows)


def _is_row(row: Row, nine: Columns) -> bool:
    def fits(name: str, shape: re.Pattern[str]) -> bool:
        cell = row.cells[nine[name]].strip()
        return is_missing(cell) or shape.fullmatch(cell) is not None

    numbers = all(fits(name, _NUMERIC) for name in ("distance", "avg_hr", "max_hr"))
    return is_moment(row.cells[nine["date"]]) and fits("time", _CLOCK) and numbers


def _named(table: Table, start: int) -> Columns:
    """Return the columns after the first nine that are known by their texts."""
    later = Table(table.header[start:], ())
    found = {name: later.find(*texts) for name, texts in _BY_NAME.items()}
    return {name: start + at for name, at in found.items() if at is not None}


def clock_shape(table: Table, columns: Columns) -> ClockShape:
    """Return what a time of two parts means: hours and minutes, unless the hours run over 23."""
    cells = [cell.strip() for cell in table.column(columns["time"])]
    firsts = [int(cell.split(":")[0]) for cell in cells if re.fullmatch(r"\d+:\d+", cell)]
    return "m:ss" if any(first > 23 for first in firsts) else "h:mm"


def distance_unit(
    table: Table, columns: Columns, decimal: DecimalSign, shape: ClockShape
) -> DistanceUnit | None:
    """Return the unit of the distances, computed from cadence and stride, or None if unknown."""
    ratios = [
        ratio for row in table.rows if (ratio := _metres_per_unit(row, columns, decimal, shape))
    ]
    if not ratios:
        return None
    middle = median(ratios)
    return next(
        (unit for unit, (low, high) in _METRES_PER_UNIT.items() if low < middle < high), None
    )


def _metres_per_unit(
    row: Row, columns: Columns, decimal: DecimalSign, shape: ClockShape
) -> float | None:
    if "cadence" not in columns or "stride" not in columns:
        return None
    try:
        seconds = read_clock(row.cells[columns["time"]], shape)
        cadence, stride, distance = (
            read_number(row.cells[columns[name]], decimal)
            for name in ("cadence", "stride", "distance")
        )
    except ValueError:
        return None
    if not (seconds and cadence and stride and distance):
        return None
    return seconds / 60 * cadence * stride / distance


def is_in_fahrenheit(table: Table, columns: Columns, decimal: DecimalSign) -> bool:
    """Tell whether the lowest temperatures look like degrees Fahrenheit, so an account in miles."""
    found = [_number(cell, decimal) for cell in table.column(columns.get("temperature"))]
    known = [value for value in found if value is not None]
    return bool(known) and median(known) > _FAHRENHEIT_ABOVE


def _number(cell: str, decimal: DecimalSign) -> float | None:
    try:
        return read_number(cell, decimal)
    except ValueError:
        return None
