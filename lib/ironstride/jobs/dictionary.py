"""The data dictionary: every table, column, unit and limit, written from the code itself."""

import inspect
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from ironstride.frames import (
    Frame,
    blocks,
    goals,
    log,
    plan,
    running,
    stream,
    strength,
    together,
)
from ironstride.records.limits import LIMITS, Limit
from ironstride.store import Log, open_log, packing, table_columns, table_names

_UNITS = {
    "_m": "m", "_s": "s", "_kg": "kg", "_bpm": "beats per minute", "_spm": "steps per minute",
    "_c": "°C", "_min": "min", "_h": "h", "_pct": "%", "_mps": "m/s", "_per_km": "s per km",
}  # fmt: skip

_TABLES = {
    "check_in": "how the body was on one day",
    "check_in_soreness": "how sore a muscle was on that day",
    "fitness_test": "one test, done the same way every time; each side is its own",
    "lap": "a part of a run, in the order they were run",
    "training_block": "days that the runner marked as having been of one kind",
    "trial": "a schedule of lifting and maintenance that was drawn, and what it was drawn from",
    "trial_block": "one block of a trial, in the order and of the length that were drawn",
    "watch_change": "a day on which the heart rate stepped, and what the runner said of it",
    "stream": "what was recorded on the way, beside what its source said",
    "stream_best": "the least time within a recording over a standard distance",
    "template": "the name of the sets that a lift session can begin with",
    "template_set": "one set of a template; a load of 0 kg is left to the runner",
    "exercise": "an exercise: what kind it is, whether it enters the lower-body index",
    "column_mapping": "what the columns of a table of the runner's own mean, by its header",
    "exercise_alias": "another name of an exercise, as an export writes it",
    "exercise_muscle": "a muscle that an exercise works: direct 1, indirect 0.5",
    "import_answer": "what the runner answered about a source, such as the unit of its weights",
    "import_batch": "one import of one or more files, and whether it was taken back",
    "import_file": "one file of an import: where it came from and what it brought",
    "lift_set": "one set of a lift session, in the order they were done",
    "goal": "what the runner wants to reach; a marked race is one",
    "plan": "a run or a lift that the runner means to do",
    "plan_exercise": "an exercise of a planned lift: how many sets of what",
    "revision": "one number that every write moves",
    "run": "what a session has beside when it is a run",
    "session": "one thing done: the calendar that everything hangs below",
    "session_edit": "a field that the runner corrected by hand: no import overwrites it",
    "session_source": "where a session came from, its key there, and what that source said then",
    "session_typed": "what the runner typed of a session that a file was merged into later",
    "setting": "what the runner chose",
}

_AFTER = {"stream": inspect.getdoc(packing) or ""}

_MEANINGS = {
    "started_at": "local wall clock, `YYYY-MM-DDThh:mm:ss`",
    "time_known": "0 when the source gives a day only",
    "utc_offset_min": "the local clock's offset from UTC when it is known",
    "duration_s": "moving time",
    "elapsed_s": "time from start to end, with pauses",
    "rpe": "effort of the whole session, CR-10",
    "rir": "reps in reserve of one set; 0 is failure",
    "reps": "0 is a failed attempt; empty for a hold",
    "load_kg": "weight moved beside the body; on an assisted exercise the assistance",
    "hold_s": "how long a position was held",
    "deleted_at": "when it was put aside; empty while it counts",
    "deleted_by": "`runner`, or `revert` when its import was taken back",
    "source_key": "how the source knows the session: the same in every export",
    "said": "the session as the source gave it, as JSON without what it left empty",
    "batch_id": "the import that brought it",
    "samples": "number of samples that are kept: one every five seconds, and where pauses begin",
    "data": "the samples, packed; CSV and JSON have these bytes in base64",
    "heart_seconds": "seconds at each heart rate in beats per minute, as JSON",
    "latitude": "degrees north of the equator",
    "longitude": "degrees east of Greenwich",
    "speed_mps": "over 30 s",
    "fingerprint": "hash of the header's texts",
    "body_mass_fraction": "share of body mass moved in the exercise",
    "lower_body": "1 when its e1RM enters the lower-body index",
    "share": "1 direct, 0.5 indirect",
    "field": "name of the corrected field",
    "position": "place in the order, from 0",
    "sore": "0 not at all to 3 very",
    "pain": "0 none to 10 the worst there is",
    "race": "name of the race, on a run of type race",
    "hop_m": "distance of the hop",
    "started_on": "first day, `YYYY-MM-DD`",
    "ended_on": "last day, included; empty while it goes on",
    "begins_on": "the Monday on which it starts",
    "cycles": "each is one block of lifting and one of maintenance, 3 to 6",
    "shortest_weeks": "weeks of the shortest block that could have been drawn",
    "longest_weeks": "weeks of the longest block that could have been drawn",
    "step_weeks": "weeks from one possible length of a block to the next",
    "wash_in_weeks": "first weeks of each block that do not count",
    "test_every_weeks": "weeks from one test to the next",
    "outcome": "what is compared, named before: a protocol of a test, or `reference pace`",
    "drawn_on": "the day of the draw",
    "weeks": "drawn: how long the block is",
    "is_new": "1 when a new watch or strap came into use",
    "uid": "its name in calendars, its own for good",
    "place": "place in the day, from 1",
    "legs": "1 when the lift has leg work",
    "skipped": "1 when the runner said that it will not be done",
    "done_session_id": "the session that did it; it counts while that is not deleted",
    "sets": "how many sets are planned",
    "reps_low": "the fewest reps of a set; empty for a hold",
    "reps_high": "the most reps of a set; empty for a hold",
    "own": "1 when the runner had done the exercise lately",
    "muscles": "the muscle groups that it is there for",
    "since": "the day on which the goal was set",
    "by_day": "the day until which, or of the race",
    "target": "in the unit of its kind: m, runs, lifts, sets, kg, s",
    "archived_at": "when the exercise was put away; empty while it is offered",
    "reverted_at": "when the import was taken back; empty while it counts",
    "distance_m": "empty when unknown (a treadmill without a sensor)",
}


