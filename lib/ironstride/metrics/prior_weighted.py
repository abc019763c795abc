"""What one log adds to what trials found: both weighed by how sure they are."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.together import BlockAssociation, SlopeEstimates
from ironstride.metrics.autocorrelation import Z_95


@dataclass(frozen=True)
class Slope:
    """% more speed for each 1 % of strength, with its standard error."""

    mean: float
    se: float

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval."""
        return self.mean - Z_95 * self.se, self.mean + Z_95 * self.se


# Trials imply 0.1 to 0.15 % better running economy for each 1 % of strength (Støren 2008,
# doi 10.1249/MSS.0b013e318168da2f: 5.0 % from 33.2 %), and runners differ by about as much.
TRIALS = Slope(0.10, 0.10)


def prior_weighted(own: Slope) -> Slope:
    """Return the slope that a log and the trials before it give together.

    The mean of both, each weighing 1 ÷ SE²: the conjugate update of a normal mean (Gelman and
    others 2013, Bayesian Data Analysis, 3rd ed., §2.5). Limits: the trials measured running
    economy in groups, over weeks; how much runners differ from one another is our guess.

    Raises:
        ValueError: the standard error is not above 0.

    >>> told = prior_weighted(Slope(0.30, 0.20))
    >>> round(told.mean, 2), round(told.se, 3)
    (0.14, 0.089)
    >>> told = prior_weighted(Slope(0.30, 0.05))
    >>> round(told.mean, 2), round(told.se, 3)
    (0.26, 0.045)
    """
    if not own.se > 0:
        raise ValueError(f"the standard error must be above 0, got {own.se}")
    share = own_share(own)
    mean = share * own.mean + (1 - share) * TRIALS.mean
    return Slope(mean, float((own.se**-2 + TRIALS.se**-2) ** -0.5))


def own_share(own: Slope) -> float:
    """Return how much of the weight the log carries [0 to 1].

    >>> round(own_share(Slope(0.30, 0.20)), 3)
    0.2
    """
    return float(own.se**-2 / (own.se**-2 + TRIALS.se**-2))


def own_slope(found: BlockAssociation) -> Slope | None:
    """Return the log's own slope: least squares through the block pairs, with its standard error.

    r · SD(speed) ÷ SD(strength), and its usual error with `n_eff` in the place of n: √((1 − r²)
    ÷ (n_eff − 2)) · SD(speed) ÷ SD(strength) (Bayley & Hammersley 1946, doi 10.2307/2983560). None
    where no r is told, or where at most three pairs' worth is left. Pulled towards 0 by the
    noise in strength: with 0.30 planted in three years of the demo runner, the mean was 0.18.

    >>> own_slope(BlockAssociation("not enough data", "not reached", 0, 0, 4, [])) is None
    True
    """
    if np.isnan(found.r) or found.n_eff <= 3:
        return None
    x, y = found.pairs["strength_change"], found.pairs["performance_change"]
    ratio = float(y.std() / x.std())
    return Slope(found.r * ratio, ratio * float(np.sqrt((1 - found.r**2) / (found.n_eff - 2))))


def slope_estimates(own: Slope) -> DataFrame[SlopeEstimates]:
    """Return the slopes of the trials, of the log, and of both together, in this order.

    >>> list(slope_estimates(Slope(0.30, 0.20)).slope.round(2))
    [0.1, 0.3, 0.14]
    """
    told = {"trials": TRIALS, "your log": own, "both": prior_weighted(own)}
    rows = [(source, one.mean, *one.interval) for source, one in told.items()]
    return SlopeEstimates.validate(pd.DataFrame(rows, columns=["source", "slope", "low", "high"]))
