"""Fitbod's export: its layouts since 2019, and the list that its support sends."""

import re
from datetime import datetime
from math import fsum

from ironstride import units
from ironstride.importers.base import Choices, Reading
from ironstride.importers.build import Dropped
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.keys import made_key
from ironstride.importers.lifts import Head, Log, SetRow, length_of, notes_of, read_log
from ironstride.importers.moments import Moments, local
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.questions import zone_question
from ironstride.importers.readings import reading_of
from ironstride.importers.side_by_side import one_each
from ironstride.importers.table import Row, Table
from ironstride.importers.text import is_yes, number_or_none

SOURCE = "fitbod-csv"
NAME = "Fitbod WorkoutExport.csv"

# A bare weight is in kilograms too: pounds that were typed show by their tails (6.803893642).
_HEADERS = {
    "start": ("Date",),
    "exercise": ("Exercise", "Exercise Name", "exercise_name"),
    "sets": ("Sets",),
    "weight": ("Weight", "Weight(kg)", "Weight (kg)", "weight_kg"),
    "lb": ("Weight(lb)", "Weight(lbs)", "Weight (lb)", "Weight (lbs)", "weight_lb", "weight_lbs"),
    "reps": ("Reps",),
    "seconds": ("Duration(s)", "Duration (s)", "duration_seconds"),
    "distance": ("Distance(m)", "Distance (m)", "distance_meters"),
    "warmup": ("isWarmup",),
    "notes": ("Note", "Notes"),
}
_MEASURES = ("sets", "weight", "lb", "reps", "seconds", "distance")
_MOST_SETS = 50
_WITH_OFFSET = re.compile(r"(.*\d) ?(?:Z|([+-])(\d{2}):?(\d{2}))")


def recognises(table: Table) -> bool:
    """Tell whether a table is Fitbod's, by its header."""
    found = columns_of(table, _HEADERS).keys()
    return found >= {"start", "exercise", "reps", "warmup"} and bool(found & {"weight", "lb"})


