"""Rows of sets to lift sessions: what is a set, what is a hold, what is cardio."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ironstride import units
from ironstride.importers.base import Question, RowError, Sourced
from ironstride.importers.build import Dropped
from ironstride.importers.table import Row
from ironstride.importers.text import MAX_NOTES, MAX_TITLE, clip, fold
from ironstride.records import Lift, LiftSet, Other, SetType

CARDIO = "cardio rows, not counted as sets"
TIMER_LEFT_ON = "duration above 6 h: the timer was left on"
LONGEST_LIFT_S = 6 * 3600
LONGEST_HOLD_S = 600

# Words of exercises that are done for time or distance, in the languages of the apps.
_CARDIO = """
    treadmill running run jog jogging walking hiking cycling biking bike spinning elliptical
    stair stairs stairmaster stepper swimming skating skiing rowing rower ergometer erg aerobics
    cardio boxing zumba laufband laufen joggen gehen radfahren fahrrad crosstrainer schwimmen
    rudergerät course vélo marche natation rameur correr carrera caminar caminata ciclismo
    bicicleta natación esteira corrida caminhada natação remo corsa camminata cyclette nuoto
    hardlopen loopband fietsen wandelen zwemmen roeien koşu yürüyüş bisiklet yüzme
"""
_CARDIO_WORDS = frozenset(_CARDIO.split())
_NOT_CARDIO_WORDS = frozenset(["lunge", "lunges", "plank"])


@dataclass(frozen=True)
class SetRow:
    """One row of a lift log: load [kg], hold or cardio time [s], any distance above 0."""

    exercise: str
    set_type: SetType = "work"
    load_kg: float | None = None
    reps: float | None = None
    seconds: float | None = None
    distance: float | None = None
    rpe: float | None = None


@dataclass(frozen=True)
class Head:
    """What the rows of one workout share."""

    key: str
    started_at: datetime
    title: str
    notes: str = ""
    duration_s: float | None = None
    time_known: bool = True


@dataclass(frozen=True)
class Log:
    """How a source's rows are read: which belong together, what they share, what each says."""

    group: Callable[[Row], tuple[str, ...]]
    head: Callable[[list[Row]], Head]
    set_row: Callable[[Row, Dropped], SetRow | None]


def read_log(rows: Iterable[Row], log: Log) -> tuple[list[Sourced], list[RowError], Dropped]:
    """Return the sessions of a lift log, the rows that cannot be, and what was left out."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(log.group(row), []).append(row)
    made: list[Sourced] = []
    rejected: list[RowError] = []
    left_out: Dropped = Counter()
    for group in groups.values():
        try:
            head = log.head(group)
        except ValueError as error:
            rejected += [RowError(row.line, str(error)) for row in group]
            continue
        made += _workout(head, group, log, rejected, left_out)
    return made, sorted(rejected, key=lambda error: error.line), left_out


def notes_of(own: str, remarks: Iterable[tuple[str, str]]) -> str:
    r"""Return a workout's own notes and, below, each remark once behind its exercise.

    >>> notes_of("tired", [("Squat", "left knee"), ("Squat", "left knee"), ("Plank", "")])
    'tired\nSquat: left knee'
    """
    lines = dict.fromkeys(
        f"{exercise}: {said.strip()}" for exercise, said in remarks if said.strip()
    )
    return "\n".join(line for line in (own.strip(), *lines) if line)


def weight_question(source: str, made: Iterable[Sourced]) -> Iterator[Question]:
    """Yield the question after the unit of weights [kg] that were read without one."""
    sets = [s for one in made if isinstance(one.session, Lift) for s in one.session.sets]
    heaviest = max(sets, key=lambda one: one.load_kg, default=None)
    if heaviest is not None and heaviest.load_kg:
        pounds = units.kilograms(heaviest.load_kg, "lb")
        yield Question(
            "weight_unit",
            f"{source} does not write its unit: as kilograms your heaviest set "
            f"({heaviest.exercise}) is {heaviest.load_kg:g} kg, as pounds {pounds:.1f} kg",
        )


def _workout(
    head: Head, group: list[Row], log: Log, rejected: list[RowError], left_out: Dropped
) -> Iterator[Sourced]:
    """Yield the lift of a workout; one of nothing but cardio is another sport's session."""
    sets: list[LiftSet] = []
    dropped: Dropped = Counter()
    for row in group:
        try:
            sets += _sets(log.set_row(row, dropped), dropped)
        except ValueError as error:
            rejected.append(RowError(row.line, str(error)))
    left_out.update(dropped)
    if not sets and not dropped[CARDIO]:
        return
    try:
        yield Sourced(head.key, group[0].line, _session(head, tuple(sets), left_out))
    except ValueError as error:
        rejected.append(RowError(group[0].line, str(error)))


def _session(head: Head, sets: tuple[LiftSet, ...], left_out: Dropped) -> Lift | Other:
    duration_s = head.duration_s if head.duration_s and head.duration_s > 0 else None
    if duration_s and duration_s > LONGEST_LIFT_S:
        left_out[TIMER_LEFT_ON] += 1
        duration_s = None
    shared: dict[str, Any] = {
        "started_at": head.started_at,
        "time_known": head.time_known,
        "duration_s": duration_s,
        "title": clip(head.title, MAX_TITLE),
        "notes": clip(head.notes, MAX_NOTES),
    }
    return Lift(sets=sets, **shared) if sets else Other(**shared)


def _sets(row: SetRow | None, dropped: Dropped) -> Iterator[LiftSet]:
    """Yield the set of a row, or nothing for cardio; 0 reps and no time is a failed attempt."""
    if row is None:
        return
    if _is_cardio(row):
        dropped[CARDIO] += 1
        return
    hold_s = row.seconds or None
    yield LiftSet(
        exercise=clip(row.exercise, MAX_TITLE),
        set_type=row.set_type,
        reps=None if hold_s and not row.reps else _whole(row.reps),
        load_kg=row.load_kg or 0.0,
        hold_s=hold_s,
        rir=_rir(row.rpe, dropped),
    )


def _is_cardio(row: SetRow) -> bool:
    """Tell whether a row without reps and load is time or distance of an endurance exercise.

    A name in no language known here is decided by length: nobody holds for over 10 min.
    """
    if row.reps or row.load_kg or not (row.seconds or row.distance):
        return False
    words = set(re.findall(r"[^\W\d_]+", fold(row.exercise)))
    named = bool(words & _CARDIO_WORDS) and not words & _NOT_CARDIO_WORDS
    return bool(row.distance) or named or _is_long(row.seconds, words)


def _is_long(seconds: float | None, words: set[str]) -> bool:
    return (seconds or 0) > LONGEST_HOLD_S and not words & _NOT_CARDIO_WORDS


def _whole(reps: float | None) -> int | None:
    if reps is not None and reps != int(reps):
        raise ValueError(f"reps must be a whole number, got {reps:g}")
    return None if reps is None else int(reps)


def _rir(rpe: float | None, dropped: Dropped) -> float | None:
    """Return reps in reserve: 10 less the set's RPE.

    Zourdos et al. 2016, J Strength Cond Res 30:267, doi:10.1519/JSC.0000000000001049.
    """
    if not rpe:
        return None
    if not 0 <= 10 - rpe <= 10:
        dropped["RPE outside what is possible"] += 1
        return None
    return 10 - rpe
