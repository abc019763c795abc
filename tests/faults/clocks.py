"""A clock that is set back or forth between two writes, a zone that changes, nights of an hour."""

import os
import time
from datetime import UTC, datetime, timedelta, tzinfo
from multiprocessing.connection import Connection
from pathlib import Path
from zoneinfo import ZoneInfo

from ironstride import clock
from ironstride.store import (
    add_session,
    back_up_daily,
    back_up_now,
    backups,
    delete_session,
    integrity_problems,
    keep_for_undo,
    open_log,
    runs,
    session,
    undo,
)
from tests.build import run
from tests.faults.children import open_page, told_by
from tests.faults.hindrances import nothing
from tests.faults.scenes import LOG

Step = tuple[datetime, str]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
AUTUMN = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SPRING = datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)
HERE, WEST, EAST = "Europe/Berlin", "America/New_York", "Pacific/Auckland"

CHANGES: dict[str, tuple[Step, ...]] = {
    "clock set back by an hour": ((NOON, HERE), (NOON - timedelta(hours=1), HERE)),
    "clock set back by a day": ((NOON, HERE), (NOON - timedelta(days=1), HERE)),
    "clock ten years ahead, then right": ((NOON + timedelta(days=3650), HERE), (NOON, HERE)),
    "night in which 02:30 comes twice": ((AUTUMN, HERE), (AUTUMN + timedelta(hours=1), HERE)),
    "night without 02:30": ((SPRING, HERE), (SPRING + timedelta(seconds=2), HERE)),
    "another zone each time": ((NOON, HERE), (NOON, WEST), (NOON, EAST)),
}


def change(name: str, folder: Path) -> list[str]:
    """Write before and after a change of clock or zone; return what was lost or wrong."""
    log_file = folder / name / LOG
    log_file.parent.mkdir(parents=True)
    steps = CHANGES[name]
    wrong = []
    for number, (moment, zone) in enumerate(steps):
        told = told_by(write_at, log_file, moment, zone, number)
        wrong += [] if told == "undone" else [f"step {number}: {told}"]
        read = told_by(open_page_at, log_file, moment, zone)
        if read == "broke off" or read["exception"] or read["error"] or read["warning"]:
            wrong.append(f"step {number}: Today shows {read}")
    with open_log(log_file) as log:
        wrong += integrity_problems(log)
        titles = [session(log, number).title for number in sorted(runs(log).session_id)]
        days = {moment.astimezone(_zone(zone)).date() for moment, zone in steps}
    wrong += [] if titles == [str(number) for number in range(len(steps))] else [f"held: {titles}"]
    daily = [one for one in backups(log_file) if one.occasion == "daily"]
    return wrong + ([] if len(daily) == len(days) else [f"{len(daily)} daily backups: {days}"])


def write_at(log_file: Path, moment: datetime, zone: str, number: int, telling: Connection) -> None:
    """Save a run, then delete it and undo that, at a moment by this machine's clock and zone."""
    set_clock(moment, zone)
    with open_log(log_file) as log:
        now = clock.now(zone)
        added = add_session(log, run(started_at=now - timedelta(minutes=50), title=str(number)))
        back_up_daily(log, now.date())
        keep_for_undo(log)
        delete_session(log, added, now)
        is_undone = undo(log, log.revision)
        back_up_now(log, now)
    telling.send("undone" if is_undone else "not undone")


def open_page_at(log_file: Path, moment: datetime, zone: str, telling: Connection) -> None:
    """Open Today at a moment by this machine's clock and zone."""
    set_clock(moment, zone)
    open_page("today/today", log_file, nothing, (), telling)


def set_clock(moment: datetime, zone: str) -> None:
    """Let this process have another clock and zone; the machine's own stay."""

    class Set(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Set":
            return cls.fromtimestamp(moment.timestamp(), tz)

    os.environ["TZ"] = zone
    time.tzset()
    clock.datetime = Set  # type: ignore[attr-defined]


def _zone(name: str) -> tzinfo:
    return ZoneInfo(name)
