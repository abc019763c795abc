"""What a source said of a session, as the log keeps it: JSON of everything beyond the defaults."""

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields
from datetime import datetime
from functools import reduce
from typing import Any

from ironstride.records import Lap, Lift, LiftSet, Other, Run, Session
from ironstride.records.merging import filled
from ironstride.store.rows import lift_of

_DEFAULTS: dict[type, dict[str, Any]] = {
    kind: {f.name: None if f.default is MISSING else f.default for f in fields(kind)}
    for kind in (Run, Lift, Other, LiftSet, Lap)
}
_KINDS: dict[str, type[Session]] = {"run": Run, "lift": Lift, "other": Other}


def to_said(session: Session) -> str:
    """Return a session as compact JSON, its kind first."""
    said = {"kind": session.kind, **_beyond_defaults(session)}
    said["started_at"] = session.started_at.isoformat(timespec="seconds")
    if isinstance(session, Run) and session.laps:
        said["laps"] = [_beyond_defaults(one) for one in session.laps]
    if isinstance(session, Lift):
        said["sets"] = [_beyond_defaults(one) for one in session.sets]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def from_said(text: str) -> Session:
    """Return the session that `to_said` wrote."""
    said: dict[str, Any] = json.loads(text)
    make = _KINDS[said.pop("kind")]
    said["started_at"] = datetime.fromisoformat(said["started_at"])
    if "laps" in said:
        said["laps"] = tuple(Lap(**one) for one in said["laps"])
    sets = said.pop("sets", None)
    return make(**said) if sets is None else lift_of(said, (LiftSet(**one) for one in sets))


def last_word(words: Iterable[str]) -> Session:
    """Return a source's last word on a session, with what only its earlier words had."""
    return reduce(lambda earlier, later: filled(later, earlier), map(from_said, words))


def _beyond_defaults(record: Session | LiftSet | Lap) -> dict[str, Any]:
    defaults = _DEFAULTS[type(record)]
    every = ((name, getattr(record, name)) for name in defaults)
    return {name: _plain(value) for name, value in every if value != defaults[name]}


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value
