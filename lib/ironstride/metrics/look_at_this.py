"""At most four lines for Today, chosen by a stated priority, each with the page that shows more.

The order is that of `PRIORITY`. What hurts comes first; then what has a date and cannot wait; then
what makes other numbers wrong; then what was gained; then what the runner asked of the weeks,
goals before rules before muscle groups; then what is only worth knowing. A line of each kind at
most, so that one matter cannot fill all four.
"""

from ironstride.metrics.notices import asked, done, log
from ironstride.metrics.notices.seen import Line, Seen

__all__ = ["MOST_LINES", "PRIORITY", "Line", "Seen", "look_at_this", "page_of"]

MOST_LINES = 4

# kind: (the page that shows more, what finds it), the most urgent first
PRIORITY = {
    "pain": ("check_in", log.pain),
    "race": ("week", asked.race),
    "unknown exercises": ("exercises", log.unknown_exercises),
    "best run": ("records", done.best_run),
    "best lift": ("strength", done.best_lift),
    "goal": ("goals", asked.goal),
    "rule": ("rules", asked.rule),
    "untouched": ("muscles", asked.untouched),
    "longer run": ("running", done.longer_run),
    "stalled": ("strength", done.stalled),
    "unrated": ("history", log.unrated),
}


def look_at_this(seen: Seen) -> tuple[Line, ...]:
    """Return the four most urgent lines at most, in the order of `PRIORITY`; none is a good answer.

    A plain choice, without a source: no line adds up to a score, and none is left out for being
    unwelcome.
    """
    lines: list[Line] = []
    for _, find in PRIORITY.values():
        line = find(seen)
        if line is not None:
            lines.append(line)
        if len(lines) == MOST_LINES:
            break
    return tuple(lines)


def page_of(line: Line) -> str:
    """Return the name of the page that shows more of a line.

    >>> page_of(Line("pain", ""))
    'check_in'
    """
    return PRIORITY[line.kind][0]
