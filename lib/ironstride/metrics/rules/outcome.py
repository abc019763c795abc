"""What a rule says of one week, and how it says that a week cannot be assessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ironstride.metrics.rules.week import Done, Week
from ironstride.units import count

State = Literal["met", "not met", "not assessable", "open"]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A state, a sentence with its numbers, the sessions behind it, the field that is missing."""

    state: State
    sentence: str
    sessions: tuple[int, ...] = ()
    missing: str = ""


def met(sentence: str, done: Iterable[Done] = ()) -> Outcome:
    """Return that a week fulfils its rule."""
    return Outcome(state="met", sentence=sentence, sessions=ids(done))


def broken(sentence: str, done: Iterable[Done] = ()) -> Outcome:
    """Return that a week holds something that its rule forbids; no later session mends it."""
    return Outcome(state="not met", sentence=sentence, sessions=ids(done))


def unknown(sentence: str, missing: str, done: Iterable[Done] = ()) -> Outcome:
    """Return that a week cannot be assessed, with the missing field in words."""
    return Outcome(state="not assessable", sentence=sentence, sessions=ids(done), missing=missing)


def lacking(week: Week, since: date | None, sentence: str, done: Iterable[Done] = ()) -> Outcome:
    """Return that something is not in the log: open while the week runs, else not met.

    Nobody knows of the days before the log's first entry of its kind (`since`), so a week that
    begins before it is not assessable.
    """
    behind = ids(done)
    if not week.complete:
        return Outcome(state="open", sentence=sentence, sessions=behind)
    if since is None or since > week.first:
        when = f"before {since.day} {since:%B %Y}" if since else "in the log yet"
        return Outcome(
            state="not assessable",
            sentence=f"{sentence} The log says nothing about {_days_unknown(week, since)}.",
            sessions=behind,
            missing=f"entries {when}" if since else f"entries of this kind {when}",
        )
    return Outcome(state="not met", sentence=sentence, sessions=behind)


def nothing(week: Week, what: str) -> Outcome:
    """Return that a week holds nothing for its rule to look at."""
    if not week.complete:
        return Outcome(state="open", sentence=f"No {what} in this week yet.")
    return unknown(f"No {what} in this week, so there is nothing to check.", f"a {what}")


def ids(done: Iterable[Done]) -> tuple[int, ...]:
    """Return the ids of some sessions, each once, in their order."""
    return tuple(dict.fromkeys(one.session_id for one in done))


def weekdays(days: Iterable[date]) -> str:
    """Return days of a week in words.

    >>> weekdays([date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 18)])
    'Monday and Wednesday'
    """
    return in_words(f"{day:%A}" for day in sorted(set(days)))


def in_words(parts: Iterable[str]) -> str:
    """Return some words as a list that reads as a sentence.

    >>> in_words(["calves"]), in_words(["calves", "back", "core"])
    ('calves', 'calves, back and core')
    """
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def without_sets(week: Week) -> Outcome | None:
    """Return that the sets of a lift session are missing, where one of the week has none."""
    bare = [lift for lift in week.lifts if not lift.sets]
    if not bare or not week.complete:
        return None
    return unknown(
        f"{count(len(bare), 'lift session')} of this week came without sets.",
        f"the sets of the lift session on {weekdays(one.day for one in bare)}",
        bare,
    )


def _days_unknown(week: Week, since: date | None) -> str:
    if since is None or since > week.last:
        return "this week"
    return f"its days before {since:%A}"
