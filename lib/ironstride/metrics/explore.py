"""Exploration without fishing: every lag shown, two adjustments side by side, the price said."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.explore import AllAsked, Asked, CovariateWeeks, DoseWeeks
from ironstride.frames.together import BlockAssociation
from ironstride.metrics.association import block_association
from ironstride.metrics.block_changes import adjusted, block_means, season_columns
from ironstride.metrics.covariates import usable
from ironstride.metrics.four_weeks import BLOCK_WEEKS
from ironstride.metrics.outcomes import Outcome

Array = npt.NDArray[np.float64]

LAGS = (0, 1, 2, 3)
DECLARED_LAG = 1
RAW, USUAL, EVERYTHING = "season", "usual", "everything"
# |r| of block changes from which half of the dose's movement, or more, is distance's too (r² ≥ ½).
TOO_CLOSE = 0.7
FEWEST_BLOCKS = 6


@dataclass(frozen=True, eq=False)
class Question:
    """A dose and an outcome on one calendar of weeks, with what else is known of these weeks.

    `basis` says in a sentence what the outcome rests on.
    """

    dose: str
    outcome: str
    least_weeks: int
    weeks: pd.DataFrame = field(repr=False)
    basis: str = ""

    @property
    def optional(self) -> tuple[str, ...]:
        """The covariates beyond distance and the week number that can be taken out here.

        Temperature is not taken out of speed at the reference heart rate, which has it already.
        """
        known = self.weeks.dose.notna() & self.weeks.performance.notna()
        found = usable(self.weeks, known.to_numpy())
        return tuple(one for one in found if (one, self.outcome) != ("temperature", "heart_rate"))


def question(
    dose_name: str,
    dose: DataFrame[DoseWeeks],
    outcome_name: str,
    outcome: Outcome,
    covariates: DataFrame[CovariateWeeks],
) -> Question:
    """Put a dose, an outcome and the covariates on one calendar of consecutive weeks.

    From the first week in which any of them is known to the last; what is unknown stays NaN.

    >>> from ironstride.frames.explore import OutcomeWeeks
    >>> nothing = Outcome(OutcomeWeeks.empty(), 2, "")
    >>> len(question("sets", DoseWeeks.empty(), "tempo", nothing, CovariateWeeks.empty()).weeks)
    0
    """
    frames = [one.set_index("week") for one in (dose, outcome.weeks, covariates)]
    joined = pd.concat(frames, axis=1, sort=True)
    if len(joined):
        joined = joined.reindex(pd.date_range(joined.index[0], joined.index[-1], freq="7D"))
    table = joined.reset_index(names="week").astype({"dose": float, "performance": float})
    return Question(dose_name, outcome_name, outcome.least_weeks, table, outcome.sentence)


def ask(asked: Question, adjusted_for: str, lag: int = DECLARED_LAG) -> BlockAssociation:
    """Return `block_association` of a question with one of three sets of covariates taken out.

    "season": nothing but the season; "usual": distance and the week number too, as the page's own
    answer; "everything": also hard share, temperature and body mass, as far as `optional` says.
    """
    table = asked.weeks
    columns: list[pd.Series] = []
    if adjusted_for != RAW:
        columns = [table.volume, pd.Series(table.index, dtype=float)]
    if adjusted_for == EVERYTHING:
        columns += [table[one] for one in asked.optional]
    return block_association(
        table.dose,
        table.performance,
        columns,
        strength_se=table.se if table.se.notna().any() else None,
        lag_blocks=lag,
        performance_weeks=asked.least_weeks,
    )


def lag_estimates(asked: Question) -> DataFrame[Asked]:
    """Return r with its interval for each lag [blocks of four weeks] and adjustment, 3 rows a lag.

    All lags are for the eye: the largest of several says less than its interval seems to, as a
    coincidence had several chances. The declared one is lag 1.
    """
    rows = [
        _row(asked, adjusted_for, lag) for adjusted_for in (RAW, USUAL, EVERYTHING) for lag in LAGS
    ]
    return Asked.validate(pd.DataFrame(rows))


def all_asked(questions: Sequence[Question]) -> DataFrame[AllAsked]:
    """Return every question at the declared lag, with p as `holm` corrects it, shape (q, 13).

    Questions that cannot be told are listed without an r and cost nothing.
    """
    table = pd.DataFrame([_row(one, USUAL, DECLARED_LAG) for one in questions])
    if table.empty:
        return AllAsked.empty()
    return AllAsked.validate(table.assign(p_holm=holm(table.p)))


def holm(p_values: npt.ArrayLike) -> Array:
    """Return p-values as corrected for being several, shape (n,); NaN stays NaN and counts nothing.

    Step down: the smallest times n, the next times n − 1 and so on, never falling, at most 1
    (Holm 1979, Scand J Stat 6:65, jstor 4615733). Valid however the questions hang together: with
    nothing in any of them, a corrected p below 0.05 turns up in at most 5 of 100 such families.

    >>> holm([0.01, 0.04, 0.03, np.nan]).round(3)
    array([0.03, 0.06, 0.06,  nan])
    """
    p = np.asarray(p_values, dtype=np.float64)
    known = np.flatnonzero(np.isfinite(p))
    order = known[np.argsort(p[known], kind="stable")]
    corrected = np.full(len(p), np.nan)
    factors = np.arange(len(order), 0, -1)
    corrected[order] = np.minimum(np.maximum.accumulate(p[order] * factors), 1.0)
    return corrected


def moves_with_distance(asked: Question) -> tuple[float, int]:
    """Return r between block changes of dose and distance, season taken out, and its n; NaN if few.

    From |r| = 0.7 on half of what the dose does, distance does too (r² ≥ ½, variance inflation of
    2): what is left of either can hardly be told from the other. The limit is a convention
    (0.7: Dormann and others 2013, doi 10.1111/j.1600-0587.2012.07348.x). Below six blocks: NaN.
    """
    dose = asked.weeks.dose.to_numpy(np.float64)
    distance = np.where(np.isfinite(dose), asked.weeks.volume.to_numpy(np.float64), np.nan)
    season = season_columns(np.arange(len(dose)))
    x, y = (np.diff(block_means(adjusted(one, season), BLOCK_WEEKS)) for one in (dose, distance))
    known = np.isfinite(x) & np.isfinite(y)
    n = int(known.sum())
    if n < FEWEST_BLOCKS or np.ptp(x[known]) == 0 or np.ptp(y[known]) == 0:
        return np.nan, n
    return float(np.corrcoef(x[known], y[known])[0, 1]), n


def _row(asked: Question, adjusted_for: str, lag: int) -> dict[str, object]:
    told = asdict(ask(asked, adjusted_for, lag))
    named = {"dose": asked.dose, "outcome": asked.outcome, "adjusted": adjusted_for, "lag": lag}
    return named | told
