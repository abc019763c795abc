"""Exports of the whole log, each prepared when it is asked for."""

from functools import partial
from pathlib import Path

import streamlit as st

from ironstride.jobs.export import exported
from ironstride.store import open_log
from ironstride.ui.page import Here

_FORMS = {
    "zip": ("CSV files in a zip", "For a spreadsheet: one file a table, with a README."),
    "json": ("One JSON file", "For programs."),
    "db": ("SQLite file", "The log itself, as it is."),
}


def offer(here: Here) -> None:
    """Draw a download for each form; each holds everything and can be restored."""
    st.subheader("Export")
    st.markdown(
        "Each of these holds the whole log and can be restored without any loss. No text in the "
        "CSV files runs as a formula in a spreadsheet."
    )
    with st.container(horizontal=True):
        for form, (label, purpose) in _FORMS.items():
            st.download_button(
                label,
                data=partial(content, here.log.path, form),
                file_name=f"ironstride-{here.today.isoformat()}.{form}",
                help=purpose,
                icon=":material/download:",
                key=f"export-{form}",
                on_click="ignore",
            )


def content(log_file: Path, form: str) -> bytes:
    """Return the whole log in one form; the page's own connection is closed by then."""
    with open_log(log_file) as log:
        return exported(log, form)
