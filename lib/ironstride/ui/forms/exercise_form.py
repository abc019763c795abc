"""The form of an exercise: for a new one and for what one is said to be."""

from typing import get_args

import streamlit as st

from ironstride import units
from ironstride.records import Exercise, ExerciseKind, Muscle
from ironstride.records.exercise import DIRECT, INDIRECT
from ironstride.ui.forms.fields import Fields

KINDS: dict[str, str] = {
    "weighted": "With a weight", "bodyweight": "With the body's own weight",
    "assisted": "With assistance: the weight helps", "timed": "Held for a time",
    "plyometric": "Jumps and hops",
}  # fmt: skip
SHARES = {0.0: "none", INDIRECT: "½", DIRECT: "1"}


def exercise_form(key: str, before: Exercise | None = None) -> Exercise | None:
    """Draw the form and return the exercise when Save was pressed and nothing is wrong.

    What one is called is not asked of an exercise that is there already.
    """
    fields = Fields(key, is_new=before is None)
    shown = before or Exercise(name="new")
    with st.form(key, border=False):
        name = shown.name if before else fields.text("name", "Name").strip()
        left, right = st.columns(2)
        with left:
            kind = _kind(fields, shown.kind)
            lower_body = st.checkbox(
                "Its e1RM counts in the lower-body strength index",
                shown.lower_body,
                key=fields.name("lower_body"),
            )
        with right:
            fraction = _fraction(fields, shown.body_mass_fraction)
        muscles = _muscles(fields, shown.muscles)
        with fields.place("all"):
            pressed = st.form_submit_button(
                "Save exercise", type="primary", key=fields.name("save")
            )
    if not pressed:
        return None
    if not name:
        fields.mistake("name", "an exercise needs a name")
    told = fields.build(
        lambda: Exercise(
            name=name or "new",
            kind=kind,
            lower_body=lower_body,
            body_mass_fraction=fraction,
            muscles=muscles,
        )
    )
    return None if fields.mistakes else told


def _kind(fields: Fields, kind: ExerciseKind) -> ExerciseKind:
    kinds: tuple[ExerciseKind, ...] = get_args(ExerciseKind)
    return st.selectbox(
        "It is done",
        kinds,
        index=kinds.index(kind),
        format_func=KINDS.__getitem__,
        key=fields.name("kind"),
    )


def _fraction(fields: Fields, exact: float) -> float:
    """Draw the share of the body's mass that is lifted with the weight."""
    shown = f"{100 * exact:.4g}" if exact else ""
    typed = fields.text(
        "body_mass_fraction",
        "Share of body mass that moves (%)",
        shown,
        hint="not known",
        tip="A push-up moves about 64 % of the body, a bench press nothing of it. Left empty: "
        "only the weight counts.",
    )
    if typed == shown:
        return exact
    return fields.read("body_mass_fraction", typed, _share_of_100) or 0.0


def _share_of_100(typed: str) -> float:
    percent = units.parse_number(typed)
    if not 0 <= percent <= 100:
        raise ValueError(f"the share must be between 0 and 100 %, got {typed}")
    return percent / 100


def _muscles(fields: Fields, before: dict[Muscle, float]) -> dict[Muscle, float]:
    st.caption("Muscles: 1 for those it works most, ½ for those that help; a set counts that much.")
    told: dict[Muscle, float] = {}
    with st.grid(3, min_column_width=150):
        for muscle in get_args(Muscle):
            share = _share(fields, muscle, before.get(muscle, 0.0))
            if share:
                told[muscle] = share
    return told


def _share(fields: Fields, muscle: Muscle, before: float) -> float:
    chosen = st.segmented_control(
        muscle.capitalize(),
        sorted({*SHARES, before}),
        default=before,
        required=True,
        format_func=lambda share: SHARES.get(share, f"{share:g}"),
        key=fields.name(muscle),
    )
    return chosen or 0.0
