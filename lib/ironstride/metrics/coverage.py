"""Which of the groups that runners are told to work were worked in each finished week."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.balance import MuscleCoverage, WeeklyCoverage
from ironstride.frames.muscles import WeeklyMuscleSets
from ironstride.standards.guidance_choices import ADVISED_MUSCLES


def weekly_coverage(
    weekly: DataFrame[WeeklyMuscleSets], *, least: float = 1
) -> DataFrame[WeeklyCoverage]:
    """Return for each finished week and advised group whether it had `least` direct hard sets.

    Calves, hamstrings, quads, glutes, back and core are what articles for runners ask for every
    week: sensible advice of coaches, and for the core without a trial on running economy. Only
    direct work counts, a left and a right set together as one. The unfinished week is left out;
    a week without lifting has all six, unworked. No weeks: no rows.

    >>> weekly_coverage(WeeklyMuscleSets.empty()).empty
    True
    """
    over = weekly[weekly.complete]
    grid = pd.MultiIndex.from_product(
        [over.week.unique(), ADVISED_MUSCLES], names=["week", "muscle"]
    )
    direct = over.set_index(["week", "muscle"]).direct_sets.reindex(grid, fill_value=0.0)
    table = direct.reset_index()
    return WeeklyCoverage.validate(table.assign(worked=table.direct_sets >= least))


def coverage_by_muscle(coverage: DataFrame[WeeklyCoverage]) -> DataFrame[MuscleCoverage]:
    """Return in how many of the finished weeks each advised group was worked, shape (6, 3).

    >>> coverage_by_muscle(WeeklyCoverage.empty()).weeks.tolist()
    [0, 0, 0, 0, 0, 0]
    """
    sums = coverage.groupby("muscle").agg(weeks=("worked", "size"), worked_weeks=("worked", "sum"))
    groups = pd.Index(ADVISED_MUSCLES, name="muscle", dtype=object)
    return MuscleCoverage.validate(sums.reindex(groups, fill_value=0).reset_index())
