"""What the exploration compares: weekly doses, outcomes and covariates, and what came of it."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class DoseWeeks(Frame):
    """One row a completed Monday week, none left out: how much of what was lifted.

    `dose` is in the dose's own unit, `se` its standard error in the same where it is known.
    """

    week: np.datetime64 = pa.Field(unique=True)
    dose: float = pa.Field(nullable=True)
    se: float = pa.Field(ge=0, nullable=True)


class OutcomeWeeks(Frame):
    """One row a week with a measure: 100 ln speed [%], and how many measures are behind it."""

    week: np.datetime64 = pa.Field(unique=True)
    performance: float = pa.Field(nullable=True)
    measures: int = pa.Field(ge=0)


class CovariateWeeks(Frame):
    """One row a week: distance [m], hard share [%], temperature [°C] and body mass [kg]."""

    week: np.datetime64 = pa.Field(unique=True)
    volume: float = pa.Field(ge=0, nullable=True)
    hard_share: float = pa.Field(ge=0, le=100, nullable=True)
    temperature: float = pa.Field(nullable=True)
    body_mass: float = pa.Field(gt=0, nullable=True)


class Asked(Frame):
    """One row a question: how a dose and a later outcome go together; NaN where it is not told.

    `adjusted` names what was taken out beforehand, `lag` is in blocks of four weeks.
    """

    dose: str
    outcome: str
    adjusted: str
    lag: int = pa.Field(ge=0)
    status: str
    gate: str
    n_pairs: int = pa.Field(ge=0)
    n_eff: float = pa.Field(nullable=True)
    r: float = pa.Field(ge=-1, le=1, nullable=True)
    ci_low: float = pa.Field(ge=-1, le=1, nullable=True)
    ci_high: float = pa.Field(ge=-1, le=1, nullable=True)
    p: float = pa.Field(ge=0, le=1, nullable=True)


class AllAsked(Asked):
    """Every question of the menu, with p as Holm corrects it for having asked them all."""

    p_holm: float = pa.Field(ge=0, le=1, nullable=True)
