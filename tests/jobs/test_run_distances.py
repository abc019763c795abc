"""How far the runs of a made week go."""

from datetime import date, datetime, timedelta

import pytest

from ironstride import store
from ironstride.jobs.plan_week import keep_week, propose
from ironstride.metrics.week_wishes import Wishes
from ironstride.records import Goal
from ironstride.settings import Settings
from ironstride.store import Log, goals, plan
from ironstride.units import DistanceUnit, Units
from tests.build import run

MONDAY = date(2026, 11, 23)
SATURDAY, SUNDAY = MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)


def ran(log: Log, ago: int, kind: str, distance_m: float | None) -> None:
    start = datetime(2026, 11, 22, 7) - timedelta(days=ago)
    store.add_session(log, run(started_at=start, type=kind, distance_m=distance_m))


def distances(log: Log, unit: DistanceUnit = "km", **runs: str) -> dict[str, float | None]:
    asked = {MONDAY + timedelta(days=int(day[1:])): kind for day, kind in runs.items()}
    wishes = Wishes(week=MONDAY, runs=asked)
    proposal = propose(log, Settings(units=Units(distance=unit)), wishes, today=MONDAY)
    keep_week(log, proposal, today=MONDAY)
    kept = plan.planned(log)
    ids = kept.plan_id[kept.kind == "run"]
    sessions = [plan.planned_session(log, int(one)) for one in ids]
    return {one.type: one.distance_m for one in sessions}


def test_a_planned_run_is_as_far_as_usual_to_half_a_km_and_an_unknown_type_stays_open(
    log: Log,
) -> None:
    for ago, far in ((1, 8_100.0), (8, 7_700.0), (15, 11_000.0)):
        ran(log, ago, "easy", far)
    ran(log, 0, "long", 15_000.0)
    assert distances(log, d1="easy", d6="long") == {"easy": 8_000.0, "long": None}


def test_in_miles_it_is_half_a_mile(log: Log) -> None:
    for ago in (1, 8):
        ran(log, ago, "easy", 8_100.0)
    assert distances(log, "mi", d1="easy") == {"easy": pytest.approx(5 * 1609.344)}


def test_a_marked_race_has_its_own_distance_and_one_without_a_mark_none(log: Log) -> None:
    for ago in (1, 8):
        ran(log, ago, "race", 5_000.0)
    goals.add_goal(log, Goal(kind="race", since=MONDAY, by=SUNDAY, distance_m=21_097.5))
    assert distances(log, d6="race") == {"race": 21_097.5}
    assert distances(log, d5="race") == {"race": None}
