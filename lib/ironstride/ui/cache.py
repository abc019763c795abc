"""The only place that caches; keys are contents, never frames."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import importers, store
from ironstride.frames import ExerciseMuscles, LiftSets, Runs, Sessions
from ironstride.frames.acute import SessionTimes
from ironstride.frames.bests import Efforts
from ironstride.frames.guidance import RuleWeeks
from ironstride.frames.plan import NextLoads
from ironstride.importers import Choices, Reading, UnknownTable, UnreadableFile
from ironstride.importers.table import Table
from ironstride.jobs.archives import Group, preview_group
from ironstride.jobs.import_files import FilePreview, Refused, preview
from ironstride.jobs.plan_week import known_exercises_frame
from ironstride.jobs.restore import Held
from ironstride.metrics import bests
from ironstride.metrics import look_at_this as lines
from ironstride.metrics.guidance import Training, weeks_of_rules
from ironstride.metrics.level_shift import LevelShift, find_shift
from ironstride.metrics.next_load import next_loads
from ironstride.settings import Settings
from ironstride.standards.guidance_choices import Phase, School
from ironstride.store import Log
from ironstride.ui.page import Here

T = TypeVar("T")
P = ParamSpec("P")
LOGS = 2  # the runner's own and the demo log; more would be older states of them, 14 MB each
# A chart, the sentence that says what it shows, and the frame that is drawn.
Drawn: TypeAlias = tuple[Any, str, pd.DataFrame]


@dataclass(frozen=True)
class _Refusal:
    """Why a file cannot be read, and its table where only its source is unknown."""

    why: str
    table: Table | None = None


def read_file(name: str, content: bytes, choices: Choices) -> Reading:
    """Read a file once for each content and choice; a Reading never changes.

    Raises:
        UnreadableFile: the file cannot be read at all.
        UnknownTable: it is a table of no source that is known.
    """
    found = _read_file(name, content, choices)
    if isinstance(found, Reading):
        return found
    if found.table is None:
        raise UnreadableFile(found.why)
    raise UnknownTable(found.why, found.table)


@st.cache_resource(max_entries=32, show_spinner="Reading the file")
def _read_file(name: str, content: bytes, choices: Choices) -> Reading | _Refusal:
    try:
        return importers.read_file(name, content, choices)
    except UnknownTable as unknown:
        return _Refusal(str(unknown), unknown.table)
    except UnreadableFile as why:
        return _Refusal(str(why))


def _state_of(log: Log) -> tuple[str, int, int, int]:
    # The file's own number and time tell a log from another that was put in its place.
    file = log.path.stat()
    return str(log.path), file.st_ino, file.st_mtime_ns, log.revision


def _day_of(here: Here) -> tuple[str, int, int, int, str, str]:
    # Another tab may have changed the settings since this run of the page read them.
    return *_state_of(here.log), here.today.isoformat(), repr(here.settings)


def once(make: Callable[Concatenate[Here, P], T]) -> Callable[Concatenate[Here, P], T]:
    """Let what a page shows be made once for each state of the log, settings, day and arguments.

    It is shared by all sessions and never changes. The time of day and the zone are no part of
    the key, so nothing that is made here may depend on them.
    """
    keys: dict[str | type[Any], Callable[[Any], Any]] = {Here: _day_of, date: date.isoformat}
    return st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=keys)(make)


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def runs(log: Log) -> DataFrame[Runs]:
    """Read the runs once for each state of the log; the frame never changes."""
    return store.runs(log)


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def sessions(log: Log) -> DataFrame[Sessions]:
    """Read the sessions once for each state of the log; the frame never changes."""
    return store.sessions(log)


@st.cache_resource(
    max_entries=32, show_spinner="Comparing with your log", hash_funcs={Log: _state_of}
)
def look_at_file(
    log: Log, name: str, content: bytes, choices: Choices, today: date
) -> FilePreview | Refused:
    """Compare a file with the log once for each state of the log; a preview never changes."""
    return preview(log, name, content, choices, today=today, read=read_file)


def _identity_of(group: Group) -> tuple[str, str, Choices]:
    return group.name, group.sha256, group.choices


@st.cache_resource(
    max_entries=8,
    show_spinner="Comparing with your log",
    hash_funcs={Log: _state_of, Group: _identity_of},
)
def look_at_group(log: Log, group: Group, choices: Choices, today: date) -> FilePreview | Refused:
    """Compare a group with the log once for each state of the log; a preview never changes."""
    try:
        read = group if choices == group.choices else group.again(choices)
    except UnreadableFile as why:
        return Refused(name=group.name, why=str(why))
    return preview_group(log, read, today=today)


@st.cache_resource(max_entries=8, show_spinner="Looking at the file")
def look_at_export(content: bytes, _look: Callable[[bytes], Held | str]) -> Held | str:
    """Look at an export once for each content: what it holds, or why it cannot be restored."""
    return _look(content)


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def best_efforts(log: Log) -> DataFrame[Efforts]:
    """Find the best efforts once for each state of the log; the frame never changes.

    Twenty years hold eighty thousand laps, which take longer to read than to compute with.
    """
    return bests.efforts(
        runs(log), store.run_laps(log), store.fitness_tests(log), store.stream_bests(log)
    )


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def lift_sets(log: Log) -> DataFrame[LiftSets]:
    """Read every set once for each state of the log; the frame never changes."""
    return store.lift_sets(log)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Log: _state_of})
def exercise_muscles(log: Log) -> DataFrame[ExerciseMuscles]:
    """Read the muscles of every exercise once for each state of the log; it never changes."""
    return store.exercise_muscles(log)


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def session_times(log: Log) -> DataFrame[SessionTimes]:
    """Read when every session began once for each state of the log; the frame never changes."""
    return store.session_times(log)


@st.cache_resource(
    max_entries=4, show_spinner="Looking at your heart rates", hash_funcs={Log: _state_of}
)
def heart_rate_step(log: Log, reference_hr_bpm: float | None, today: date) -> LevelShift | None:
    """Look for a lasting step in heart rate once for each state of the log, answered ones apart.

    Twenty years of weeks take two seconds or three.
    """
    answered = tuple(day.date() for day in store.watch_changes(log).day)
    return find_shift(runs(log), reference_hr_bpm=reference_hr_bpm, today=today, answered=answered)


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def together(log: Log, today: date, _gather: Callable[[Log, date], T]) -> T:
    """Gather what strength and running are compared by once for each state of the log.

    What is gathered keeps what it computes; all of it takes a second with twenty years.
    """
    return _gather(log, today)


@st.cache_resource(max_entries=LOGS, show_spinner=False, hash_funcs={Log: _state_of})
def questions(log: Log, today: date, _gather: Callable[[Log, date], T]) -> T:
    """Gather what the exploration asks once for each state of the log; it keeps what it tells."""
    return _gather(log, today)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Log: _state_of})
def rule_weeks(
    log: Log,
    settings: Settings,
    school: School,
    today: date,
    _read: Callable[[Log], Training],
) -> DataFrame[RuleWeeks]:
    """Check the chosen rules once for each state of the log and day; the frame never changes."""
    return weeks_of_rules(
        _read(log),
        guidance=settings.guidance,
        school=school,
        today=today,
        week_start=settings.week_start,
        formula=settings.e1rm_formula,
        hard_rir=settings.hard_rir,
    )


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Log: _state_of})
def look_at_this(
    log: Log, settings: Settings, today: date, _read: Callable[[Log, Settings, date], lines.Seen]
) -> tuple[lines.Line, ...]:
    """Choose the lines of Today once for each state of the log and day; they never change."""
    return lines.look_at_this(_read(log, settings, today))


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Log: _state_of})
def loads(
    log: Log,
    settings: Settings,
    phase: Phase,
    today: date,
    names: tuple[str, ...],
    ranges: tuple[tuple[str, tuple[int, int]], ...],
) -> DataFrame[NextLoads]:
    """Find the next load of exercises once for each state of the log; the frame never changes."""
    return next_loads(
        lift_sets(log),
        known_exercises_frame(log),
        names,
        today=today,
        phase=phase,
        formula=settings.e1rm_formula,
        weight=settings.units.weight,
        ranges=dict(ranges),
    )
