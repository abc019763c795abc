"""Where Garmin keeps what: by content first, by header text for the rest."""

import re

from ironstride.importers.garmin.headers import named
from ironstride.importers.moments import is_moment
from ironstride.importers.table import Row, Table
from ironstride.importers.text import is_missing

Columns = dict[str, int]

# Type, date, favourite, title, distance, calories, time, average and maximum heart rate.
_NINE = {
    "type": 0, "date": 1, "title": 3, "distance": 4, "calories": 5, "time": 6, "avg_hr": 7,
    "max_hr": 8,
}  # fmt: skip
_NO_FAVOURITE = {name: at - (at > 1) for name, at in _NINE.items()}
# Until 2016: name, type, at times one more (course, event), start, time, distance.
_CLASSIC = {"title": 0, "type": 1, "date": 2, "time": 3, "distance": 4}
_CLASSIC_WITH_COURSE = {name: at + (at > 1) for name, at in _CLASSIC.items()}

_LOOKED_AT = 200
_SHARE = 0.8
_CLOCK = re.compile(r"\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?")
_NUMERIC = re.compile(r"[-+']?\d[\d.,\s]*")
_AFTER_WEEKDAY = re.compile(r"[^\W\d_]+\.?,\s.+\d[:.]\d{2}")


def columns_of(table: Table) -> Columns | None:
    """Return where each thing Garmin writes stands, or None when the table is not Garmin's.

    Of columns with the same text, the first one counts.
    """
    for layout in (_NINE, _NO_FAVOURITE, _CLASSIC, _CLASSIC_WITH_COURSE):
        if _is_list(table, layout):
            later = named(table, max(layout.values()) + 1)
            return {name: places[0] for name, places in later.items()} | layout
    return None


def _is_list(table: Table, layout: Columns) -> bool:
    """Tell whether most rows hold a date, a time, and numbers where Garmin has them."""
    rows = table.rows[:_LOOKED_AT]
    if not rows or len(table.header) <= max(layout.values()):
        return False
    has_clock = any(_CLOCK.fullmatch(row.cells[layout["time"]].strip()) for row in rows)
    return has_clock and sum(_is_row(row, layout) for row in rows) >= _SHARE * len(rows)


def _is_row(row: Row, layout: Columns) -> bool:
    def fits(name: str, shape: re.Pattern[str]) -> bool:
        cell = row.cells[layout[name]].strip()
        return is_missing(cell) or shape.fullmatch(cell) is not None

    date = row.cells[layout["date"]].strip()
    # Tables kept by hand often start like the old layout; a weekday before the date is Garmin's.
    is_start = is_moment(date) and ("avg_hr" in layout or _AFTER_WEEKDAY.match(date) is not None)
    numbers = [name for name in ("distance", "calories", "avg_hr", "max_hr") if name in layout]
    return is_start and fits("time", _CLOCK) and all(fits(name, _NUMERIC) for name in numbers)
