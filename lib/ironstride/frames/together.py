"""What is compared when strength meets running, and what the comparison gives back."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pandas as pd
import pandera.pandas as pa

from ironstride.frames.base import Frame

Status = Literal["not enough data", "not enough ups and downs", "no clear link", "hint", "link"]
# What the pairs must show before anything is told, and which of it they lack.
Gate = Literal[
    "not reached", "passed", "no turns", "only rises", "only falls", "within error", "flat speed"
]


class _MondayWeeks(Frame):
    """One row a Monday week, each week at most once."""

    week: np.datetime64 = pa.Field(unique=True)

    @pa.check("week", error="week must be the midnight that begins a Monday")
    @classmethod
    def _begins_on_monday(cls, week: "pd.Series[pd.Timestamp]") -> "pd.Series[bool]":
        return (week.dt.day_of_week == 0) & (week == week.dt.normalize())


class StrengthWeeks(_MondayWeeks):
    """Weekly lower-body strength: 100·ln(index) [%], unsmoothed, with its standard error [%]."""

    effect: float = pa.Field(nullable=True)
    se: float = pa.Field(ge=0, nullable=True)


class PerformanceWeeks(_MondayWeeks):
    """Weekly running performance: 100·ln(speed at the reference heart rate, or of a test) [%]."""

    performance: float = pa.Field(nullable=True)


class VolumeWeeks(_MondayWeeks):
    """Weekly running distance [m]."""

    distance_m: float = pa.Field(ge=0, nullable=True)


class TogetherWeeks(_MondayWeeks):
    """Consecutive Monday weeks, oldest first: strength and performance [%], volume [m]."""

    strength: float = pa.Field(nullable=True)
    strength_se: float = pa.Field(ge=0, nullable=True)
    performance: float = pa.Field(nullable=True)
    volume: float = pa.Field(ge=0, nullable=True)


class BlockChanges(Frame):
    """One row a pair: change of strength into a block, of performance into the later one [%].

    `block_start` is the position of the strength block's first week; `observed_change` is the
    change of strength before season and covariates are taken out.
    """

    block_start: int = pa.Field(ge=0, unique=True)
    observed_change: float
    strength_change: float
    performance_change: float


class SlopeEstimates(Frame):
    """One row a source: % more speed for each 1 % of strength, with its 95 % interval."""

    source: str = pa.Field(unique=True)
    slope: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class BlockAssociation:
    """How block changes of strength and of later performance go together; NaN where not told.

    `r`, its interval and `p` are told from status "no clear link" on; `slope`
    [% performance per 1 % strength], its interval and `intercept` [%] from "hint" on.
    `n_weeks` spans the weeks in which both series live, `n_pairs` counts the rows of `pairs`.
    `sliding` holds the adjusted changes of performance [%] between any two blocks that follow one
    another, from each week on.
    """

    status: Status
    gate: Gate
    n_weeks: int
    n_pairs: int
    block_weeks: int
    pairs: pd.DataFrame = field(repr=False)
    n_eff: float = np.nan
    r: float = np.nan
    p: float = np.nan
    ci_low: float = np.nan
    ci_high: float = np.nan
    spearman: float = np.nan
    slope: float = np.nan
    slope_low: float = np.nan
    slope_high: float = np.nan
    intercept: float = np.nan
    lag_blocks: int = 1
    sliding: np.typing.NDArray[np.float64] = field(default_factory=lambda: np.empty(0), repr=False)

    @property
    def has_slope(self) -> bool:
        """Tell whether the link is clear enough for a line to be drawn."""
        return self.status in ("hint", "link")
