"""What hinders a process: permissions without root's power over them, small files, other clocks."""

import ctypes
import os
import resource
import sys
from pathlib import Path

# linux/capability.h: version 3 of the call, and the two powers that pass every permission.
_VERSION = 0x20080522
_POWERS = 1 << 1 | 1 << 2


def nothing() -> None:
    """Hinder nothing."""


def obey_permissions() -> None:
    """Take root's power over permissions from this process; another user has none."""
    if sys.platform != "linux" or os.geteuid():
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    words = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, words) == 0
    words[0] &= ~_POWERS
    assert libc.capset(header, words) == 0


def limit_files(size: int) -> None:
    """Let no file of this process grow above a size [bytes]."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def fill_disk(folder: Path, name: str, free: int) -> None:
    """Fill the disk of a folder until only some bytes are free."""
    disk = os.statvfs(folder)
    with (folder / name).open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, disk.f_bavail * disk.f_frsize - free)
