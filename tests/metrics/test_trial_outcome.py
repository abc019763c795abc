import datetime as dt

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests
from ironstride.frames.fitness import JudgedTests
from ironstride.frames.running import WeeklyReferenceSpeed
from ironstride.metrics.fitness import judged_tests
from ironstride.metrics.trial_calendar import Design
from ironstride.metrics.trial_outcome import measured_by_pace, measured_by_tests, typical_error
from ironstride.metrics.trial_power import found_share

DESIGN = Design(begins_on=dt.date(2027, 1, 4), cycles=3)


def judged(*tests: tuple[str, float, float]) -> DataFrame[JudgedTests]:
    """Return time trials of a day, a distance [m] and a time [s], judged."""
    rows = [
        {
            "test_id": number,
            "protocol": "time_trial",
            "day": day,
            "exercise": "",
            "side": "",
            "distance_m": distance_m,
            "duration_s": duration_s,
            "avg_hr_bpm": None,
            "load_kg": None,
            "reps": None,
            "hold_s": None,
            "hop_m": None,
            "notes": "",
        }
        for number, (day, distance_m, duration_s) in enumerate(tests, start=1)
    ]
    return judged_tests(FitnessTests.validate(pd.DataFrame(rows)))


def test_tests_of_a_trial_are_of_the_kind_made_most_often_in_its_test_weeks() -> None:
    table = judged(
        ("2026-12-01", 5000, 1300),
        ("2026-12-20", 5000, 1250),
        ("2027-01-10", 5000, 1250),  # the first week is no test week
        ("2027-01-26", 3000, 700),
        ("2027-01-27", 5000, 1250),
        ("2027-02-23", 5000, 1000),
        ("2028-02-28", 5000, 1000),
    )
    found = measured_by_tests(table, "time_trial", DESIGN)
    assert found.day.dt.strftime("%Y-%m-%d").tolist() == ["2027-01-27", "2027-02-23"]
    assert found.value.diff().iloc[1] == pytest.approx(100 * np.log(1.25))


def test_of_two_kinds_made_as_often_the_earlier_one_belongs() -> None:
    table = judged(
        ("2026-12-01", 5000, 1300), ("2027-01-26", 3000, 700), ("2027-02-23", 5000, 1000)
    )
    found = measured_by_tests(table, "time_trial", DESIGN)
    assert found.day.dt.strftime("%Y-%m-%d").tolist() == ["2027-01-26"]


def test_a_practice_test_inside_the_trial_does_not_belong() -> None:
    table = judged(("2027-01-26", 5000, 1300), ("2027-02-23", 5000, 1200))
    assert len(measured_by_tests(table, "time_trial", DESIGN)) == 1
    assert measured_by_tests(table, "submaximal_run", DESIGN).empty


def test_weeks_without_a_run_measure_nothing() -> None:
    weeks = pd.to_datetime(["2027-01-04", "2027-01-11"])
    weekly = pd.DataFrame({"week": weeks, "performance": [np.nan, 110.0], "runs": [0, 2]})
    found = measured_by_pace(WeeklyReferenceSpeed.validate(weekly))
    assert found.value.tolist() == [110.0]
    assert found.day.tolist() == [weeks[1]]


def test_a_larger_benefit_more_tests_and_more_cycles_are_seen_oftener() -> None:
    error = typical_error("time_trial")
    few, many = (Design(begins_on=DESIGN.begins_on, cycles=one) for one in (3, 5))
    often = Design(begins_on=DESIGN.begins_on, cycles=3, test_every_weeks=1)
    assert found_share(few, 1.5, error) < found_share(few, 3.0, error)
    assert found_share(few, 3.0, error) < found_share(often, 3.0, error)
    assert found_share(few, 3.0, error) < found_share(many, 3.0, error)


@pytest.mark.parametrize("cycles", [3, 4, 6])
def test_without_a_benefit_what_is_seen_is_a_false_alarm_in_twenty(cycles: int) -> None:
    design = Design(begins_on=DESIGN.begins_on, cycles=cycles)
    # Three standard errors of the share of 400 trials.
    assert found_share(design, 0.0, 1.0) <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400)
