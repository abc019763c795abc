"""Holds for the core: PLANK."""

import pandas as pd

from ironstride.metrics.rules.outcome import (
    Outcome,
    in_words,
    lacking,
    met,
    unknown,
    without_sets,
)
from ironstride.metrics.rules.week import Week
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count

LEAST_S, LONG_S = 30, 60


def a_hold(week: Week, _: Guidance) -> Outcome:
    """Tell whether a hold for the core lasted 30 seconds or more (PLANK).

    Holds of exercises that work the core directly; a fitness test is none. With 60 seconds in
    this week and the one before by the same exercise, a harder one is the better next step.
    """
    holds = week.sets[week.sets.core_hold]
    longest = holds.hold_s.max() if holds.hold_s.notna().any() else 0.0
    behind = week.with_ids(holds.session_id)
    asked = f"the rule asks for {LEAST_S} seconds or more"
    if longest >= LEAST_S:
        held = f"{count(len(holds), 'hold')} for the core"
        said = f"{held}, the longest {longest:g} seconds; {asked}."
        return met(f"{said}{_harder(week)}", behind)
    said = f"No hold for the core; {asked}."
    if longest:
        said = f"The longest hold for the core lasted {longest:g} seconds; {asked}."
    if not week.complete:
        return lacking(week, None, said, behind)
    if holds.hold_s.isna().any():
        return unknown(said, "the seconds of the hold", behind)
    strange = week.sets[week.sets.hold_s.notna() & ~week.sets.mapped]
    if not strange.empty:
        names = in_words(sorted(strange.exercise.unique()))
        return unknown(said, f"the muscle groups of {names}", week.with_ids(strange.session_id))
    return without_sets(week) or lacking(week, week.lifts_since, said, behind)


def _harder(week: Week) -> str:
    both = sorted(_long(week.sets) & _long(week.before))
    if not both:
        return ""
    return f" {LONG_S} seconds or more for two weeks ({in_words(both)}): a harder one comes next."


def _long(sets: pd.DataFrame) -> set[str]:
    return set(sets.exercise[sets.core_hold & (sets.hold_s >= LONG_S)])
