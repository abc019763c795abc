from ironstride.ui import (
    cache,
    filters,
    show,
    strength_body,
    strength_lifts,
    strength_records,
    strength_volume,
)
from ironstride.ui.page import opened

PARTS = {"lifts": "Lifts", "records": "Records", "volume": "Volume", "body": "Body"}
SHOW = {
    "lifts": strength_lifts.show,
    "records": strength_records.show,
    "volume": strength_volume.show,
    "body": strength_body.show,
}

with opened("Strength") as here:
    sets = cache.lift_sets(here.log)
    if sets.empty:
        show.nothing_yet("There is no lift session with sets in the log yet.")
    else:
        part = filters.part("strength", PARTS)
        SHOW[part](sets, here)
