"""The frames of a trial of one's own: its calendar, its test weeks, what was measured."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class TrialBlocks(Frame):
    """The drawn blocks in order; `ended_on` is the last day, `counts_from` the first that counts.

    `counts_from` is NaT where a block is over before its first weeks are.
    """

    block: int = pa.Field(ge=1, unique=True)
    kind: str = pa.Field(isin=["heavy lifting", "maintenance"])
    weeks: int = pa.Field(ge=1)
    started_on: np.datetime64
    counts_from: np.datetime64 = pa.Field(nullable=True)
    ended_on: np.datetime64


class TrialTests(Frame):
    """The weeks in which the outcome is measured, oldest first: Mondays, set before the draw.

    `week` numbers the weeks of the trial from 1; `counts` is False in the first weeks after a
    change. `value` is 100·ln(outcome) [%], NaN where nothing was measured.
    """

    week: int = pa.Field(ge=1, unique=True)
    monday: np.datetime64 = pa.Field(unique=True)
    kind: str = pa.Field(isin=["heavy lifting", "maintenance"])
    counts: bool
    value: float = pa.Field(nullable=True)


class Measured(Frame):
    """What a trial's outcome measured on a day: 100·ln(value) [%], more is better."""

    day: np.datetime64
    value: float
