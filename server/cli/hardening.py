"""No copies of this process's memory: no core dump, and no other process of the same user may look in.

It keeps out neighbours and accidents. Root on a running machine can still read
everything; the page about what this server knows says so.
"""

import resource

_PR_SET_DUMPABLE = 4
_PR_GET_DUMPABLE = 3


def harden() -> bool:
    """Do both; False where the system does not offer the second."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return _prctl(_PR_SET_DUMPABLE, 0) == 0 and _prctl(_PR_GET_DUMPABLE, 0) == 0


def _prctl(option: int, value: int) -> int:
    """-1 where there is no prctl."""
    import ctypes  # 10 ms, needed once

    try:
        answer: int = ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
    except (OSError, AttributeError):
        return -1
    return answer
