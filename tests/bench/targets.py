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


TARGETS = {
    "first paint, 20 years": Target(1.3, "× bare", _of_pages("paint")),
    "rerun, 20 years": Target(1.5, "× bare", _of_pages("rerun")),
    "switch by the menu, 20 years": Target(1.5, "× bare", _of_switches),
    "growth of first paint, 5 to 20 years": Target(1.3, "×", lambda found: grown(found, "paint")),
    "growth of rerun, 5 to 20 years": Target(1.3, "×", lambda found: grown(found, "rerun")),
    "server with ten tabs, 20 years": Target(400, "MB", _of_memory, digits=0),
}
