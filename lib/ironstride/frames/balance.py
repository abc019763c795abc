"""The frames of balance: one part beside another, left beside right, what is worked each week."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class BalanceBlocks(Frame):
    """One row a four-week block and measure, none left out: hard sets of a part and of the other.

    `share` is the part of both, `ratio` the part by the other; neither is known with too few sets.
    `low`, `median` and `high` are the quartiles of share in the runner's own `earlier` blocks.
    """

    block: np.datetime64
    measure: str
    part_sets: float = pa.Field(ge=0)
    other_sets: float = pa.Field(ge=0)
    share: float = pa.Field(ge=0, le=1, nullable=True)
    ratio: float = pa.Field(ge=0, nullable=True)
    low: float = pa.Field(ge=0, le=1, nullable=True)
    median: float = pa.Field(ge=0, le=1, nullable=True)
    high: float = pa.Field(ge=0, le=1, nullable=True)
    earlier: int = pa.Field(ge=0)
    place: str = pa.Field(isin=["below", "within", "above", "cannot tell yet"])


class SideBests(Frame):
    """One row a four-week block and one-sided exercise: hard sets a side, and which is stronger.

    `difference` is the median ln(right ÷ left) of the e1RM in the sessions with both (`pairs`).
    """

    block: np.datetime64
    exercise: str
    left_sets: int = pa.Field(ge=0)
    right_sets: int = pa.Field(ge=0)
    pairs: int = pa.Field(ge=0)
    difference: float = pa.Field(nullable=True)
    line_1: float = pa.Field(gt=0)
    line_2: float = pa.Field(gt=0)
    verdict: str


class SideTests(Frame):
    """One row a day on which both sides were tested, oldest first: ln(right ÷ left), its lines.

    Values are reps, holds [s] or hops [m], as the protocol measures them.
    """

    day: np.datetime64
    protocol: str
    left: float = pa.Field(gt=0)
    right: float = pa.Field(gt=0)
    difference: float
    line_1: float = pa.Field(gt=0)
    line_2: float = pa.Field(gt=0)
    verdict: str


class WeeklyCoverage(Frame):
    """One row a finished week and muscle group: direct hard sets, and whether they are enough."""

    week: np.datetime64
    muscle: str
    direct_sets: float = pa.Field(ge=0)
    worked: bool


class MuscleCoverage(Frame):
    """One row a muscle group: finished weeks, and those in which it was worked."""

    muscle: str = pa.Field(unique=True)
    weeks: int = pa.Field(ge=0)
    worked_weeks: int = pa.Field(ge=0)
