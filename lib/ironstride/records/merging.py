"""One session from what several sources said of it: what is missing is filled in, in one order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

from ironstride.records.lift import Lift
from ironstride.records.run import Run
from ironstride.records.session import Session

TYPED = "typed in"

# Whose measures count first: what the runner typed, then recordings, then lists, the richest first.
RANKED = (
    TYPED, "fit", "tcx", "gpx", "garmin-json", "intervals-csv", "strava-csv", "garmin-csv",
    "runkeeper-csv", "adidas-json", "trainingpeaks-csv", "mapmyrun-csv", "apple-health",
)  # fmt: skip
# Runners write their words on Strava; a watch calls a run after a place.
WORDED = (TYPED, "strava-csv")
# These write moments in UTC: their local hour is only as good as the zone it was read in.
IN_UTC = frozenset(
    [
        "strava-csv", "fitbod-csv", "fitnotes-ios-csv", "liftosaur-csv", "tcx", "gpx",
        "apple-health",
    ]
)  # fmt: skip

SAME_START = timedelta(minutes=1)
_START = ("started_at", "time_known", "utc_offset_min")
_WORDS = ("title", "notes")
# What belongs together is taken over together, or not at all.
_PARTS = (
    ("distance_m", "duration_s", "elapsed_s"), ("avg_hr_bpm", "max_hr_bpm"), ("ascent_m",),
    ("cadence_spm",), ("temperature_c",), ("rpe",), ("surface",), ("type",),
    ("race",), ("laps",),
)  # fmt: skip

S = TypeVar("S", bound=Session)


@dataclass(frozen=True)
class Layer:
    """What one source said of a session."""

    source: str
    session: Session


def merged(layers: Iterable[Layer]) -> Session:
    """Return the one session that all layers speak of, whatever order they came in.

    Sets come from the lift log, heart rate and time of a lift from the watch beside it. A value
    that contradicts what a better source said (a pace nobody can run) is left out.

    Raises:
        ValueError: there is no layer.
    """
    ranked = sorted(layers, key=_rank)
    if not ranked:
        raise ValueError("a session needs what at least one source said")
    session = _started(ranked)
    if isinstance(session, Lift) and ranked[0].source != TYPED:
        session = _timed_by_watch(session, ranked)
    for layer in ranked[1:]:
        session = _with_missing(session, layer.session)
        session = _with_ground(session, layer.session)
    return _worded(session, ranked)


def filled(new: Session, old: Session) -> Session:
    """Return a source's new word on a session, with what only its earlier word had.

    A moment that is the same in UTC keeps the local hour it was first read in, so that a list
    read again on a journey moves nothing.
    """
    if type(new) is not type(old):
        return new
    session = _tried(new, _START, old) if _at_once(new, old) else new
    session = _with_missing(session, old)
    for name in _WORDS:
        if not getattr(session, name):
            session = _tried(session, (name,), old)
    return session


def _rank(layer: Layer) -> tuple[bool, int, str]:
    """Return where a layer stands: lifts with sets and runs first, then by its source."""
    place = RANKED.index(layer.source) if layer.source in RANKED else len(RANKED)
    return not isinstance(layer.session, Lift | Run), place, layer.source


def _started(ranked: Sequence[Layer]) -> Session:
    """Return the first session with the best start: typed, a local clock, UTC, a bare day."""
    first = ranked[0].session

    def place(layer: Layer) -> tuple[bool, ...]:
        own = isinstance(layer.session, Lift) or not isinstance(first, Lift)
        return layer.source != TYPED, not layer.session.time_known, not own, layer.source in IN_UTC

    session = _tried(first, _START, min(ranked, key=place).session)
    for other in (layer.session for layer in ranked):
        if (
            session.utc_offset_min is None
            and abs(other.started_at - session.started_at) <= SAME_START
        ):
            session = _tried(session, ("utc_offset_min",), other)
    return session


def _timed_by_watch(lift: Lift, ranked: Sequence[Layer]) -> Lift:
    """Return the lift with the time of the watch: a lift log's timer is often left running."""
    watches = [one.session for one in ranked if not isinstance(one.session, Lift)]
    timed = next((watch for watch in watches if watch.duration_s), None)
    return lift if timed is None else _tried(lift, ("duration_s", "elapsed_s"), timed)


def _with_missing(session: S, other: Session) -> S:
    """Return the session with what only the other has."""
    for names in _PARTS:
        both = [name for name in names if hasattr(session, name) and hasattr(other, name)]
        gaps = [
            n for n in both if _is_missing(getattr(session, n)) > _is_missing(getattr(other, n))
        ]
        session = _tried(session, gaps, other)
    return session


def _with_ground(session: S, other: Session) -> S:
    """Return a plain run as the trail or treadmill run that another source knows it to be."""
    if type(other) is type(session) and session.sport in ("run", "other"):
        return _tried(session, ("sport",), other)
    return session


def _worded(session: S, ranked: Sequence[Layer]) -> S:
    """Return the session with its title and notes: the runner's own words before a watch's."""

    def place(layer: Layer) -> tuple[bool, int]:
        of_sets = isinstance(layer.session, Lift) or not isinstance(session, Lift)
        return not of_sets, WORDED.index(layer.source) if layer.source in WORDED else len(WORDED)

    for name in _WORDS:
        told = [
            layer.session for layer in sorted(ranked, key=place) if getattr(layer.session, name)
        ]
        session = _tried(session, (name,), told[0]) if told else session
    return session


def _is_missing(value: object) -> bool:
    """Tell whether a field says nothing."""
    return value is None or value in ("", "other", ())


def _at_once(new: Session, old: Session) -> bool:
    """Tell whether two moments are one instant in UTC."""
    if new.utc_offset_min is None or old.utc_offset_min is None:
        return False
    ahead = timedelta(minutes=new.utc_offset_min - old.utc_offset_min)
    return new.started_at - old.started_at == ahead


def _tried(session: S, names: Iterable[str], other: Session) -> S:
    """Return the session with these fields of the other, or as it was where they contradict it."""
    values: dict[str, Any] = {name: getattr(other, name) for name in names}
    # A record checks itself anew whenever it is made: most sources agree on most fields.
    if all(getattr(session, name) == value for name, value in values.items()):
        return session
    try:
        return replace(session, **values)
    except ValueError:
        return session
