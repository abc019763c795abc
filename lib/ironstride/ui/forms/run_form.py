"""The run form: for a new run and for correcting one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any, get_args

import streamlit as st

from ironstride import units
from ironstride.records import Lap, Run, RunType, Surface
from ironstride.ui.forms.begun import NOTHING, Begun
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.laps import read_laps, write_laps
from ironstride.ui.words import RUN_TYPES, SPORTS, SURFACES, run_in_words
from ironstride.units import DistanceUnit, Units

SHORTEST_M = 1.0
SAME_DISTANCE, SAME_TIME = 0.03, 0.05
TWINS_SHOWN = 3
_WHERE = SPORTS | {"run": "Outside", "virtual": "Virtual"}
_SURFACES = {"": "Not said"} | SURFACES
_USUAL = {"trail": "trail", "track": "track", "treadmill": "treadmill"}

Usual = Callable[[RunType], Run | None]
OnDay = Callable[[date], list[Run]]


def run_form(
    key: str,
    chosen: Units,
    now: datetime,
    before: Run | None = None,
    *,
    begin: Begun = NOTHING,
    usual: Usual = lambda _: None,
    on_day: OnDay = lambda _: [],
) -> Run | None:
    """Draw the form and return the run when Save was pressed and nothing is wrong.

    `begin` is what a planned run is to begin with. `usual` gives the last run of a type, whose
    place and ground a new one begins with; `on_day` the runs that a day has already.
    """
    fields = Fields(key, is_new=before is None)
    left, right = st.columns(2)
    with left:
        run_type = fields.choice(
            "type", "Type", get_args(RunType), before, begin.type or "easy", RUN_TYPES
        )
        last = usual(run_type) if before is None else None  # type: ignore[arg-type]  # one of the types
        known = _how_far(fields, chosen.distance, now, before, last, begin) | {"type": run_type}
    with right:
        known |= _race(fields, before, run_type) | fields.words(before, begin.title)
    known |= _how(fields, before or last, before, run_type)
    known |= _laps(fields, chosen.distance, before, known)
    _show_pace(fields, known, chosen.distance)
    if before is None:
        _show_twins(known, on_day(known["started_at"].date()), chosen)
    if not st.button("Save run", type="primary", key=fields.name("save")) or fields.mistakes:
        return None
    if before is None:
        return fields.build(lambda: Run(**known))
    return fields.build(lambda: replace(before, **known | fields.elapsed(before, known)))


def _how_far(
    fields: Fields,
    unit: DistanceUnit,
    now: datetime,
    before: Run | None,
    last: Run | None,
    begin: Begun,
) -> dict[str, Any]:
    usual_m = last.distance_m if last else None
    hint = f"last time {units.distance_in(usual_m, unit):.1f}" if usual_m else "10.5"
    return fields.start(before, now, begin.day) | {
        "distance_m": _distance(fields, unit, before or begin, hint),
        "duration_s": fields.duration(before or begin),
    }


def _distance(fields: Fields, unit: DistanceUnit, before: Run | Begun, hint: str) -> float | None:
    exact = before.distance_m
    shown = f"{units.distance_in(exact, unit):.2f}" if exact else ""
    typed = fields.text(
        "distance_m",
        f"Distance ({unit})",
        shown,
        hint=hint,
        live=True,
        key=f"distance_m-{unit}",  # what was typed in one unit must not be read in another
    )
    distance_m = fields.read("distance_m", typed, lambda text: _metres(text, unit))
    return exact if typed == shown else distance_m


def _race(fields: Fields, before: Run | None, run_type: str) -> dict[str, Any]:
    if run_type != "race":
        return {"race": ""}
    return {"race": fields.text("race", "Name of the race", before.race if before else "").strip()}


def _how(fields: Fields, first: Run | None, before: Run | None, run_type: str) -> dict[str, Any]:
    """Draw where and how hard it was; `first` says where, until the runner says otherwise."""
    key = "sport" if before else f"sport-{run_type}"
    left, right = st.columns(2)
    with left:
        sport = fields.choice("sport", "Where", Run.sports, first, "run", _WHERE, key)
        known: dict[str, Any] = {
            "sport": sport,
            "avg_hr_bpm": fields.number("avg_hr_bpm", "Average heart rate (bpm)", before),
            "ascent_m": fields.number("ascent_m", "Climb (m)", before),
            "cadence_spm": fields.number("cadence_spm", "Cadence (steps per minute)", before),
        }
    with right:
        return known | {
            "surface": _surface(fields, first, sport, key),
            "max_hr_bpm": fields.number("max_hr_bpm", "Maximum heart rate (bpm)", before),
            "rpe": fields.number("rpe", "Effort (RPE 0 to 10)", before),
            "temperature_c": fields.number("temperature_c", "Temperature (°C)", before),
        }


def _surface(fields: Fields, first: Run | None, sport: str, key: str) -> Surface | None:
    same = first is not None and first.sport == sport
    at_first = (first.surface if same and first else None) or _USUAL.get(sport, "")
    options = tuple(_SURFACES)
    with fields.place("surface"):
        chosen: Any = st.selectbox(
            "Ground",
            options,
            index=options.index(at_first),
            format_func=_SURFACES.__getitem__,
            key=fields.name(f"surface-{key}-{sport}"),
            persist_state="session",
        )
    return chosen or None


def _laps(
    fields: Fields, unit: DistanceUnit, before: Run | None, known: dict[str, Any]
) -> dict[str, Any]:
    """Draw the laps; where distance or time is left empty they add up to it."""
    exact = before.laps if before else ()
    shown = write_laps(exact, unit)
    with st.expander("Laps", expanded=bool(exact)), fields.place("laps"):
        typed = st.text_area(
            f"One lap a line: distance ({unit}) and time",
            shown,
            key=fields.name(f"laps-{unit}"),
            placeholder="1 4:05\n1 4:02\n400 m 1:32",
            persist_state="session",
        )
    laps = fields.read("laps", typed or "", lambda text: read_laps(text, unit)) or ()
    laps = exact if typed == shown else laps
    return {"laps": laps} | _added_up(laps, known)


def _added_up(laps: tuple[Lap, ...], known: dict[str, Any]) -> dict[str, Any]:
    sums = {
        "distance_m": sum(lap.distance_m for lap in laps),
        "duration_s": sum(lap.duration_s for lap in laps),
    }
    return {name: total for name, total in sums.items() if total and known[name] is None}


def _show_pace(fields: Fields, known: dict[str, Any], unit: DistanceUnit) -> None:
    if not (known["distance_m"] and known["duration_s"]):
        return
    with suppress(ValueError):
        Run(**{name: known[name] for name in ("started_at", "distance_m", "duration_s")})
        pace = units.format_pace(known["distance_m"], known["duration_s"], unit)
        fields.note("duration_s", f"Pace {pace}")


def _show_twins(known: dict[str, Any], that_day: list[Run], chosen: Units) -> None:
    """Say which runs of that day are about as long: perhaps this one is there already."""
    twins = [run for run in that_day if _is_twin(known, run)]
    for run in twins[:TWINS_SHOWN]:
        there = run_in_words(run.distance_m, run.duration_s, chosen)
        st.warning(
            f"That day has a run like this already: {there}, at {run.started_at:%H:%M}. "
            "Save it only if you ran twice."
        )
    if more := len(twins[TWINS_SHOWN:]):
        st.caption(f"And {more} more like these.")


def _is_twin(known: dict[str, Any], run: Run) -> bool:
    is_far = _is_close(known["distance_m"], run.distance_m, SAME_DISTANCE)
    return is_far or _is_close(known["duration_s"], run.duration_s, SAME_TIME)


def _is_close(one: float | None, other: float | None, share: float) -> bool:
    return bool(one and other and abs(one - other) <= share * max(one, other))


def _metres(typed: str, unit: DistanceUnit) -> float:
    distance_m = units.metres(units.parse_number(typed), unit)
    if distance_m < SHORTEST_M:
        raise ValueError(f"distance must be above 0, got {typed!r}")
    return distance_m
