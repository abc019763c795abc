"""tests/bench/README.md: what was measured, where, and how far it is from what is aimed at."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.bench import results
from tests.bench.misses import misses
from tests.bench.tables import growth_table, page_table, plain_table, switch_table
from tests.bench.targets import TARGETS

README = Path(__file__).with_name("README.md")
_INTRO = """\
<!-- Written by `make bench` from what it measured; do not change it by hand. Causes stand in
causes.toml. -->
# Measurements

```
make bench                           # everything, and this file anew; about 25 minutes on two cores
make bench PART=pages YEARS=20       # one part: imports recordings reading chance pages switches
make bench PART="memory start"       # elements memory start first; or several
make bench PART=pages TIMES=5        # more rounds
make bench PART=recordings FIT=path  # on FIT files of your own
```

Every number of a page is seen in a real Chromium (headless, 1280 × 1400, on the same machine),
each time as a new visitor with an empty browser cache, and is the median of its rounds. In the
same rounds stands a **bare** page: our launcher with as many pages in its menu and the same theme,
no log, and as many charts as the page of ours, as high (to 100 px) and of as many marks (to the
nearest power of four), drawn as plain lines. **×** is ours as a multiple of bare.

- *First paint*: from the address to all charts drawn; where a page lets a span be chosen, of all
  of the log.
- *After a write*: the same just after another run was logged, so that nothing computed before
  holds; seen once, beside the bare page's median.
- *Rerun*: on a page at rest, from a change of one widget to all of what it changes; a dash where a
  page has none that is at hand.
- *Switch*: to the page, as it stands at first, from the one before it in the menu.
- *Growth*: first paint and rerun with twenty years as a multiple of those with five.
- *Elements*: processor time of the browser's main thread for the first element of a kind on a page,
  its scripts included, and for each further one.
- *Memory*: what the server's processes hold at once, with no tab, one tab and up to ten tabs open,
  each of which has seen every page and part.
- *Start*: from `make run` to Today answering and painted; *first*, once, of a fresh clone, setting
  up included.

Logs are of the made-up runner with more runs and sets: in twenty years 7 000 runs, 100 000 sets.
"""
_TITLES = {
    "elements": "Elements, when first painted [ms of the browser's processor time]",
    "memory": "Memory of the server [MB]",
    "start": "`make run` to the first page [ms]",
    "first": "The very first `make run` of a fresh clone [ms]",
    "imports": "Imports",
    "recordings": "Recordings",
    "reading": "Reading and computing",
    "chance": "What is found where nothing is",
}


def write() -> None:
    """Write the README anew from all that is kept."""
    found = results.read()
    if found:
        README.write_text(text(found), encoding="utf-8")


def text(found: Mapping[str, Any]) -> str:
    """Return the README for what the parts found."""
    parts = [_INTRO, _machines(found), _aims(found)]
    lengths = sorted(int(part.split()[1]) for part in found if part.startswith("pages, "))
    for years in reversed(lengths):
        length = "1 year" if years == 1 else f"{years} years"
        parts.append(f"## Pages, {length}\n\n{page_table(found, years)}")
    for part in ("switches", "growth"):
        table = switch_table(found) if part == "switches" else growth_table(found)
        if table:
            parts.append(f"## {part.capitalize()}\n\n{table}")
    parts += [
        f"## {title}\n\n{plain_table(found[part]['found'])}"
        for part, title in _TITLES.items()
        if part in found
    ]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _machines(found: Mapping[str, Any]) -> str:
    """Return the machine of every part; parts that share one stand in one line."""
    parts: dict[str, list[str]] = {}
    for part, kept in found.items():
        told = " · ".join(f"{name} {value}" for name, value in kept["machine"].items())
        parts.setdefault(told, []).append(part)
    lines = (f"- {', '.join(names)}: {told}" for told, names in parts.items())
    return "## Machine\n\n" + "\n".join(lines)


def _aims(found: Mapping[str, Any]) -> str:
    rows = [_aim(found, name) for name in TARGETS]
    head = "| aimed at | limit | met by | furthest |\n|---|---|---|---|\n"
    return f"## Targets\n\n{head}{''.join(rows)}\n{_missed(found)}"


def _aim(found: Mapping[str, Any], name: str) -> str:
    target = TARGETS[name]
    seen = target.seen(found)
    if not seen:
        return f"| {name} | {target.limit} {target.unit} | not measured | |\n"
    met = sum(value <= target.limit for value in seen.values())
    worst = max(seen, key=seen.__getitem__)
    return (
        f"| {name} | {target.limit} {target.unit} | {met} of {len(seen)} "
        f"| {worst}: {seen[worst]:.{target.digits}f} |\n"
    )


def _missed(found: Mapping[str, Any]) -> str:
    lines: Iterable[str] = misses(found)
    told = "\n".join(lines)
    return f"### Not met\n\n{told or 'Nothing.'}\n"
