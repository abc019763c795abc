"""What the part Pace must say: sums, a line through all pairs of weeks, and a small regression."""

from datetime import date
from math import copysign, exp, log
from statistics import NormalDist, fmean, median

from tests.pages.plain_log import WEEK, Done, count, monday, pace, total

TYPES = {"long": "Long", "race": "Race", "other": "Untyped"}
Z = NormalDist().inv_cdf(0.975)
Vector = list[float]


def timed(runs: list[Done], first: date | None) -> list[Done]:
    begin = first or date.min
    return [run for run in runs if run.metres and run.moving and monday(run.day) >= begin]


def numbers(runs: list[Done]) -> dict[str, tuple[str, str]]:
    own = {label: [run for run in runs if run.type == name] for name, label in TYPES.items()}
    there = {label: some for label, some in own.items() if some}
    shown = ({"All runs": runs} if len(there) > 1 else {}) | there
    return {
        label: (pace(total(some, "metres"), total(some, "moving")), count(len(some), "run"))
        for label, some in shown.items()
    }


def factor(run: Done) -> float:
    """Return by how much a run's climb slows it: half up and half down, from 3 to 20 %."""
    grade = 2 * (run.climb or 0.0) / (run.metres or 1.0)
    return 1 + 46.3 / 3.6 * grade**2 if 0.03 <= grade <= 0.20 else 1.0


def weekly(runs: list[Done], flat: bool = False) -> dict[tuple[str, date], float]:
    """Return seconds per kilometre of each type and week."""
    weeks: dict[tuple[str, date], list[Done]] = {}
    for run in runs:
        weeks.setdefault((run.type, monday(run.day)), []).append(run)
    return {
        place: sum((run.moving or 0.0) / (factor(run) if flat else 1.0) for run in own)
        / total(own, "metres") * 1000
        for place, own in weeks.items()
    }  # fmt: skip


def said(runs: list[Done], flat: bool = False) -> str:
    weeks = weekly(runs, flat)
    latest = dict(sorted(weeks, key=lambda one: one[1]))
    told = [
        f"{label.lower()} {pace(1000, weeks[name, latest[name]])}"
        for name, label in TYPES.items()
        if name in latest
    ]
    n = count(len({week for _, week in weeks}), "week")
    how = " as on the flat (≈)" if flat else ""
    return f"{n}, {count(len(runs), 'run')}; latest{how} {', '.join(told)}."


def trends(runs: list[Done], today: date, flat: bool = False) -> list[str]:
    over = {place: s for place, s in weekly(runs, flat).items() if place[1] < monday(today)}
    lines, waiting = [], []
    for name, label in TYPES.items():
        own = sorted((week, seconds) for (kind, week), seconds in over.items() if kind == name)
        weeks = (own[-1][0] - own[0][0]) // WEEK if own else 0
        if len(own) >= 6:
            lines.append(f"{label}: {_trend(own, weeks)}")
        elif own:
            waiting.append(f"{label.lower()} ({count(len(own), 'week')})")
    wait = (
        f"Cannot tell yet: {', '.join(waiting)}. It takes 6 full weeks with such a run in this "
        "span."
    )
    return [*lines, wait] if waiting else lines


