"""Jefit's backup: many tables in one file; the logs hold an exercise's sets in one cell."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from ironstride import units
from ironstride.importers.base import Choices, Origin, Question, Reading
from ironstride.importers.build import Dropped
from ironstride.importers.cells import Cells, columns_of
from ironstride.importers.decoding import UnreadableFile, lines_of
from ironstride.importers.jefit.tables import account_unit, noted, sessions_of
from ironstride.importers.keys import made_key
from ironstride.importers.lifts import (
    CARDIO,
    NOT_DONE,
    Head,
    Log,
    SetRow,
    notes_of,
    read_log,
)
from ironstride.importers.moments import Moments, local
from ironstride.importers.origins import origins, utc_in
from ironstride.importers.questions import weight_question
from ironstride.importers.readings import reading_of
from ironstride.importers.sections import sections_of
from ironstride.importers.side_by_side import one_each
from ironstride.importers.table import Row, Table
from ironstride.importers.text import clip, fold, read_number

SOURCE = "jefit-csv"
NAME = "Jefit backup CSV"

OTHER_DAY = "start on another day than the one written: the day is kept, the hour is not"
WHY_ZONE = (
    "Jefit writes the hour of a workout in UTC: without your time zone, workouts keep their day "
    "but not their hour"
)
_LOGS, _SESSIONS, _NOTES, _SETTING, _CARDIO_LOGS = (
    "EXERCISE LOGS", "WORKOUT SESSIONS", "NOTES", "SETTING", "CARDIO LOGS",
)  # fmt: skip
_LOG_HEADERS = {
    "session": ("belongsession",),
    "day": ("mydate",),
    "logged": ("logTime",),
    "exercise": ("ename",),
    "sets": ("logs",),
}
_START = re.compile(rb"[\xef\xbb\xbf\xfe\xff\s]*###[ \t]*[A-Z]")
_SET = re.compile(r"(-?[\d.]+)\s*x\s*([\d.]+)", re.IGNORECASE)
_UNIX = re.compile(r"\d{9,10}")
_EPOCH = datetime(1970, 1, 1)


def recognises_file(data: bytes) -> bool:
    """Tell whether a file is Jefit's, by the line above its first table."""
    start = data[:400].replace(b"\0", b"")
    return _START.match(start) is not None and _LOGS.encode() in data.replace(b"\0", b"")


def read_file(data: bytes, choices: Choices) -> Reading:
    """Return what Jefit's backup says: local days, UTC made local by the zone, weights [kg].

    Raises:
        UnreadableFile: it holds no logs of exercises.
    """
    tables = sections_of(lines_of(data), {_LOGS, _SESSIONS, _NOTES, _SETTING, _CARDIO_LOGS})
    logs = tables.get(_LOGS)
    if logs is None or not columns_of(logs, _LOG_HEADERS).keys() >= {"day", "exercise", "sets"}:
        raise UnreadableFile("the file is a backup of Jefit that holds no logs of exercises")
    reader = _Reader(logs, tables, choices)
    log = Log(reader.group, reader.head, reader.set_row)
    said = read_log(one_each(reader.each_set(logs)), log)
    said.left_out.update(reader.left_out)
    if _CARDIO_LOGS in tables:
        said.left_out[CARDIO] += len(tables[_CARDIO_LOGS].rows)
    questions = (
        *((Question("zone", WHY_ZONE),) if reader.met_hours and not choices.zone else ()),
        *reader.moments.questions(),
        *(() if reader.unit else weight_question("Jefit", said.made)),
    )
    return reading_of(SOURCE, logs, said, questions, reader.read_from(logs))


