"""Moving the log: a checked copy in another place; the old file stays."""

from pathlib import Path

from ironstride.store import Log, LogError, copy_log


def moved_copy(log: Log, typed: str) -> Path:
    """Copy the log to the place that was typed, and return the new file.

    Raises:
        ValueError: the place is none, or a file is there already.
        LogError: the copy cannot be written.
    """
    target = _target(log, typed.strip().strip("'\""))
    try:
        copy_log(log, target)
    except FileExistsError:
        raise ValueError(f"there is a file {target} already; type another name") from None
    except OSError as why:
        raise LogError(f"{target.parent} cannot be written: {why.strerror}") from why
    return target


def _target(log: Log, typed: str) -> Path:
    """Return the file that was meant; a folder is given the log's own name."""
    if not typed:
        raise ValueError("type a folder or a file")
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        raise ValueError(f"nobody of this name has a folder here: {typed}") from None
    if not path.is_absolute():
        raise ValueError("type the whole path, from the root or from ~ on")
    target = path / log.path.name if path.is_dir() else path
    return target if target.suffix else target.with_suffix(".db")
