"""How fast we are, beside others: `python -m tests.bench` (short form), `--all` (every row), `--peers` (other servers).

One server runs at a time, on one core; the load comes from the other. The last line says
how many goals are met; the exit code is 1 when one is not. Numbers of a busy machine are
refused, not excused.
"""

import argparse
import signal
import sys
from collections.abc import Sequence

from tests.bench import goals, report, results, rows, servers
from tests.bench.goals import Repetition, Verdict
from tests.bench.peers import installed
from tests.bench.programs import CannotMeasure
from tests.bench.rows import HUB, Row

REPETITIONS = 5
QUICK = 3


def main(arguments: Sequence[str]) -> int:
    """Measure the chosen rows, and answer 0 when every goal that belongs to them is met."""
    chosen = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _ended)
    try:
        known = rows.rows(installed(say) if chosen.peers else ())
        wanted = [row for row in known if _is_wanted(row, chosen)]
        servers.cores()
        servers.stay_beside()
        needed = QUICK if chosen.quick else REPETITIONS
        found: list[Verdict] = []
        for row in wanted:
            repetitions = repeated(row, needed)
            if not chosen.quick:
                results.keep(row.name, results.about(), repetitions)
            say(*report.table(row, repetitions), "")
            names = [part.name for part in row.parts]
            known_goals = (*goals.GOALS, *(goals.beside_peers(names) if row.name == goals.PEERS_ROW else ()))
            found += [goals.verdict(goal, repetitions, needed) for goal in known_goals if goal.row == row.name]
    except CannotMeasure as missing:
        say(f"Cannot measure: {missing}")
        return 2
    finally:
        HUB.close()
    say(*report.verdicts(found), report.last_line(found))
    return 0 if found and all(verdict.met for verdict in found) else 1


def _ended(number: int, frame: object) -> None:
    """Somebody ends us: the server that runs, and what was prepared, shall not stay behind."""
    sys.exit(128 + number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=str(__doc__).splitlines()[0])
    names = ", ".join(row.name for row in rows.rows())
    parser.add_argument("rows", nargs="*", metavar="row", help=f"only these: {names}")
    parser.add_argument("--all", action="store_true", help="every row, and not only the short form")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} repetitions, and nothing is kept: for looking")
    parser.add_argument("--peers", action="store_true", help="other servers too, as far as they are on this machine")
    return parser


def _is_wanted(row: Row, chosen: argparse.Namespace) -> bool:
    return row.name in chosen.rows if chosen.rows else bool(chosen.all or row.short)


def repeated(row: Row, needed: int) -> list[Repetition]:
    """All parts in turn, again and again: until enough repetitions can be judged, or twice as many were tried."""
    made: list[Repetition] = []
    while len(made) < 2 * needed and len(goals.judged(made)) < needed:
        made.append({part.name: part.run(row.name, len(made)) for part in row.parts})
    return made


def say(*lines: str) -> None:
    """To the person who waits."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
