"""How hard training is: by session, day and week, from ratings or heart rate."""

from ironstride.metrics.acute_chronic import acute_chronic_ratio
from ironstride.metrics.load_history import exponential_mean, training_load
from ironstride.metrics.monotony import monotony, weekly_load
from ironstride.metrics.rating import session_load, with_estimated_rpe
from ironstride.metrics.run_spikes import longest_run_spikes
from ironstride.metrics.trimp import banister_trimp, run_trimp

__all__ = [
    "acute_chronic_ratio",
    "banister_trimp",
    "exponential_mean",
    "longest_run_spikes",
    "monotony",
    "run_trimp",
    "session_load",
    "training_load",
    "weekly_load",
    "with_estimated_rpe",
]
