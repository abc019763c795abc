"""Apple Health's export without its records of single measures, which are nearly all of it."""

import re
from collections.abc import Iterable, Iterator

_RECORD = re.compile(rb"<(?:Record|Correlation) ")
_WORKOUT = re.compile(rb"<Workout |</HealthData")
_LONGEST_TAG = 16


def without_records(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces of a file from which all that stands from a record to the next workout is gone.

    No record stands inside a workout. Finding tags is some twenty times faster than parsing them.

    >>> b"".join(without_records([b"<a><Record x='1'/><Rec", b"ord x='2'/><Workout y='3'/></a>"]))
    b"<a><Workout y='3'/></a>"
    """
    skips, rest = False, b""
    for piece in pieces:
        data, at = rest + piece, 0
        while found := (_WORKOUT if skips else _RECORD).search(data, at):
            if not skips:
                yield data[at : found.start()]
            at, skips = found.start(), not skips
        # The last bytes may be half a tag.
        until = max(at, len(data) - _LONGEST_TAG)
        if not skips:
            yield data[at:until]
        rest = data[until:]
    if not skips:
        yield rest
