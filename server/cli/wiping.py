"""Memory that is overwritten when it is freed: how the process gets it, and a test whether it works.

Python's own allocator never overwrites; glibc's does when it is asked to through the
environment, before the process begins. So the command line starts itself again with
these two variables. Whether it works is then found out with the real codec, not assumed.
"""

import gc
import os
import re
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

# 165: every freed byte becomes 0x5a (its complement). Without a cache per thread, so that nothing waits in one.
TUNABLES: Final = {"glibc.malloc.perturb": "165", "glibc.malloc.tcache_count": "0"}
SAMPLES: Final = 200
_CHUNK: Final = 1 << 20


def has_glibc() -> bool:
    """Whether the C library is the one that knows these tunables."""
    try:
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").startswith("glibc")
    except (ValueError, OSError):
        return False


def wiping_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with both variables; tunables that somebody set for other reasons stay."""
    tunables = [part for part in environment.get("GLIBC_TUNABLES", "").split(":") if part]
    kept = [part for part in tunables if part.partition("=")[0] not in TUNABLES]
    ours = [f"{name}={value}" for name, value in TUNABLES.items()]
    return {**environment, "PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": ":".join(kept + ours)}


def is_asked_for(environment: Mapping[str, str]) -> bool:
    """Whether nothing has to be added."""
    return wiping_environment(environment) == dict(environment)


def start_again_with_wiping() -> None:
    """Replace this process by the same command with wiping; returns where that is done already or impossible."""
    if not has_glibc() or is_asked_for(os.environ):
        return
    try:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], wiping_environment(os.environ))  # noqa: S606
    except OSError:
        return  # Then without; the self-test will say so.


def how(*, works: bool) -> str:
    """What the self-test found, for the log: through glibc, or why not."""
    if works:
        return "glibc"
    if not has_glibc():
        return "no_glibc"
    return "not_working" if is_asked_for(os.environ) else "not_set"


def self_test() -> bool:
    """Whether words that went through the codec are gone from this process's memory once they are dropped.

    Call before the process is made undumpable: after that only root may look.
    """
    # A mark that nobody holds in one piece: both halves are made apart, and only looked for one after the other.
    first, second = (urlsafe_b64encode(os.urandom(3)) for _ in range(2))
    _through_the_codec(first, second)
    gc.collect()
    try:
        return not any(_found(first, second))
    except OSError:
        return False


def _through_the_codec(first: bytes, second: bytes) -> None:
    """Short and long texts with the mark, read as commands, written as events, dropped."""
    from protocol.codec import decode, encode
    from protocol.commands import Say
    from protocol.events import Said
    from protocol.frames import HappenedFrame

    # Held together and dropped together, as a room's memory is: one alone would be overwritten by the next.
    room: list[object] = []
    for sample in range(SAMPLES):
        # Short ones are those that caches love (settled.md 20); long ones live in other parts of the allocator.
        mark = b"%b%b%04d" % (first, second, sample)
        text = mark if sample % 2 else mark * 100
        command = decode(b'{"type":"say","id":"%022d","turn":null,"text":"%b"}' % (sample, text))
        if not isinstance(command, Say):
            raise TypeError("the sample is not what the codec expects")
        said = Said(seat=1, command=command.id, text=command.text, turn=None)
        room += (said, encode(HappenedFrame(number=sample + 1, event=said)))


def _found(first: bytes, second: bytes) -> Iterator[bool]:
    """One True for each whole mark in the memory of this process. Raises OSError where it cannot be read."""
    overlap = len(first) + len(second)
    chunk = bytearray(_CHUNK + overlap)
    view = memoryview(chunk)
    with open("/proc/self/mem", "rb", buffering=0) as memory:
        for begin, end in _regions():
            for start in range(begin, end, _CHUNK):
                memory.seek(start)
                try:
                    size = memory.readinto(view[: min(_CHUNK + overlap, end - start)]) or 0
                except OSError:
                    continue  # A region that went away meanwhile, or one of the kernel's own.
                at = chunk.find(first, 0, size)
                while at >= 0:
                    if chunk.startswith(second, at + len(first), size):
                        yield True
                    at = chunk.find(first, at + 1, size)


def _regions() -> Iterator[tuple[int, int]]:
    """The parts of memory that this process may write: heap, stacks, what libraries keep."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        match = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
        if match and "[v" not in line:
            yield int(match[1], 16), int(match[2], 16)
