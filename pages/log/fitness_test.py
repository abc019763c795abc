import streamlit as st

from ironstride.metrics.fitness import judged_tests
from ironstride.store import add_fitness_tests, exercise_names, fitness_test, fitness_tests
from ironstride.ui import fitness_cards, fitness_history, state
from ironstride.ui.forms.fitness_form import fitness_form
from ironstride.ui.page import opened

with opened("Fitness test") as here:
    protocol = fitness_cards.choose()
    tests = fitness_tests(here.log)
    same = tests[tests.protocol == protocol].reset_index(drop=True)
    last = fitness_test(here.log, int(same.test_id.iloc[-1])) if len(same) else None
    left, right = st.columns(2)
    with left:
        fitness_cards.draw(protocol)
    with right:
        key, names = f"fitness-{state.turn('fitness')}", exercise_names(here.log)
        made = fitness_form(key, protocol, here.settings.units, here.today, names, last)
    if made:
        add_fitness_tests(here.log, *made)
        fitness_history.saved(made)
    fitness_history.history(judged_tests(same, here.settings.e1rm_formula), here)
