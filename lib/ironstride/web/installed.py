"""Where the installed Streamlit keeps the page and the scripts it serves."""

from pathlib import Path

import streamlit as st

ROOT = Path(st.__file__).with_name("static")
INDEX = ROOT / "index.html"


def web_path(file: Path) -> str:
    """Return the path in the address bar under which Streamlit serves one of its files."""
    return f"/{file.relative_to(ROOT).as_posix()}"
