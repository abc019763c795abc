"""What is aimed at, and where it is seen in what was measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

Found = Mapping[str, Any]
YEARS = 20
SHORTER = 5


@dataclass(frozen=True)
class Target:
    """A limit, its unit, and every number [by name] that is to stay within it."""

    limit: float
    unit: str
    seen: Callable[[Found], dict[str, float]]
    digits: int = 2


def times_bare(page: Mapping[str, Any], what: str, beside: str = "") -> float | None:
    """Return a page's median as a multiple of the bare page's; None where one was not seen.

    >>> times_bare({"paint": [30, 10, 20], "bare_paint": [10]}, "paint")
    2.0
    """
    ours, bare = page.get(what), page.get(f"bare_{beside or what}")
    if not ours or not bare:
        return None
    return float(median(ours if isinstance(ours, list) else [ours]) / median(bare))


def grown(found: Found, what: str) -> dict[str, float]:
    """Return each page on the long log as a multiple of the shorter, seen in the same rounds."""
    long, short = (found.get(f"pages, {years} years") for years in (YEARS, SHORTER))
    if not long or not short or long["found"]["run"] != short["found"]["run"]:
        return {}
    before = short["found"]["pages"]
    return {
        name: median(page[what]) / median(before[name][what])
        for name, page in long["found"]["pages"].items()
        if page[what] and before[name][what]
    }


def _of_pages(what: str) -> Callable[[Found], dict[str, float]]:
    def seen(found: Found) -> dict[str, float]:
        pages = found.get(f"pages, {YEARS} years", {"found": {"pages": {}}})["found"]["pages"]
        return _told(pages, what)

    return seen


def _of_switches(found: Found) -> dict[str, float]:
    return _told(found.get(f"switches, {YEARS} years", {"found": {}})["found"], "switch")


def _told(pages: Mapping[str, Any], what: str) -> dict[str, float]:
    ratios = {name: times_bare(page, what) for name, page in pages.items()}
    return {name: ratio for name, ratio in ratios.items() if ratio is not None}


def _of_memory(found: Found) -> dict[str, float]:
    held = found.get("memory", {"found": {}})["found"]
    return {"ten tabs": held["10"]} if held.get("10") else {}


def _told_by(part: str, words: str) -> Callable[[Found], dict[str, float]]:
    """Look for what a part tells under names with these words."""

    def seen(found: Found) -> dict[str, float]:
        told = found.get(part, {"found": {}})["found"]
        return {name: value for name, value in told.items() if words in name}

    return seen


def _of_small_imports(found: Found) -> dict[str, float]:
    """Return how long previewing and storing a list of a usual length takes [s]."""
    told = found.get("imports", {"found": {}})["found"]
    return {
        rows: (told[f"preview {rows} [ms]"] + told[f"store {rows} [ms]"]) / 1000
        for rows in ("5 000 Strava rows", "10 000 Strong rows")
        if f"store {rows} [ms]" in told
    }


def _of_decoding(found: Found) -> dict[str, float]:
    told = _told_by("recordings", "times as fast as fitdecode")(found)
    return {"decoding FIT files": 1 / max(told.values())} if told else {}


TARGETS = {
    "first paint, 20 years": Target(1.3, "× bare", _of_pages("paint")),
    "rerun, 20 years": Target(1.5, "× bare", _of_pages("rerun")),
    "switch by the menu, 20 years": Target(1.5, "× bare", _of_switches),
    "growth of first paint, 5 to 20 years": Target(1.3, "×", lambda found: grown(found, "paint")),
    "growth of rerun, 5 to 20 years": Target(1.3, "×", lambda found: grown(found, "rerun")),
    "server with ten tabs, 20 years": Target(400, "MB", _of_memory, digits=0),
    "lists previewed and stored": Target(
        5.0, "× sqlite-utils insert --csv", _told_by("imports", ", times sqlite-utils")
    ),
    "lists of usual length previewed and stored": Target(5.0, "s", _of_small_imports),
    "peak memory of list imports": Target(1024, "MB", _told_by("imports", "peak memory"), digits=0),
    "decoding recordings": Target(0.1, "× the time of fitdecode", _of_decoding, digits=3),
    "archive of 2 000 recordings previewed and stored": Target(
        60.0, "s", _told_by("recordings", "previewed and stored [s]"), digits=1
    ),
    "peak memory of the archive's import": Target(
        1024, "MB", _told_by("recordings", "peak memory"), digits=0
    ),
}
