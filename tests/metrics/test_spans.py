from datetime import date

import pytest

from ironstride.frames import Runs
from ironstride.metrics.spans import SpanTotals
from ironstride.metrics.volume import change_pct, compare_spans
from tests.metrics.running_tables import Row, runs_of


def _run(day: str, kilometres: float) -> Row:
    return {"started_at": day, "distance_m": kilometres * 1000}


RUNS = runs_of(
    _run("2025-01-05", 1),
    _run("2025-11-02 23:59", 20),
    _run("2025-11-25", 99),
    _run("2026-10-12", 7),
    _run("2026-10-30", 50),
    _run("2026-11-01", 8),
    _run("2026-11-10", 5),
    _run("2026-11-15", 60),
)
NOVEMBER = {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}


def _km(totals: SpanTotals | None) -> float | None:
    return None if totals is None else totals.distance_m / 1000


def test_an_unfinished_span_is_compared_with_the_same_part_of_the_others() -> None:
    told = compare_spans(RUNS, **NOVEMBER, today=date(2026, 11, 12))
    assert not told.finished
    assert (told.span.first, told.span.last) == (date(2026, 11, 1), date(2026, 11, 12))
    assert (_km(told.span), _km(told.before), _km(told.last_year)) == (13, 7, 20)
    assert told.before is not None
    assert (told.before.first, told.before.last) == (date(2026, 10, 2), date(2026, 10, 13))


def test_a_finished_span_is_compared_whole() -> None:
    told = compare_spans(RUNS, **NOVEMBER, today=date(2026, 12, 1))
    assert told.finished
    assert (_km(told.span), _km(told.before), _km(told.last_year)) == (73, 57, 119)


def test_today_is_part_of_the_span() -> None:
    told = compare_spans(RUNS, **NOVEMBER, today=date(2026, 11, 15))
    assert (_km(told.span), told.span.runs, told.span.longest_m) == (73, 3, 60_000)


def test_on_its_last_day_a_span_is_not_finished() -> None:
    assert not compare_spans(RUNS, **NOVEMBER, today=date(2026, 11, 30)).finished


def test_a_span_that_begins_with_the_first_run_is_reached() -> None:
    runs = runs_of(_run("2026-11-02", 5), _run("2026-11-09", 8))
    told = compare_spans(
        runs, first=date(2026, 11, 9), last=date(2026, 11, 15), today=date(2026, 11, 15)
    )
    assert _km(told.before) == 5


def test_a_span_that_the_log_does_not_reach_is_not_compared() -> None:
    told = compare_spans(
        RUNS, first=date(2025, 1, 6), last=date(2025, 1, 12), today=date(2026, 1, 1)
    )
    assert told.before is None
    assert told.last_year is None


def test_a_log_that_is_older_than_its_runs_reaches_further_back() -> None:
    span = {"first": date(2025, 1, 6), "last": date(2025, 1, 12)}
    told = compare_spans(RUNS, **span, today=date(2026, 1, 1), log_start=date(2024, 12, 1))
    assert _km(told.before) == 1
    assert told.last_year is None


def test_leap_day_is_compared_with_the_last_of_february() -> None:
    runs = runs_of(_run("2022-01-01", 1), _run("2023-02-28", 9), _run("2024-02-29", 10))
    told = compare_spans(
        runs, first=date(2024, 2, 29), last=date(2024, 2, 29), today=date(2024, 3, 5)
    )
    assert (_km(told.span), _km(told.last_year)) == (10, 9)


def test_an_empty_log_has_zeros_and_nothing_to_compare_with() -> None:
    told = compare_spans(Runs.empty(), **NOVEMBER, today=date(2026, 11, 12))
    assert (told.span.distance_m, told.span.runs, told.span.longest_m) == (0, 0, 0)
    assert told.before is told.last_year is None


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 11, 2), date(2026, 11, 1)), (date(2026, 11, 13), date(2026, 11, 30))],
)
def test_a_span_that_cannot_have_begun_is_refused(first: date, last: date) -> None:
    with pytest.raises(ValueError, match="must begin by its end and by today"):
        compare_spans(RUNS, first=first, last=last, today=date(2026, 11, 12))


@pytest.mark.parametrize(
    ("now", "then", "change"), [(110, 100, 10), (50, 100, -50), (5, 0, None), (0, 5, -100)]
)
def test_a_change_is_in_per_cent_of_what_was(now: float, then: float, change: float | None) -> None:
    assert change_pct(now, then) == change
