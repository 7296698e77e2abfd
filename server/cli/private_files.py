"""Small files for this user alone, written whole or not at all: links without a terminal, the address in use."""

import os
from pathlib import Path
from typing import Final

ADDRESS_FILE: Final = "address"


def written(path: Path, text: str) -> None:
    """Replace the file at once; nobody sees half of it, or sees it at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text)
        os.replace(draft, path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def removed(path: Path) -> None:
    """Gone, or was never there, or cannot be helped."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def address_in_use(data: Path) -> str | None:
    """Where the server that runs on this data folder said it is."""
    try:
        return (data / ADDRESS_FILE).read_text().strip() or None
    except OSError:
        return None
