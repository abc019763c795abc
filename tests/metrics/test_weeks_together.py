"""Three weekly frames on one calendar."""

from datetime import date

import pandas as pd
import pandera.errors
import pytest

from ironstride.metrics.weeks_together import align_weeks

TODAY = date(2026, 2, 4)


def strength(*rows: tuple[str, float]) -> pd.DataFrame:
    weeks = pd.to_datetime([week for week, _ in rows])
    return pd.DataFrame({"week": weeks, "effect": [value for _, value in rows], "se": 0.5})


def performance(*rows: tuple[str, float]) -> pd.DataFrame:
    weeks = pd.to_datetime([week for week, _ in rows])
    return pd.DataFrame({"week": weeks, "performance": [value for _, value in rows]})


def volume(*rows: tuple[str, float]) -> pd.DataFrame:
    weeks = pd.to_datetime([week for week, _ in rows])
    return pd.DataFrame({"week": weeks, "distance_m": [value for _, value in rows]})


def test_weeks_follow_one_another_with_gaps_for_what_is_unknown() -> None:
    table = align_weeks(
        strength(("2026-01-26", 2.0), ("2026-01-05", 1.0)),
        performance(("2026-01-12", 110.0)),
        volume(("2026-01-05", 20_000.0), ("2026-01-26", 30_000.0)),
        today=TODAY,
    )
    assert table["week"].dt.strftime("%m-%d").tolist() == ["01-05", "01-12", "01-19", "01-26"]
    assert table["strength"].fillna(-1).tolist() == [1, -1, -1, 2]
    assert table["strength_se"].fillna(-1).tolist() == [0.5, -1, -1, 0.5]
    assert table["performance"].fillna(-1).tolist() == [-1, 110, -1, -1]
    assert table["volume"].tolist() == [20_000, 0, 0, 30_000]


def test_volume_is_unknown_before_the_first_logged_run() -> None:
    table = align_weeks(
        strength(("2026-01-05", 1.0)),
        performance(),
        volume(("2026-01-19", 9_000.0)),
        today=TODAY,
    )
    assert table["volume"].fillna(-1).tolist() == [-1, -1, 9_000]


@pytest.mark.parametrize(("today", "weeks"), [(date(2026, 2, 1), 1), (date(2026, 2, 2), 2)])
def test_the_unfinished_week_is_left_out(today: date, weeks: int) -> None:
    logged = strength(("2026-01-19", 1.0), ("2026-01-26", 2.0))
    assert len(align_weeks(logged, performance(), volume(), today=today)) == weeks


def test_three_empty_frames_make_an_empty_one() -> None:
    table = align_weeks(strength(), performance(), volume(), today=TODAY)
    assert table.columns.tolist() == ["week", "strength", "strength_se", "performance", "volume"]
    assert table.empty


def test_a_week_without_a_run_in_a_log_without_runs_is_zero() -> None:
    table = align_weeks(strength(("2026-01-19", 1.0)), performance(), volume(), today=TODAY)
    assert table["volume"].tolist() == [0]


@pytest.mark.parametrize("weeks", [("2026-01-18",), ("2026-01-19 07:00",), ("2026-01-19",) * 2])
def test_weeks_that_are_no_mondays_or_come_twice_are_refused(weeks: tuple[str, ...]) -> None:
    wrong = volume(*((week, 1.0) for week in weeks))
    with pytest.raises(pandera.errors.SchemaError, match="week"):
        align_weeks(strength(), performance(), wrong, today=TODAY)
