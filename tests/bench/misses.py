"""What is not met: how far it is, and why, as far as causes.toml says."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.targets import TARGETS

CAUSES = Path(__file__).with_name("causes.toml")


def misses(found: Mapping[str, Any], causes: Mapping[str, Any] | None = None) -> Iterator[str]:
    """Yield a line for each cause of each target that is not met, and one for a page that failed.

    causes.toml holds a table for each target with a line for each page, or one for `all` of them:
    `["rerun, 20 years"]`, then `"Running, Load" = "three charts are drawn anew"`.
    """
    known = kept() if causes is None else causes
    for name in TARGETS:
        for cause, far in _beyond(found, name, known.get(name, {})).items():
            yield f"- **{name}**: {'; '.join(far)}. Cause: {cause}."
    yield from _failed(found)


def _beyond(found: Mapping[str, Any], name: str, why: Mapping[str, str]) -> dict[str, list[str]]:
    """Return, for each cause, the pages beyond a target with how far they are, farthest first."""
    target, far = TARGETS[name], defaultdict(list)
    seen = sorted(target.seen(found).items(), key=lambda one: -one[1])
    for page, value in seen:
        if value > target.limit:
            cause = why.get(page) or why.get("all") or "not named yet"
            beyond = f"{value - target.limit:.{target.digits}f} beyond"
            far[cause].append(f"{page} {value:.{target.digits}f} ({beyond})")
    return far


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
