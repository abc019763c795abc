"""Audit the pinned packages: `make audit`. It asks a service on the internet, with their names."""

import subprocess
import sys
import venv
from pathlib import Path

from ironstride.settings import PROJECT
from tests.audit.report import audit_of

PINS = Path(__file__).with_name("requirements.lock")
PLACE = PROJECT / ".venv" / "audit"  # of its own: no part of what is audited
# OSV holds the weaknesses themselves. PyPI's own list, the other choice, is hidden by mirrors,
# behind which every package counts as unknown.
SERVICE = "osv"
UNREACHED = 3


def main() -> int:
    """Install pip-audit, ask it, and return 0 when everything was audited and nothing was found."""
    asked = [
        str(_installed()),
        "--require-hashes",
        "--disable-pip",
        "--vulnerability-service",
        SERVICE,
    ]
    asked += ["--requirement", str(PROJECT / "requirements.lock"), "--format", "json"]
    done = subprocess.run(
        [*asked, "--progress-spinner", "off", "--timeout", "30"],
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.startswith("{"):
        print(f"The audit could not be made; the service {SERVICE} was not reached:")
        print(*done.stderr.strip().splitlines()[-1:], sep="\n")
        return UNREACHED
    found = audit_of(done.stdout)
    print(*found.lines, sep="\n")
    return 0 if found.is_clean else 1


def _installed() -> Path:
    folder = PLACE / ("Scripts" if sys.platform == "win32" else "bin")
    program = folder / "pip-audit"
    if not program.exists():
        venv.create(PLACE, with_pip=True)
        install = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--requirement",
            str(PINS),
        ]
        subprocess.run([str(folder / "python"), *install], check=True)
    return program


if __name__ == "__main__":
    sys.exit(main())
