"""Looking for words in the memory of another process. Only root may; whoever asks must say so when it cannot."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

_CHUNK = 1 << 22


def may_look_into(pid: int) -> bool:
    """Whether this process may read that one's memory."""
    try:
        with open(f"/proc/{pid}/mem", "rb"):
            return True
    except OSError:
        return False


def found_in_memory(pid: int, words: Iterable[str]) -> Counter[str]:
    """How often each word stands in the memory of this process, in one of three encodings."""
    wanted = {encoded: word for word in words for encoded in _encodings(word)}
    pattern = re.compile(b"|".join(re.escape(encoded) for encoded in wanted))
    found: Counter[str] = Counter()
    for chunk in _chunks(pid, max(map(len, wanted))):
        found.update(wanted[match] for match in pattern.findall(chunk))
    return found


def around(pid: int, word: str, reach: int = 160) -> Iterator[bytes]:
    """What stands around each place of a word: to find out who holds it."""
    for chunk in _chunks(pid, len(word)):
        for match in re.finditer(re.escape(word.encode()), chunk):
            yield chunk[max(0, match.start() - reach) : match.end() + reach]


def _encodings(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")


def _chunks(pid: int, overlap: int) -> Iterator[bytes]:
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for begin, end in _regions(pid):
            for start in range(begin, end, _CHUNK):
                try:
                    memory.seek(start)
                    yield memory.read(min(_CHUNK + overlap, end - start)) or b""
                except OSError:
                    continue  # a region of the kernel's own


def _regions(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        match = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
        if match and "[v" not in line:
            yield int(match[1], 16), int(match[2], 16)
