"""Whether two sessions look like one: by their hours, by their zone, by their day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath

from ironstride.importers import Sourced
from ironstride.records import Lift, Run
from ironstride.records.merging import IN_UTC, TYPED
from ironstride.store import Entry, SameAs

SAME_OVERLAP, LIKELY_OVERLAP, WATCH_OVERLAP = 0.8, 0.5, 0.7
SAME_LENGTH, SAME_FAR = 0.6, 0.8
# A row and a recording are one only when both are a run, or both are strength, or neither.
_OF_THEIR_OWN = ("run", "strength")
# Between pressing start on a watch and in a lift log.
WATCH_SLACK = timedelta(minutes=5)
FARTHEST_ZONE = timedelta(hours=14)
QUARTER_S, ZONE_SLACK_S, MINUTES_SLACK_S = 900, 3, 60
ELAPSED_SLACK_S, ELAPSED_SLACK, DISTANCE_SLACK = 5, 0.005, 0.005
# A distance along positions differs from the watch's own.
TRACK_SLACK = 0.01
DAY_DISTANCE, DAY_DURATION = 0.01, 0.02
TYPED_DISTANCE, TYPED_DURATION = 0.03, 0.05


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A session as far as another source could tell it again; `ref` says which one it is."""

    ref: SameAs
    family: str
    started_at: datetime
    time_known: bool
    duration_s: float | None
    elapsed_s: float | None
    distance_m: float | None
    title: str
    sets: int
    sources: frozenset[str]
    deleted: bool = False
    recording: str = ""

    @property
    def day(self) -> date:
        """Return the local day."""
        return self.started_at.date()

    @property
    def length_s(self) -> float:
        """Return how long it took [s], pauses included where they are known; 0 when unknown."""
        return self.elapsed_s or self.duration_s or 0.0

    @property
    def is_typed(self) -> bool:
        """Tell whether a person wrote it down, so that its hour may be rough."""
        return self.sources == {TYPED}


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """How alike two sessions are, 0 to 1, and why; `by_day` when no hour speaks for it."""

    sure: bool
    score: float
    why: str
    by_day: bool = False


def slot_of(source: str, one: Sourced) -> Slot:
    """Return the slot of a session that a file brings."""
    session = one.session
    return Slot(
        ref=(source, one.key),
        family=_family(session.kind, session.sport),
        started_at=session.started_at,
        time_known=session.time_known,
        duration_s=session.duration_s,
        elapsed_s=session.elapsed_s,
        distance_m=session.distance_m if isinstance(session, Run) else None,
        title=session.title,
        sets=len(session.sets) if isinstance(session, Lift) else 0,
        sources=frozenset([source]),
        recording=one.recording,
    )


def slot_of_entry(entry: Entry) -> Slot:
    """Return the slot of a session of the log."""
    return Slot(
        ref=entry.session_id,
        family=_family(entry.kind, entry.sport),
        started_at=entry.started_at,
        time_known=entry.time_known,
        duration_s=entry.duration_s,
        elapsed_s=entry.elapsed_s,
        distance_m=entry.distance_m,
        title=entry.title,
        sets=entry.sets,
        sources=entry.sources or frozenset([TYPED]),
        deleted=entry.deleted,
    )


def likeness(new: Slot, old: Slot) -> Likeness | None:
    """Return how alike two sessions are, or None when nothing speaks for one."""
    same_source = bool(new.sources & old.sources)
    if not same_source and _is_named(new, old):
        return _linked(new, old)
    if new.family != old.family or (same_source and new.sets and old.sets):
        return None
    timed = new.time_known and old.time_known
    if timed:
        found = _by_overlap(new, old) or (None if same_source else _by_zone(new, old))
    else:
        found = None if same_source or new.day != old.day else _by_day(new, old)
    if found is None and (new.is_typed or old.is_typed) and new.day == old.day:
        found = _by_typing(new, old)
    return found


def _is_named(new: Slot, old: Slot) -> bool:
    """Tell whether the row of a list names the recording of the other, wherever it lay."""
    named = PurePosixPath(new.recording.casefold()).name
    kinds = {slot.family if slot.family in _OF_THEIR_OWN else "" for slot in (new, old)}
    apart = abs(new.started_at - old.started_at)
    return (
        bool(named)
        and named == PurePosixPath(old.recording.casefold()).name
        and len(kinds) == 1
        and apart <= FARTHEST_ZONE
    )


def _linked(new: Slot, old: Slot) -> Likeness:
    """Return the likeness of a row and the recording it names, of several the one of its hours."""
    by_hours = _by_overlap(new, old) if new.time_known and old.time_known else None
    score = 1 + (by_hours.score if by_hours else 0)
    return Likeness(sure=True, score=score, why="the list names this recording")


def _family(kind: str, sport: str) -> str:
    return {"run": "run", "lift": "strength"}.get(kind, sport)


