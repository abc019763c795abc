import streamlit as st

from ironstride.store import add_fitness_tests, exercise_names
from ironstride.ui import fitness_cards, fitness_history, state
from ironstride.ui.forms.fitness_form import fitness_form
from ironstride.ui.page import opened

with opened("Fitness test") as here:
    protocol = fitness_cards.choose()
    last = fitness_history.newest(protocol, here)
    left, right = st.columns(2)
    with left:
        fitness_cards.draw(protocol)
    with right:
        key, names = f"fitness-{state.turn('fitness')}", exercise_names(here.log)
        made = fitness_form(key, protocol, here.settings.units, here.today, names, last)
    if made:
        add_fitness_tests(here.log, *made)
        fitness_history.saved(made)
    fitness_history.history(protocol, here)
