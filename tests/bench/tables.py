"""The tables of tests/bench/README.md."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from tests.bench.targets import grown, times_bare


def page_table(found: Mapping[str, Any], years: int) -> str:
    """Return first paint, the first after a write, and rerun of every page [ms]."""
    held = found[f"pages, {years} years"]["found"]
    log = held["log"]
    told = f"{_count(log['runs'])} runs, {_count(log['sets'])} sets; {_rounds(held['pages'])}."
    head = (
        "page", "charts", "marks", "bare paint", "first paint", "×", "after a write", "×",
        "bare rerun", "rerun", "×",
    )  # fmt: skip
    rows = [_page_row(name, page) for name, page in held["pages"].items()]
    return f"{told}\n\n{_table(head, rows)}"


def _rounds(pages: Mapping[str, Any]) -> str:
    most = max((len(page["paint"]) for page in pages.values()), default=0)
    return "one round" if most == 1 else f"{most} rounds"


def _page_row(name: str, page: Mapping[str, Any]) -> list[str]:
    return [
        name,
        str(len(page["shape"])),
        str(sum(marks for _, marks in page["shape"])),
        _ms(page["bare_paint"]),
        _ms(page["paint"]),
        _ratio(times_bare(page, "paint")),
        _ms([page["cold"]] if page["cold"] else []),
        _ratio(times_bare(page, "cold", "paint")),
        _ms(page["bare_rerun"] if page["rerun"] else []),
        _ms(page["rerun"]),
        _ratio(times_bare(page, "rerun")),
    ]


def switch_table(found: Mapping[str, Any]) -> str:
    """Return how long each page of the menu takes from another [ms], on each log."""
    parts = {part: held["found"] for part, held in found.items() if part.startswith("switches")}
    if not parts:
        return ""
    head = ["page"]
    for part in parts:
        length = part.removeprefix("switches, ").replace("1 years", "1 year")
        head += [f"bare, {length}", "ours", "×"]
    titles = next(iter(parts.values()))
    rows = [
        [title, *(cell for pages in parts.values() for cell in _switch_cells(pages[title]))]
        for title in titles
    ]
    return _table(head, rows)


def _switch_cells(page: Mapping[str, Any]) -> list[str]:
    ratio = _ratio(times_bare(page, "switch"))
    return [_ms(page["bare_switch"]), _ms(page["switch"]), ratio]


def growth_table(found: Mapping[str, Any]) -> str:
    """Return how much longer each page takes on the long log; nothing if not seen in one run."""
    paint, rerun = grown(found, "paint"), grown(found, "rerun")
    rows = [[name, _ratio(paint[name]), _ratio(rerun.get(name))] for name in paint]
    return _table(("page", "first paint ×", "rerun ×"), rows) if rows else ""


def plain_table(found: Mapping[str, Any]) -> str:
    """Return what is measured by name."""
    return _table(("measured", ""), [[name, _said(value)] for name, value in found.items()])


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_said, value)) or "none"
    return f"{value:.0f}" if isinstance(value, float) and value > 100 else str(value)


def _count(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _ms(seen: Sequence[float]) -> str:
    return f"{median(seen):.0f}" if seen else "–"


def _ratio(value: float | None) -> str:
    return f"{value:.2f}" if value else "–"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
