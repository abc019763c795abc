"""What is not met: how far it is, and why, as far as causes.toml says."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.targets import TARGETS

CAUSES = Path(__file__).with_name("causes.toml")


def misses(found: Mapping[str, Any], causes: Mapping[str, Any] | None = None) -> Iterator[str]:
    """Yield a line for each number beyond its limit, and one for each page that failed.

    causes.toml holds a table for each target with a line for each page, or one for `all` of them:
    `["rerun, 20 years"]`, then `"Running, Load" = "three charts are drawn anew"`.
    """
    known = kept() if causes is None else causes
    for name, target in TARGETS.items():
        why = known.get(name, {})
        for page, value in target.seen(found).items():
            if value > target.limit:
                far = f"{value:.{target.digits}f}, {value - target.limit:.{target.digits}f} beyond"
                cause = why.get(page) or why.get("all") or "cause not named yet"
                yield f"- {name}, {page}: {far}: {cause}"
    yield from _failed(found)


def kept() -> dict[str, Any]:
    """Return the causes that were written down."""
    return tomllib.loads(CAUSES.read_text("utf-8")) if CAUSES.exists() else {}


def _failed(found: Mapping[str, Any]) -> Iterator[str]:
    for part, held in found.items():
        pages = held["found"].get("pages", held["found"])
        for name, page in pages.items():
            if isinstance(page, dict) and page.get("failed"):
                yield f"- {part}, {name} failed: {page['failed']}"
    for told in found.get("memory", {"found": {}})["found"].get("failed", []):
        yield f"- memory, {told}"
