"""The file of the log: where it lies, whether it is sound, a move, a fresh start."""

import shlex
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ironstride.jobs.move import moved_copy
from ironstride.store import LogError, back_up_now, empty_log, folder_of, integrity_problems
from ironstride.ui import state, undo
from ironstride.ui.data_restore import start_over
from ironstride.ui.data_words import size
from ironstride.ui.forms.fields import Fields
from ironstride.ui.page import Here
from ironstride.ui.words import tame

DELETE_WORD = "DELETE"


def check(here: Here) -> None:
    """Draw where the log lies and the button that checks it."""
    st.subheader("The file")
    path = here.log.path
    st.markdown(f"Your log is one SQLite file of {size(path.stat().st_size)}:")
    st.text(tame(str(path)))
    pressed = st.button("Check the file", icon=":material/verified:")
    with st.container():  # always there: what is open below it stays open when the answer goes
        if pressed:
            _say_sound(integrity_problems(here.log))


def move(here: Here) -> None:
    """Draw the form that copies the log to another place."""
    with st.expander("Move the log elsewhere", icon=":material/drive_file_move:"):
        fields = Fields("move", is_new=False)
        with st.form("move", border=False):
            st.markdown(
                "Type a folder or a file. The log is copied there and the copy is read back; the "
                "old file stays. Choose a disk of this machine: in a folder that a cloud service "
                "keeps in step, two machines may damage the file."
            )
            typed = fields.text("path", "New place", hint=str(Path.home() / "training.db"))
            pressed = st.form_submit_button("Copy it there")
        if pressed:
            _copy(here, typed, fields)


def delete_everything(here: Here) -> None:
    """Draw the form that empties the log, once its word is typed."""
    with st.expander("Delete everything", icon=":material/delete_forever:"):
        fields = Fields(f"wipe-{state.turn('wipe')}", is_new=False)
        with st.form("wipe", border=False):
            st.markdown(
                "Every session, check-in, test, exercise of your own and setting goes. A backup is "
                "made first and you can undo this; if nothing is to remain, delete the folder of "
                "the backups as well:"
            )
            st.text(tame(str(folder_of(here.log.path))))
            typed = fields.text("word", f"Type {DELETE_WORD} to go on")
            pressed = st.form_submit_button("Delete everything")
        if pressed and typed.strip() != DELETE_WORD:
            fields.mistake("word", f"type {DELETE_WORD}, in capital letters; nothing was deleted")
        elif pressed:
            undo.undoable(here.log, lambda: _emptied(here))
            start_over()
            state.next_turn("wipe")
            st.rerun()


def _say_sound(problems: Sequence[str]) -> None:
    if problems:
        st.error("Something is wrong with the file. Put a backup back, or restore an export.")
        st.text("\n".join(problems[:20]))
    else:
        st.success("The file is sound: every page can be read, every row belongs somewhere.")


def _copy(here: Here, typed: str, fields: Fields) -> None:
    try:
        target = moved_copy(here.log, typed)
    except (LogError, ValueError) as why:
        fields.mistake("path", str(why))
        return
    st.success("The copy is there and holds what your log holds. To use it from now on, start")
    st.code(
        f"IRONSTRIDE_LOG={shlex.quote(str(target))} ironstride serve",
        language=None,
        wrap_lines=True,
    )
    st.caption("Until then this page goes on with the old file. Delete that one when you are sure.")


def _emptied(here: Here) -> str:
    copy = back_up_now(here.log, here.now)
    empty_log(here.log)
    return f"Everything is deleted. The backup {copy.name} holds what was there."
