"""Folders and files that only the server's own user may see: 0700 and 0600, owned, no symlinks.

It says no in one sentence (`DirectoryFailure`) instead of writing somewhere doubtful. It never
takes rights away from a folder that holds other people's things.
"""

import errno
import os
import stat
from pathlib import Path

from server.ports import DirectoryFailure

OWN_FOLDER = 0o700
OWN_FILE = 0o600
DIRECTORY_FILE = "directory.sqlite"


def data_folder(path: Path) -> Path:
    """The folder of the directory, made if it is missing, for nobody else to look into.

    Raises:
        DirectoryFailure: it cannot be made or written, or holds other things that others may read.
    """
    try:
        path.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
        found = path.stat()
        if found.st_mode & 0o077:
            ours = found.st_uid == os.geteuid() and (not any(path.iterdir()) or (path / DIRECTORY_FILE).exists())
            if not ours:
                raise DirectoryFailure(
                    f"The data folder {path} can be seen by others and holds other things; "
                    f"choose an empty folder, or run `chmod 700 {path}` if it is meant for this."
                )
            path.chmod(OWN_FOLDER)
        os.close(os.open(path, os.O_RDONLY | os.O_DIRECTORY))
        if not os.access(path, os.W_OK | os.X_OK):
            raise DirectoryFailure(f"The data folder {path} cannot be written; please look at its owner and rights.")
    except OSError as error:
        raise DirectoryFailure(f"The data folder {path} cannot be used: {reason(error)}.") from error
    return path


def own_folder(path: Path) -> bool:
    """Make `path` a folder of ours alone, if that can be trusted; its parent may belong to everybody (`/dev/shm`)."""
    try:
        path.mkdir(mode=OWN_FOLDER, exist_ok=True)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            return False
        if stat.S_IMODE(found.st_mode) != OWN_FOLDER:
            path.chmod(OWN_FOLDER)
        return os.access(path, os.W_OK | os.X_OK)
    except OSError:
        return False


def own_file(path: Path) -> None:
    """Make sure of a file that only we can read, before something else creates it for everybody.

    Raises:
        OSError: it cannot be made, or is a symlink.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, OWN_FILE)
    try:
        os.fchmod(handle, OWN_FILE)
    finally:
        os.close(handle)


def reason(error: OSError) -> str:
    """Why not, in words a host can act on."""
    known = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk quota is used up",
        errno.EROFS: "the disk is read-only",
        errno.EACCES: "this user has no right to it",
        errno.EPERM: "this user has no right to it",
        errno.ENOTDIR: "something that is not a folder is in the way",
        errno.EEXIST: "something that is not a folder is in the way",
        errno.ELOOP: "it is a symbolic link",
    }
    return known.get(error.errno or 0, (error.strerror or "the system says no").lower())
