"""What heavy leg work costs the next runs, on made-up years with a known cost."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from ironstride.frames import LiftSets, Runs
from ironstride.frames.acute import SessionTimes
from ironstride.metrics.acute import AcuteCost, acute_cost
from ironstride.metrics.runs_after import AFTER, ORDER
from tests.metrics.acute_tables import Row, times_of
from tests.metrics.running_tables import lift_sets_of, runs_of

TODAY = date(2026, 11, 23)
LIFT_ID = 1000


def year(
    *,
    cost_pct: float = 0.0,
    weeks: int = 40,
    run: Row | None = None,
    lift: Row | None = None,
    run_hours: tuple[float, ...] = (20.0, 43.0, 67.0, 120.0),
    every: int = 1,
    seed: int = 1,
) -> AcuteCost:
    """Lift from 18:00 to 19:00 on a Monday `every` so many weeks, and run so many hours after.

    Runs within 24 h are `cost_pct` slower, those after more than a week 20 % faster.
    """
    rng = np.random.default_rng(seed)
    runs: list[Row] = []
    lifts: list[Row] = []
    sets: list[Row] = []
    for week in range(weeks):
        begun = datetime(2026, 11, 16, 18) - timedelta(weeks=every * week)
        lifted = {"session_id": LIFT_ID + week, "started_at": begun}
        lifts.append(lifted | {"kind": "lift", "elapsed_s": 3_600.0} | (lift or {}))
        sets += [lifted | {"position": n, "reps": 5.0, "rir": 1.0} for n in range(6)]
        for hours in run_hours:
            slower = cost_pct / 100 if hours < 24 else -0.2 * (hours > 168)
            bpm = 146 + 5 * rng.normal()
            speed = 3 * np.exp(0.007 * (bpm - 146) + 0.015 * rng.normal() - slower)
            runs.append(
                {
                    "session_id": len(runs) + 1,
                    "started_at": begun + timedelta(hours=1 + hours),
                    "distance_m": 2_700 * speed,
                    "duration_s": 2_700.0,
                    "avg_hr_bpm": bpm,
                }
                | (run or {})
            )
    known: list[dict[str, Any]] = [
        {"session_id": one["session_id"], "started_at": one["started_at"]} for one in runs
    ]
    times = [one | {"time_known": (run or {}).get("time_known", True)} for one in known]
    return acute_cost(runs_of(*runs), lift_sets_of(*sets), times_of(*times, *lifts), today=TODAY)


def test_a_cost_of_two_percent_is_found_within_its_interval() -> None:
    found = year(cost_pct=2).cost
    assert found is not None
    assert (found.group, found.against) == ("0 to 24 h", "over 72 h")
    assert found.low_pct <= -2 <= found.high_pct
    assert found.is_clear
    assert found.pct < 0
    assert (found.runs, found.against_runs) == (40, 40)


def test_the_bins_are_means_against_the_usual_with_their_runs() -> None:
    bins = year(cost_pct=2).bins
    assert bins.group.tolist() == list(AFTER)
    assert bins.runs.tolist() == [40, 40, 40, 40]
    # A fourth of the runs 2 % slower: 1.5 % below the usual, the others 0.5 % above it.
    assert bins.mean_pct.tolist() == pytest.approx([-1.5, 0.5, 0.5, 0.5], abs=0.7)
    assert (bins.low_pct < bins.mean_pct).all()
    assert (bins.mean_pct < bins.high_pct).all()


@pytest.mark.parametrize(
    ("run_hours", "against"),
    [((20.0, 43.0, 67.0), "48 to 72 h"), ((20.0, 43.0), "24 to 48 h")],
)
def test_the_first_day_is_compared_with_the_longest_time_that_has_runs(
    run_hours: tuple[float, ...], against: str
) -> None:
    found = year(weeks=12, run_hours=run_hours).cost
    assert found is not None
    assert found.against == against


def test_under_eight_runs_no_bin_is_told() -> None:
    found = year(weeks=7)
    assert found.cost is None
    assert found.bins.runs.tolist() == [7, 7, 7, 7]
    assert found.bins.mean_pct.isna().all()


def test_rpe_stands_in_where_heart_rate_is_missing() -> None:
    found = year(cost_pct=4, run={"avg_hr_bpm": None, "rpe": 3.0})
    assert (found.behind.runs_by_heart_rate, found.behind.runs_by_rpe) == (0, 160)
    assert found.cost is not None
    assert found.cost.low_pct <= -4 <= found.cost.high_pct


def test_runs_with_neither_are_counted_as_left_out() -> None:
    found = year(run={"avg_hr_bpm": None})
    assert found.cost is None
    assert found.bins.runs.tolist() == [0, 0, 0, 0]
    assert found.behind.runs_without_effort == 160
    found = year(every=2, run={"avg_hr_bpm": None}, run_hours=(20.0, 200.0))
    assert found.behind.runs_without_effort == 40


def test_sessions_without_a_time_of_day_are_left_out_and_counted() -> None:
    lifts = year(lift={"time_known": False})
    assert lifts.bins.runs.sum() == 0
    assert (lifts.behind.sessions_without_time, lifts.behind.runs_without_time) == (40, 160)
    runs = year(run={"time_known": False})
    assert (runs.bins.runs.sum(), runs.behind.runs_without_time) == (0, 160)


def test_a_session_without_a_length_counts_as_an_hour_and_is_told() -> None:
    found = year(lift={"elapsed_s": None})
    assert found.behind.sessions_without_length == 40
    neither = year(weeks=8, lift={"elapsed_s": None, "time_known": False}).behind
    assert (neither.sessions_without_time, neither.sessions_without_length) == (8, 0)
    assert found.bins.runs.tolist() == [40, 40, 40, 40]


def test_runs_before_and_after_lifting_on_one_day_are_told_apart() -> None:
    # Seven hours before each lifting (161 h after the last), an hour after it, and on Thursdays.
    found = year(cost_pct=2, run_hours=(1.0, 67.0, 160.0))
    order = found.order.set_index("group").runs
    assert order.to_dict() == dict(zip(ORDER, [39, 40, 0, 0], strict=True))
    assert found.same_day is not None
    assert found.same_day.low_pct <= -2 <= found.same_day.high_pct
    assert found.next_day is None


def test_runs_more_than_a_week_after_lifting_are_nobodys_usual() -> None:
    found = year(every=2, run_hours=(1.0, 67.0, 200.0))
    assert found.bins.runs.tolist() == [40, 0, 40, 0]
    assert found.behind.runs_by_heart_rate == 80
    assert found.bins.mean_pct[0] == pytest.approx(0, abs=1)
    assert found.order.mean_pct[1] == pytest.approx(0, abs=1)


def test_days_after_follow_the_order_of_the_day_before() -> None:
    # In even weeks the day runs first, in odd ones it lifts first; the next day runs at noon.
    rows: list[Row] = []
    for week in range(40):
        day = datetime(2026, 11, 17) - timedelta(weeks=week)
        hours = 7 if week % 2 == 0 else 20
        rows += [{"started_at": day + timedelta(hours=one)} for one in (hours, 36)]
    steady = {"distance_m": 9_000.0, "duration_s": 3_000.0, "avg_hr_bpm": 148.0}
    runs = [steady | {"session_id": n} | one for n, one in enumerate(rows, start=1)]
    lifts = [
        {"session_id": LIFT_ID + week, "started_at": datetime(2026, 11, 17, 18)}
        | {"started_at": datetime(2026, 11, 17, 18) - timedelta(weeks=week)}
        for week in range(40)
    ]
    sets = [one | {"position": n, "reps": 5.0, "rir": 1.0} for one in lifts for n in range(6)]
    times = times_of(
        *({"session_id": one["session_id"], "started_at": one["started_at"]} for one in runs),
        *(one | {"kind": "lift", "elapsed_s": 3_600.0} for one in lifts),
    )
    found = acute_cost(runs_of(*runs), lift_sets_of(*sets), times, today=TODAY)
    assert found.order.runs.tolist() == [20, 20, 20, 20]
    assert found.next_day is not None
    assert found.next_day.pct == pytest.approx(0, abs=1e-9)


def test_an_empty_log_has_groups_of_no_runs() -> None:
    found = acute_cost(Runs.empty(), LiftSets.empty(), SessionTimes.empty(), today=TODAY)
    assert (found.cost, found.same_day, found.next_day) == (None, None, None)
    assert found.behind.heavy_sessions == 0
    assert found.order.runs.tolist() == [0, 0, 0, 0]


def test_a_faster_runner_has_the_same_cost_in_percent() -> None:
    plain = year(weeks=12, cost_pct=2).cost
    faster = year(weeks=12, cost_pct=2, run={"duration_s": 1_900.0}).cost
    assert plain is not None
    assert faster is not None
    assert faster.pct == pytest.approx(plain.pct)
