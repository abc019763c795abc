"""What the part Load must say: rating times minutes, day by day."""

import itertools
from datetime import date
from math import exp
from statistics import fmean, stdev

from tests.pages.plain_log import DAY, WEEK, Done, count, day, grouped, km, monday

KINDS = {"run": "runs", "lift": "lifts", "other": "other sports"}


def loads(done: list[Done]) -> list[tuple[Done, float]]:
    return [(one, one.rpe * one.moving / 60) for one in done if one.rpe and one.moving]


def daily(done: list[Done], today: date) -> dict[date, float]:
    rated = loads(done)
    first = rated[0][0].day
    days = {first + place * DAY: 0.0 for place in range((today - first).days + 1)}
    for one, load in rated:
        days[one.day] += load
    return days


def numbers(done: list[Done], today: date) -> dict[str, tuple[str, str]]:
    days, this = daily(done, today), monday(today)
    weeks = [week_of(days, this - back * WEEK) for back in range(5)]
    recent, long_term = averages(days)[today - DAY]
    warm = ", warming up" if len(days) - 1 <= 126 else ""
    week = weeks[1]
    alike = fmean(week) / stdev(week)
    mean = sum(map(sum, weeks[1:])) / 4
    shown = "above 5" if alike > 5 else f"{alike:.1f}"
    unrated = any(not (one.rpe and one.moving) for one in done if monday(one.day) == this - WEEK)
    return {
        "Load this week": (grouped(sum(weeks[0])), f"4-week mean {grouped(mean)}"),
        "Recent load": (f"{grouped(recent)} a day", f"7 days{warm}"),
        "Long-term load": (f"{grouped(long_term)} a day", f"42 days{warm}"),
        "Monotony": ("not known" if unrated else shown, "last full week"),
        "Strain": ("not known" if unrated else grouped(sum(week) * alike), "last full week"),
    }


def week_of(days: dict[date, float], first: date) -> list[float]:
    return [days.get(first + place * DAY, 0.0) for place in range(7)]


def averages(days: dict[date, float]) -> dict[date, tuple[float, float]]:
    """Return recent and long-term load of each day, begun at the mean of four weeks."""
    recent = long_term = fmean(list(days.values())[:28])
    found = {}
    for one, load in days.items():
        recent += (1 - exp(-1 / 7)) * (load - recent)
        long_term += (1 - exp(-1 / 42)) * (load - long_term)
        found[one] = recent, long_term
    return found


def weeks_said(done: list[Done], first: date | None, today: date) -> str:
    rated = [(one, load) for one, load in loads(done) if one.day >= (first or date.min)]
    weeks: dict[date, list[tuple[Done, float]]] = {}
    for one, load in rated:
        weeks.setdefault(monday(one.day), []).append((one, load))
    last = max(week for week in weeks if week < monday(today))
    parts = {name: [load for one, load in weeks[last] if one.kind == kind]
             for kind, name in KINDS.items()}  # fmt: skip
    split = ", ".join(f"{name} {grouped(sum(own))}" for name, own in parts.items() if own)
    by_kind = f" ({split})" if "," in split else ""
    told = (
        f"{count(len(weeks), 'week')} with a load, {count(len(rated), 'session')}; "
        f"week of {day(last)} {grouped(sum(load for _, load in weeks[last]))}{by_kind}"
    )
    this = weeks.get(monday(today))
    so_far = f"; this week so far {grouped(sum(load for _, load in this))}" if this else ""
    return f"{told}{so_far}."


def history_said(done: list[Done], first: date | None, today: date) -> str:
    days = daily(done, today)
    recent, long_term = averages(days)[today - DAY]
    shown = [one for one in days if (first or date.min) <= one < today]
    warm = ", still warming up" if len(days) - 1 <= 126 else ""
    gaps = _gaps(done, shown, today)
    told = f"; {count(gaps, 'gap')} of 14 days or more without a known load" if gaps else ""
    return (
        f"{count(len(shown), 'day')}; on {day(today - DAY)} recent load {grouped(recent)} a day, "
        f"long-term load {grouped(long_term)} a day{warm}{told}."
    )


def _gaps(done: list[Done], shown: list[date], today: date) -> int:
    rated = sorted({one.day for one, _ in loads(done)} | {today})
    empty = [(a + DAY, b - DAY) for a, b in itertools.pairwise(rated)
             if (b - a).days > 14]  # fmt: skip
    return sum(last >= shown[0] for _, last in empty)


def monotony_said(done: list[Done], first: date | None, today: date) -> str:
    days = daily(done, today)
    unrated = {monday(one.day) for one in done if not (one.rpe and one.moving)}
    begin = max(monday(min(days)), first or date.min)
    weeks = [begin + place * WEEK for place in range((monday(today) - begin).days // 7 + 1)]
    known = [
        week
        for week in weeks
        if min(days) <= week < monday(today)
        and week not in unrated
        and len(set(week_of(days, week))) > 1
    ]
    last = week_of(days, known[-1])
    alike = fmean(last) / stdev(last)
    shown = "above 5" if alike > 5 else f"{alike:.1f}"
    return (
        f"{count(len(known), 'week')} of {len(weeks)} wholly known; latest monotony {shown}, "
        f"strain {grouped(sum(last) * alike)}."
    )


def longer(runs: list[Done], first: date | None) -> tuple[str, list[str]]:
    """Return how many runs were longer than usual, and the first ten of the list, latest first."""
    begin, compared, found = runs[0].day, 0, []
    for run in runs:
        before = [other.metres for other in runs if other.metres
                  and 1 <= (run.day - other.day).days <= 30]  # fmt: skip
        young = (run.day - begin).days < 30
        if not run.metres or not before or young or run.day < (first or date.min):
            continue
        compared += 1
        ratio = run.metres / max(before)
        if ratio > 1.10:
            found.append(
                f"{run.day:%a %d %b %Y} · {km(run.metres)}\n"
                f"{100 * (ratio - 1):.1f} % longer than {km(max(before))}"
            )
    were = "was" if len(found) == 1 else "were"
    latest = "; the latest 10 are listed" if len(found) > 10 else ""
    return (
        (
            f"{len(found)} of {count(compared, 'run')} {were} more than 10 % longer than the "
            f"longest of the 30 days before{latest}."
        ),
        found[::-1][:10],
    )


def trimp_said(
    runs: list[Done], first: date | None, today: date, rest: int, top: int, sex: str
) -> str:
    begin = first or date.min
    weeks: dict[date, float] = {}
    shown = [run for run in runs if monday(run.day) >= begin]
    a, b = (0.64, 1.92) if sex == "male" else (0.86, 1.67)
    known = [run for run in shown if run.bpm and run.moving]
    for run in shown:
        weeks.setdefault(monday(run.day), 0.0)
    for run in known:
        x = max(((run.bpm or 0.0) - rest) / (top - rest), 0.0)
        weeks[monday(run.day)] += (run.moving or 0.0) / 60 * x * a * exp(b * x)
    last = max(week for week in weeks if week < monday(today))
    return (
        f"{count(len(weeks), 'week')}; heart rate known of {len(known)} of {len(shown)} runs; "
        f"last full week with runs {grouped(weeks[last])}."
    )