def read(table: Table, choices: Choices) -> Reading:
    """Return what Fitbod's list says: UTC made local, weights [kg], holds [s]."""
    reader = _Reader(table, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said = read_log(reader.each_set(table.rows), log)
    questions = (
        *(zone_question("Fitbod", said.made, choices) if reader.in_utc else ()),
        *reader.moments.questions(),
    )
    read_from = origins(table, reader.cells.at, reader.read_as())
    return reading_of(SOURCE, table, said, questions, read_from)


class _Reader:
    """Reads rows by what the whole file shows: columns, decimal sign, whether times are UTC."""

    def __init__(self, table: Table, choices: Choices) -> None:
        self.cells = Cells(table, _HEADERS, _MEASURES)
        self.zone = choices.zone
        written = [_offset(cell) for cell in {*table.column(self.cells.at["start"])}]
        offsets = {offset for _, offset in written}
        # The app writes +0000 whatever the zone; another offset shows a file that means them.
        self.in_utc = 0 in offsets and offsets <= {0, None}
        self.has_times = any(":" in moment for moment, _ in written)
        self.moments = Moments.of((moment for moment, _ in written), choices.date_order)
        self.counts_sets = "sets" in self.cells.at and not self.numbers_sets(table.rows)

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        local_or_day = "local time" if self.has_times else "day only"
        return [
            ("start", "start", utc_in(self.zone) if self.in_utc else local_or_day),
            ("exercise", "exercise, or title of cardio", ""),
            ("sets", "sets", "how many" if self.counts_sets else "which"),
            ("weight", "weight", "kg"),
            ("lb", "weight", "lb"),
            ("reps", "reps", ""),
            ("seconds", "hold, or time of cardio", "s"),
            ("distance", "distance of cardio", "m"),
            ("warmup", "warm-up", ""),
            ("notes", "notes", ""),
        ]

    def numbers_sets(self, rows: tuple[Row, ...]) -> bool:
        """Tell whether the column of sets numbers them: 1, 2, 3 in rows of one exercise."""
        numbers: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            same = self.cells.text(row, "start"), self.cells.text(row, "exercise")
            numbers.setdefault(same, []).append(self.cells.text(row, "sets"))
        several = [sorted(cells) for cells in numbers.values() if len(cells) > 1]
        return any(len(set(cells)) > 1 for cells in several) and all(
            cells == sorted(str(n) for n in range(1, len(cells) + 1)) for cells in several
        )

    def each_set(self, rows: tuple[Row, ...]) -> list[Row]:
        """Return a row for each set, where a row holds several equal ones."""
        if not self.counts_sets:
            return list(rows)
        return one_each(row for row in rows for _ in range(self.sets_in(row)))

    def sets_in(self, row: Row) -> int:
        """Return how many equal sets a row holds; what is no number is 1."""
        cell = self.cells.text(row, "sets").removesuffix(".0")
        return min(int(cell), _MOST_SETS + 1) if re.fullmatch(r"[1-9]\d{0,3}", cell) else 1

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart: all sets of one carry the same moment."""
        return (self.cells.text(row, "start"),)

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share."""
        written, stated = _offset(self.cells.text(rows[0], "start"))
        moment = self.moments.read(written)
        in_utc = self.in_utc and stated == 0
        started_at, offset = local(moment, self.zone) if in_utc else (moment, stated)
        remarks = [
            (self.cells.text(row, "exercise"), self.cells.text(row, "notes")) for row in rows
        ]
        time_known = ":" in written
        # Fitbod lists what a watch recorded too: one row, of a distance.
        is_endurance = all(self.metres(row) for row in rows)
        duration_s, unread = length_of(lambda: self.seconds(rows)) if is_endurance else (None, ())
        names = dict.fromkeys(self.cells.text(row, "exercise") for row in rows)
        return Head(
            key=_key(moment, in_utc=in_utc, time_known=time_known),
            started_at=started_at,
            title=", ".join(names) if is_endurance else "",
            notes=notes_of("", remarks),
            duration_s=duration_s,
            time_known=time_known,
            utc_offset_min=offset,
            left_out=unread,
        )

    def metres(self, row: Row) -> float | None:
        """Return the distance of a row [m], or None where it is none."""
        return number_or_none(self.cells.text(row, "distance"), self.cells.decimal)

    def seconds(self, rows: list[Row]) -> float:
        """Return the time of all rows together [s]."""
        return fsum(self.cells.number(row, "seconds") or 0 for row in rows)

    def set_row(self, row: Row, _dropped: Dropped) -> SetRow:
        """Return what a row says; the weight of dumbbells is that of one, as elsewhere."""
        kilograms, pounds = self.cells.number(row, "weight"), self.cells.number(row, "lb")
        is_warmup = is_yes(self.cells.text(row, "warmup"))
        return SetRow(
            exercise=self.cells.text(row, "exercise"),
            set_type="warmup" if is_warmup else "work",
            load_kg=units.kilograms(pounds, "lb") if pounds and not kilograms else kilograms,
            reps=self.cells.exact(row, "reps"),
            seconds=self.cells.number(row, "seconds"),
            distance_m=self.cells.number(row, "distance"),
        )


def _offset(cell: str) -> tuple[str, int | None]:
    """Return a moment without its offset, and the offset from UTC [min] where it is written."""
    match = _WITH_OFFSET.fullmatch(cell.strip()) if ":" in cell else None
    if match is None:
        return cell.strip(), None
    minutes = int(match[3] or 0) * 60 + int(match[4] or 0)
    return match[1], -minutes if match[2] == "-" else minutes


def _key(moment: datetime, *, in_utc: bool, time_known: bool) -> str:
    if not time_known:
        return made_key(f"{moment:%Y-%m-%d}")
    return made_key(moment.isoformat(timespec="seconds") + ("Z" if in_utc else ""))
