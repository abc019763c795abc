"""After an import: what it changed, until the runner has seen it."""

import streamlit as st

from ironstride import units
from ironstride.charts.race_words import day_in_words, each
from ironstride.frames.bests import DISTANCES
from ironstride.jobs.demo_log import DEMO
from ironstride.metrics.import_change import ImportChange, import_change
from ironstride.metrics.notices.seen import listed
from ironstride.store.imports import brought, import_not_seen, see_import
from ironstride.ui import cache, menu
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import Units

MOST_BESTS = 4


def show(here: Here) -> None:
    """Draw what the newest import changed, with a button that puts it away."""
    batch = import_not_seen(here.log)
    if batch is None or any(file.source == DEMO for file in batch.files):
        return
    found = _changed(here, batch.id)
    if found is None:
        return
    with st.container(border=True):
        day = batch.imported_at
        st.subheader(f"What the import of {day.day} {day:%B} changed")
        st.markdown("\n".join(f"- {plain(one)}" for one in _lines(found, here.settings.units)))
        with st.container(horizontal=True, vertical_alignment="center"):
            _links(found)
            if st.button("Seen, put this away", key=f"seen-{batch.id}", icon=":material/check:"):
                see_import(here.log, batch.id)
                st.rerun()


@cache.once
def _changed(here: Here, batch_id: int) -> ImportChange | None:
    log = here.log
    return import_change(
        brought(log, batch_id),
        sessions=cache.sessions(log),
        efforts=cache.best_efforts(log),
        lift_sets=cache.lift_sets(log),
        muscles=cache.exercise_muscles(log),
        week_start=here.settings.week_start,
    )


def _lines(found: ImportChange, chosen: Units) -> list[str]:
    came = f"{units.count(found.sessions, 'session')} in {units.count(found.weeks, 'week')}"
    span = f"{day_in_words(found.first)} to {day_in_words(found.last)}"
    lines = [f"{came}, {span}; {_filled(found)}."]
    runs = [
        f"{DISTANCES[one.distance_m]} in {units.format_clock(one.duration_s)}"
        for one in each(found.runs[::-1])
    ]
    lifts = [
        f"{one.exercise} {one.reps:.0f} × {units.format_weight(one.load_kg, chosen.weight)}"
        for one in each(found.lifts[::-1])
    ]
    for bests, what in ((runs, "over a distance"), (lifts, "in a range of reps")):
        if bests:
            head = units.count(len(bests), "best")
            lines.append(f"{head} {what} that {_stand(bests)}: {listed(bests, MOST_BESTS)}.")
    if found.unknown:
        lines.append(
            f"{units.count(len(found.unknown), 'exercise')} whose muscles the log does not know: "
            f"{listed(found.unknown, MOST_BESTS)}."
        )
    return lines


def _filled(found: ImportChange) -> str:
    if not found.weeks_filled:
        return "none of these weeks was empty before"
    were = "was" if found.weeks_filled == 1 else "were"
    return f"{found.weeks_filled} of these weeks {were} empty before"


def _stand(bests: list[str]) -> str:
    return "stands now" if len(bests) == 1 else "stand now"


def _links(found: ImportChange) -> None:
    if len(found.runs):
        menu.link("records", "Records")
    if len(found.lifts):
        menu.link("strength", "Strength", strength_part="Records")
    if found.unknown:
        menu.link("exercises", "Say which muscles they work")
    menu.link("import_files", "Imports")
