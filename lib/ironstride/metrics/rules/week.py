"""One week of the log as the rules see it: what was done, in which order, and its sets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from ironstride.weeks import WEEK, is_complete


@dataclass(frozen=True, kw_only=True)
class Done:
    """A session: its local day, when it began and ended (None: not known), whether it was hard.

    `hard` speaks of runs, `legs` of lifts with heavy leg sets; None where nothing says so.
    """

    session_id: int
    kind: str
    day: date
    start: datetime | None = None
    end: datetime | None = None
    hard: bool | None = None
    legs: bool | None = False
    sets: int = 0
    tested: bool = False


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week: its sessions and those of the day before it, its sets, tests and long runs.

    `sets` are the working sets of the week and `before` those of the week before it, both as
    `marked_sets` marks them; `reached` the muscles that hard sets of the week reach, `spikes` the
    runs of the week beside the longest before. `tests` and `test_runs` are all up to the week's
    last day. `log_since` and `lifts_since` are the first days of the log and of lifting in it,
    None where there is none.
    """

    first: date
    today: date
    sessions: tuple[Done, ...]
    sets: pd.DataFrame
    before: pd.DataFrame
    reached: pd.DataFrame
    spikes: pd.DataFrame
    tests: tuple[date, ...]
    test_runs: tuple[Done, ...]
    log_since: date | None
    lifts_since: date | None

    @property
    def last(self) -> date:
        """The last day of the week."""
        return self.first + WEEK - date.resolution

    @property
    def complete(self) -> bool:
        """Whether the week is over."""
        return is_complete(self.first, self.today)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days of the week."""
        return tuple(self.first + timedelta(days=n) for n in range(7))

    @property
    def lifts(self) -> tuple[Done, ...]:
        """The lift sessions of the week."""
        return tuple(one for one in self.sessions if one.kind == "lift" and one.day >= self.first)

    @property
    def runs(self) -> tuple[Done, ...]:
        """The runs of the week."""
        return tuple(one for one in self.sessions if one.kind == "run" and one.day >= self.first)

    def with_ids(self, session_ids: Iterable[int]) -> tuple[Done, ...]:
        """The sessions with some ids."""
        wanted = set(session_ids)
        return tuple(one for one in self.sessions if one.session_id in wanted)

    def runs_on(self, day: date) -> tuple[Done, ...]:
        """The runs of one day."""
        return tuple(run for run in self.runs if run.day == day)
