"""Lines on what was done: new bests, a long run, a lift that has stalled."""

from pandera.typing.pandas import DataFrame

from ironstride.frames.bests import DISTANCES
from ironstride.frames.strength import SessionBests
from ironstride.metrics.bests import record_steps
from ironstride.metrics.notices.seen import WEEK_DAYS, Line, Seen, listed
from ironstride.metrics.rep_brackets import rep_records
from ironstride.metrics.run_spikes import longest_run_spikes
from ironstride.metrics.strength import session_bests
from ironstride.metrics.trend import SPAN_WEEKS, e1rm_trend
from ironstride.metrics.wording import named
from ironstride.units import count, format_clock, format_distance, format_weight


def best_run(seen: Seen) -> Line | None:
    """Return the latest record over a distance of the last week, a first time aside."""
    steps = record_steps(seen.efforts)
    new = seen.lately(steps[steps.gain_s > 0], WEEK_DAYS)
    if new.empty:
        return None
    last = new[new.started_at == new.started_at.max()].sort_values("distance_m").iloc[-1]
    sentence = (
        f"New best over {DISTANCES[last.distance_m]}: {format_clock(last.duration_s)} on "
        f"{named(last.started_at)}, {format_clock(last.gain_s)} less than before"
        f"{_others(len(new) - 1)}."
    )
    return Line("best run", sentence)


def best_lift(seen: Seen) -> Line | None:
    """Return the greatest raise of a record of the last week, a first time aside."""
    records = rep_records(seen.lift_sets)
    new = seen.lately(records[records.gain_kg > 0], WEEK_DAYS)
    if new.empty:
        return None
    most = new.iloc[int((new.gain_kg / new.load_kg).argmax())]
    unit = seen.units.weight
    sentence = (
        f"New best of {most.exercise}: {most.reps:.0f} × {format_weight(most.load_kg, unit)} on "
        f"{named(most.started_at)}, {format_weight(most.gain_kg, unit)} more than before for "
        f"{'1 rep' if most.bracket == '1' else f'{most.bracket} reps'}{_others(len(new) - 1)}."
    )
    return Line("best lift", sentence, (("strength_part", "Records"),))


def longer_run(seen: Seen) -> Line | None:
    """Return the run of the last week that was longest beside the month before it."""
    spikes = seen.lately(longest_run_spikes(seen.runs), WEEK_DAYS)
    longer = spikes[spikes.spike.fillna(value=False).astype(bool)]
    if longer.empty:
        return None
    most = longer.iloc[int(longer.ratio.argmax())]
    far = format_distance(most.distance_m, seen.units.distance)
    sentence = (
        f"The run of {far} on {named(most.started_at)} was {100 * (most.ratio - 1):.0f} % longer "
        "than the longest of the 30 days before."
    )
    return Line("longer run", sentence, (("running_part", "Load"),))


def stalled(seen: Seen) -> Line | None:
    """Return the lifts of the last twelve weeks that have stalled, by `trend.e1rm_trend`."""
    lately = seen.lately(seen.lift_sets, 7 * SPAN_WEEKS).exercise.unique()
    own = seen.lift_sets[seen.lift_sets.exercise.isin(lately)]
    bests = session_bests(type(seen.lift_sets)(own))
    found = [
        str(name)
        for name, rows in bests.groupby("exercise")
        if e1rm_trend(DataFrame[SessionBests](rows), today=seen.today).status == "stalled"
    ]
    if not found:
        return None
    noun = count(len(found), "lift")
    sentence = f"{noun} stalled, without a new best for six weeks: {listed(found)}."
    return Line("stalled", sentence, (("strength_lifts", found[0]),))


def _others(more: int) -> str:
    return f", and {count(more, 'other best')} in these {WEEK_DAYS} days" if more else ""
