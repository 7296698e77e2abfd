"""The two C programs of the harness, built when they are first needed and kept in the cache folder."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


class CannotMeasure(Exception):
    """This machine lacks something; one sentence with what to do."""


def cache() -> Path:
    """Where built programs are kept between runs."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "talking-piece" / "bench"


def built(name: str) -> Path:
    """The program `name`, made of `name.c` by one `cc` line; made again only when it has changed.

    Raises:
        CannotMeasure: there is no C compiler.
    """
    source = HERE / f"{name}.c"
    written = b"".join(path.read_bytes() for path in sorted(HERE.glob(f"{name}.[ch]")))
    program = cache() / f"{name}-{hashlib.sha256(written).hexdigest()[:12]}"
    if not program.exists():
        if shutil.which("cc") is None:
            raise CannotMeasure("there is no C compiler; install one (on Debian: apt install gcc libc6-dev).")
        program.parent.mkdir(parents=True, exist_ok=True)
        made = program.with_suffix(f".{os.getpid()}")
        subprocess.run(["cc", "-O2", "-o", made, source], check=True)
        made.rename(program)
    return program
