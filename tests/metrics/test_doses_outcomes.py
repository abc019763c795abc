"""Weekly doses, outcomes and covariates on logs small enough to add up by hand."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, FitnessTests, LiftSets, Runs
from ironstride.frames.running import WeeklyReferenceSpeed
from ironstride.metrics.covariates import covariate_weeks
from ironstride.metrics.doses import DOSES, Dose, weekly_dose
from ironstride.metrics.index import StrengthIndex
from ironstride.metrics.outcomes import OUTCOMES, OutcomeName, weekly_outcome

TODAY = date(2026, 11, 25)
NO_INDEX = StrengthIndex("not enough data", "")
SQUAT: dict[str, Any] = {
    "session_id": 1, "position": 0, "exercise": "Squat", "kind": "weighted", "lower_body": True,
    "body_mass_fraction": 0.87, "set_type": "work", "side": "", "reps": 5.0, "load_kg": 80.0,
    "rir": 1.0,
}  # fmt: skip
RUN: dict[str, Any] = {
    "session_id": 1, "sport": "run", "type": "tempo", "distance_m": 8000.0, "duration_s": 2000.0,
}  # fmt: skip


def sets(*changes: dict[str, Any]) -> DataFrame[LiftSets]:
    rows = pd.DataFrame([SQUAT | change for change in changes])
    rows["started_at"] = pd.to_datetime(rows.started_at)
    return LiftSets.validate(rows.reindex(columns=LiftSets.empty().columns))


def runs(*changes: dict[str, Any]) -> DataFrame[Runs]:
    rows = pd.DataFrame([RUN | {"session_id": n} | one for n, one in enumerate(changes, 1)])
    rows["started_at"] = pd.to_datetime(rows.started_at)
    return Runs.validate(rows.reindex(columns=Runs.empty().columns))


def fitness_tests_of(*rows: dict[str, Any]) -> DataFrame[FitnessTests]:
    usual = {"exercise": "", "side": "", "notes": ""}
    table = pd.DataFrame([usual | {"test_id": n} | one for n, one in enumerate(rows, 1)])
    table["day"] = pd.to_datetime(table.day)
    return FitnessTests.validate(table.reindex(columns=FitnessTests.empty().columns))


def outcome(name: OutcomeName, of: DataFrame[Runs], tests: Any = None) -> Any:
    asked = FitnessTests.empty() if tests is None else tests
    return weekly_outcome(name, of, asked, WeeklyReferenceSpeed.empty(), today=TODAY)


LIFTED = sets(
    {"started_at": "2026-11-02"},
    {"started_at": "2026-11-02", "side": "left"},
    {"started_at": "2026-11-02", "rir": 9.0},
    {"started_at": "2026-11-02", "lower_body": False},
    {"started_at": "2026-11-17", "load_kg": 40.0, "rir": 4.0, "reps": 8.0},
    {"started_at": "2026-11-24"},
)


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        # One set and one of one side; a week off; one light set; the last week is not over.
        ("sets", [1.5, 0.0, 1.0]),
        ("heavy", [100.0, np.nan, 0.0]),
        ("consistency", [100.0, 0.0, 100.0]),
    ],
)
def test_each_dose_of_three_weeks_is_what_one_adds_up(dose: Dose, expected: list[float]) -> None:
    found = weekly_dose(dose, LIFTED, NO_INDEX, today=TODAY)
    assert found.week.dt.day.tolist() == [2, 9, 16]
    assert np.array_equal(found.dose, expected, equal_nan=True)


@pytest.mark.parametrize("dose", DOSES)
def test_nothing_lifted_gives_no_dose(dose: Dose) -> None:
    assert weekly_dose(dose, LiftSets.empty(), NO_INDEX, today=TODAY).empty


@pytest.mark.parametrize("name", OUTCOMES)
def test_nothing_run_gives_no_outcome(name: OutcomeName) -> None:
    assert outcome(name, Runs.empty()).weeks.empty


def test_tempo_is_distance_by_time_of_a_week_s_tempo_runs() -> None:
    found = outcome(
        "tempo",
        runs(
            {"started_at": "2026-11-03"},
            {"started_at": "2026-11-05", "distance_m": 4000.0},
            {"started_at": "2026-11-06", "type": "easy"},
            {"started_at": "2026-11-24"},
        ),
    )
    assert found.weeks.performance.tolist() == pytest.approx([100 * np.log(12_000 / 4000)])
    assert found.weeks.measures.tolist() == [2]
    assert found.least_weeks == 2


def test_races_of_several_distances_are_put_on_one_scale() -> None:
    race = {"type": "race", "distance_m": 10_000.0, "duration_s": 2400.0}
    found = outcome("tests", runs(race | {"started_at": "2026-11-01"}))
    over_5_km_s = 2400 * 0.5**1.06
    assert found.weeks.performance.tolist() == pytest.approx([100 * np.log(5000 / over_5_km_s)])
    assert found.least_weeks == 1


def test_a_time_trial_kept_as_run_and_as_test_counts_once() -> None:
    trial = {"type": "test", "distance_m": 5000.0, "duration_s": 1200.0}
    same = {"protocol": "time_trial", "distance_m": 5000.0, "duration_s": 1201.0}
    found = outcome(
        "tests",
        runs(trial | {"started_at": "2026-11-04 08:00"}),
        fitness_tests_of(same | {"day": "2026-11-04"}),
    )
    assert found.weeks.measures.tolist() == [1]


def test_fixed_heart_rate_tests_are_the_outcome_where_there_are_more_of_them() -> None:
    slow = {"protocol": "submaximal_run", "duration_s": 1200.0, "avg_hr_bpm": 145.0}
    tests = fitness_tests_of(
        slow | {"day": "2026-10-05", "distance_m": 3600.0},
        slow | {"day": "2026-11-02", "distance_m": 3700.0, "avg_hr_bpm": 146.0},
        slow | {"day": "2026-11-09", "distance_m": 4700.0, "avg_hr_bpm": 165.0},
    )
    race = {"type": "race", "distance_m": 10_000.0, "duration_s": 2400.0}
    found = outcome("tests", runs(race | {"started_at": "2026-11-01"}), tests)
    assert found.weeks.week.dt.day.tolist() == [5, 2]
    assert np.diff(found.weeks.performance) == pytest.approx([100 * np.log(37 / 36)])
    assert "2 runs at one fixed heart rate" in found.sentence


def test_what_fills_more_weeks_is_the_outcome_however_many_there_are_of_the_other() -> None:
    slow = {"protocol": "submaximal_run", "duration_s": 1200.0, "avg_hr_bpm": 145.0}
    tests = fitness_tests_of(
        *(slow | {"day": f"2026-11-0{day}", "distance_m": 3600.0} for day in (2, 3, 4, 5))
    )
    race = {"type": "race", "distance_m": 10_000.0, "duration_s": 2400.0}
    days = ("2026-11-01", "2026-11-08", "2026-11-24")
    found = outcome("tests", runs(*(race | {"started_at": day} for day in days)), tests)
    assert found.weeks.measures.tolist() == [1, 1]
    assert found.sentence.startswith("From 2 all-out efforts")


def test_covariates_are_sums_and_shares_of_full_weeks() -> None:
    weighed = pd.DataFrame({"day": pd.to_datetime(["2026-11-05"]), "body_mass_kg": [70.0]})
    checks = weighed.assign(pain_note="").reindex(columns=CheckIns.empty().columns)
    ran = runs(
        {"started_at": "2026-11-02", "temperature_c": 10.0},
        {"started_at": "2026-11-03", "type": "easy", "duration_s": 6000.0},
        {"started_at": "2026-11-17", "type": "other"},
        {"started_at": "2026-11-24"},
    )
    found = covariate_weeks(ran, CheckIns.validate(checks), today=TODAY)
    assert found.volume.tolist() == [16_000, 0, 8000]
    assert np.array_equal(found.hard_share, [25.0, np.nan, np.nan], equal_nan=True)
    assert np.array_equal(found.temperature, [10.0, np.nan, np.nan], equal_nan=True)
    assert found.body_mass.tolist() == [70.0, 70.0, 70.0]
