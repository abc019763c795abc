"""What a trial of one's own measures: one outcome, named before, on one scale."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.fitness import JudgedTests
from ironstride.frames.running import WeeklyReferenceSpeed
from ironstride.frames.trial import Measured
from ironstride.metrics.fitness import ERRORS, PRACTICE
from ironstride.metrics.trial_calendar import Design

REFERENCE_PACE = "reference pace"
# A week's pace at the reference heart rate varies by about this much by itself [%].
PACE_ERROR = 2.0


def typical_error(outcome: str) -> float:
    """Return how much an outcome varies when nothing changed [%], one standard deviation.

    For tests the published errors of `fitness.ERRORS`, the larger where two are given; for a
    week's pace at the reference heart rate 2 %, after its day-to-day error of 1.1 to 1.4 % in the
    laboratory (Lamberts 2004, J Strength Cond Res 18:641) over two or three runs in the field.

    >>> typical_error("reference pace"), round(typical_error("time_trial"), 2)
    (2.0, 1.98)
    """
    return PACE_ERROR if outcome == REFERENCE_PACE else float(100 * np.log1p(ERRORS[outcome][1]))


def measured_by_tests(
    judged: DataFrame[JudgedTests], protocol: str, design: Design
) -> DataFrame[Measured]:
    """Return the tests of a protocol that belong to a trial, as 100·ln(value) [%].

    Of the tests in planned weeks they are those of the kind (distance, heart rate) that was made
    most often, the earlier one where two are level: what a test showed does not choose it. A
    first test ever is practice and does not belong, nor does one without a value.
    """
    week = (judged["day"] - pd.Timestamp(design.begins_on)).dt.days // 7
    own = judged[
        (judged["protocol"] == protocol)
        & (judged["verdict"] != PRACTICE)
        & judged["value"].notna()
        & week.isin(design.test_weeks)
    ].sort_values("day")
    made = own.groupby("series", sort=False).size()
    own = own[own["series"] == made.idxmax()] if len(made) else own
    return Measured.validate(own.assign(value=100 * np.log(own["value"])))


def measured_by_pace(weekly: DataFrame[WeeklyReferenceSpeed]) -> DataFrame[Measured]:
    """Return each week's speed at the reference heart rate [100·ln, %] on the week's Monday."""
    known = weekly[weekly["performance"].notna()]
    return Measured.validate(known.rename(columns={"week": "day", "performance": "value"}))
