"""The table of how often an effect is found: counted again, and against the comparison itself."""

from typing import get_args

import numpy as np
import pytest

from ironstride.metrics.association import block_association
from ironstride.standards.detection import Pace, Pattern, detection
from tests.bench.batch import naive, told
from tests.bench.detection_table import EFFECTS, LOGS, WEEKS, found, min_valid
from tests.bench.simulated import NULLS, STRENGTH_NOISE, Logs, related, unrelated

TABLES = [(pattern, pace) for pattern in get_args(Pattern) for pace in get_args(Pace)]


def related_logs(pattern: Pattern, pace: Pace = "weekly heart rate", weeks: int = 104) -> Logs:
    return related(pattern, pace, 0.5, logs=40, weeks=weeks, seed=7)


@pytest.mark.parametrize(
    ("pattern", "pace", "effect", "weeks"),
    [
        ("on/off", "weekly heart rate", 0.3, 104),
        ("on/off", "weekly test", 0.15, 78),
        ("on/off", "monthly test", 0.3, 130),
        ("wandering", "weekly heart rate", 0.2, 52),
        ("rise and plateau", "monthly test", 0.0, 78),
    ],
)
def test_a_cell_counted_again_gives_the_same_count(
    pattern: Pattern, pace: Pace, effect: float, weeks: int
) -> None:
    table = detection(pattern, pace)
    kept = table.found[table.effects.index(effect)][table.weeks.index(weeks)]
    assert found(pattern, pace, effect, weeks) == kept


@pytest.mark.parametrize(("pattern", "pace"), TABLES)
def test_the_table_holds_every_cell_and_no_more_than_was_made(pattern: Pattern, pace: Pace) -> None:
    table = detection(pattern, pace)
    assert (table.effects, table.weeks, table.logs) == (EFFECTS, WEEKS, LOGS)
    counts = np.array(table.found)
    assert counts.shape == (len(EFFECTS), len(WEEKS))
    assert counts.min() >= 0
    assert counts.max() <= LOGS


@pytest.mark.parametrize(("pattern", "pace"), TABLES)
def test_without_an_effect_a_benefit_is_seen_in_fewer_than_3_of_100_logs(
    pattern: Pattern, pace: Pace
) -> None:
    assert max(detection(pattern, pace).found[0]) < 0.03 * LOGS


@pytest.mark.parametrize("pattern", ["on/off", "wandering"])
@pytest.mark.parametrize("pace", get_args(Pace))
def test_a_larger_effect_and_a_longer_log_are_found_more_often(
    pattern: Pattern, pace: Pace
) -> None:
    counts = np.array(detection(pattern, pace).found)[1:]
    # 4 000 logs give ± 30 of them by chance alone.
    assert np.diff(counts, axis=0).min() >= -30
    assert np.diff(counts, axis=1).min() >= -30


@pytest.mark.parametrize("pattern", ["on/off", "wandering"])
def test_half_the_noise_is_worth_as_much_as_twice_the_effect(pattern: Pattern) -> None:
    heart_rate = detection(pattern, "weekly heart rate")
    fixed_test = detection(pattern, "weekly test")
    for effect in (0.05, 0.1, 0.15):
        half = np.array(fixed_test.found[EFFECTS.index(effect)])
        whole = np.array(heart_rate.found[EFFECTS.index(2 * effect)])
        assert np.abs(half - whole).max() <= 4


@pytest.mark.parametrize("pace", get_args(Pace))
def test_strength_that_rises_once_and_stays_tells_nothing_however_large_the_effect(
    pace: Pace,
) -> None:
    assert max(map(max, detection("rise and plateau", pace).found)) < 0.01 * LOGS


def agrees(logs: Logs, *, week_number: bool, errors: bool, known: int = 2) -> None:
    """Hold the batch against the comparison itself, log by log."""
    weeks = logs.strength.shape[1]
    batch = told(logs, week_number=week_number, errors=errors, min_valid=known)
    for place in range(len(logs.strength)):
        alone = block_association(
            logs.strength[place],
            logs.performance[place],
            [logs.volume[place], *([np.arange(weeks)] if week_number else [])],
            strength_se=np.full(weeks, STRENGTH_NOISE) if errors else None,
            performance_weeks=known,
        )
        assert alone.has_slope == batch.linked[place]
        assert (alone.gate == "passed") == batch.compared[place]
        if alone.gate == "passed":
            assert alone.r == pytest.approx(batch.r[place], abs=1e-9)


@pytest.mark.parametrize("name", NULLS)
def test_a_batch_of_unrelated_logs_is_told_what_each_log_is_told(name: str) -> None:
    logs = unrelated(name, logs=20, weeks=53, seed=3)
    agrees(logs, week_number=False, errors=False)
    agrees(logs, week_number=True, errors=True)


@pytest.mark.parametrize("pattern", get_args(Pattern))
def test_a_batch_of_related_logs_is_told_what_each_log_is_told(pattern: Pattern) -> None:
    agrees(related_logs(pattern), week_number=True, errors=True)


def test_a_batch_below_a_year_is_told_nothing() -> None:
    logs = related_logs("on/off", weeks=51)
    agrees(logs, week_number=True, errors=True)
    assert not told(logs, week_number=True, errors=True).linked.any()


def test_a_monthly_test_is_known_in_every_fourth_week_up_to_the_last() -> None:
    logs = related_logs("on/off", "monthly test", weeks=56)
    known = np.flatnonzero(np.isfinite(logs.performance[0]))
    assert known.tolist() == list(range(3, 56, 4))
    agrees(logs, week_number=True, errors=True, known=2)
    agrees(logs, week_number=True, errors=True, known=min_valid("monthly test"))
    assert np.isfinite(told(logs, week_number=True, errors=True, min_valid=1).r).all()


def test_the_naive_method_is_pearson_on_weekly_levels() -> None:
    logs = unrelated("random walk", logs=20, weeks=60, seed=3)
    # |r| above 0.2542 is p < .05 for 60 pairs.
    for r, s, p in zip(naive(logs), logs.strength, logs.performance, strict=True):
        alone = np.corrcoef(s, p)[0, 1]
        assert r == pytest.approx(alone if abs(alone) > 0.2542 else 0.0)


def test_of_unrelated_logs_the_page_links_few_and_the_naive_method_most() -> None:
    logs = unrelated("random walk", logs=2000, weeks=104, seed=11)
    linked = told(logs, week_number=True, errors=False).linked
    assert 0.03 < linked.mean() < 0.07
    assert (naive(logs) != 0).mean() > 0.7


@pytest.mark.parametrize(("name", "weeks", "most"), [("steep trends", 156, 6), ("plateau", 156, 6)])
def test_with_the_week_number_out_one_way_change_seldom_passes_for_a_link(
    name: str, weeks: int, most: float
) -> None:
    logs = unrelated(name, logs=4000, weeks=weeks, seed=11)
    assert 100 * told(logs, week_number=True, errors=False).linked.mean() < most


def test_a_steep_rise_that_levels_off_passes_somewhat_more_often_until_errors_are_known() -> None:
    logs = unrelated("steep plateau", logs=4000, weeks=156, seed=11)
    assert 0.055 < told(logs, week_number=True, errors=False).linked.mean() < 0.085
    assert told(logs, week_number=True, errors=True).linked.mean() < 0.01
