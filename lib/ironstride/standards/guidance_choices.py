"""What a runner may choose among the rules, and the limits that the rules share."""

from dataclasses import dataclass, fields
from typing import Literal, get_args

from ironstride.standards.advice import RULES

School = Literal["hard days hard", "alternate days", "own"]
Frequency = Literal["maintain", "build"]
Phase = Literal["starter", "heavy"]

# A run of these types is hard, and any run that felt like this or harder.
HARD_RUNS = ("intervals", "tempo", "race", "hills", "long", "test")
HARD_RPE = 7
ADVISED_MUSCLES = ("calves", "hamstrings", "quads", "glutes", "back", "core")
ALL_MUSCLES = (*ADVISED_MUSCLES, "hip flexors", "hip", "upper")
MOST_DIRECT_SETS = 4
TEST_WEEKS = (4, 5, 6)
_PREFIX = "guidance_"
_NUMBERS = ("direct_sets", "test_weeks")


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """The advice that the runner follows; the school stands in the settings.

    `phase` None: 12 to 15 repetitions in the first weeks of lifting, heavy after them.
    `rest_days` are the weekdays planned free (0 Monday), `off` the rules that are switched off.
    """

    frequency: Frequency = "build"
    phase: Phase | None = None
    muscles: tuple[str, ...] = ADVISED_MUSCLES
    direct_sets: int = 1
    test_weeks: int = 6
    rest_days: tuple[int, ...] = ()
    off: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no rule knows."""
        if self.frequency not in get_args(Frequency):
            raise ValueError(f"there is no frequency {self.frequency!r}")
        if self.phase is not None and self.phase not in get_args(Phase):
            raise ValueError(f"there is no phase {self.phase!r}")
        _refuse_strangers("muscle group", self.muscles, ALL_MUSCLES)
        _refuse_strangers("weekday", self.rest_days, range(7))
        _refuse_strangers("rule", self.off, RULES)
        if not 1 <= self.direct_sets <= MOST_DIRECT_SETS:
            raise ValueError(f"direct hard sets must lie between 1 and {MOST_DIRECT_SETS}")
        if self.test_weeks not in TEST_WEEKS:
            raise ValueError("a test every 4, 5 or 6 weeks can be asked for")

    def to_texts(self) -> dict[str, str]:
        """Return the choices as name and text, as the log keeps them.

        >>> Guidance(off=("SPIKE", "PLANK")).to_texts()["guidance_off"]
        'SPIKE,PLANK'
        """
        known = {f.name: getattr(self, f.name) for f in fields(self)}
        return {
            _PREFIX + name: ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
            for name, value in known.items()
            if value is not None
        }

    @classmethod
    def from_texts(cls, texts: dict[str, str]) -> "Guidance":
        """Return the choices that `to_texts` wrote.

        >>> Guidance.from_texts(Guidance(muscles=(), rest_days=(0, 4)).to_texts()).rest_days
        (0, 4)
        """
        told = {
            f.name: _value(f.name, texts[_PREFIX + f.name])
            for f in fields(cls)
            if _PREFIX + f.name in texts
        }
        return cls(**told)  # type: ignore[arg-type]  # __post_init__ refuses any other


def is_hard_run(run_type: str, rpe: float | None) -> bool | None:
    """Tell whether a run was hard; None where neither its type nor its RPE says so.

    >>> is_hard_run("easy", 7), is_hard_run("easy", None), is_hard_run("other", None)
    (True, False, None)
    """
    if run_type in HARD_RUNS or (rpe is not None and rpe >= HARD_RPE):
        return True
    return None if run_type == "other" and rpe is None else False


def _value(name: str, text: str) -> object:
    if name in _NUMBERS:
        return int(text)
    if name in ("muscles", "rest_days", "off"):
        parts = tuple(part for part in text.split(",") if part)
        return tuple(map(int, parts)) if name == "rest_days" else parts
    return text


def _refuse_strangers(what: str, chosen: tuple[object, ...], known: object) -> None:
    strangers = [one for one in chosen if one not in known]  # type: ignore[operator]
    if strangers:
        raise ValueError(f"there is no {what} {strangers[0]!r}")
