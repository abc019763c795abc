"""The menu: which pages there are, under which heading, in which order."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from ironstride.settings import PROJECT

ICON = Path(__file__).with_name("icon.png")

# heading: (file below pages/, title, Material icon)
_MENU = {
    "Today": [("today/today", "Today", "today")],
    "Log": [
        ("log/run", "Run", "directions_run"),
        ("log/lift", "Lift", "fitness_center"),
        ("log/check_in", "Check in", "monitor_heart"),
        ("log/fitness_test", "Fitness test", "timer"),
        ("log/import_files", "Import files", "upload_file"),
    ],
    "Review": [
        ("review/running", "Running", "show_chart"),
        ("review/records", "Records", "emoji_events"),
        ("review/strength", "Strength", "monitoring"),
        ("review/muscles", "Muscles", "accessibility_new"),
        ("review/together", "Together", "join_inner"),
        ("review/weekly", "Weekly review", "summarize"),
    ],
    "Plan": [
        ("plan/week", "Week", "calendar_month"),
        ("plan/rules", "Rules", "rule"),
        ("plan/goals", "Goals", "flag"),
    ],
    "Manage": [
        ("manage/history", "History", "history"),
        ("manage/exercises", "Exercises", "exercise"),
        ("manage/data", "Data", "database"),
        ("manage/settings", "Settings", "settings"),
    ],
}


def show() -> None:
    """Draw the menu and the shared header, and run the page that the address names."""
    st.set_page_config(page_title="Ironstride", page_icon=str(ICON), layout="wide")
    st.logo(str(ICON), size="large")
    chosen = st.navigation({heading: _pages(heading) for heading in _MENU})
    chosen.run()


def link(name: str, label: str, *, bare: bool = False, tip: str = "", **asked: str) -> None:
    """Draw a link to the page whose file has this name, asking it for something by its address.

    A bare one goes without the icon of its page; `tip` is told when it is pointed at.
    """
    for entries in _MENU.values():
        for file, title, icon in entries:
            if file.endswith(f"/{name}"):
                st.page_link(
                    _page(file, title, icon),
                    label=label,
                    icon="" if bare else None,
                    help=tip or None,
                    query_params=asked or None,
                )


def title_of(name: str) -> str:
    """Return the title of the page whose file has this name."""
    return next(
        title
        for entries in _MENU.values()
        for file, title, _ in entries
        if file.endswith(f"/{name}")
    )


def _pages(heading: str) -> list[Page]:
    return [_page(*entry) for entry in _MENU[heading]]


def _page(file: str, title: str, icon: str) -> Page:
    path = PROJECT / "pages" / f"{file}.py"
    name = path.stem
    return st.Page(
        path,
        title=title,
        icon=f":material/{icon}:",
        url_path=name,
        default=name == "today",
    )
