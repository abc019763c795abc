"""Runs far beyond the month before: SPIKE."""

from ironstride.metrics.rules.outcome import Outcome, broken, in_words, met, nothing, unknown
from ironstride.metrics.rules.week import Week
from ironstride.metrics.run_spikes import DAYS_BEFORE, SPIKE_RATIO
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count


def longest_run(week: Week, _: Guidance) -> Outcome:
    """Tell whether no run was longer than 1.10 times the longest of 30 days before it (SPIKE)."""
    runs = week.spikes
    if runs.empty:
        return nothing(week, "run")
    behind = week.with_ids(runs.session_id)
    over = runs[runs.spike.fillna(value=False)]
    if not over.empty:
        days = in_words(f"{run.started_at:%A} ({run.ratio:.2f} times)" for run in over.itertuples())
        said = f"Longer than {SPIKE_RATIO:.2f} times the longest of {DAYS_BEFORE} days: {days}."
        return broken(said, week.with_ids(over.session_id))
    if runs.ratio.isna().any():
        return _not_compared(week)
    said = (
        f"{count(len(runs), 'run')}, at most {runs.ratio.max():.2f} times the longest of "
        f"{DAYS_BEFORE} days before; the rule allows {SPIKE_RATIO:.2f}."
    )
    return met(said, behind)


def _not_compared(week: Week) -> Outcome:
    runs = week.spikes
    bare = runs[runs.distance_m.isna()]
    if not bare.empty:
        said = f"{count(len(bare), 'run')} without a distance."
        return unknown(said, "the distance of a run", week.with_ids(bare.session_id))
    alone = runs[runs.ratio.isna()]
    said = f"{count(len(alone), 'run')} with no run to compare with."
    missing = (
        f"a run with a distance in the {DAYS_BEFORE} days before, in a log of {DAYS_BEFORE} days"
    )
    return unknown(said, missing, week.with_ids(alone.session_id))
