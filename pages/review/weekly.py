from ironstride.ui import cache, show, weekly_review
from ironstride.ui.page import opened

with opened("Weekly review") as here:
    if cache.sessions(here.log).empty:
        show.nothing_yet("There is no session in the log yet.")
    else:
        weekly_review.draw(here)
