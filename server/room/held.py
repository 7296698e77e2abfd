"""Who is here and who holds the room: small questions, no rules."""

from server.room.change import changed
from server.room.state import Room, Seat


def facilitator_here(room: Room) -> bool:
    """Whether a facilitator is in the room with an open connection."""
    return any(room.seats[s].here and room.seats[s].stage == "inside" for s in room.facilitators)


def keeps_door(room: Room, seat: Seat) -> bool:
    """Whether this seat lets people in, and so sees who knocks: facilitators, or everybody where members hold it."""
    return seat.stage == "inside" and (seat.role == "facilitator" or self_held(room))


def doorkeeper_here(room: Room) -> bool:
    """Whether somebody with an open connection could let people in."""
    return any(seat.here and keeps_door(room, seat) for seat in room.seats.values())


def noted(room: Room, at: int) -> Room:
    """The room with the moment noted at which its last facilitator was gone, or with that cleared."""
    if facilitator_here(room):
        return room if room.gone_since is None else changed(room, gone_since=None)
    ever = any(seat.role == "facilitator" for seat in room.seats.values())
    return changed(room, gone_since=at) if ever and room.gone_since is None else room


def not_heard(room: Room) -> tuple[int, ...]:
    """Who takes part and has had no turn yet, in the order of coming in; facilitators and listeners are not listed."""
    return tuple(
        s
        for s in room.inside
        if s not in room.turns_taken and room.seats[s].role != "facilitator" and not room.seats[s].listening
    )


def self_held(room: Room) -> bool:
    """Whether nobody is above anyone here, on purpose."""
    return room.settings.held_by == "members"


def goes_on_by_itself(room: Room) -> bool:
    """Whether the next hand is offered the piece without anybody's tap: so chosen, or nobody is there to tap."""
    return room.settings.auto_next or self_held(room)


def slow_for(room: Room, seat: int, now: int) -> int:
    """Seconds before this seat may speak (again) in open conversation; 0: now."""
    who = room.seats[seat]
    reads = who.came_at + room.settings.newcomer_quiet_seconds * 1000 - now
    if room.settings.newcomer_quiet_seconds and reads > 0 and who.role != "facilitator":
        return -(-reads // 1000)
    pace = room.settings.unheld_slow_seconds if room.unheld else 0
    pace = max(pace, int(room.settings.slow_seconds))
    last = room.said_at.get(seat)
    if not pace or last is None or (room.seats[seat].role == "facilitator" and not room.unheld):
        return 0
    return max(0, -(-(last + pace * 1000 - now) // 1000))


def grace_runs(seat: Seat) -> bool:
    """Whether somebody is away, and their hand and place in the order are still kept for them."""
    return seat.stage == "inside" and not seat.here and not seat.out_of_order
