"""The frames of the week ahead: what is planned, for which muscles, with which load."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame

# What a next load can say.
ACTIONS = (
    "add load", "one more rep", "same again", "less load", "deload",
    "hold longer", "harder move", "less help", "no suggestion",
)  # fmt: skip
MARK_STATES = ("done", "planned", "not done", "skipped")


class Planned(Frame):
    """Every planned session, oldest first; `order` is its place in the day from 1.

    `plan_id` is 0 before it is in the log. `type` is a run's, empty for a lift; `legs` marks a
    lift with leg work. Distance [m] and time [s] are missing where they are left open.
    """

    plan_id: int = pa.Field(ge=0)
    day: np.datetime64
    order: int = pa.Field(ge=1)
    kind: str = pa.Field(isin=["run", "lift"])
    type: str
    legs: bool
    distance_m: float = pa.Field(gt=0, nullable=True)
    duration_s: float = pa.Field(gt=0, nullable=True)
    status: str = pa.Field(isin=["planned", "done", "skipped"])
    done_session_id: float = pa.Field(ge=1, nullable=True)
    title: str
    notes: str


class PlannedExercises(Frame):
    """The exercises of each planned lift, in order: sets, range of reps, load [kg] or hold [s].

    `own` marks what the runner had done lately when it was planned; `muscles` names the groups it
    is there for. `plan_id` is that of its lift, 0 before that is in the log.
    """

    plan_id: int = pa.Field(ge=0)
    day: np.datetime64
    position: int = pa.Field(ge=0)
    exercise: str
    sets: int = pa.Field(ge=1)
    reps_low: float = pa.Field(ge=1, nullable=True)
    reps_high: float = pa.Field(ge=1, nullable=True)
    load_kg: float = pa.Field(ge=0, nullable=True)
    hold_s: float = pa.Field(gt=0, nullable=True)
    rir: float = pa.Field(ge=0, le=10, nullable=True)
    own: bool
    muscles: str


class KnownExercises(Frame):
    """Every exercise that may be planned, with what kind it is."""

    exercise: str = pa.Field(unique=True)
    kind: str = pa.Field(isin=["weighted", "bodyweight", "assisted", "timed", "plyometric"])
    lower_body: bool


class WeekDays(Frame):
    """One row a day of a made week: its run type or "", its lift, and in a sentence why so.

    `legs` marks a lift with leg work, `rest` a day with neither run nor lift.
    """

    day: np.datetime64 = pa.Field(unique=True)
    run: str
    lift: bool
    legs: bool
    rest: bool
    why: str


class PlanMarks(Frame):
    """What is planned beside what was done, day by day and in the order of the day.

    `state` of a planned session: planned (today or later), not done (its day is over), skipped;
    of a session in the log: done. 0 stands for no entry of the plan and for no session; `type` is
    a run's, and the sport of a session of another kind.
    """

    day: np.datetime64
    kind: str = pa.Field(isin=["run", "lift", "other"])
    state: str = pa.Field(isin=list(MARK_STATES))
    type: str
    title: str
    plan_id: int = pa.Field(ge=0)
    session_id: int = pa.Field(ge=0)


class NextLoads(Frame):
    """One row an exercise: what to do next time, and in a sentence why.

    `reps` is what the weakest set should reach; load [kg] (assistance on an assisted move) and
    hold [s] are missing where they do not apply; `rir` is the reserve to keep. `one_sided` marks
    an exercise that was last done one side at a time; its `sets` are those of each side.
    """

    exercise: str = pa.Field(unique=True)
    one_sided: bool
    action: str = pa.Field(isin=list(ACTIONS))
    sets: int = pa.Field(ge=0)
    reps: float = pa.Field(ge=1, nullable=True)
    load_kg: float = pa.Field(ge=0, nullable=True)
    hold_s: float = pa.Field(gt=0, nullable=True)
    rir: float = pa.Field(ge=0, le=10, nullable=True)
    sentence: str
