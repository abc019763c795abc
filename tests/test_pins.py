"""What is installed is pinned by its hash, and an audit of it says what it saw."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ironstride.settings import PROJECT
from tests.audit.report import audit_of

LOCKS = (PROJECT / "requirements.lock", PROJECT / "tests" / "audit" / "requirements.lock")
PIN = re.compile(
    r"[a-z0-9][a-z0-9._-]*(\[[a-z,]+\])?==\S+( ; .+)?((?: --hash=sha256:[0-9a-f]{64})+)"
)


@pytest.mark.parametrize("lock", LOCKS, ids=["the program's", "the audit's"])
def test_every_requirement_has_one_version_and_its_hashes_and_no_address(lock: Path) -> None:
    pins = re.sub(r"\s*\\\n\s*", " ", lock.read_text(encoding="utf-8")).splitlines()
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []
    assert "://" not in lock.read_text(encoding="utf-8")


def test_what_the_program_names_is_what_is_pinned() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=\[]", one)[0].lower() for one in named}
    pinned = {line.split("==")[0] for line in LOCKS[0].read_text(encoding="utf-8").splitlines()}
    assert names <= {re.sub(r"\[.*", "", one) for one in pinned}


def told(*packages: Any) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


WELL = {"name": "numpy", "version": "2.3.0", "vulns": []}
WEAK = {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
UNKNOWN = {"name": "b", "skip_reason": "Dependency not found"}


def test_an_audit_without_findings_is_clean() -> None:
    assert audit_of(told(WELL)) == (["1 of 1 packages audited, 0 with known weaknesses."], True)


def test_an_audit_names_each_weakness_and_what_mends_it() -> None:
    found = audit_of(told(WELL, WEAK))
    assert not found.is_clean
    assert found.lines[1] == "a 1: PYSEC-1 (mended in 2)"


@pytest.mark.parametrize("report", [told(WELL, UNKNOWN), told(UNKNOWN), told()])
def test_an_audit_that_did_not_see_everything_is_not_clean(report: str) -> None:
    assert not audit_of(report).is_clean
