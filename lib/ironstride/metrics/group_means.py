"""Means of groups of runs against the usual of the same weeks, and how sure they are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandera.typing.pandas import DataFrame
from scipy import stats

from ironstride.frames.acute import GroupMeans

Array = NDArray[np.float64]

MIN_RUNS = 8
MIN_WEEKS = 4
# Standard errors between no effect and one that is found in 8 of 10 logs: 1.96 + 0.84.
FOUND_IN_8_OF_10 = 2.8
# What least squares cannot reach is 1 or 0 up to rounding.
ROUNDING = 1e-6


@dataclass(frozen=True)
class Difference:
    """How much faster the first group is than the second [%], its interval, the runs of each."""

    group: str
    against: str
    runs: int
    against_runs: int
    pct: float
    low_pct: float
    high_pct: float
    se_pct: float

    @property
    def is_clear(self) -> bool:
        """Tell whether the 95 % interval leaves 0 out."""
        return not self.low_pct <= 0 <= self.high_pct

    @property
    def findable_pct(self) -> float:
        """Return the difference [%] that 8 of 10 such logs would show."""
        return FOUND_IN_8_OF_10 * self.se_pct


@dataclass(frozen=True, eq=False)
class GroupFit:
    """Effects of groups within levels, with their covariance; only contrasts mean anything."""

    groups: tuple[str, ...]
    runs: NDArray[np.int64]
    weeks: NDArray[np.int64]
    effects: Array
    covariance: Array
    reach: Array

    def means(self, groups: Sequence[str]) -> DataFrame[GroupMeans]:
        """Return the mean of each of some groups against all runs, shape (g, 6)."""
        return GroupMeans.validate(pd.DataFrame([self._mean(one) for one in groups]))

    def difference(self, group: str, against: str) -> Difference | None:
        """Return how two groups differ, None where either is too small or nothing joins them."""
        one, other = self.groups.index(group), self.groups.index(against)
        row = np.zeros(len(self.groups))
        row[one], row[other] = 1, -1
        told = self._told(row, [one, other])
        runs = int(self.runs[one]), int(self.runs[other])
        return told and Difference(group, against, *runs, *told)

    def _mean(self, group: str) -> dict[str, Any]:
        at = self.groups.index(group)
        row = -self.runs / max(1, self.runs.sum())
        row[at] += 1
        known = {"group": group, "runs": self.runs[at], "weeks": self.weeks[at]}
        pct, low, high, _ = self._told(row, [at]) or (np.nan,) * 4
        return known | {"mean_pct": pct, "low_pct": low, "high_pct": high}

    def _told(self, row: Array, named: list[int]) -> tuple[float, float, float, float] | None:
        """Return value, interval and standard error [%] of a contrast, None where not told."""
        enough = (self.runs[named] >= MIN_RUNS).all() and (self.weeks[named] >= MIN_WEEKS).all()
        within_reach = np.allclose(row @ self.reach, row, atol=ROUNDING)
        if not enough or not within_reach or not row.any():
            return None
        se = math.sqrt(max(0.0, float(row @ self.covariance @ row)))
        half = float(stats.t.ppf(0.975, int(self.weeks[named].min()) - 1)) * se
        value = float(row @ self.effects)
        return value, value - half, value + half, se


def group_fit(left: pd.DataFrame, groups: Sequence[str]) -> GroupFit:
    """Return the effect [%] of each of `groups` on `left_pct`, each `level` having its own mean.

    Columns in: level, week, group, left_pct [%], weight (1 ÷ variance); groups that are not among
    `groups` have effects as well. Weighted least squares on the deviations from each level
    (Frisch & Waugh 1933, doi:10.2307/1907330). Runs of a week share its form, so the covariance
    is robust to weeks (Liang & Zeger 1986, doi:10.1093/biomet/73.1.13, with the
    usual correction for few weeks and degrees of freedom) and intervals take Student's t with one
    degree less than the weeks of the smaller group: over simulated logs of 12 to 104 weeks with a
    weekly form of AR(.4) they held the truth in 94 to 96 of 100. Runs of
    a level that holds one group alone say nothing of differences and are left out, of the numbers
    of runs as well. A group of fewer than 8 runs or 4 weeks has no value, nor has one that nothing
    joins to the others.

    >>> left = pd.DataFrame({"level": "a", "week": range(16), "group": ["x", "y"] * 8,
    ...                      "left_pct": [-1.0, 1.0] * 8, "weight": 1.0})
    >>> group_fit(left, ["x", "y"]).means(["x", "y"]).mean_pct.round(6).tolist()
    [-1.0, 1.0]
    """
    left = side_by_side(left)
    every = [*groups, *sorted(set(left.group) - set(groups))]
    member = left.group.to_numpy()[:, None] == np.array(every, dtype=object)
    root = np.sqrt(left.weight.to_numpy(dtype=float))
    by = _within(member.astype(float), left) * root[:, None]
    explained = _within(left[["left_pct"]].to_numpy(dtype=float), left)[:, 0] * root
    # Groups sum to 1 in every level, so one direction is empty up to rounding.
    inverse = np.linalg.pinv(by.T @ by, rcond=ROUNDING, hermitian=True)
    effects = inverse @ by.T @ explained
    scores = by * (explained - by @ effects)[:, None]
    return GroupFit(
        groups=tuple(every),
        runs=member.sum(axis=0),
        weeks=np.array([left.week[of_group].nunique() for of_group in member.T], dtype=np.int64),
        effects=effects,
        covariance=inverse @ _by_week(scores, left.week, _freedom(left)) @ inverse,
        reach=inverse @ by.T @ by,
    )


def side_by_side(left: pd.DataFrame) -> pd.DataFrame:
    """Return the runs of the levels that hold more than one group."""
    return left[left.group.groupby(left.level).transform("nunique") > 1]


def _within(values: Array, left: pd.DataFrame) -> Array:
    """Return values less their weighted mean of each level."""
    table = pd.DataFrame(values, index=left.index)
    sums = table.mul(left.weight, axis=0).groupby(left.level).transform("sum")
    weights = left.weight.groupby(left.level).transform("sum")
    return (table - sums.div(weights, axis=0)).to_numpy(dtype=float)


def _by_week(scores: Array, week: "pd.Series[Any]", freedom: int) -> Array:
    sums = pd.DataFrame(scores, index=week.index).groupby(week).sum().to_numpy()
    correction = len(sums) / max(1, len(sums) - 1) * len(scores) / freedom
    return correction * np.asarray(sums.T @ sums)


def _freedom(left: pd.DataFrame) -> int:
    """Return the runs less what was fitted to them: a mean a level, an effect a group but one."""
    return max(1, len(left) - left.level.nunique() - left.group.nunique() + 1)
