"""The exact test of a trial of one's own, over every calendar that could have been drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt
from pandera.typing.pandas import DataFrame

from ironstride.frames.trial import TrialTests
from ironstride.metrics.trial_calendar import (
    LIFTING,
    Design,
    Drawn,
    could_be_drawn,
    counted_weeks,
)

Array = npt.NDArray[np.float64]

State = Literal[
    "not drawn", "not begun", "not over yet", "too few tests", "no clear difference", "difference"
]

LEVEL = 0.05
MIN_TESTS = 3
# Sums that differ in their last digits only are the same sum.
SAME = 1e-9
FLAT = 1e-12


@dataclass(frozen=True, eq=False)
class TrialResult:
    """What a trial showed; `difference` [%] and `p` are NaN until it is over and tests are there.

    `lifting` and `maintenance` count the tests that count in each kind of block, `as_large` the
    calendars, of `calendars`, with a difference at least as large as that of the drawn one.
    """

    state: State
    lifting: int
    maintenance: int
    calendars: int
    as_large: int = 0
    difference: float = np.nan
    p: float = np.nan


def trial_result(
    design: Design, drawn: Drawn, tests: DataFrame[TrialTests], *, today: date
) -> TrialResult:
    """Return the difference between lifting and maintenance [%], and its exact p.

    Told only once the trial is over: whoever looks at every test and stops at a good moment finds
    something in more than 1 of 20 trials. Three tests or more must count in each kind of block.

    p is the share of calendars, out of all that could have been drawn, for which the same tests
    would show a difference at least as large in either direction; the drawn one is among them
    (Edgington & Onghena 2007; Bulté & Onghena 2008, doi 10.3758/BRM.40.2.467). If the calendar
    changes no result, p ≤ 0.05 comes up in at most 1 of 20 draws whatever the results do by
    themselves: trend, season and memory included, for they stay where they are while the calendar
    is drawn anew. That holds only for a calendar that was drawn, kept to, and drawn once; tests
    that were left out must not depend on the block either. A calendar for which no difference can
    be computed counts as one with a larger difference. Of a calendar that the design could not
    have given ("not drawn") nothing is told.
    """
    calendars = could_be_drawn(design)
    known = tests[tests["counts"] & tests["value"].notna()]
    lifting = int((known["kind"] == LIFTING).sum())
    state = _unfinished(design, today, lifting, len(known) - lifting)
    state = state if drawn in calendars else "not drawn"
    result = TrialResult(state or "too few tests", lifting, len(known) - lifting, len(calendars))
    if state:
        return result
    given = tests[tests["value"].notna()]
    at = given["week"].to_numpy() - 1
    found = differences(calendars, at, given["value"].to_numpy(), design.wash_in_weeks)
    own = found[calendars.index(drawn)]
    return result if np.isnan(own) else _judged(result, found, float(own))


def differences(
    calendars: Sequence[Drawn], weeks: npt.NDArray[np.int64], values: Array, wash_in_weeks: int
) -> Array:
    """Return for each calendar how much better lifting was than maintenance [%], shape (n,).

    `values` [%], shape (tests,) or (tests, logs), were measured in `weeks` (the first is 0).
    Least squares on a straight line over time and one step between the two kinds, over the tests
    that count under that calendar; NaN where line and kind cannot be told apart.

    >>> calendars = [Drawn((True, True), (1, 1, 1, 1)), Drawn((True, False), (1, 1, 1, 1))]
    >>> differences(calendars, np.arange(4), np.array([4.0, 1, 6, 3]), 0)
    array([4., 0.])
    """
    return contrasts(calendars, weeks, wash_in_weeks) @ values


def contrasts(
    calendars: Sequence[Drawn], weeks: npt.NDArray[np.int64], wash_in_weeks: int
) -> Array:
    """Return the weight of each test in each calendar's difference, shape (calendars, tests)."""
    counts = counted_weeks(calendars, wash_in_weeks)[:, weeks].astype(float)
    lifting = np.array([one.lifting_weeks[weeks] for one in calendars], dtype=float)
    tests = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    time = weeks - (counts @ weeks)[:, None] / tests
    spread = np.maximum((counts * time**2).sum(axis=1, keepdims=True), FLAT)
    apart = lifting - (counts * lifting).sum(axis=1, keepdims=True) / tests
    slope = (counts * time * apart).sum(axis=1, keepdims=True) / spread
    left = counts * (apart - slope * time)
    size = (left**2).sum(axis=1, keepdims=True)
    return np.where(size > SAME, left / np.maximum(size, SAME), np.nan)


def _unfinished(design: Design, today: date, lifting: int, maintenance: int) -> State | None:
    if today < design.begins_on:
        return "not begun"
    if today <= design.ends_on:
        return "not over yet"
    return "too few tests" if min(lifting, maintenance) < MIN_TESTS else None


def at_least_as_large(found: Array, own: float) -> int:
    """Return how many calendars' differences are as large as `own` in either direction.

    One that cannot be computed (NaN) counts as larger, so that p is rather too large.

    >>> at_least_as_large(np.array([-3.0, 1.0, 2.0, np.nan]), 2.0)
    3
    """
    return int((~(np.abs(found) < abs(own) - SAME)).sum())


def _judged(result: TrialResult, found: Array, own: float) -> TrialResult:
    as_large = at_least_as_large(found, own)
    p = as_large / len(found)
    state: State = "difference" if p <= LEVEL else "no clear difference"
    return replace(result, state=state, as_large=as_large, difference=own, p=p)
