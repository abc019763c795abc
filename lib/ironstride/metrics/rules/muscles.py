"""Which muscle groups the sets reach: MUSCLES."""

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


def each_group(week: Week, guidance: Guidance) -> Outcome:
    """Tell whether each chosen muscle group has enough direct hard sets (MUSCLES).

    Counted as on the page Muscles: direct work only, a left and a right set together as one. An
    exercise without muscle groups may have reached a group that lacks sets.
    """
    wanted, least = guidance.muscles, guidance.direct_sets
    if not wanted:
        return unknown("No muscle group is chosen.", "your choice of muscle groups")
    sums = week.reached.groupby("muscle").direct_sets.sum().reindex(list(wanted), fill_value=0.0)
    short = [group for group in wanted if sums[group] < least]
    behind = week.with_ids(week.reached.session_id[week.reached.direct_sets > 0])
    asked = f"the rule asks for {count(least, 'direct hard set')} or more each"
    if not short:
        return met(f"All {count(len(wanted), 'muscle group')} worked directly; {asked}.", behind)
    done = len(wanted) - len(short)
    said = (
        f"{done} of {count(len(wanted), 'muscle group')}; {asked}. Short of it: {in_words(short)}."
    )
    if not week.complete:
        return lacking(week, None, said, behind)
    unmapped = week.sets[week.sets.hard & ~week.sets.mapped]
    if not unmapped.empty:
        names = in_words(sorted(unmapped.exercise.unique()))
        return unknown(said, f"the muscle groups of {names}", week.with_ids(unmapped.session_id))
    return without_sets(week) or lacking(week, week.lifts_since, said, behind)
