"""The frames of training blocks: what the runner marked, and each block beside what was before."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class TrainingBlocks(Frame):
    """Every marked block, oldest first; both days are included, one that goes on has no last."""

    block_id: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=["heavy lifting", "maintenance", "no lifting", "life event"])
    started_on: np.datetime64
    ended_on: np.datetime64 = pa.Field(nullable=True)
    title: str
    notes: str


class WatchChanges(Frame):
    """Every day that was asked about, oldest first: whether a new watch or strap came then."""

    day: np.datetime64 = pa.Field(unique=True)
    is_new: bool


class BlockComparison(TrainingBlocks):
    """Each marked block beside as many weeks before it: mean changes [%] and what they rest on.

    `weeks` counts the block's whole Monday weeks that are over, `_before` and `_during` the weeks
    with a value on each side. A change is NaN where nothing is compared, and `_reason` says why.
    """

    weeks: int = pa.Field(ge=0)
    speed_weeks_before: int = pa.Field(ge=0)
    speed_weeks_during: int = pa.Field(ge=0)
    speed_change: float = pa.Field(nullable=True)
    speed_reason: str
    strength_weeks_before: int = pa.Field(ge=0)
    strength_weeks_during: int = pa.Field(ge=0)
    strength_change: float = pa.Field(nullable=True)
    strength_reason: str
