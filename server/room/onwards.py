"""Whatever can go on without anybody's wish, goes on: called once after each wish, in one place.

It is why no rule has to remember that something may follow: the awaited way of talking,
the next offer, the end of a round, the phase that waited for it.
"""

from server.room import membership, passing, phases, raised_hands, rounds
from server.room.telling import Telling


def onwards(telling: Telling) -> None:
    """Whatever can go on without anybody's wish, goes on: the awaited mode, the next offer, the end of a round."""
    _on(telling)
    if telling.room.late:
        membership.let_in_the_late(telling)


def _on(telling: Telling) -> None:
    room = telling.room
    if room.closed or room.turn is not None or room.silence is not None:
        return
    if room.awaited is not None and (room.awaited.phase is None or room.round is None):
        phases.begin_now(telling, room.awaited)
        room = telling.room
        if room.silence is not None:
            return
    if room.unheld and not (room.settings.when_unheld == "continue_round" and room.round is not None):
        return
    if room.mode == "round":
        rounds.onwards(telling)
    elif room.mode in ("raised_hands", "share_and_respond"):
        raised_hands.onwards(telling)
    elif room.mode == "passing":
        passing.onwards(telling)
    if telling.room.awaited is not None and telling.room.round is None and telling.room.turn is None:
        _on(telling)  # a phase that waited for the end of the round
