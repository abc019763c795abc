"""A template: the sets of a lift session under a name, to begin a session with."""

from dataclasses import dataclass

from ironstride.records.lift import LiftSet

LONGEST_NAME = 80


@dataclass(frozen=True, kw_only=True)
class Template:
    """A name and the sets that a session begins with; loads of 0 kg are left to the runner."""

    name: str
    sets: tuple[LiftSet, ...]

    def __post_init__(self) -> None:
        """Refuse a template without a name or without sets."""
        if not self.name.strip():
            raise ValueError("a template needs a name")
        if len(self.name) > LONGEST_NAME:
            raise ValueError(f"a name must have at most {LONGEST_NAME} characters")
        if not self.sets:
            raise ValueError("a template needs at least one set")
