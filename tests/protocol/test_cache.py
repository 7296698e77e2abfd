"""Short strings are not kept in pydantic's process-wide cache, where they would outlive every room (settled.md 20)."""

import gc
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = '''
"""Reads many short messages through the real codec, lets them go, and counts those still in memory."""
import ctypes, gc, re, sys
from protocol.codec import decode, decode_server, encode
from protocol.frames import HappenedFrame
from protocol.events import Said

def text(n):
    return "".join(("saf", "fron", "-", str(n), "-", "light"))

def play():
    for n in range(2000):
        frame = ('{"type":"say","id":"%022d","turn":null,"text":"%s"}' % (n, text(n))).encode()
        say = decode(frame)
        event = Said(seat=1, command=say.id, text=say.text, turn=None)
        decode_server(encode(HappenedFrame(number=n + 1, event=event)))

play()
if sys.argv[1] == "control":
    from pydantic import TypeAdapter
    from protocol.frames import ClientFrame
    adapter = TypeAdapter(ClientFrame)
    for n in range(2000):
        adapter.validate_json('{"type":"say","id":"%022d","turn":null,"text":"%s"}' % (n, text(n)))
gc.collect()
pattern = re.compile(rb"saffron-[0-9]{1,4}-light")
found = set()
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        span, rights, *rest = line.split()
        if not rights.startswith("rw") or line.rstrip().endswith(("[vvar]", "[vsyscall]")):
            continue
        start, end = (int(part, 16) for part in span.split("-"))
        try:
            memory.seek(start)
            found.update(pattern.findall(memory.read(end - start)))
        except (OSError, ValueError):
            continue
print(len(found))
'''


def kept(form: str) -> int:
    """How many of 2,000 different messages a fresh process still holds after letting them go."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, form],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONMALLOC": "malloc", "MALLOC_PERTURB_": "165"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_messages_do_not_stay_in_a_cache() -> None:
    if not sys.platform.startswith("linux"):
        return
    # A few may lie in buffers that are still in use; a cache would hold nearly all of them.
    assert kept("codec") < 20


def test_the_scan_would_find_a_cache() -> None:
    if not sys.platform.startswith("linux"):
        return
    assert kept("control") > 500
    gc.collect()
