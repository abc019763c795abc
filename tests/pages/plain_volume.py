"""What the parts Volume and Years must say, added up run by run."""

from datetime import date, timedelta

from tests.pages.plain_log import (
    DAY,
    WEEK,
    Done,
    count,
    grouped,
    hours,
    km,
    monday,
    total,
)

MEASURES = ("Distance", "Time", "Climb", "Runs", "Longest run")
Numbers = dict[str, tuple[str, str]]


def within(runs: list[Done], first: date, last: date) -> list[Done]:
    return [run for run in runs if first <= run.day <= last]


def written(runs: list[Done]) -> dict[str, str]:
    none = "not known" if runs else "none"
    metres, seconds, climb = (total(runs, name) for name in ("metres", "moving", "climb"))
    longest = max((run.metres or 0.0 for run in runs), default=0.0)
    told = (
        km(metres) if metres else none,
        hours(seconds) if seconds else none,
        f"{grouped(climb)} m" if climb else none,
        grouped(len(runs)),
        km(longest) if longest else none,
    )
    return dict(zip(MEASURES, told, strict=True))


def measured(runs: list[Done]) -> dict[str, float]:
    longest = max((run.metres or 0.0 for run in runs), default=0.0)
    sums = [total(runs, name) for name in ("metres", "moving", "climb")]
    return dict(zip(MEASURES, (*sums, len(runs), longest), strict=True))


def numbers(done: list[Done], first: date | None, today: date) -> Numbers:
    runs = [one for one in done if one.kind == "run"]
    span = within(runs, first or runs[0].day, today)
    last = monday(today) - WEEK
    week = within(runs, last, last + 6 * DAY)
    four = within(runs, last - 3 * WEEK, last + 6 * DAY)
    mean = f"mean {km(total(four, 'metres') / 4)}" if monday(runs[0].day) <= last - 3 * WEEK else ""
    shown = "not known" if week and not total(week, "metres") else km(total(week, "metres"))
    told = {"Last full week": (shown, mean)}
    told |= {name: (value, "") for name, value in written(span).items()}
    return told | _rest(done, first, today) | _streaks(runs, today) | _eddington(runs)


def _rest(done: list[Done], first: date | None, today: date) -> Numbers:
    active = {one.day for one in done}
    begin = min(active)
    week = max(monday(begin), first or monday(begin))
    resting = []
    while week + WEEK <= today:
        if week >= begin:
            resting.append(sum(week + place * DAY not in active for place in range(7)))
        week += WEEK
    mean = f"{sum(resting) / len(resting):.1f}"
    return {"Rest days a week": (mean, f"mean of {count(len(resting), 'week')}")}


def _streaks(runs: list[Done], today: date) -> Numbers:
    days, weeks = {run.day for run in runs}, {monday(run.day) for run in runs}
    return {
        "Days in a row": _streak(days, today, DAY),
        "Weeks in a row": _streak(weeks, monday(today), WEEK),
    }


def _streak(active: set[date], now: date, step: timedelta) -> tuple[str, str]:
    best, best_end, length, at = 0, now, 0, min(active)
    while at <= now:
        length = length + 1 if at in active else 0
        if length and length >= best:
            best, best_end = length, at
        at += step
    current, at = 0, now if now in active else now - step
    while at in active:
        current, at = current + 1, at - step
    ended = f", to {best_end:%b %Y}" if best > current else ""
    return grouped(current), f"longest {grouped(best)}{ended}"


def _eddington(runs: list[Done]) -> Numbers:
    days: dict[date, float] = {}
    for run in runs:
        days[run.day] = days.get(run.day, 0.0) + (run.metres or 0.0) / 1000
    reached = [sum(round(km, 3) >= number for km in days.values()) for number in range(1, 400)]
    number = sum(n >= at for at, n in enumerate(reached, start=1))
    togo = number + 1 - reached[number]
    return {"Eddington number": (f"{number} km", f"{count(togo, 'day')} of {number + 1} km to go")}


def year_before(one: date) -> date:
    return one.replace(year=one.year - 1, day=28 if (one.month, one.day) == (2, 29) else one.day)


def beside(runs: list[Done], first: date, today: date) -> dict[str, dict[str, str]]:
    """Return the table that stands beside a span: what was, and how much more the span is."""
    weeks = (monday(today) - first).days // 7 + 1
    before, span = first - weeks * WEEK, within(runs, first, today)
    others = {
        "The span before": (before, before + (today - first)),
        "Same dates last year": (year_before(first), year_before(today)),
    }
    return {name: _against(runs, span, *dates) for name, dates in others.items()}


