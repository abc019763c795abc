"""The frame of fitness tests that were judged against the one before."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.body import FitnessTests


class JudgedTests(FitnessTests):
    """Every fitness test beside the one before it of the same kind, oldest first.

    `value` is what the test measured (speed [m/s], e1RM [kg], reps, hold [s] or hop [m]), more is
    better; `reference` is the distance [m], heart rate [bpm] or reps that all tests of one kind
    share, and `series` numbers these kinds. `change` is ln(value / the one before), NaN without
    one, `against` that one's day. Below `line_1` it is too small to tell, beyond `line_2` more
    than noise, both on the same scale; `own_error` marks lines drawn from the runner's own tests.
    """

    value: float = pa.Field(gt=0, nullable=True)
    reference: float = pa.Field(nullable=True)
    series: int = pa.Field(ge=0)
    against: np.datetime64 = pa.Field(nullable=True)
    change: float = pa.Field(nullable=True)
    line_1: float = pa.Field(gt=0)
    line_2: float = pa.Field(gt=0)
    own_error: bool
    verdict: str