def dictionary() -> str:
    """Return the data dictionary as Markdown: the log's tables, then the frames."""
    with tempfile.TemporaryDirectory() as folder, open_log(Path(folder) / "empty.db") as empty:
        tables = [line for name in table_names(empty) for line in _table(empty, name)]
    modules = (log, stream, running, strength, together, blocks, plan, goals)
    frames = [line for module in modules for line in _frames(module)]
    return "\n".join(["## Tables of the log", "", *tables, "## Frames", "", *frames]).rstrip()


def plain_dictionary() -> str:
    """Return what the tables of the log hold as plain text, for whoever unpacks an export."""
    with tempfile.TemporaryDirectory() as folder, open_log(Path(folder) / "empty.db") as empty:
        return "\n".join(line for name in table_names(empty) for line in _plainly(empty, name))


def _plainly(empty: Log, name: str) -> Iterator[str]:
    yield f"{name}: {_TABLES[name]}"
    for column, kind, unit, limits, meaning in _columns(empty, name):
        said = [f"{kind} [{unit}]" if unit else kind, limits, meaning.replace("`", "")]
        yield f"  {column}: {'; '.join(one for one in said if one)}"
    yield from ("", *_after(name))


def _table(empty: Log, name: str) -> Iterator[str]:
    yield from (f"### `{name}`", "", f"{_TABLES[name].capitalize()}.", "")
    yield "| column | type | unit | limits | meaning |"
    yield "|---|---|---|---|---|"
    for column, kind, unit, limits, meaning in _columns(empty, name):
        yield f"| `{column}` | {kind} | {unit} | {limits} | {meaning} |"
    yield from ("", *_after(name))


def _columns(empty: Log, name: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each column of a table: its name, type, unit, limits, meaning."""
    for column, kind, may_be_empty in table_columns(empty, name):
        words = [_MEANINGS.get(column, ""), "may be empty" if may_be_empty else ""]
        meaning = "; ".join(word for word in words if word)
        yield column, kind.lower(), _unit(column), _limits(LIMITS.get(column)), meaning


def _after(name: str) -> tuple[str, ...]:
    """Return what has to be known of a table beside its columns."""
    return (_AFTER[name], "") if name in _AFTER else ()


def _frames(module: ModuleType) -> Iterator[str]:
    for name, model in inspect.getmembers(module, inspect.isclass):
        if not issubclass(model, Frame) or model.__module__ != module.__name__ or name[0] == "_":
            continue
        yield from (f"### `{name}`", "", inspect.getdoc(model) or "", "")
        yield "| column | type | unit |"
        yield "|---|---|---|"
        for column, said in model.to_schema().columns.items():
            empty = ", may be missing" if said.nullable else ""
            yield f"| `{column}` | {said.dtype}{empty} | {_unit(column)} |"
        yield ""


def _unit(column: str) -> str:
    endings = sorted((end for end in _UNITS if column.endswith(end)), key=len)
    return _UNITS[endings[-1]] if endings else ""


def _limits(limit: Limit | None) -> str:
    if limit is None:
        return ""
    low = f"above {limit.low:g}" if limit.above_low else f"from {limit.low:g}"
    return f"{low} to {limit.high:g}"
