"""Archives, folders and many files at once: what they hold, in groups of one source each."""

from ironstride.jobs.archives.groups import Group, Many, preview_group
from ironstride.jobs.archives.limits import LIMITS_SAID
from ironstride.jobs.archives.places import Given
from ironstride.jobs.archives.reading import goes_together, read_many
from ironstride.jobs.archives.steps import Progress, Step

__all__ = [
    "LIMITS_SAID",
    "Given",
    "Group",
    "Many",
    "Progress",
    "Step",
    "goes_together",
    "preview_group",
    "read_many",
]
