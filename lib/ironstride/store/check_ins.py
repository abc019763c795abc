"""Check-ins in the log: one a day, the latest word counts."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns
from ironstride.records import CheckIn
from ironstride.store.connection import Log
from ironstride.store.tables import frame_of

LAST_KNOWN_DAYS = 60
_FIELDS = ("body_mass_kg", "sleep_h", "pain", "pain_note")


def save_check_in(log: Log, check_in: CheckIn) -> None:
    """Keep a day's check-in in the place of the one before."""
    save_check_ins(log, (check_in,))


def save_check_ins(log: Log, said: Iterable[CheckIn]) -> None:
    """Keep check-ins of many days, all of them or none."""
    with log.write() as connection:
        for one in said:
            _save(connection, one)


def _save(connection: sqlite3.Connection, said: CheckIn) -> None:
    _delete(connection, said.day)
    connection.execute(
        "insert into check_in (day, body_mass_kg, sleep_h, pain, pain_note) values (?, ?, ?, ?, ?)",
        (said.day.isoformat(), *(getattr(said, name) for name in _FIELDS)),
    )
    connection.executemany(
        "insert into check_in_soreness values (?, ?, ?)",
        [(said.day.isoformat(), *one) for one in said.soreness.items()],
    )


def delete_check_in(log: Log, day: date) -> None:
    """Forget a day's check-in."""
    with log.write() as connection:
        _delete(connection, day)


def check_in(log: Log, day: date) -> CheckIn | None:
    """Return a day's check-in, if there is one."""
    key = (day.isoformat(),)
    row = log.execute("select * from check_in where day = ?", key).fetchone()
    if row is None:
        return None
    sore = log.execute("select muscle, sore from check_in_soreness where day = ?", key)
    known = {name: row[name] for name in _FIELDS}
    return CheckIn(day=day, soreness={one[0]: one[1] for one in sore}, **known)


def check_ins(log: Log, first: date = date.min) -> DataFrame[CheckIns]:
    """Return every check-in from a day on, oldest first, with the sorest muscle's value of each."""
    return frame_of(
        log,
        "select day, body_mass_kg, sleep_h, pain, pain_note,"
        " (select max(sore) from check_in_soreness where day = check_in.day) as sorest"
        " from check_in where day >= ? order by day",
        CheckIns,
        (first.isoformat(),),
    )


def last_check_in_with_mass(log: Log, before: date) -> CheckIn | None:
    """Return the last check-in before a day that has a body mass."""
    (day,) = log.execute(
        "select max(day) from check_in where body_mass_kg is not null and day < ?",
        (before.isoformat(),),
    ).fetchone()
    return check_in(log, date.fromisoformat(day)) if day else None


def body_mass_kg(log: Log, day: date) -> float | None:
    """Return the body mass [kg] on a day: between two check-ins by interpolation.

    Up to 60 days before the first and after the last the nearest one, None beyond.
    """
    before, after = (
        log.execute(
            f"select day, body_mass_kg from check_in where body_mass_kg is not null"
            f" and day {sign} ? order by day {order} limit 1",
            (day.isoformat(),),
        ).fetchone()
        for sign, order in (("<=", "desc"), (">", "asc"))
    )
    return _between(day, before, after)


def _delete(connection: sqlite3.Connection, day: date) -> None:
    connection.execute("delete from check_in where day = ?", (day.isoformat(),))


def _between(day: date, before: sqlite3.Row | None, after: sqlite3.Row | None) -> float | None:
    if before is None or after is None:
        nearest = before or after
        apart = abs((day - date.fromisoformat(nearest[0])).days) if nearest else LAST_KNOWN_DAYS + 1
        return float(nearest[1]) if nearest and apart <= LAST_KNOWN_DAYS else None
    first, last = date.fromisoformat(before[0]), date.fromisoformat(after[0])
    share = (day - first) / (last - first)
    return float(before[1] + (after[1] - before[1]) * share)
