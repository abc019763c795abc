"""The only place that caches; keys are paths, revisions and contents, never frames."""

import tempfile
from pathlib import Path

import streamlit as st

from ironstride import clock, importers
from ironstride.importers import Choices, Reading
from ironstride.jobs.demo_log import write_demo_log


@st.cache_resource(max_entries=8, show_spinner="Reading the file")
def read_file(name: str, content: bytes, choices: Choices) -> Reading:
    """Read a file once for each content and choice; a Reading never changes.

    Raises:
        UnreadableFile: the file cannot be read at all.
    """
    return importers.read_file(name, content, choices)


@st.cache_resource(show_spinner="Making the demo log")
def demo_log() -> Path:
    """Return a demo log that lives as long as the server."""
    path = Path(tempfile.mkdtemp(prefix="ironstride-demo-")) / "demo.db"
    write_demo_log(path, today=clock.today(None))
    return path
