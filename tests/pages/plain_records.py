"""What the page Records must say: bests, bounds, predictions and paces, one by one."""

from datetime import date, timedelta
from math import exp, log, sqrt

from tests.pages.plain_log import Done, clock, day, km, pace

NAMES = {
    400.0: "400 m", 800.0: "800 m", 1000.0: "1 km", 1609.344: "1 mile", 3000.0: "3 km",
    5000.0: "5 km", 10_000.0: "10 km", 15_000.0: "15 km", 21_097.5: "half marathon",
    30_000.0: "30 km", 42_195.0: "marathon",
}  # fmt: skip
PREDICTED = (1609.344, 3000.0, 5000.0, 10_000.0, 15_000.0, 21_097.5, 42_195.0)
Effort = tuple[float, float, Done]


def standard(metres: float) -> float | None:
    near = min(NAMES, key=lambda one: abs(one - metres))
    return near if abs(near - metres) <= near / 100 else None


def efforts(runs: list[Done]) -> list[Effort]:
    """Return (distance, time, run) of each run as long as a standard distance, oldest first."""
    ground = [run for run in runs if run.sport != "virtual" and run.metres and run.elapsed]
    found = [(standard(run.metres or 0.0), run.elapsed or 0.0, run) for run in ground]
    return [(metres, seconds, run) for metres, seconds, run in found if metres]


def rows(runs: list[Done]) -> list[str]:
    """Return the two lines of each best and bound, shortest first."""
    whole, told = efforts(runs), []
    for target, name in NAMES.items():
        own = [effort for effort in whole if effort[0] == target]
        best = min(own, key=lambda one: (one[1], one[2].at), default=None)
        if best:
            _, seconds, run = best
            far = run.metres or 0.0
            told.append(
                f"{name}: {clock(seconds)}\n{pace(far, seconds)} · {day(run.day)} · whole run of "
                f"{km(far, 2)}"
            )
        bound = _bound(runs, target)
        if bound and (not best or bound[0] < best[1] - 1e-6):
            seconds, run = bound
            told.append(
                f"{name}: in {clock(seconds)} or less\na bound: somewhere in the "
                f"{km(run.metres or 0.0, 2)} of {day(run.day)}"
            )
    return told


