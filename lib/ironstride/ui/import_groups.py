"""What archives and recordings hold: groups, each asked what it does not say, and the rest told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ironstride import units
from ironstride.importers import Choices
from ironstride.jobs.archives import Group, Many
from ironstride.jobs.import_files import FilePreview, Refused
from ironstride.store import answers
from ironstride.ui import cache, state
from ironstride.ui.import_questions import ask
from ironstride.ui.import_review import show_refused
from ironstride.ui.page import Here
from ironstride.ui.words import plain, tame

MOST_BOXES = 3


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A file or a group that can be read, its place on the page, and what its rows are."""

    place: DeltaGenerator
    file: FilePreview
    row: str = "row"


def tell(many: Many) -> None:
    """Say what cannot be read, and what was left unread on purpose."""
    if len(many.refused) <= MOST_BOXES:
        for one in many.refused:
            show_refused(one.why)
    else:
        _list(many.refused)
    for sentence in many.unread:
        st.caption(plain(sentence))


def look_at(many: Many, here: Here, turn: int) -> Iterator[Shown]:
    """Draw each group's questions and compare it with the log."""
    seen: set[str] = set()
    for group in many.groups:
        if group.sha256 in seen:
            st.caption(plain(f"{group.name} is the same once more: read once."))
            continue
        seen.add(group.sha256)
        place = st.container()
        with place:
            st.subheader(plain(group.name))
            choices = _choices(group, here, f"import-{turn}-{group.name}-{group.sha256[:12]}", turn)
            found = cache.look_at_group(here.log, group, choices, here.today)
            if isinstance(found, Refused):
                show_refused(found.why)
                continue
        yield Shown(place=place, file=found, row="row" if group.content is not None else "file")


def zone_said(turn: int) -> str | None:
    """Return the zone that the runner said recordings without a place were made in."""
    nowhere: str | None = None
    return state.kept(_zone(turn), nowhere)


def _choices(group: Group, here: Here, key: str, turn: int) -> Choices:
    """Return how to read a group; what recordings do not say is asked once for all of them."""
    questions = group.reading.questions
    if group.content is not None:
        return ask(questions, group.choices, answers(here.log, group.reading.source), key)
    said = ask(questions, group.choices, {}, key)
    if said.zone != group.choices.zone:
        state.keep(_zone(turn), said.zone)
        st.rerun()
    return group.choices


def _zone(turn: int) -> str:
    return f"import-{turn}-zone"


def _list(refused: Sequence[Refused]) -> None:
    with st.expander(f"{units.count(len(refused), 'file')} cannot be read"):
        table = [{"file": tame(one.name), "reason": tame(one.why)} for one in refused]
        st.dataframe(pd.DataFrame(table), hide_index=True, alt="Files that cannot be read, and why")
