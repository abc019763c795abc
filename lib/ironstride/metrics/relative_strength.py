"""How strong for one's own mass."""

from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns
from ironstride.frames.strength_trends import DailyBests, RelativeBests
from ironstride.metrics.body_mass import body_mass_on

EXPONENT = 0.67


def relative_bests(
    daily: DataFrame[DailyBests], check_ins: DataFrame[CheckIns]
) -> DataFrame[RelativeBests]:
    """Return each day's e1RM over the body mass of that day, shape (n, 6).

    `per_kg` is e1RM ÷ body mass [kg per kg]; `allometric` is e1RM ÷ body mass^0.67, in which size
    alone neither helps nor hurts, for strength grows with the muscle's cross-section (Jaric 2002,
    doi 10.2165/00007256-200232100-00002). Body mass as in `body_mass_on`; unknown there, unknown
    here.

    >>> relative_bests(DailyBests.empty(), CheckIns.empty()).shape
    (0, 6)
    """
    mass = body_mass_on(daily.day, check_ins)
    return RelativeBests.validate(
        daily.assign(
            body_mass_kg=mass,
            per_kg=daily.e1rm_kg / mass,
            allometric=daily.e1rm_kg / mass**EXPONENT,
        )
    )
