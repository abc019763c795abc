"""The only place that caches; keys are contents, never frames."""

import streamlit as st

from ironstride import importers
from ironstride.importers import Choices, Reading


@st.cache_resource(max_entries=32, show_spinner="Reading the file")
def read_file(name: str, content: bytes, choices: Choices) -> Reading:
    """Read a file once for each content and choice; a Reading never changes.

    Raises:
        UnreadableFile: the file cannot be read at all.
    """
    return importers.read_file(name, content, choices)
