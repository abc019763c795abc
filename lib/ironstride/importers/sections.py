"""Many tables in one file, each below a line such as `### EXERCISE LOGS ###`."""

import re
from collections.abc import Collection

from ironstride.importers.table import Table, table_of

_LONGEST_BANNER = 120
_BANNER = re.compile(r"#{3,}\s*([A-Z][A-Z ]{0,40}?)\s*#*")


def sections_of(lines: list[str], wanted: Collection[str]) -> dict[str, Table]:
    r"""Return the first table of each wanted section that has rows; lines count from the file.

    Raises:
        UnreadableFile: a section holds no table, or one larger than any export.

    >>> file = ["### NOTES ###\n", "\n", "day,note\n", "2024-03-01,tired\n", "######\n"]
    >>> sections_of(file, {"NOTES"})["NOTES"].rows
    (Row(line=4, cells=['2024-03-01', 'tired']),)
    """
    starts = [
        (at, match[1])
        for at, line in enumerate(lines)
        if line.startswith("#")
        and len(line) <= _LONGEST_BANNER
        and (match := _BANNER.fullmatch(line.strip()))
    ]
    ends = [*(at for at, _ in starts[1:]), len(lines)]
    found: dict[str, Table] = {}
    for (start, name), end in zip(starts, ends, strict=False):
        if name in wanted and name not in found:
            said = ["\n" if line.startswith("###") else line for line in lines[start:end]]
            if sum(bool(line.strip()) for line in said) > 1:
                # Blank lines stand for what is above, so that each row keeps its line.
                found[name] = table_of(["\n"] * start + said)
    return found
