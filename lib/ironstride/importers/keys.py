"""One key for each session, whatever the order of a file's rows."""

from collections import Counter
from collections.abc import Iterable

from ironstride.importers.base import Sourced
from ironstride.importers.build import Dropped, numbered


def made_key(*parts: str) -> str:
    """Return a key for a session that its source has no number for; it always holds a space.

    >>> made_key("2026-02-01", "run", ""), made_key("2026-02-01")
    ('2026-02-01 run', '2026-02-01 ')
    """
    first, *more = parts
    return f"{first} {' '.join(part for part in more if part)}"


def settled(made: Iterable[Sourced], left_out: Dropped) -> tuple[Sourced, ...]:
    """Return sessions in the order of their lines, each with a key of its own.

    A source's own number (a key without a space) names one session: a second one is counted in
    `left_out`. Equal made keys are sessions of their own, and the longest of them has the plain
    key: what a session says, never its row, decides which is `#2`.
    """
    own: dict[str, Sourced] = {}
    unnamed: list[Sourced] = []
    every = list(made)
    times = Counter(one.key for one in every)
    # Only those of one key are told apart by what they say: most keys stand alone.
    ordered = sorted(every, key=lambda one: _longest_first(one) if times[one.key] > 1 else ())
    for one in ordered:
        if " " in one.key:
            unnamed.append(one)
        else:
            own.setdefault(one.key, one)
    again = len(ordered) - len(own) - len(unnamed)
    if again:
        left_out["activity listed twice"] += again
    return tuple(sorted((*own.values(), *numbered(unnamed)), key=lambda one: one.line))


def _longest_first(one: Sourced) -> tuple[object, ...]:
    return -(one.session.duration_s or 0), repr(one.session)
