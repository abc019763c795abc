"""The plan as a calendar file (iCalendar, RFC 5545): one event a day, without a time or a zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import Planned
from ironstride.metrics.week_maker import AFTER_RUN
from ironstride.metrics.week_runs import run_word
from ironstride.records import PlannedExercise, PlannedSession
from ironstride.store import Log
from ironstride.store.plan import plan_uids, planned, planned_session
from ironstride.units import Units, format_clock, format_distance, format_weight

PRODUCT = "-//Ironstride//Plan//EN"
_DOMAIN = "ironstride"


def calendar_file(
    log: Log, units: Units, *, first: date, last: date, now: datetime, zone: str | None = None
) -> bytes:
    """Return what is planned or done from a day to another, both included, as an .ics file.

    What was skipped is left out. Each event covers its local day and leaves it free; its name for
    calendars stays when it is moved, so that importing anew moves it. `now` is the
    wall clock in `zone`, or this machine's own.
    """
    moment = now.replace(tzinfo=ZoneInfo(zone)) if zone else now
    wanted = planned(log, first, last)
    names = plan_uids(log)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for number in wanted.plan_id[wanted.status != "skipped"]:
        event = Event()
        event.add("uid", f"{names[number]}@{_DOMAIN}")
        event.add("dtstamp", moment.astimezone(UTC))
        _tell(event, planned_session(log, int(number)), units, after_run=_is_after(wanted, number))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _tell(event: Event, session: PlannedSession, units: Units, *, after_run: bool) -> None:
    event.add("dtstart", session.day)
    event.add("dtend", session.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary(session, units))
    told = [one_line(one, units) for one in session.exercises]
    told += [session.notes] if session.notes else []
    told += [AFTER_RUN] if after_run else []
    if told:
        event.add("description", "\n".join(told))


def summary(session: PlannedSession, units: Units) -> str:
    """Return a planned session in one line.

    >>> monday = date(2026, 11, 23)
    >>> summary(PlannedSession(day=monday, kind="run", type="long", distance_m=18_000), Units())
    'Long run, 18.0 km'
    >>> summary(PlannedSession(day=monday, kind="lift", title="Legs"), Units())
    'Legs'
    """
    usual = "Lift" if session.kind == "lift" else run_word(session.type).capitalize()
    parts = [session.title or usual]
    if session.distance_m:
        parts.append(format_distance(session.distance_m, units.distance))
    if session.duration_s:
        parts.append(format_clock(session.duration_s))
    return ", ".join(parts)


def one_line(planned: PlannedExercise, units: Units) -> str:
    """Return a planned exercise in one line.

    >>> squat = PlannedExercise(exercise="Back squat", reps_low=4, reps_high=6, load_kg=80, rir=2)
    >>> one_line(squat, Units())
    'Back squat: 3 × 4 to 6, 80 kg, 2 in reserve'
    >>> one_line(PlannedExercise(exercise="Plank", sets=2, hold_s=60), Units())
    'Plank: 2 × 60 s'
    """
    if planned.reps_low is None:
        dose = f"{planned.hold_s:g} s"
    elif planned.reps_low == planned.reps_high:
        dose = str(planned.reps_low)
    else:
        dose = f"{planned.reps_low} to {planned.reps_high}"
    parts = [f"{planned.exercise}: {planned.sets} × {dose}"]
    if planned.load_kg:
        parts.append(format_weight(planned.load_kg, units.weight))
    if planned.rir is not None:
        parts.append(f"{planned.rir:g} in reserve")
    return ", ".join(parts)


def _is_after(wanted: DataFrame[Planned], number: int) -> bool:
    """Tell whether a lift comes after a run of its day."""
    own = wanted[wanted.plan_id == number].iloc[0]
    if own.kind != "lift":
        return False
    before = (wanted.day == own.day) & (wanted.kind == "run") & (wanted.order <= own.order)
    return bool((before & (wanted.status != "skipped")).any())
