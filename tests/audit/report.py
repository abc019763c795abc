"""What pip-audit found, in words; an audit that saw nothing is none."""

import json
from typing import NamedTuple


class Audit(NamedTuple):
    """The lines to print, and whether all that is pinned was audited and is free of weaknesses."""

    lines: list[str]
    is_clean: bool


def audit_of(report: str) -> Audit:
    """Return what a report of pip-audit (its format json) says.

    A package that the service does not know is no package without weaknesses: it was not audited.
    """
    every = json.loads(report)["dependencies"]
    audited = [one for one in every if "vulns" in one]
    weak = [one for one in audited if one["vulns"]]
    lines = [f"{len(audited)} of {len(every)} packages audited, {len(weak)} with known weaknesses."]
    lines += [_weaknesses(one) for one in weak]
    lines += [f"{one['name']}: {one['skip_reason']}" for one in every if "vulns" not in one][:3]
    return Audit(lines, is_clean=bool(every) and len(audited) == len(every) and not weak)


def _weaknesses(package: dict[str, object]) -> str:
    found = package["vulns"]
    assert isinstance(found, list)
    each = (f"{one['id']} (mended in {', '.join(one['fix_versions']) or 'none'})" for one in found)
    return f"{package['name']} {package['version']}: {'; '.join(each)}"
