from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ironstride.metrics.effort_model import fit, steady_runs
from tests.metrics.running_tables import runs_of

MONDAY = date(2026, 11, 16)
STEADY = {
    "started_at": "2026-11-10 07:00", "distance_m": 8_000.0, "duration_s": 2_700.0,
    "ascent_m": 40.0, "avg_hr_bpm": 148.0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({}, True),
        ({"type": "long"}, True),
        ({"type": "other"}, True),
        ({"type": "tempo"}, False),
        ({"type": "race"}, False),
        ({"duration_s": 1_199.0}, False),
        ({"duration_s": 1_200.0}, True),
        ({"duration_s": 7_200.0}, True),
        ({"duration_s": 7_201.0}, False),
        ({"ascent_m": 159.0}, True),
        ({"ascent_m": 160.0}, False),
        ({"ascent_m": None}, True),
        ({"avg_hr_bpm": None}, False),
        ({"distance_m": None}, False),
        ({"started_at": "2026-11-15 23:59"}, True),
        ({"started_at": "2026-11-16 00:00"}, False),
    ],
)
def test_only_steady_runs_of_20_to_120_minutes_and_below_4_percent_count(
    change: dict[str, Any], counts: bool
) -> None:
    assert len(steady_runs(runs_of(STEADY | change), before=MONDAY)) == counts


def test_heat_begins_above_ten_degrees_and_duration_at_45_minutes() -> None:
    rows = [STEADY | {"temperature_c": celsius} for celsius in (10.0, 13.0, None)]
    steady = steady_runs(runs_of(*rows), before=MONDAY)
    assert steady.heat_c.tolist() == [0, 3, 0]
    assert steady.ln_duration.tolist() == [0, 0, 0]
    # 40 m up in 8 km: a grade of 1 %.
    assert np.exp(steady.ln_speed[0]) == pytest.approx(8_000 / 2_700 * (1 + 12.8611 * 0.01**2))


def test_runs_that_do_not_differ_leave_the_usual_slopes_as_they_are() -> None:
    alike = {"ln_speed": [1.0] * 3, "hr_bpm": [150.0] * 3, "heat_c": 0.0, "ln_duration": 0.0}
    model = fit(pd.DataFrame(alike), pd.Series([1, 1, 1]), 150)
    assert model.slopes == pytest.approx([0.007, -0.003, 0])
    assert np.sqrt(np.diag(model.covariance)) == pytest.approx([0.003, 0.002, 0.05])
    # Two degrees of freedom without scatter, beside five of 4 %.
    assert model.run_sd == pytest.approx((5 * 0.04**2 / 7) ** 0.5)
