"""The only place that holds what one browser tab remembers between reruns."""

from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from ironstride.settings import log_path

T = TypeVar("T")

_FILTERS = "history_"
LONGEST_ID = 18  # digits; SQLite holds no number with more


def current_log() -> Path:
    """Return the log this tab looks at: the runner's own, or the demo log."""
    chosen: Path | None = st.session_state.get("demo_log")
    if chosen is not None and not chosen.exists():
        look_at(None)
        return log_path()
    return chosen or log_path()


def look_at(demo_log: Path | None) -> None:
    """Look at a demo log from now on, or at the runner's own again, with nothing half typed."""
    forget_all("")
    st.session_state["demo_log"] = demo_log


def looks_at_demo() -> bool:
    """Tell whether this tab looks at the demo log."""
    return st.session_state.get("demo_log") is not None


def keep(name: str, value: object) -> None:
    """Remember a value under a name."""
    st.session_state[name] = value


def kept(name: str, default: T) -> T:
    """Return what was kept under a name, or the default."""
    value: Any = st.session_state.get(name, default)
    return default if value is None else value


def forget(name: str) -> None:
    """Forget what was kept under a name."""
    st.session_state.pop(name, None)


def forget_all(beginning: str) -> None:
    """Forget everything whose name begins like this."""
    for name in [str(name) for name in st.session_state]:
        if name.startswith(beginning):
            forget(name)


def close_session() -> None:
    """Forget what was typed into a session and not saved."""
    forget_all("edit-")
    forget("open-exercise")
    forget("seen-session")


def look_anew() -> None:
    """Forget how the opened session looked, so that one's own change of it is no news."""
    forget("seen-session")


def opened_session() -> int | None:
    """Return the session that the address names (`?session=12`); 0, which is none, for others."""
    return _id_in_address("session")


def asked_plan() -> int | None:
    """Return the planned session that the address names (`?plan=12`); 0, which is none."""
    return _id_in_address("plan")


def asked_day(name: str) -> date | None:
    """Return the day that the address names (`?week_of=2026-11-23`), None where it names none."""
    try:
        return date.fromisoformat(st.query_params.get(name, ""))
    except ValueError:
        return None


def ask_day(name: str, day: date) -> None:
    """Put a day into the address, so that it can be bookmarked and loaded again."""
    st.query_params[name] = day.isoformat()


def leave_plan() -> None:
    """Take the planned session out of the address: what is logged next is not it."""
    if "plan" in st.query_params:
        del st.query_params["plan"]


def open_session(session_id: int) -> None:
    """Put a session into the address, so that it can be bookmarked and loaded again.

    The filters of the list it is opened from stay there as one word, for the way back.
    """
    close_session()
    named = st.query_params.to_dict()
    filters = {name: one for name, one in named.items() if name.startswith(_FILTERS)}
    others = {name: one for name, one in named.items() if name not in filters}
    if filters:
        others["list"] = urlencode(filters)
    # At once: each change of the address is a step for the browser's back button.
    st.query_params.from_dict(others | {"session": str(session_id)})


def leave_session() -> None:
    """Take the session out of the address: back to the list as it was filtered."""
    close_session()
    filters = parse_qsl(st.query_params.get("list", ""))
    st.query_params.from_dict({name: one for name, one in filters if name.startswith(_FILTERS)})


def _id_in_address(name: str) -> int | None:
    named = st.query_params.get(name)
    if named is None:
        return None
    return int(named) if named.isdecimal() and len(named) <= LONGEST_ID else 0


def is_kept(name: str) -> bool:
    """Tell whether a widget or a value of this name is remembered."""
    return name in st.session_state


def is_in_address(name: str) -> bool:
    """Tell whether the address says anything of a widget."""
    return name in st.query_params


def is_on(name: str) -> bool:
    """Tell whether a switch is on that is drawn later, by what is remembered or the address."""
    return bool(kept(name, st.query_params.get(name) == "true"))


def was_opened(name: str, is_open: bool | None) -> bool:
    """Tell whether a folded form is open or was since its page was opened.

    A widget that is not drawn forgets what was typed into it, so that it is drawn from then on.
    """
    if is_open:
        keep(f"began-{name}", True)
    return is_kept(f"began-{name}")


def turn(name: str) -> int:
    """Return which turn of a form this is; its widgets' keys carry it."""
    return kept(f"turn-{name}", 0)


def next_turn(name: str) -> None:
    """Start a form over with empty fields."""
    keep(f"turn-{name}", turn(name) + 1)


def tell(sentence: str) -> None:
    """Keep a sentence to be shown once, at the top of the next rerun."""
    keep("told", sentence)


def told() -> str:
    """Return the sentence kept by `tell`, once."""
    sentence = kept("told", "")
    forget("told")
    return sentence
