"""Exercise names that the log does not know: what they may mean, shown and confirmed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ironstride import units
from ironstride.importers.text import clip
from ironstride.jobs.import_files import FilePreview
from ironstride.jobs.match_exercises import Suggestion, suggest, unknown_names
from ironstride.store import exercise_names, known_exercises
from ironstride.ui import state
from ironstride.ui.page import Here
from ironstride.ui.words import plain

NEW = "A new exercise"
SHOWN, LONGEST = 12, 60


def confirm(here: Here, files: Sequence[FilePreview]) -> dict[str, str] | None:
    """Return the exercise that each unknown name means, or None until the runner confirms it."""
    sessions = [one.session for file in files for one in (*file.new, *file.changed)]
    unknown = unknown_names(here.log, sessions)
    if not unknown:
        return {}
    st.subheader("Exercises")
    found = suggest(unknown, known_exercises(here.log))
    _tell_new([name for name, one in found.items() if one is None])
    likely = {name: one for name, one in found.items() if one is not None}
    return _confirmed(here, likely) if likely else {}


def _tell_new(names: Sequence[str]) -> None:
    if not names:
        return
    listed = ", ".join(clip(name, LONGEST) for name in names[:SHOWN])
    more = f" and {units.number(len(names) - SHOWN)} more" if len(names) > SHOWN else ""
    st.markdown(
        f"{units.count(len(names), 'name')} the log does not know yet, "
        "each to become a new exercise: "
        f"{plain(listed)}{more}. Please say after the import which muscles they work, under "
        "Manage, Exercises."
    )


def _confirmed(here: Here, likely: Mapping[str, Suggestion]) -> dict[str, str] | None:
    """Draw one choice for each name, its suggestion first, and ask whether they are right."""
    st.markdown(
        f"{units.count(len(likely), 'name')} may mean an exercise that the log holds. "
        "Please look them through; you can change them later under Manage, Exercises."
    )
    every = exercise_names(here.log)
    turn = state.turn("import")
    with st.grid(3, min_column_width=260):
        chosen = {
            name: st.selectbox(
                plain(clip(name, LONGEST)),
                [one.exercise, NEW, *(other for other in every if other != one.exercise)],
                key=f"import-{turn}-name-{name}",
            )
            for name, one in likely.items()
        }
    if not st.checkbox("These names are right", key=f"import-{turn}-names-{hash(tuple(likely))}"):
        return None
    return {name: exercise for name, exercise in chosen.items() if exercise != NEW}
