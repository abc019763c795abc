"""The frame of rules checked against the log."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame

STATES = ("met", "not met", "not assessable", "open")


class RuleWeeks(Frame):
    """One row a week and rule: its state, a sentence with the numbers, the sessions behind it.

    "open" is the unfinished week that has not fulfilled a rule yet. `missing` says in words which
    field keeps a rule from being assessed, `sessions` is a tuple of session ids.
    """

    week: np.datetime64
    rule: str
    state: str = pa.Field(isin=STATES)
    sentence: str
    missing: str
    sessions: object
    complete: bool
