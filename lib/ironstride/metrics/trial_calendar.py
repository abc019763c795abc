"""The calendar of a trial of one's own: what could be drawn, and what was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.trial import Measured, TrialBlocks, TrialTests
from ironstride.weeks import WEEK

Array = npt.NDArray[np.float64]
Weeks = npt.NDArray[np.bool_]

LIFTING, MAINTENANCE = "heavy lifting", "maintenance"


@dataclass(frozen=True, kw_only=True)
class Design:
    """What is fixed before the draw: first Monday, number of cycles, lengths and tests [weeks].

    A cycle is one block of lifting and one of maintenance, equally long. Drawn are, for each
    cycle, which comes first and the length of its two blocks, so that all lengths together make
    up the same number of weeks whatever is drawn.
    """

    begins_on: date
    cycles: int
    shortest_weeks: int = 8
    longest_weeks: int = 12
    step_weeks: int = 2
    wash_in_weeks: int = 4
    test_every_weeks: int = 4

    @property
    def weeks(self) -> int:
        """How long the trial lasts [weeks], whatever is drawn."""
        return self.cycles * (self.shortest_weeks + self.longest_weeks)

    @property
    def ends_on(self) -> date:
        """The last day of the trial."""
        return self.begins_on + self.weeks * WEEK - (WEEK / 7)

    @property
    def test_weeks(self) -> npt.NDArray[np.int64]:
        """The positions of the weeks in which the outcome is measured, the first week is 0."""
        return np.arange(self.test_every_weeks - 1, self.weeks, self.test_every_weeks)


@dataclass(frozen=True)
class Drawn:
    """One calendar: which block comes first in each cycle, and the length of each block [weeks]."""

    lifts_first: tuple[bool, ...]
    block_weeks: tuple[int, ...]

    @property
    def lifts(self) -> tuple[bool, ...]:
        """Tell for each block in order whether it is one of lifting."""
        return tuple(block for first in self.lifts_first for block in (first, not first))

    @property
    def lifting_weeks(self) -> Weeks:
        """Tell for each week whether it belongs to a block of lifting, shape (weeks,)."""
        return np.repeat(np.array(self.lifts), self.block_weeks)


def could_be_drawn(design: Design) -> list[Drawn]:
    """Return every calendar that a design can give; one of them is to be drawn, all alike likely.

    That the calendar was drawn, and out of which, is what makes the test of it exact (Edgington &
    Onghena 2007, Randomization Tests, 4th ed.; Bulté & Onghena 2008, doi 10.3758/BRM.40.2.467).
    Drawing the order inside each cycle, and not only the lengths, makes the calendars differ
    enough for a real effect to be seen: in simulated trials of 60 weeks (tests every two weeks
    with an error of 1 %, a benefit of 3 %) it was seen in 43 of 100, with strict turns in 31.

    >>> design = Design(begins_on=date(2027, 1, 4), cycles=3)
    >>> len(could_be_drawn(design)), could_be_drawn(design)[0].block_weeks
    (56, (8, 8, 10, 10, 12, 12))
    """
    lengths = range(design.shortest_weeks, design.longest_weeks + 1, design.step_weeks)
    fitting = [
        tuple(np.repeat(each, 2).tolist())
        for each in product(lengths, repeat=design.cycles)
        if 2 * sum(each) == design.weeks
    ]
    orders = list(product((True, False), repeat=design.cycles))
    return [Drawn(order, each) for each in fitting for order in orders]


def blocks_of_trial(design: Design, drawn: Drawn) -> DataFrame[TrialBlocks]:
    """Return the drawn blocks with their days.

    >>> design = Design(begins_on=date(2027, 1, 4), cycles=3)
    >>> blocks_of_trial(design, could_be_drawn(design)[0]).started_on.dt.date.tolist()[:2]
    [datetime.date(2027, 1, 4), datetime.date(2027, 3, 1)]
    """
    weeks = np.array(drawn.block_weeks)
    ends = pd.Timestamp(design.begins_on) + pd.to_timedelta(7 * weeks.cumsum(), unit="D")
    starts = ends - pd.to_timedelta(7 * weeks, unit="D")
    lifts = np.array(drawn.lifts)
    changes = np.append(True, lifts[1:] != lifts[:-1])
    unsettled = np.where(changes, design.wash_in_weeks, 0)
    frame = pd.DataFrame(
        {
            "block": np.arange(1, len(weeks) + 1),
            "kind": np.where(lifts, LIFTING, MAINTENANCE),
            "weeks": weeks,
            "started_on": starts,
            "counts_from": starts + pd.to_timedelta(7 * unsettled, unit="D"),
            "ended_on": ends - pd.Timedelta(days=1),
        }
    )
    return TrialBlocks.validate(frame)


def weeks_with_tests(
    design: Design, drawn: Drawn, measured: DataFrame[Measured]
) -> DataFrame[TrialTests]:
    """Return the test weeks, which no draw moves, each with the first value measured in it.

    What was measured in any other week is left out: a runner who tests again when a test went
    badly would choose the results. A week without a measurement is NaN.
    """
    at = design.test_weeks
    mondays = pd.Timestamp(design.begins_on) + pd.to_timedelta(7 * at, unit="D")
    ordered = measured.sort_values("day", kind="stable")
    week = (ordered["day"] - pd.Timestamp(design.begins_on)).dt.days // 7
    first = ordered.groupby(week)["value"].first()
    frame = pd.DataFrame(
        {
            "week": at + 1,
            "monday": mondays,
            "kind": np.where(drawn.lifting_weeks[at], LIFTING, MAINTENANCE),
            "counts": counted_weeks([drawn], design.wash_in_weeks)[0, at],
            "value": first.reindex(at).to_numpy(dtype=float),
        }
    )
    return TrialTests.validate(frame)


def counted_weeks(calendars: Sequence[Drawn], wash_in_weeks: int) -> Weeks:
    """Tell which weeks count, shape (calendars, weeks): not the first ones after a change.

    The first block of the trial counts as a change. Two blocks of one kind in a row are as one.

    >>> counted_weeks([Drawn((True, False), (2, 2, 2, 2))], 1)[0].astype(int)
    array([0, 1, 0, 1, 1, 1, 0, 1])
    """
    lifting = np.array([one.lifting_weeks for one in calendars])
    at = np.arange(lifting.shape[1])
    changed = np.ones(lifting.shape, dtype=bool)
    changed[:, 1:] = lifting[:, 1:] != lifting[:, :-1]
    last_change = np.maximum.accumulate(np.where(changed, at, 0), axis=1)
    counted: Weeks = at - last_change >= wash_in_weeks
    return counted