class _Reader:
    """Reads rows of the logs, one set each, by what the whole file shows."""

    def __init__(self, logs: Table, tables: dict[str, Table], choices: Choices) -> None:
        self.cells = Cells(logs, _LOG_HEADERS, ())
        self.zone = choices.zone
        self.unit = account_unit(tables.get(_SETTING)) or choices.weight_unit
        self.moments = Moments.of(logs.column(self.cells.at["day"]), choices.date_order)
        self.sessions = sessions_of(tables.get(_SESSIONS))
        self.notes = noted(tables.get(_NOTES))
        self.met_hours = False
        self.left_out: Dropped = Counter()

    def read_from(self, logs: Table) -> tuple[Origin, ...]:
        """Return where each value comes from."""
        start = [Origin("hour of the start", "starttime", utc_in(self.zone))]
        read_as = [
            ("day", "day of the start", "day only"),
            ("exercise", "exercise", ""),
            ("sets", "weight", self.unit or "kg"),
            ("sets", "reps", ""),
        ]
        notes = [Origin("notes", "mynote")] if self.notes else []
        hours = start if self.sessions else []
        length = [Origin("time", "total_time", "s")] if self.sessions else []
        return (*hours, *length, *origins(logs, self.cells.at, read_as), *notes)

    def each_set(self, logs: Table) -> Iterator[Row]:
        """Yield a row for each set of a row's list, `44.10x5,44.10x5`."""
        at = self.cells.at["sets"]
        for row in logs.rows:
            sets = [said for said in row.cells[at].split(",") if said.strip()] or [""]
            for said in sets:
                yield Row(row.line, [*row.cells[:at], said, *row.cells[at + 1 :]])

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart: Jefit's number, else the day."""
        return (self.number(row) or self.cells.text(row, "day"),)

    def number(self, row: Row) -> str:
        """Return the number of a row's session; one without a session is 0, or names none."""
        number = self.cells.text(row, "session")
        return number if number in self.sessions or _UNIX.fullmatch(number) else ""

    def head(self, rows: list[Row]) -> Head:
        """Return what the sets of a workout share; the day that is written stands."""
        number = self.number(rows[0])
        days = self.days(rows)
        started_at, offset = self.start(rows, days)
        remarks = [(self.cells.text(row, "exercise"), self.note(row)) for row in rows]
        _, seconds = self.sessions.get(number, ("", ""))
        return Head(
            key="_".join(number.split()) or made_key(f"{min(days)}"),
            started_at=started_at or datetime.combine(min(days), datetime.min.time()),
            title="",
            notes=notes_of("", remarks),
            duration_s=float(seconds) if re.fullmatch(r"\d{1,6}", seconds) else None,
            time_known=started_at is not None,
            utc_offset_min=offset,
        )

    def days(self, rows: list[Row]) -> list[date]:
        """Return the days that a workout's rows write; one can cross midnight.

        Raises:
            ValueError: none of them can be read.
        """
        written = dict.fromkeys(self.cells.text(row, "day") for row in rows)
        found = []
        for day in written:
            with suppress(ValueError):
                found.append(self.moments.read(day).date())
        return found or [self.moments.read(next(iter(written))).date()]

    def start(self, rows: list[Row], days: list[date]) -> tuple[datetime | None, int | None]:
        """Return the local start and its offset [min], or None where only the day is known."""
        number = self.number(rows[0])
        known = [self.sessions.get(number, ("", ""))[0], number]
        logged = sorted(self.cells.text(row, "logged") for row in rows)
        unix = next((cell for cell in (*known, *logged) if _UNIX.fullmatch(cell)), None)
        if unix is None:
            return None, None
        self.met_hours = True
        if self.zone is None:
            return None, None
        started_at, offset = local(_EPOCH + timedelta(seconds=int(unix)), self.zone)
        if started_at.date() not in days:
            self.left_out[OTHER_DAY] += 1
            return None, None
        return started_at, offset

    def note(self, row: Row) -> str:
        """Return what was noted of a row's exercise on its day."""
        said = self.cells.text(row, "day"), fold(self.cells.text(row, "exercise"))
        return self.notes.get(said, "")

    def set_row(self, row: Row, dropped: Dropped) -> SetRow | None:
        """Return the weight and reps of a set, or None where nothing was done."""
        said = self.cells.text(row, "sets")
        match = _SET.fullmatch(said)
        if said and match is None:
            raise ValueError(f"{clip(said, 40)!r} is not a weight and reps, such as 60x5")
        weight, reps = (read_number(part) for part in match.groups()) if match else (None, None)
        if not weight and not reps:
            dropped[NOT_DONE] += 1
            return None
        return SetRow(
            exercise=self.cells.text(row, "exercise"),
            load_kg=weight and units.kilograms(weight, self.unit or "kg"),
            reps=reps,
        )
