"""How much an archive may hold, so that none can fill the memory or the disk, or take for ever."""

from ironstride.importers.decoding import MAX_BYTES, MAX_RATIO

MOST_BYTES, MOST_RATIO = MAX_BYTES, MAX_RATIO
# A short file may be all zeros.
HARMLESS = 1 << 20
MOST_IN_ALL = 2 << 30
MOST_MEMBERS = 20_000
# A Garmin account holds dozens of archives, and in them the health of every day.
MOST_MEMBERS_IN_ALL = 100_000
# What lists the members of an archive: twenty thousand long names are half of it.
MOST_LISTED = 8 << 20
PIECE = 1 << 20
# FIT files of so much in sum [bytes] are read at once, of larger ones one: a byte can take 200.
MOST_AT_ONCE = 2 << 20
LONGEST_S = 120.0

LIMITS_SAID = (
    f"Of an archive or a folder up to {MOST_MEMBERS:,} files are read, each of up to "
    f"{MOST_BYTES >> 20} MB, {MOST_IN_ALL >> 30} GB in all, and archives inside an archive one "
    "level deep."
)
