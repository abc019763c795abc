"""Body mass under Settings: the last that is known, and a place for today's."""

from dataclasses import replace
from datetime import timedelta
from zlib import crc32

import streamlit as st

from ironstride import units
from ironstride.records import CheckIn
from ironstride.store import check_in, last_check_in_with_mass
from ironstride.ui import check_in_list, menu
from ironstride.ui.forms.check_in_form import mass_field
from ironstride.ui.forms.fields import Fields
from ironstride.ui.page import Here


def show(here: Here) -> None:
    """Draw the last known body mass and its day, and the field that keeps today's."""
    st.subheader("Body mass")
    st.text(_known(here))
    st.caption(
        "What a push-up, a pull-up or a lunge moves is worked out from it, on each day with the "
        "body mass of that day. It is kept as part of today's check-in; the rest of that check-in "
        "stays as it is."
    )
    before = check_in(here.log, here.today)
    # What was typed belongs to the check-in that was there: another one starts from itself.
    fields = Fields(f"body-mass-{crc32(repr((here.today, before)).encode())}", is_new=False)
    body_mass_kg = mass_field(fields, here.settings.units.weight, before)
    if st.button("Save body mass") and not fields.mistakes:
        _save(here, fields, before, body_mass_kg)
    menu.link("check_in", "Other days, sleep, soreness and pain: check in")


def _known(here: Here) -> str:
    last = last_check_in_with_mass(here.log, here.today + timedelta(days=1))
    if last is None or last.body_mass_kg is None:
        return "Not known yet."
    mass = units.format_weight(last.body_mass_kg, here.settings.units.weight)
    return f"Last known: {mass} on {last.day:{check_in_list.DAY}}"


def _save(here: Here, fields: Fields, before: CheckIn | None, body_mass_kg: float | None) -> None:
    if body_mass_kg is None:
        fields.mistake("body_mass_kg", "type your body mass of today; to take one away, check in")
        return
    said = fields.build(
        lambda: (
            replace(before, body_mass_kg=body_mass_kg)
            if before
            else CheckIn(day=here.today, body_mass_kg=body_mass_kg)
        )
    )
    if said is not None:
        check_in_list.save(here, said, last_check_in_with_mass(here.log, here.today))
