"""The columns of an unknown table, mapped by the runner: guessed, shown as read, then used."""

from dataclasses import replace

import streamlit as st

from ironstride.importers import Mapping
from ironstride.importers.mapped.guess import guess
from ironstride.importers.mapped.layout import with_header
from ironstride.importers.mapping import FIELDS, MappedKind
from ironstride.importers.table import Table
from ironstride.importers.text import clip, is_missing
from ironstride.ui.column_preview import show_as_read
from ironstride.ui.column_units import choose_units
from ironstride.ui.page import Here
from ironstride.ui.words import plain, tame

KINDS: dict[MappedKind, str] = {"runs": "Runs, one in a row", "lifts": "Lifts, one set in a row"}
LABELS = {
    "start": "Date, with or without its time (needed)",
    "time_of_day": "Time of day, where it stands apart",
    "distance": "Distance (this or the time is needed)",
    "duration": "Time it took",
    "elapsed": "Time with pauses",
    "title": "Title",
    "sport": "Sport (without it every row is a run)",
    "avg_hr": "Average heart rate",
    "max_hr": "Maximum heart rate",
    "climb": "Climb",
    "cadence": "Cadence",
    "rpe": "RPE",
    "temperature": "Temperature",
    "notes": "Notes",
    "id": "Number or id of the run",
    "exercise": "Exercise (needed)",
    "weight": "Weight",
    "weight_unit": "Unit of the weight, row by row",
    "reps": "Reps (these or a hold are needed)",
    "sets": "How many equal sets a row stands for",
    "hold": "Hold, in seconds",
    "rir": "Reps in reserve",
    "set_type": "Set type, or whether it was a warm-up",
}
FIRST: dict[MappedKind, int] = {"runs": 4, "lifts": 6}
NOWHERE = -1
NOT_THERE = "Not in this table"
EXAMPLES = 2


def map_columns(
    name: str, table: Table, remembered: Mapping | None, here: Here, key: str
) -> Mapping | None:
    """Draw what each column holds and how the first rows would be read; return what was chosen.

    None but once, when nothing is missing and the runner says to use it.
    """
    named = with_header(table)
    st.subheader(plain(f"What do the columns of {name} hold?"))
    begun = remembered if remembered and _fits(remembered, named) else guess(table)
    kind: MappedKind = st.radio(
        "The table lists",
        tuple(KINDS),
        index=tuple(KINDS).index(begun.kind),
        format_func=KINDS.__getitem__,
        horizontal=True,
        key=f"{key}-kind",
    )
    if kind != begun.kind:
        begun = guess(table, kind)
    chosen = replace(begun, columns=_choose_columns(named, begun, f"{key}-{kind}"))
    mapping, missing = _completed(named, begun, chosen, here, f"{key}-{kind}")
    return _used(table, mapping, missing, here, key)


def _fits(mapping: Mapping, table: Table) -> bool:
    return all(at < len(table.header) for at in mapping.at.values())


def _completed(
    table: Table, begun: Mapping, chosen: Mapping, here: Here, key: str
) -> tuple[Mapping, str | None]:
    """Return the mapping with its units, and what is still missing."""
    missing = chosen.missing()
    if missing is not None:
        return chosen, missing
    return choose_units(table, begun, chosen, here, key)


def _used(
    table: Table, mapping: Mapping, missing: str | None, here: Here, key: str
) -> Mapping | None:
    """Show how a mapping reads the table and offer to use it."""
    if missing is None and not show_as_read(table, mapping, here):
        missing = "no row can be read like this"
    if missing is not None:
        st.info(plain(f"Not complete yet: {missing}."))
    incomplete = missing is not None
    used = st.button("Use this mapping", type="primary", disabled=incomplete, key=f"{key}-use")
    return mapping if used and not incomplete else None


def _choose_columns(table: Table, begun: Mapping, key: str) -> tuple[tuple[str, int], ...]:
    """Draw a choice of column for each field, those that matter most first."""
    fields = FIELDS[begun.kind]
    first = FIRST[begun.kind]
    headers = {at: _in_words(table, at) for at in range(len(table.header))}
    with st.grid(2, min_column_width=260):
        chosen = [_choose(name, headers, begun, key) for name in fields[:first]]
    filled = sum(name in begun.at for name in fields[first:])
    with (
        st.expander(f"More columns ({filled} filled in)" if filled else "More columns"),
        st.grid(2, min_column_width=260),
    ):
        chosen += [_choose(name, headers, begun, key) for name in fields[first:]]
    return tuple((name, at) for name, at in zip(fields, chosen, strict=True) if at is not None)


def _choose(name: str, headers: dict[int, str], begun: Mapping, key: str) -> int | None:
    options = (NOWHERE, *headers)
    at = st.selectbox(
        LABELS[name],
        options,
        index=options.index(begun.at.get(name, NOWHERE)),
        format_func=lambda at: headers.get(at, NOT_THERE),
        key=f"{key}-{name}",
    )
    return None if at == NOWHERE else at


def _in_words(table: Table, at: int) -> str:
    """Return a column's number, header and first cells, on one line."""
    examples: list[str] = []
    for row in table.rows:
        if not is_missing(row.cells[at]):
            examples.append(_short(row.cells[at], 20))
        if len(examples) == EXAMPLES:
            break
    return f"{at + 1}. {_short(table.header[at], 40)}: {' · '.join(examples) or 'empty'}"


def _short(text: str, most: int) -> str:
    return clip(" ".join(tame(text[:200]).split()), most)
