"""The table of faults in README.md, written by `make faults`."""

from collections.abc import Sequence
from dataclasses import dataclass, field

_ABOUT = """# Faults

What goes wrong with a log, made to go wrong: with real processes, real files and a real browser.
`make faults` does all of it and writes this file; `make test` does a short share of it
(`test_faults.py`, and `tests/browser/test_two_tabs.py` for two windows).

    make faults                    # KILLS=200 TIMES=50 SECONDS=60 SEED=10
    make faults KILLS=20 TIMES=5   # sooner

- `acts` is what is done to a log, each as a page or a command does it: an import of 300 sessions
  and 6 000 sets, a form save, a migration from the first version, a first start, the three kinds of
  backup, putting a backup back, restoring an export.
- `kills` lets a process of its own begin, kills it, and compares every table, index and row with
  what was before and what an undisturbed act leaves, by SQLite alone; then the program opens it.
- `disk` leaves ever so little space: a small disk of its own where mounting is allowed, a limit on
  each file's size elsewhere. The table says which it was.
- `refusals`, `damage` and `clocks` read what stands on a page of the real app (AppTest, in the
  hindered process); `windows` is two browser windows on a real server.
- The power of a disk that lies about what it has written (power loss) is not tried: commits are
  `synchronous = full`, which is as far as a program can see.
"""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One fault: how it was made, how often, what must hold, what was seen, what was wrong."""

    fault: str
    made: str
    times: str
    must: str
    seen: str
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the row of the table."""
        seen = self.seen if not self.wrong else f"{len(self.wrong)} WRONG: {self.wrong[0]}"
        cells = (self.fault, self.made, self.times, self.must, seen)
        return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"


def written(rows: Sequence[Row], versions: str, chosen: str) -> str:
    """Return the whole of README.md."""
    head = "| fault | how it was made | how often | what must hold | what was seen |\n" + "|---" * 5
    wrong = sum(bool(row.wrong) for row in rows)
    told = f"{len(rows)} faults, {wrong} of them with something wrong"
    lines = "\n".join(row.line() for row in rows)
    return f"{_ABOUT}\n## What was seen\n\n{told} ({chosen}; {versions}).\n\n{head}|\n{lines}\n"