def _by_overlap(new: Slot, old: Slot) -> Likeness | None:
    shorter, longer = sorted((new.length_s, old.length_s))
    first, last = (new, old) if new.started_at <= old.started_at else (old, new)
    if not shorter:
        return _by_start(new, old, first)
    ahead = (last.started_at - first.started_at).total_seconds()
    shared = max(0.0, min(first.length_s - ahead, last.length_s)) / shorter
    if bool(new.sets) != bool(old.sets):
        sure = shared >= WATCH_OVERLAP
    else:
        sure = shared >= SAME_OVERLAP and shorter >= SAME_LENGTH * longer
    if shared < LIKELY_OVERLAP:
        return None
    far = _share_of_distance(new, old)
    why = f"{shared:.0%} of the shorter one overlaps"
    return Likeness(sure=sure and far >= SAME_FAR, score=shared * shorter / longer * far, why=why)


def _share_of_distance(new: Slot, old: Slot) -> float:
    """Return which share of the longer distance the shorter is, 1 where one is not known."""
    shorter, longer = sorted((new.distance_m or 0.0, old.distance_m or 0.0))
    return shorter / longer if shorter else 1.0


def _by_start(new: Slot, old: Slot, first: Slot) -> Likeness | None:
    """Compare where one has no length: it starts with the other or while the other goes on."""
    apart = abs(new.started_at - old.started_at)
    if apart <= timedelta(minutes=1):
        return Likeness(sure=False, score=0.5, why="both start in the same minute")
    slack = WATCH_SLACK if bool(new.sets) != bool(old.sets) else timedelta()
    if apart > max(slack, timedelta(seconds=first.length_s)):
        return None
    return Likeness(sure=False, score=0.4, why="one starts while the other goes on")


def _by_zone(new: Slot, old: Slot) -> Likeness | None:
    """Compare a source in UTC with another of any kind: whole quarters of an hour apart.

    Two in UTC may have been read in two zones: one by its place, the other by the runner's.
    """
    if not (_in_utc(new) or _in_utc(old)):
        return None
    apart = new.started_at - old.started_at
    quarters = round(apart.total_seconds() / QUARTER_S)
    rest_s = abs(apart.total_seconds() - quarters * QUARTER_S)
    slack_s = (
        MINUTES_SLACK_S if 0 in (new.started_at.second, old.started_at.second) else ZONE_SLACK_S
    )
    if not quarters or abs(apart) > FARTHEST_ZONE or rest_s > slack_s:
        return None
    followed = "gpx" in new.sources | old.sources
    if not _is_close(new.distance_m, old.distance_m, TRACK_SLACK if followed else DISTANCE_SLACK):
        return None
    hours = f"{abs(quarters) / 4:g} h apart, as if read in another time zone, and as far"
    if _is_close(new.elapsed_s, old.elapsed_s, ELAPSED_SLACK, ELAPSED_SLACK_S):
        return Likeness(sure=rest_s <= ZONE_SLACK_S, score=0.99, why=f"{hours} and as long")
    if new.elapsed_s and old.elapsed_s:
        return None
    return Likeness(sure=False, score=0.5, why=hours)


def _in_utc(slot: Slot) -> bool:
    return slot.sources <= IN_UTC


def _by_day(new: Slot, old: Slot) -> Likeness | None:
    """Compare where a source writes the day only: distance and duration must agree."""
    if new.family == "strength":
        return Likeness(
            sure=False, score=0.4, why="both are strength work of that day", by_day=True
        )
    is_far = _is_close(new.distance_m, old.distance_m, DAY_DISTANCE)
    is_long = any(
        _is_close(one, other, DAY_DURATION)
        for one in (new.duration_s, new.elapsed_s)
        for other in (old.duration_s, old.elapsed_s)
    )
    if is_far and is_long:
        return Likeness(sure=True, score=0.8, why="same day, distance and time", by_day=True)
    if is_far or (is_long and None in (new.distance_m, old.distance_m)):
        what = "distance" if is_far else "time"
        return Likeness(sure=False, score=0.4, why=f"same day and {what}", by_day=True)
    return None


def _by_typing(new: Slot, old: Slot) -> Likeness | None:
    """Compare with what a person wrote down: the day, and roughly the distance or the time."""
    is_far = _is_close(new.distance_m, old.distance_m, TYPED_DISTANCE)
    is_long = _is_close(new.duration_s, old.duration_s, TYPED_DURATION)
    if not (is_far or is_long):
        return None
    what = "distance" if is_far else "time"
    return Likeness(sure=False, score=0.3, why=f"typed in for the same day, about the same {what}")


def _is_close(one: float | None, other: float | None, share: float, least: float = 0.0) -> bool:
    if not one or not other:
        return False
    return abs(one - other) <= max(least, share * max(one, other))
