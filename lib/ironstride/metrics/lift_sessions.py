"""What the last sessions of one exercise held, as far as the next load needs it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

import pandas as pd
from pandas import isna

LONG_AGO_DAYS = 28
RESTED_DAYS = 42
# Enough for six weeks of two or three lifts.
LAST_SESSIONS = 15
# What is taken for a lighter session on purpose.
LIGHTER, FEWER = 0.92, 2 / 3


@dataclass(frozen=True, kw_only=True)
class Past:
    """The last sessions of an exercise, newest first: heaviest load [kg], reps and reserve at it.

    `sets` counts all working sets of the newest and `top_sets` those at its load, a left and a
    right one together as one (`one_sided`); `days_ago` is its age [days]. Sessions that were
    lighter on purpose are left out, `rested_lately` says whether one lies in the last 6 weeks.
    """

    loads: tuple[float, ...] = ()
    reps: tuple[tuple[int, ...], ...] = ()
    rirs: tuple[tuple[float, ...], ...] = ()
    holds: tuple[tuple[float, ...], ...] = ()
    sets: int = 0
    top_sets: int = 0
    one_sided: bool = False
    days_ago: int = 0
    rested_lately: bool = False

    @property
    def least_rir(self) -> float | None:
        """Return the least reserve noted in the newest session; None where none is noted."""
        return min(self.rirs[0], default=None)

    def twice_below(self, reps: int) -> bool:
        """Tell whether a set fell below some reps in each of the two newest, at no higher load."""
        if len(self.reps) < 2 or self.loads[0] < self.loads[1]:
            return False
        return all(one and min(one) < reps for one in self.reps[:2])


def past_of(lift_sets: pd.DataFrame, today: date, least: int = 0) -> Past:
    """Return the last sessions of one exercise up to `today`; its `LiftSets` come alone.

    Warm-ups and drop sets do not count. Of a session the sets at the heaviest load that was
    moved tell (on an assisted move at the least help), failed attempts at it with 0 reps; a set
    to failure has no reserve. A session with 8 % less load than the one before, or at most two
    thirds of its sets at no higher load, within four weeks, is taken for lighter on purpose and
    is left out (a rule of ours), unless the one before had a set of fewer than `least` reps: then
    the load was too much. A plain table, without a source; no sets: nothing.

    >>> from ironstride.frames import LiftSets
    >>> past_of(LiftSets.empty(), date(2026, 11, 23)).loads
    ()
    """
    sessions = list(_sessions(lift_sets, today))
    if not sessions:
        return Past()
    lighter = [False, *(_lighter(before, after, least) for before, after in pairwise(sessions))]
    both = list(zip(sessions, lighter, strict=True))
    full = [one for one, light in both if not light][::-1]
    since = today - timedelta(days=RESTED_DAYS)
    return Past(
        loads=tuple(one.load for one in full),
        reps=tuple(one.reps for one in full),
        rirs=tuple(one.rirs for one in full),
        holds=tuple(one.holds for one in full),
        sets=full[0].sets,
        top_sets=full[0].top_sets,
        one_sided=full[0].one_sided,
        days_ago=(today - sessions[-1].day).days,
        rested_lately=any(light and one.day > since for one, light in both),
    )


@dataclass(frozen=True)
class _Session:
    day: date
    load: float
    reps: tuple[int, ...]
    rirs: tuple[float, ...]
    holds: tuple[float, ...]
    sets: int
    top_sets: int
    one_sided: bool
    effort_kg: float


def _sessions(lift_sets: pd.DataFrame, today: date) -> Iterator[_Session]:
    """Yield the last sessions that moved something, the oldest first."""
    seen = lift_sets[lift_sets.started_at < pd.Timestamp(today + timedelta(days=1))]
    counted = seen[~seen.set_type.isin(["warmup", "drop"])]
    order = counted.sort_values(["started_at", "session_id", "position"])
    lately = order[order.session_id.isin(order.session_id.unique()[-LAST_SESSIONS:])]
    # Plain rows: a table of each session would take fifty times as long.
    for _, rows in groupby(lately.itertuples(), key=attrgetter("session_id")):
        sets = list(rows)
        if any(one.reps != 0 for one in sets):
            yield _session(sets)


def _session(sets: list[Any]) -> _Session:
    assisted = sets[0].kind == "assisted"
    moved = [one.load_kg for one in sets if one.reps != 0]
    load = float(min(moved) if assisted else max(moved))
    top = [one for one in sets if one.load_kg == load]
    left = [0.0 if one.set_type == "failure" and isna(one.rir) else one.rir for one in top]
    return _Session(
        day=sets[0].started_at.date(),
        load=load,
        reps=tuple(int(one.reps) for one in top if not isna(one.reps)),
        rirs=tuple(float(one) for one in left if not isna(one)),
        holds=tuple(float(one.hold_s) for one in top if not isna(one.hold_s)),
        sets=_counted([one for one in sets if one.reps != 0]),
        top_sets=_counted(top),
        one_sided=any(one.side for one in sets),
        effort_kg=0.0 if assisted else load,
    )


def _counted(sets: list[Any]) -> int:
    """Return how many sets there are of the side that has more, with those of both sides."""
    sides = Counter(one.side for one in sets)
    return sides[""] + max(sides["left"], sides["right"])


def _lighter(before: _Session, after: _Session, least: int) -> bool:
    was_too_much = min(before.reps, default=least) < least
    if was_too_much or (after.day - before.day).days > LONG_AGO_DAYS:
        return False
    fewer = after.sets <= FEWER * before.sets and after.effort_kg <= before.effort_kg
    return fewer or after.effort_kg < LIGHTER * before.effort_kg
