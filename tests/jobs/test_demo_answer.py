"""What the comparison finds in the demo runner and in the twin without the planted link."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ironstride import store
from ironstride.frames.together import BlockAssociation
from ironstride.jobs.demo import DEMO_SEED
from ironstride.jobs.demo_log import write_demo_log
from ironstride.metrics.association import block_association
from ironstride.metrics.index import strength_index
from ironstride.metrics.prior_weighted import own_slope
from ironstride.metrics.reference_pace import weekly_reference_speed
from ironstride.metrics.verdict import verdict
from ironstride.metrics.volume import weekly_volume
from ironstride.metrics.weeks_together import align_weeks

TODAY = date(2026, 11, 22)
PLANTED = 0.30
REFERENCE_HR = 142
OTHER_RUNNERS = range(200, 208)


@cache
def answer(effect: float, seed: int) -> BlockAssociation:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        write_demo_log(path, today=TODAY, effect=effect, seed=seed)
        with store.open_log(path) as log:
            runs, sets = store.runs(log), store.lift_sets(log)
    weeks = align_weeks(
        strength_index(sets, today=TODAY).weekly,
        weekly_reference_speed(runs, reference_hr_bpm=REFERENCE_HR, today=TODAY),
        weekly_volume(runs, today=TODAY),
        today=TODAY,
    )
    return block_association(
        weeks.strength,
        weeks.performance,
        [weeks.volume, weeks.index],
        strength_se=weeks.strength_se,
    )


def test_the_intervals_of_the_planted_link_hold_the_truth() -> None:
    found = answer(PLANTED, DEMO_SEED)
    assert found.status == "link"
    assert found.slope_low <= PLANTED <= found.slope_high
    own = own_slope(found)
    assert own is not None
    assert own.interval[0] <= PLANTED <= own.interval[1]


def test_over_many_runners_most_intervals_hold_the_planted_link() -> None:
    own = [own_slope(answer(PLANTED, seed)) for seed in OTHER_RUNNERS]
    held = [one is not None and one.interval[0] <= PLANTED <= one.interval[1] for one in own]
    assert sum(held) >= 6


@pytest.mark.parametrize("seed", [DEMO_SEED, *OTHER_RUNNERS])
def test_a_planted_link_is_never_told_the_wrong_way_round(seed: int) -> None:
    said = verdict(answer(PLANTED, seed))
    assert (
        said.title in ("No clear link", "Faster after stronger months") or "hint: f" in said.title
    )


def test_the_twin_without_a_link_is_told_that_there_is_no_clear_one() -> None:
    assert verdict(answer(0.0, DEMO_SEED)).title == "No clear link"


def test_over_many_twins_a_link_is_as_rare_as_chance() -> None:
    titles = [verdict(answer(0.0, seed)).title for seed in OTHER_RUNNERS]
    assert sum(title != "No clear link" for title in titles) <= 1
