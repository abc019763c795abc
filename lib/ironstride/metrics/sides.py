"""Left beside right: what sets of one side and tests of one side say of the difference."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.balance import SideBests, SideTests
from ironstride.frames.fitness import JudgedTests
from ironstride.frames.log import LiftSets
from ironstride.metrics.fitness import (
    CANNOT_TELL,
    FEWEST_REPS_APART,
    MAY_BE_NOISE,
    MORE_THAN_NOISE,
    PRACTICE,
    TOO_SMALL,
    UNSURE,
    lines,
)
from ironstride.metrics.four_weeks import block_of
from ironstride.metrics.hard_sets import HARD_RIR, is_hard
from ironstride.metrics.strength import Formula, session_bests

MAY_BE_CHANCE = "may be noise"
_KEYS = ["block", "exercise"]
_SIDES = ("left", "right")


def side_bests(
    lift_sets: DataFrame[LiftSets],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    hard_rir: int = HARD_RIR,
    formula: Formula = "mean",
) -> DataFrame[SideBests]:
    """Return for each four weeks and one-sided exercise the hard sets a side, and the difference.

    ln(right ÷ left) of the best e1RM a side in one session, the median of the sessions with both:
    above 0 the right side lifts more. A difference is only taken for one beyond the noise of the
    measurement itself (Bishop 2016, doi 10.1519/SSC.0000000000000264), here of one pair of 3 to 5
    RM tests (`fitness.lines`): for a median of many sessions that errs on the careful side. Only
    weighted exercises have an e1RM; without both sides in one session nothing can be told. Sets
    that name no side are left out, blocks without a sided set have no row.

    >>> side_bests(LiftSets.empty(), today=date(2026, 11, 20)).empty
    True
    """
    sided = lift_sets[lift_sets.side.isin(_SIDES)]
    sided = sided[sided.started_at < pd.Timestamp(weeks.week_of(today, week_start))]
    hard = sided[is_hard(DataFrame[LiftSets](sided), hard_rir)]
    if hard.empty:
        return SideBests.empty()
    hard = hard.assign(block=block_of(hard.started_at, today, week_start))
    found = pd.DataFrame(
        {f"{side}_sets": hard[hard.side == side].groupby(_KEYS).size() for side in _SIDES}
    ).fillna(0)
    pairs = _pairs(sided, formula)
    pairs["block"] = block_of(pairs.started_at, today, week_start)
    apart = pairs.groupby(_KEYS).difference.agg(pairs="size", difference="median")
    found = found.join(apart).fillna({"pairs": 0}).reset_index()
    found["line_1"], found["line_2"] = lines("rep_max")
    size = found.difference.abs()
    verdict = np.select(
        [size.isna(), size < found.line_1, size > found.line_2],
        [CANNOT_TELL, TOO_SMALL, MORE_THAN_NOISE],
        MAY_BE_CHANCE,
    )
    return SideBests.validate(found.assign(verdict=verdict))


def side_tests(judged: DataFrame[JudgedTests]) -> DataFrame[SideTests]:
    """Return left beside right for each day on which a test was done with both, oldest first.

    ln(right ÷ left) of calf raises [reps], side plank [s] or hop [m], the better try a side. The
    lines are those of a test against the one before (`judged_tests`, root mean square of both
    sides): the published typical error of the test, or the runner's own once known; a difference
    within them is one that the same leg shows against itself (Bishop 2016,
    doi 10.1519/SSC.0000000000000264). The first test of a side is practice; calf raises must
    differ by two; for side planks the published errors are too poor to call anything noise. A
    day with one side only has no row.

    >>> side_tests(JudgedTests.empty()).empty
    True
    """
    known = judged[judged.side.isin(_SIDES) & judged.value.notna()]
    better = known.sort_values(["value", "test_id"]).drop_duplicates(
        ["day", "protocol", "side"], keep="last"
    )
    both = better[better.side == "left"].merge(
        better[better.side == "right"], on=["day", "protocol"], suffixes=("_left", "_right")
    )
    table = both.assign(
        left=both.value_left,
        right=both.value_right,
        difference=np.log(both.value_right / both.value_left),
        line_1=np.hypot(both.line_1_left, both.line_1_right) / np.sqrt(2),
        line_2=np.hypot(both.line_2_left, both.line_2_right) / np.sqrt(2),
    ).sort_values(["day", "protocol"], ignore_index=True)
    return SideTests.validate(table.assign(verdict=_verdicts(table)))


def _pairs(sided: pd.DataFrame, formula: Formula) -> pd.DataFrame:
    """Return ln(right ÷ left) of the best e1RM in each session with both sides of an exercise."""
    left, right = (
        session_bests(DataFrame[LiftSets](sided[sided.side == side]), formula) for side in _SIDES
    )
    both = left.merge(right, on=["session_id", "exercise"], suffixes=("", "_right"))
    return both.assign(difference=np.log(both.e1rm_kg_right / both.e1rm_kg))


def _verdicts(table: pd.DataFrame) -> Any:
    size = table.difference.abs()
    practice = (table.verdict_left == PRACTICE) | (table.verdict_right == PRACTICE)
    own = table.own_error_left & table.own_error_right
    few = (table.protocol == "calf_raises") & ((table.right - table.left).abs() < FEWEST_REPS_APART)
    return np.select(
        [
            practice,
            (size < table.line_1) | few,
            size > table.line_2,
            table.protocol.isin(UNSURE) & ~own,
        ],
        [PRACTICE, TOO_SMALL, MORE_THAN_NOISE, CANNOT_TELL],
        MAY_BE_NOISE,
    )
