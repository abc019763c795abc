"""One file of an archive read: what it says, as small as the log keeps it, or why nothing."""

from dataclasses import dataclass, replace

from ironstride.importers import Choices, Reading, UnreadableFile, adidas, read_file
from ironstride.importers.decoding import NoSession
from ironstride.importers.recordings.fit_decode import is_fit
from ironstride.jobs.streams import with_kept

_OF_TEXT = 16


@dataclass(frozen=True)
class Task:
    """A file to be read, unpacked; a session of adidas with the files of its points."""

    name: str
    content: bytes
    places: bytes | None = None
    hearts: bytes | None = None

    @property
    def weight(self) -> int:
        """Return how much memory it may take, in bytes of FIT; text takes far less."""
        size = len(self.content) + len(self.places or b"") + len(self.hearts or b"")
        return size if is_fit(self.content) else size // _OF_TEXT


@dataclass(frozen=True)
class Refusal:
    """Why a file says nothing; `sound` where it is as it should be and only holds no session."""

    why: str
    sound: bool = False


def outcome(task: Task, choices: Choices) -> Reading | Refusal:
    """Return what a file says, its streams packed, or why nothing can be read of it."""
    try:
        found = _read(task, choices)
    except UnreadableFile as why:
        return Refusal(str(why).removeprefix(f"{task.name}: "), isinstance(why, NoSession))
    return replace(found, sessions=tuple(map(with_kept, found.sessions)))


def _read(task: Task, choices: Choices) -> Reading:
    if task.places is None and task.hearts is None:
        return read_file(task.name, task.content, choices)
    found = adidas.read_session(task.content, task.places, task.hearts, choices)
    sessions = tuple(replace(one, recording=task.name) for one in found.sessions)
    return replace(found, sessions=sessions)