def _against(runs: list[Done], span: list[Done], first: date, last: date) -> dict[str, str]:
    if first < runs[0].day:
        return dict.fromkeys(MEASURES, "not known")
    other = within(runs, first, last)
    now, then, texts = measured(span), measured(other), written(other)
    for name in MEASURES:
        if then[name] and written(span)[name] != "not known":
            change = round(100 * (now[name] - then[name]) / then[name])
            sign = "±0" if not change else f"{'+' if change > 0 else '−'}{abs(change)}"
            texts[name] += f" ({sign} %)"
    return texts


def weeks_said(runs: list[Done], first: date | None, today: date) -> str:
    begin = max(monday(runs[0].day), first or monday(runs[0].day))
    this, shown = monday(today), within(runs, begin, monday(today) + 6 * DAY)
    n = (this - begin).days // 7 + 1
    last = total(within(runs, this - WEEK, this - DAY), "metres")
    mean = total(within(runs, this - 4 * WEEK, this - DAY), "metres") / 4
    so_far = total(within(runs, this, this + 6 * DAY), "metres")
    return (
        f"{count(n, 'week')}, {count(len(shown), 'run')}; last complete week {km(last)}, "
        f"four-week mean {km(mean)}, this week so far {km(so_far)}."
    )


def months_said(runs: list[Done], first: date | None, today: date) -> str:
    begin = max((first or runs[0].day), runs[0].day.replace(day=1)).replace(day=1)
    months = [
        (year, month)
        for year in range(begin.year, today.year + 1)
        for month in range(1, 13)
        if (begin.year, begin.month) <= (year, month) <= (today.year, today.month)
    ]
    sums = [[run for run in runs if (run.day.year, run.day.month) == month] for month in months]
    far = [total(own, "metres") for own in sums]
    return (
        f"{count(len(months), 'month')}, {count(sum(map(len, sums)), 'run')}; last complete month "
        f"{km(far[-2])}, mean of the complete ones {km(sum(far[:-1]) / len(far[:-1]))}; "
        f"this month so far {km(far[-1])}."
    )


def easy_said(runs: list[Done], first: date | None, today: date, boundary: int | None) -> str:
    begin = max(monday(runs[0].day), first or monday(runs[0].day))
    parts = dict.fromkeys(("easy", "hard", "not known"), 0.0)
    for run in within(runs, begin, today):
        easy = run.type == "long" or bool(boundary and run.bpm and run.bpm < boundary)
        hard = run.type == "race" or bool(boundary and run.bpm)
        told = "hard" if run.type == "race" else "easy" if easy else "hard" if hard else "not known"
        parts[told] += run.moving or 0.0
    whole = sum(parts.values())
    shares = ", ".join(f"{100 * part / whole:.0f} % {name}" for name, part in parts.items())
    weeks = (monday(today) - begin).days // 7 + 1
    return f"{count(weeks, 'week')} with {hours(whole)} of running: {shares}."


def years_said(runs: list[Done], today: date) -> tuple[str, str, str]:
    """Return the sentences under the calendar, the lines and the totals of the years."""
    years = range(runs[0].day.year, today.year + 1)
    far = {year: total([run for run in runs if run.day.year == year], "metres") for year in years}
    top = max(far, key=lambda year: far[year])
    so_far = " so far" if top == today.year else ""
    then = within(runs, date(today.year - 1, 1, 1), year_before(today))
    known = runs[0].day <= date(today.year - 1, 1, 1)
    last = f"by the same date {km(total(then, 'metres'))}"
    return (
        _calendar(runs, today),
        (
            f"{count(len(far), 'year')}; {today.year} so far {km(far[today.year])} by {today.day} "
            f"{today:%b}; {today.year - 1} {last if known else 'is not known from 1 January on'}."
        ),
        (
            f"{count(len(far), 'year')}, {count(len(runs), 'run')}, {km(sum(far.values()))}; "
            f"most in {top} with {km(far[top])}{so_far}."
        ),
    )


def _calendar(runs: list[Done], today: date) -> str:
    last = max(run.day.year for run in runs)
    begin = max(date(last, 1, 1), runs[0].day)
    days: dict[date, float] = {}
    for run in within(runs, begin, date(last, 12, 31)):
        days[run.day] = days.get(run.day, 0.0) + (run.metres or 0.0)
    top = max(sorted(days), key=lambda one: days[one])
    shown = (min(today, date(last, 12, 31)) - begin).days + 1
    return (
        f"{last}: {count(len(days), 'day')} with a run out of {shown}, {km(sum(days.values()))}; "
        f"the furthest day {top:%a} {top.day} {top:%b} with {km(days[top])}."
    )
