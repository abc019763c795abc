"""What a file does not say: one question each, with its consequence, answered once per source."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from ironstride.importers import Choices, Question
from ironstride.settings import known_zones
from ironstride.ui.words import as_sentence, plain

_ANSWERS: dict[str, tuple[str, dict[str, str]]] = {
    "distance_unit": ("Distances are in", {"km": "km", "mi": "mi"}),
    "weight_unit": ("Weights are in", {"kg": "kg", "lb": "lb"}),
    "date_order": ("Dates begin with", {"day": "the day", "month": "the month"}),
    "doubled": ("Doubled rows", {"halve": "Read each once", "keep": "Keep every row"}),
    "zone": ("Your time zone", {}),
}


def ask(
    questions: Iterable[Question],
    choices: Choices,
    remembered: Mapping[str, str],
    key: str,
) -> Choices:
    """Draw one question for each thing a file does not say, and return the answers.

    What the runner answered before for the same source stands there already.
    """
    answers: dict[str, Any] = {}
    for question in questions:
        label, options = _ANSWERS[question.field]
        before = remembered.get(question.field)
        st.warning(plain(as_sentence(question.why)), icon=":material/help:")
        field = f"{key}-{question.field}"
        if options:
            answers[question.field] = st.radio(
                label,
                list(options),
                index=list(options).index(before) if before in options else None,
                format_func=options.__getitem__,
                horizontal=True,
                key=field,
            )
        else:
            zones = sorted(known_zones())
            answers[question.field] = st.selectbox(label, zones, index=None, key=field)
    return replace(choices, **answers)
