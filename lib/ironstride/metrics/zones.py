"""Heart-rate zones: which can be had, where easy running ends."""

from dataclasses import dataclass

from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.metrics.zone_bounds import (
    Basis,
    HeartRateZones,
    Zone,
    karvonen,
    maximum_zones,
    reserve_zones,
    threshold_zones,
)

__all__ = [
    "Basis",
    "EasyBoundary",
    "HeartRateZones",
    "Zone",
    "above_maximum",
    "available_zones",
    "easy_boundary",
    "karvonen",
    "maximum_zones",
    "missing_zones",
    "reserve_zones",
    "threshold_zones",
]

# The zone at whose beginning easy running ends.
EASY_ENDS: dict[Basis, tuple[str, str]] = {
    "threshold": ("3", "90 % of threshold heart rate"),
    "reserve": ("3", "70 % of heart-rate reserve"),
    "maximum": ("4", "80 % of maximum heart rate"),
}


@dataclass(frozen=True)
class EasyBoundary:
    """The heart rate [bpm] below which a run counts as easy, and in words what it is."""

    bpm: int
    basis: Basis
    words: str


def available_zones(
    *,
    max_hr_bpm: float | None = None,
    rest_hr_bpm: float | None = None,
    threshold_hr_bpm: float | None = None,
) -> tuple[HeartRateZones, ...]:
    """Return the zones that can be had from what the runner has entered, most personal first.

    >>> [zones.basis for zones in available_zones(max_hr_bpm=190, rest_hr_bpm=60)]
    ['reserve', 'maximum']
    """
    found = []
    if threshold_hr_bpm is not None:
        found.append(threshold_zones(threshold_hr_bpm=threshold_hr_bpm))
    if max_hr_bpm is not None and rest_hr_bpm is not None:
        found.append(reserve_zones(rest_hr_bpm=rest_hr_bpm, max_hr_bpm=max_hr_bpm))
    if max_hr_bpm is not None:
        found.append(maximum_zones(max_hr_bpm=max_hr_bpm))
    return tuple(found)


def missing_zones(
    *,
    max_hr_bpm: float | None = None,
    rest_hr_bpm: float | None = None,
    threshold_hr_bpm: float | None = None,
) -> dict[Basis, str]:
    """Return, for each kind of zones that cannot be had, what has to be entered for it.

    >>> missing_zones(max_hr_bpm=190, threshold_hr_bpm=170)
    {'reserve': 'Zones by heart-rate reserve need your heart rate at rest.'}
    """
    rest = {"heart rate at rest": rest_hr_bpm}
    maximum = {"maximum heart rate": max_hr_bpm}
    needs: dict[Basis, tuple[str, dict[str, float | None]]] = {
        "threshold": ("threshold", {"heart rate at threshold": threshold_hr_bpm}),
        "reserve": ("heart-rate reserve", rest | maximum),
        "maximum": ("maximum heart rate", maximum),
    }
    sentences: dict[Basis, str] = {}
    for basis, (name, wanted) in needs.items():
        absent = [f"your {what}" for what, value in wanted.items() if value is None]
        if absent:
            sentences[basis] = f"Zones by {name} need {' and '.join(absent)}."
    return sentences


def easy_boundary(
    *,
    max_hr_bpm: float | None = None,
    rest_hr_bpm: float | None = None,
    threshold_hr_bpm: float | None = None,
) -> EasyBoundary | None:
    """Return the mean heart rate [bpm] from which a run without a type counts as hard.

    It is where Friel's zone 3, tempo, begins: 90 % of threshold heart rate. Without a threshold
    it is 70 % of heart-rate reserve, without a heart rate at rest 80 % of the maximum: with 60 at
    rest, 190 at most and a threshold of 168 the three are 152, 151 and 152, so the answer hardly
    hangs on what was entered. Limits: the last two are our choice of a zone's edge, not
    physiology; a maximum guessed from age (`standards.max_heart_rate`) is too rough for it. None
    without an entry.

    >>> easy_boundary(max_hr_bpm=190, rest_hr_bpm=60)
    EasyBoundary(bpm=151, basis='reserve', words='70 % of heart-rate reserve')
    """
    found = available_zones(
        max_hr_bpm=max_hr_bpm, rest_hr_bpm=rest_hr_bpm, threshold_hr_bpm=threshold_hr_bpm
    )
    if not found:
        return None
    label, words = EASY_ENDS[found[0].basis]
    [bpm] = [zone.low_bpm for zone in found[0].zones if zone.label == label]
    return EasyBoundary(bpm=bpm, basis=found[0].basis, words=words)


def above_maximum(runs: DataFrame[Runs], *, max_hr_bpm: float) -> DataFrame[Runs]:
    """Return the runs whose mean heart rate [bpm] lies above the maximum: one of the two is wrong.

    Runners race above the maximum of a laboratory (Semin 2008), so it may be the maximum. A run
    without a mean heart rate is no such run.

    >>> above_maximum(Runs.empty(), max_hr_bpm=190).empty
    True
    """
    return Runs.validate(runs[runs.avg_hr_bpm > max_hr_bpm])
