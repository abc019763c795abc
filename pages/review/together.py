from ironstride.ui import (
    filters,
    show,
    together_acute,
    together_answer,
    together_blocks,
    together_data,
    together_explore,
)
from ironstride.ui.page import opened

PARTS = {"answer": "Answer", "explore": "Explore", "after": "Days after", "blocks": "Blocks"}
SHOW = {
    "answer": together_answer.show,
    "explore": together_explore.show,
    "after": together_acute.show,
    "blocks": together_blocks.show,
}

with opened("Strength and running together") as here:
    data = together_data.gather(here)
    part = filters.part("together", PARTS)
    if part == "blocks" or data.has_both:
        SHOW[part](data, here)
    else:
        show.nothing_yet("This page needs runs and lift sessions.")