def _bound(runs: list[Done], target: float) -> tuple[float, Done] | None:
    found = []
    for run in runs:
        stretches = int((run.metres or 0.0) // target)
        if stretches and run.elapsed and run.sport != "virtual":
            found.append((run.elapsed / stretches, run))
    return min(found, key=lambda one: (one[0], one[1].at), default=None)


def progression_said(runs: list[Done], target: float) -> tuple[str, str]:
    """Return the sentences of the record's fall, as far as all efforts are drawn, and of years."""
    own = [(seconds, run) for metres, seconds, run in efforts(runs) if metres == target]
    steps: list[tuple[float, Done]] = []
    years: dict[int, float] = {}
    for seconds, run in own:
        if not steps or seconds < steps[-1][0]:
            steps.append((seconds, run))
        years[run.day.year] = min(seconds, years.get(run.day.year, seconds))
    ends = [f"{clock(seconds)} ({day(run.day)})" for seconds, run in (steps[0], steps[-1])]
    times = "once" if len(steps) == 2 else f"{len(steps) - 1} times"
    best, last = min(years, key=lambda year: years[year]), max(years)
    latest = "" if best == last else f", the latest {last} ({clock(years[last])})"
    fell = (
        f"; the first, {ends[0]}, is still the best."
        if len(steps) == 1
        else f"; the record fell {times}, from {ends[0]} to {ends[1]}."
    )
    n = "1 year" if len(years) == 1 else f"{len(years)} years"
    return (
        fell,
        (
            f"{NAMES[target]}: {n} with an effort; the fastest is {best} ({clock(years[best])})"
            f"{latest}."
        ),
    )


def races(runs: list[Done], today: date, weeks: int) -> list[Effort]:
    first = today - timedelta(weeks=weeks)
    raced = [run for run in runs if run.type == "race" and run.sport != "virtual"]
    return [
        (standard(run.metres or 0.0) or run.metres or 0.0, run.elapsed or 0.0, run)
        for run in raced
        if first < run.day <= today and run.metres and run.elapsed
    ]


def fitness(metres: float, seconds: float) -> float:
    t, v = seconds / 60, 60 * metres / seconds
    share = 0.8 + 0.1894393 * exp(-0.012778 * t) + 0.2989558 * exp(-0.1932605 * t)
    return (-4.60 + 0.182258 * v + 0.000104 * v * v) / share


def best_fitness(found: list[Effort]) -> float:
    return max(fitness(metres, seconds) for metres, seconds, _ in found if 210 <= seconds <= 14_400)


def predictions(found: list[Effort], weeks: int) -> list[str]:
    """Return the lines of each predicted distance."""
    usable = [one for one in found if 210 <= one[1] <= 13_800]
    return [_predicted(target, usable, weeks) for target in PREDICTED]


def _predicted(target: float, usable: list[Effort], weeks: int) -> str:
    name = NAMES[target]
    near = [one for one in usable if abs(log(one[0] / target)) <= log(4.3)]
    if not near:
        return f"{name}\nNo race or test of the last {weeks} weeks lies within 4.3 times of it."
    metres, seconds, run = min(
        near, key=lambda one: (round(abs(log(one[0] / target)), 9), one[1], one[2].at)
    )
    middle = seconds * (target / metres) ** 1.06
    if not 210 <= middle <= 13_800:
        return (
            f"{name}\nThe time would lie outside 3.5 to 230 minutes, for which the rule was made."
        )
    far = NAMES.get(metres) or km(metres, 2)
    source = f"from the {far} race in {clock(seconds)}, {day(run.day)}"
    if target == 42_195 and metres != target:
        high = seconds * (target / metres) ** 1.15
        return f"{name}: {clock(middle)} to {clock(high)}\na range only · {source}"
    scatter = exp(sqrt(2) * log(1.033 if target < 3000 else 1.02))
    ends = f"{clock(middle / scatter)} to {clock(middle * scatter)}"
    return f"{name}: {ends}, about {clock(middle)}\n{source}"


def training(score: float) -> dict[str, tuple[str, str]]:
    """Return range and usual pace of each zone; the marathon's by halving the interval."""
    zones = {
        "Easy": (0.63, 0.735, None), "Marathon": (0.75, 0.84, None),
        "Threshold": (0.83, 0.88, 0.88), "Interval": (0.95, 1.0, 0.974),
        "Repetition": (1.05, 1.2, 1.089),
    }  # fmt: skip
    low, high = 3600.0, 36_000.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (middle, high) if fitness(42_195, middle) > score else (low, middle)
    usual = {
        name: "" if share is None else _at(share * score) for name, (*_, share) in zones.items()
    }
    usual["Marathon"] = clock(low / 42.195)
    return {
        name: (f"{_at(slow * score)} to {_at(fast * score)}", usual[name])
        for name, (slow, fast, _) in zones.items()
    }


def _at(uptake: float) -> str:
    v = (-0.182258 + sqrt(0.182258**2 + 4 * 0.000104 * (uptake + 4.60))) / (2 * 0.000104)
    return clock(60_000 / v)


def critical(found: list[Effort]) -> tuple[float, float, int]:
    """Return critical speed, D′ and how many efforts of 2 to 20 minutes lie on the line."""
    best: dict[float, float] = {}
    for metres, seconds, _ in found:
        best[metres] = min(seconds, best.get(metres, seconds))
    used = [(s, m) for m, s in best.items() if 120 <= s <= 1200]
    n, t, d = len(used), sum(s for s, _ in used), sum(m for _, m in used)
    tt, td = sum(s * s for s, _ in used), sum(s * m for s, m in used)
    slope = (n * td - t * d) / (n * tt - t * t)
    return slope, (d - slope * t) / n, n


def exponent(found: list[Effort]) -> float:
    best: dict[float, float] = {}
    for metres, seconds, _ in found:
        if 210 <= seconds <= 13_800:
            best[metres] = min(seconds, best.get(metres, seconds))
    x, y = [log(metres) for metres in best], [log(seconds) for seconds in best.values()]
    mx, my = sum(x) / len(x), sum(y) / len(y)
    along = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
    return along / sum((a - mx) ** 2 for a in x)
