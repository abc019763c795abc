"""Sizes, backups and what an export holds in words."""

from ironstride import units
from ironstride.jobs.restore import Held
from ironstride.store import Backup, Occasion

_OCCASIONS: dict[Occasion, str] = {
    "daily": "daily",
    "asked": "extra",
    "update": "before an update",
}


def size(count: int) -> str:
    """Return a number of bytes as a person reads it.

    >>> size(900), size(84_000), size(12_345_678)
    ('1 kB', '84 kB', '12.3 MB')
    """
    return f"{max(round(count / 1e3), 1)} kB" if count < 1e6 else f"{count / 1e6:.1f} MB"


def backup_in_words(backup: Backup) -> str:
    """Return when a backup was taken, and below that why, and its size."""
    why = _OCCASIONS[backup.occasion]
    return f"{backup.taken_at:%d %b %Y, %H:%M}\n{why}, {size(backup.size)}"


def in_words(what: Held) -> str:
    """Return what an export holds, in one line."""
    parts = [units.count(what.sessions, "session")]
    if what.first and what.last:
        parts.append(f"{what.first:%d %b %Y} to {what.last:%d %b %Y}")
    counts = (
        (what.deleted, "deleted session"), (what.check_ins, "check-in"), (what.tests, "test"),
        (what.blocks, "training block"), (what.trials, "trial"),
        (what.planned, "planned session"), (what.goals, "goal"),
    )  # fmt: skip
    parts += [units.count(number, name) for number, name in counts if number]
    return f"It holds {', '.join(parts)} (version {what.version} of the tables)."
