"""Lines on the log itself: pain that was noted, and what it lacks to tell more."""

from ironstride.metrics.notices.seen import MONTH_DAYS, WEEK_DAYS, Line, Seen, listed
from ironstride.metrics.sets import is_hard
from ironstride.units import count

# Ours: a day with a little pain is common, two with more are worth the runner's own look.
PAIN, PAIN_DAYS = 3, 2
UNRATED_SHARE, FEWEST_UNRATED = 1 / 3, 3


def pain(seen: Seen) -> Line | None:
    """Return that pain of 3 of 10 or more was noted on two days of the last week or more."""
    days = seen.lately(seen.check_ins, WEEK_DAYS, "day")
    hurt = days[days.pain >= PAIN]
    if len(hurt) < PAIN_DAYS:
        return None
    sentence = (
        f"Pain of {PAIN} of 10 or more noted on {len(hurt)} of the last {WEEK_DAYS} days, "
        f"{hurt.pain.max():.0f} at most."
    )
    return Line("pain", sentence)


def unknown_exercises(seen: Seen) -> Line | None:
    """Return the exercises of four weeks whose hard sets count for no muscle group."""
    sets = seen.lately(seen.lift_sets, MONTH_DAYS)
    hard = sets[is_hard(sets, seen.hard_rir)]
    lacking = hard[~hard.exercise.isin(seen.muscles.exercise)]
    if lacking.empty:
        return None
    sentence = (
        f"{count(len(lacking), 'hard set')} of the last {MONTH_DAYS} days "
        f"{'counts' if len(lacking) == 1 else 'count'} for no muscle group; the log does not know "
        f"what they work: {listed(lacking.exercise.value_counts().index)}."
    )
    return Line("unknown exercises", sentence)


def unrated(seen: Seen) -> Line | None:
    """Return how many sessions of four weeks lack a load, from a third of them on."""
    lately = seen.lately(seen.sessions, MONTH_DAYS)
    lacking = int((lately.rpe.isna() | lately.duration_s.isna()).sum())
    if lacking < FEWEST_UNRATED or lacking < UNRATED_SHARE * len(lately):
        return None
    sentence = (
        f"{lacking} of {count(len(lately), 'session')} of the last {MONTH_DAYS} days lack an "
        "effort (RPE) or a time, so their load is not known."
    )
    return Line("unrated", sentence)