def _trend(own: list[tuple[date, float]], weeks: int) -> str:
    at = [(week - own[0][0]) // WEEK for week, _ in own]
    ln = [log(seconds) for _, seconds in own]
    n = len(own)
    slopes = sorted((ln[b] - ln[a]) / (at[b] - at[a]) for a in range(n) for b in range(a + 1, n))
    spread = Z * (n * (n - 1) * (2 * n + 5) / 18) ** 0.5
    high = slopes[min(round((len(slopes) + spread) / 2), len(slopes) - 1)]
    low = slopes[max(round((len(slopes) - spread) / 2) - 1, 0)]
    slow, mid, fast = (100 * (exp(-one * weeks) - 1) for one in (high, median(slopes), low))
    interval = f"(95 % interval: {_interval(slow, fast)})"
    if slow <= 0 <= fast:
        return f"no clear direction in {weeks} weeks {interval}."
    return f"{'faster' if mid > 0 else 'slower'} by {abs(mid):.1f} % in {weeks} weeks {interval}."


def _interval(low: float, high: float) -> str:
    if low >= 0:
        return f"{low:.1f} to {high:.1f} % faster"
    if high <= 0:
        return f"{-high:.1f} to {-low:.1f} % slower"
    return f"{way(low)} to {way(high)}"


def way(percent: float) -> str:
    return f"{abs(percent):.1f} % {'faster' if copysign(1, percent) > 0 else 'slower'}"


def reference_said(runs: list[Done], bpm: int, today: date) -> tuple[str, str]:
    """Return what is said of pace at a heart rate: the change, and the chart's sentence."""
    rows = [_row(run, bpm) for run in runs if _is_steady(run, today)]
    ago = [((monday(today) - monday(run.day)).days // 7 - 1) // 4
           for run in runs if _is_steady(run, today)]  # fmt: skip
    blocks = {block: [row for row, one in zip(rows, ago, strict=True) if one == block]
              for block in sorted(set(ago), reverse=True)}  # fmt: skip
    slopes, spread, run_sd = _fit(blocks)
    means = {block: [fmean(column) for column in zip(*own, strict=True)]
             for block, own in blocks.items() if len(own) >= 3}  # fmt: skip
    level = {block: mean[0] - _dot(mean[1:], slopes) for block, mean in means.items()}
    first, *_, last = level
    apart = [a - b for a, b in zip(means[last][1:], means[first][1:], strict=True)]
    shared = _dot(apart, [_dot(row, apart) for row in spread])
    se = 100 * (run_sd**2 * (1 / len(blocks[last]) + 1 / len(blocks[first])) + shared) ** 0.5
    change = 100 * (level[last] - level[first])
    low, high = change - 1.96 * se, change + 1.96 * se
    told = f"{way(change)} than the first (95 % interval: {_interval(low, high)})"
    counts = f"{count(len(level), 'block')} with {count(sum(len(blocks[b]) for b in level), 'run')}"
    ends = [pace(exp(level[block]), 1) for block in (first, last)]
    return (
        f"Cannot tell yet: the latest block is {told}, and no change lies within that."
        if low <= 0 <= high
        else f"The latest of {count(len(level), 'block')} is {told}.",
        (
            f"{counts}: from {ends[0]} in the first to {ends[1]} in the latest, at the same "
            "heart rate."
        ),
    )


def _is_steady(run: Done, today: date) -> bool:
    known = run.metres and run.moving and run.bpm and run.day < monday(today)
    if not known or run.type == "race" or not run.metres or not run.moving:
        return False
    return 20 <= run.moving / 60 <= 120 and 2 * (run.climb or 0.0) / run.metres < 0.04


def _row(run: Done, bpm: int) -> Vector:
    metres, seconds = run.metres or 0.0, run.moving or 0.0
    flat = metres / seconds * (1 + 46.3 / 3.6 * (2 * (run.climb or 0.0) / metres) ** 2)
    heat = max(0.0, (run.celsius or 0.0) - 10)
    return [log(flat), (run.bpm or 0.0) - bpm, heat, log(seconds / 2700)]


def _fit(blocks: dict[int, list[Vector]]) -> tuple[Vector, list[Vector], float]:
    """Return slopes, their covariance and the scatter of a run: each block has its own level."""
    centred = [
        [one - fmean(column) for one, column in zip(row, zip(*own, strict=True), strict=True)]
        for own in blocks.values()
        for row in own
    ]
    cross = [[sum(row[a] * row[b] for row in centred) for b in range(1, 4)] for a in range(1, 4)]
    along = [sum(row[a] * row[0] for row in centred) for a in range(1, 4)]
    free = solved(cross, along)
    left = sum((row[0] - _dot(row[1:], free)) ** 2 for row in centred)
    run_sd = ((5 * 0.04**2 + left) / (5 + len(centred) - len(blocks) - 3)) ** 0.5
    weight = [1 / 0.003**2, 1 / 0.002**2, 1 / 0.05**2]
    both = [[cross[a][b] / run_sd**2 + (weight[a] if a == b else 0) for b in range(3)]
            for a in range(3)]  # fmt: skip
    pulled = [along[a] / run_sd**2 + weight[a] * (0.007, -0.003, 0.0)[a] for a in range(3)]
    columns = [solved(both, [float(a == b) for b in range(3)]) for a in range(3)]
    return solved(both, pulled), columns, run_sd


def _dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def solved(matrix: list[Vector], right: Vector) -> Vector:
    """Return the solution of a few linear equations, one unknown taken out after the other."""
    rows = [[*row, end] for row, end in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        rows[place] = [cell / rows[place][place] for cell in rows[place]]
        for other, row in enumerate(rows):
            if other != place:
                rows[other] = [a - row[place] * b for a, b in zip(row, rows[place], strict=True)]
    return [row[-1] for row in rows]
