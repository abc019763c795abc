"""Moves in which the body is the load: pull-ups, push-ups, calf raises."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, LiftSets
from ironstride.frames.strength_trends import AddedBests, SystemLoads
from ironstride.metrics.body_mass import body_mass_on
from ironstride.metrics.e1rm import Formula, estimates

# Pull-ups, chin-ups and dips move 0.94 to 0.95 of the body; a share is editable by 5 points.
LOW_SHARE, HIGH_SHARE = 0.90, 0.99


def system_loads(
    lift_sets: DataFrame[LiftSets], check_ins: DataFrame[CheckIns]
) -> DataFrame[SystemLoads]:
    """Return what the body's own moves came to in each session, oldest first, shape (n, 9).

    A rep moves body mass × share + load, less assistance, never below 0 (shares and their sources
    in `system_load_kg`); volume is Σ reps × that [kg]. Working sets with reps of the kinds
    bodyweight and assisted whose share is known; where body mass is not (`body_mass_on`), the
    reps alone. No estimate of a maximum: the shares are means of groups.

    >>> system_loads(LiftSets.empty(), CheckIns.empty()).shape
    (0, 9)
    """
    own = _working(lift_sets, ("bodyweight", "assisted"))
    own = own[own.body_mass_fraction > 0]
    mass = body_mass_on(own.started_at, check_ins)
    beside = own.load_kg.where(own.kind == "bodyweight", -own.load_kg)
    moved = (mass * own.body_mass_fraction + beside).clip(lower=0)
    labelled = own.assign(body_mass_kg=mass, moved=moved, volume=moved * own.reps)
    sums = labelled.groupby(["started_at", "session_id", "exercise"], as_index=False).agg(
        sets=("reps", "size"),
        reps=("reps", "sum"),
        most_reps=("reps", "max"),
        body_mass_kg=("body_mass_kg", "first"),
        heaviest_kg=("moved", "max"),
        volume_kg=("volume", "sum"),
    )
    known = sums.body_mass_kg.notna()
    return SystemLoads.validate(sums.assign(volume_kg=sums.volume_kg.where(known)))


def added_bests(
    lift_sets: DataFrame[LiftSets], check_ins: DataFrame[CheckIns], formula: Formula = "mean"
) -> DataFrame[AddedBests]:
    """Return the best weighted pull-ups or dips of each session, oldest first, shape (n, 12).

    The body counts as load and is taken off again: (mass × share + added) × factor − mass × share
    [kg beside the body], with the factor of `e1rm`. Only moves of kind bodyweight that lift 0.90
    to 0.99 of the body, with a weight added: of other moves the share is too uncertain (± 5
    points by posture). Without a body mass near the day there is no row.

    >>> added_bests(LiftSets.empty(), CheckIns.empty()).shape
    (0, 12)
    """
    hung = _working(lift_sets, ("bodyweight",))
    hung = hung[hung.body_mass_fraction.between(LOW_SHARE, HIGH_SHARE) & (hung.load_kg > 0)]
    mass = body_mass_on(hung.started_at, check_ins)
    body = mass * hung.body_mass_fraction
    whole = estimates(hung.assign(load_kg=hung.load_kg + body), formula)
    found = whole.assign(
        e1rm_added_kg=whole.e1rm_kg - body,
        load_kg=hung.load_kg,
        body_mass_kg=mass,
        at_least=hung.rir.isna(),
    ).dropna(subset="e1rm_added_kg")
    ranked = found.sort_values(
        ["e1rm_added_kg", "n", "position"], ascending=[False, True, True]
    ).drop_duplicates(["session_id", "exercise"])
    ordered = ranked.sort_values(["started_at", "session_id", "exercise"], ignore_index=True)
    return AddedBests.validate(ordered)


def _working(lift_sets: DataFrame[LiftSets], kinds: tuple[str, ...]) -> pd.DataFrame:
    return lift_sets[
        lift_sets.kind.isin(kinds) & (lift_sets.set_type != "warmup") & (lift_sets.reps >= 1)
    ]
