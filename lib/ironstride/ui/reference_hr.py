"""The heart rate at which pace is compared."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.settings import Settings


def reference_hr(settings: Settings, runs: DataFrame[Runs]) -> int | None:
    """Return the heart rate [bpm] at which pace is compared: chosen, or from the highest seen."""
    highest = runs[Runs.max_hr_bpm].max()
    return settings.reference_hr(None if pd.isna(highest) else round(highest))
