"""What a disk refuses, in one sentence; nothing but the standard library, so that it works before the installation."""

import errno
import shutil
from pathlib import Path


class CannotStart(Exception):
    """Why the server cannot start, in one sentence for the person who started it."""


def check_room(folder: Path, megabytes: int) -> None:
    """Raise CannotStart if the folder's disk has less room than that."""
    free = shutil.disk_usage(folder).free // (1024 * 1024)
    if free < megabytes:
        raise CannotStart(
            f"The disk that holds {folder} is full: {free} MB are free, Nenpyo needs {megabytes} MB to start."
        )


def explain_os_error(error: OSError, folder: Path) -> str:
    """Return one sentence for what the system refused in the folder."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk that holds {folder} is full: free some space and start again."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return f"Nenpyo cannot write in {folder}: it is read-only or belongs to somebody else."
    return f"Nenpyo cannot use {folder} for its data: {error.strerror or error}."
