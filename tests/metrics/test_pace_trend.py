import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames.pace import PaceTrends
from ironstride.frames.running import WeeklyPace
from ironstride.metrics.pace import pace_trend


def paces(values: list[float], kind: str = "easy") -> DataFrame[WeeklyPace]:
    """One pace a week [s per km] from 7 September 2026 on, NaN in a week without a run."""
    weeks = pd.date_range("2026-09-07", periods=len(values), freq="7D")
    table = pd.DataFrame({"week": weeks, "type": kind, "pace_s_per_km": values}).dropna()
    table = table.assign(runs=1, distance_m=1000.0, duration_s=table.pace_s_per_km)
    return WeeklyPace.validate(table)


def test_a_pace_that_falls_by_one_percent_a_week_is_faster() -> None:
    trend = pace_trend(paces([360 * 0.99**week for week in range(8)])).iloc[0]
    assert (trend.status, trend.weeks) == ("faster", 8)
    assert trend.pct_per_week == pytest.approx(100 * (1 / 0.99 - 1))
    assert trend.first_s_per_km == pytest.approx(360)
    assert trend.last_s_per_km == pytest.approx(360 * 0.99**7)


def test_a_pace_that_rises_is_slower() -> None:
    trend = pace_trend(paces([300 * 1.01**week for week in range(8)])).iloc[0]
    assert trend.status == "slower"
    assert trend.low_pct_per_week <= trend.pct_per_week <= trend.high_pct_per_week < 0


def test_one_odd_week_does_not_turn_the_trend() -> None:
    steady = [360 * 0.995**week for week in range(12)]
    odd = [*steady[:5], 600.0, *steady[6:]]
    told = pace_trend(paces(odd)).iloc[0]
    assert told.status == "faster"
    assert told.pct_per_week == pytest.approx(100 * (1 / 0.995 - 1))


def test_scatter_has_no_clear_direction() -> None:
    trend = pace_trend(paces([300.0, 330, 298, 335, 302, 329, 301, 331])).iloc[0]
    assert trend.status == "no clear direction"
    assert trend.low_pct_per_week < 0 < trend.high_pct_per_week


@pytest.mark.parametrize("values", [[300.0], [300.0, 301, 302, 303, 304]], ids=["one", "five"])
def test_below_six_weeks_nothing_can_be_told(values: list[float]) -> None:
    trend = pace_trend(paces(values)).iloc[0]
    assert (trend.status, trend.weeks) == ("cannot tell yet", len(values))
    assert np.isnan(trend.pct_per_week)
    assert np.isnan(trend.first_s_per_km)


def test_six_weeks_tell_wherever_they_lie() -> None:
    week_after_week = [360 * 0.99**week for week in range(6)]
    scattered = [one for pace in week_after_week for one in (pace, np.nan)]
    for values in (week_after_week, scattered):
        assert pace_trend(paces(values)).status.tolist() == ["faster"]


def test_weeks_without_a_run_leave_the_slope_as_it_is() -> None:
    full = [360 * 0.99**week for week in range(10)]
    gaps = [*full[:3], np.nan, np.nan, *full[5:]]
    one, other = (pace_trend(paces(values)).pct_per_week[0] for values in (full, gaps))
    assert one == pytest.approx(other)


def test_each_type_has_its_own_trend() -> None:
    both = pd.concat(
        [paces([300.0 - week for week in range(7)], "tempo"), paces([360.0] * 2, "easy")]
    )
    trends = pace_trend(WeeklyPace.validate(both))
    assert trends.type.tolist() == ["easy", "tempo"]
    assert trends.status.tolist() == ["cannot tell yet", "faster"]


def test_the_order_of_the_weeks_does_not_matter() -> None:
    table = paces([300.0, 330, 298, 335, 302, 329, 301, 331])
    pd.testing.assert_frame_equal(
        pace_trend(table), pace_trend(WeeklyPace.validate(table.iloc[::-1]))
    )


def test_no_weeks_give_no_trends() -> None:
    trends = pace_trend(WeeklyPace.empty())
    assert trends.empty
    assert trends.dtypes.equals(PaceTrends.empty().dtypes)
