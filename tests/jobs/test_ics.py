"""The calendar file: read back by the library that calendars share, it says what is planned."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar

from ironstride.jobs.ics import calendar_file
from ironstride.records import PlannedExercise, PlannedSession, RunType
from ironstride.store import Log, plan
from ironstride.units import Units
from tests.build import run
from tests.logs import DAY, planned_sessions, scratch

NOW = datetime(2026, 11, 23, 8, 0)
TUESDAY = date(2026, 11, 24)
SUNDAY = date(2026, 11, 29)
SQUATS = PlannedExercise(exercise="Back squat", reps_low=5, reps_high=5, load_kg=100.0, rir=2.0)
LEGS = PlannedSession(
    day=TUESDAY, kind="lift", order=2, legs=True, exercises=(SQUATS,), notes="Slow; then fast"
)
TEMPO = PlannedSession(
    day=TUESDAY, kind="run", type="tempo", title="Tempo run", distance_m=8046.72, duration_s=2400
)


def read(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def events(log: Log, units: Units | None = None, **span: Any) -> list[Any]:
    known: dict[str, Any] = {"first": TUESDAY, "last": SUNDAY, "now": NOW, "zone": "Europe/Berlin"}
    content = calendar_file(log, units or Units(), **known | span)
    return read(content)


def test_an_event_covers_its_local_day_without_a_time_or_a_zone(log: Log) -> None:
    plan.add_planned(log, TEMPO)
    (event,) = events(log)
    assert event["dtstart"].dt == TUESDAY
    assert event["dtend"].dt == TUESDAY + timedelta(days=1)
    assert type(event["dtstart"].dt) is date
    assert event["transp"] == "TRANSPARENT"
    assert event["dtstamp"].dt == datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def test_an_event_says_what_is_planned_in_the_units_of_the_runner(log: Log) -> None:
    plan.add_planned(log, TEMPO, LEGS)
    ran, lifted = events(log, Units("mi", "lb"))
    assert ran["summary"] == "Tempo run, 5.0 mi, 40:00"
    assert "description" not in ran
    assert lifted["summary"] == "Lift"
    assert lifted["description"].split("\n") == [
        "Back squat: 3 × 5, 220.5 lb, 2 in reserve",
        "Slow; then fast",
        "After the run, 6 hours or more later if the day allows.",
    ]


@pytest.mark.parametrize(
    ("kind", "said"), [("intervals", "Interval run"), ("race", "Race"), ("other", "Run")]
)
def test_a_run_that_nobody_named_is_called_as_on_the_page(
    log: Log, kind: RunType, said: str
) -> None:
    plan.add_planned(log, replace(TEMPO, type=kind, title=""))
    assert [event["summary"] for event in events(log)] == [f"{said}, 8.0 km, 40:00"]


def test_a_lift_without_a_run_before_it_comes_after_none(log: Log) -> None:
    number, *_ = plan.add_planned(log, TEMPO, LEGS, replace(LEGS, day=SUNDAY, order=1))
    plan.skip_planned(log, number)
    assert ["After the run" in one["description"] for one in events(log)] == [False, False]


def test_a_name_stays_when_the_session_is_moved_and_no_other_gets_it(log: Log) -> None:
    numbers = plan.add_planned(log, TEMPO, LEGS)
    before = {event["uid"] for event in events(log)}
    assert len(before) == 2
    plan.move_planned(log, numbers[0], SUNDAY)
    assert {event["uid"] for event in events(log)} == before
    plan.delete_planned(log, *numbers)
    plan.add_planned(log, TEMPO, LEGS)
    assert before.isdisjoint(event["uid"] for event in events(log))


def test_what_was_done_is_in_it_and_what_was_skipped_is_not(log: Log) -> None:
    ran, lifted, _ = plan.add_planned(log, TEMPO, LEGS, replace(TEMPO, title="Other"))
    plan.log_planned(log, ran, run())
    plan.skip_planned(log, lifted)
    assert [event["summary"][:5] for event in events(log)] == ["Tempo", "Other"]


@pytest.mark.parametrize(("first", "n"), [(TUESDAY, 1), (TUESDAY + timedelta(days=1), 0)])
def test_only_the_days_asked_for_are_in_it(log: Log, first: date, n: int) -> None:
    plan.add_planned(log, TEMPO, replace(TEMPO, day=SUNDAY + timedelta(days=1)))
    assert len(events(log, first=first)) == n


def test_an_empty_plan_is_a_calendar_without_events(log: Log) -> None:
    assert events(log) == []
    content = calendar_file(log, Units(), first=TUESDAY, last=SUNDAY, now=NOW)
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


@given(one=planned_sessions)
def test_no_text_gets_out_of_its_field(one: PlannedSession) -> None:
    with scratch() as log:
        plan.add_planned(log, replace(one, title=f"{one.title}\r\nEND:VEVENT\nATTACH:x"[:80]))
        content = calendar_file(
            log, Units(), first=DAY, last=DAY + timedelta(days=30), now=NOW, zone="UTC"
        )
        (event,) = read(content)
        assert event["dtstart"].dt == one.day
        assert "attach" not in event
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
