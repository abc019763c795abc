from ironstride.ui import exercise_list, exercise_names, exercise_view, exercise_views
from ironstride.ui.page import opened

with opened("Exercises") as here:
    every = exercise_list.every_exercise(here)
    name = exercise_list.opened_name()
    if name:
        exercise_view.show(name, every, here)
    else:
        view = exercise_views.choose(here)
        if view == "list":
            exercise_list.show(every)
        elif view == "new":
            exercise_names.tell_muscles(every, here)
        elif view == "names":
            exercise_names.change_meanings(here)
        else:
            exercise_views.add(here)
