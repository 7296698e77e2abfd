"""The times and choices of one room: every value in brackets of the specification has its one home here."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from protocol.base import Outbound
from protocol.rooms import Seconds

HeldBy = Literal["facilitators", "members"]
"""Who holds a room: its facilitators, or on purpose everybody in it."""


class RoomSettings(Outbound):
    """The times and choices of one room: in its state, in every snapshot. Defaults come from the server's settings."""

    model_config = ConfigDict(extra="forbid")

    offer_nudge_seconds: Seconds = Field(
        45, description="After so long a person who was offered the piece is privately told that there is no hurry."
    )
    offer_quiet_seconds: Seconds = Field(
        90, description="After so long facilitators see that an offer is still waiting."
    )
    holder_nudge_seconds: Seconds = Field(
        120, description="After so long without words the holder is privately told: take your time, or Later, or Pass."
    )
    holder_quiet_seconds: Seconds = Field(
        240, description="After so long without words facilitators see a quiet mark at the holder."
    )
    one_minute_seconds: Seconds = Field(60, description='What "I\'m here, one minute" adds, as often as needed.')
    holder_grace_seconds: Seconds = Field(
        90, description="How long the piece waits for a holder whose connection is lost."
    )
    order_grace_seconds: Seconds = Field(
        300, description="How long a raised hand or a place in the order outlives a lost connection."
    )
    soft_seconds: Seconds = Field(
        0, description="How long a turn usually takes; 0: as long as it takes. Nothing is cut: it is told in words."
    )
    soft_told_percent: Annotated[int, Field(ge=10, le=100)] = Field(
        80, description="At which part of that time the holder is quietly told; the facilitator at its end."
    )
    hard_seconds: Seconds = Field(
        0, description="After so long a turn ends by itself and the draft is kept; 0: never. One tap gives more time."
    )
    round_order: Literal["lot", "coming_in"] = Field(
        "lot", description="The order of a round: drawn by lot, or as people came in. Told before the first turn."
    )
    round_repeats: bool = Field(
        False, description="A round begins again until the piece has gone the whole circle and everybody passed."
    )
    second_offer: bool = Field(
        True,
        description="After a round, ask those who passed, privately and together, whether they would like the piece.",
    )
    second_offer_seconds: Seconds = Field(45, description="How long that question stays open.")
    gentle_signals: bool = Field(True, description="Whether people may light a gentle signal while somebody shares.")
    signals_small: Annotated[int, Field(ge=2, le=50)] = Field(
        5, description="In groups smaller than this the warmth of gentle signals is shown to the one who shares alone."
    )
    hands_order: Literal["first_come", "quieter_first"] = Field(
        "first_come",
        description="The line of hands: as they go up, or quieter voices first (by turns taken tonight, then by time).",
    )
    hands_shown: Literal["names", "positions"] = Field(
        "names", description="Whether screens show who has a hand up, or only how many and one's own place."
    )
    direct_responses_most: Annotated[int, Field(ge=0, le=20)] = Field(
        2, description="How many direct responses may be asked for in one turn."
    )
    auto_next: bool = Field(
        False, description="With raised hands: offer the piece to the next hand without the facilitator's tap."
    )
    late_policy: Literal["at_end", "listen", "locked"] = Field(
        "at_end",
        description="Somebody who comes during a round is added at its end, listens until the next, or waits at the "
        "door until it is over.",
    )
    respond_after_turns: bool = Field(
        False, description="In a round, or when the piece is passed on: time to respond after each share."
    )
    responses_most: Annotated[int, Field(ge=1, le=50)] = Field(
        3, description="How many replies a share gets; one from each person."
    )
    responses_seconds: Annotated[int, Field(ge=10, le=3_600)] = Field(
        180, description="How long there is time to respond, where replies are wished."
    )
    signs_seconds: Annotated[int, Field(ge=5, le=600)] = Field(
        30, description="How long after a share, where just listening or silence is wished; and after the last reply."
    )
    responses_grace_seconds: Annotated[int, Field(ge=5, le=600)] = Field(
        30, description="The time to respond ends so long after the sharer's connection was lost."
    )
    choose_among: Literal["hands", "anybody"] = Field(
        "hands", description="To whom the piece may be passed: to raised hands, or to anybody who takes part."
    )
    choose_seconds: Annotated[int, Field(ge=5, le=3_600)] = Field(
        60, description="How long one may choose who is next, before the piece goes back to the centre."
    )
    take_from_centre: bool = Field(
        False, description="When the piece is passed on: whoever reaches for it first may take it from the centre."
    )
    phases_go_on: bool = Field(
        False, description="When the time of a phase is over, the next one begins by itself, after the running turn."
    )
    leaving_pause_seconds: Seconds = Field(
        5, description="How long the piece rests after a holder left, before it is offered to the next."
    )
    fade_least_seconds: Seconds = Field(
        60, description="Others see that somebody left or lost connection after at least this."
    )
    fade_most_seconds: Seconds = Field(180, description="And after at most this; the moment between is drawn by lot.")
    knock_noticed_seconds: Seconds = Field(
        60, description="After so long the one waiting is told that a facilitator has seen the knock."
    )
    held_by: HeldBy = Field(
        "facilitators",
        description="Who holds the room. `members`: on purpose nobody is above anyone; any two ring the bell, and the "
        "round passes by itself.",
    )
    role_offer_seconds: Seconds = Field(60, description="How long an offered role waits for an answer.")
    unheld_after_seconds: Seconds = Field(
        30, description="After so long without any facilitator's connection the room says that it waits for one."
    )
    unheld_closes_seconds: Seconds = Field(
        900, description="A room that nobody holds closes kindly after so long, with notice five minutes before."
    )
    when_unheld: Literal["wait", "continue_round", "open_floor_slow"] = Field(
        "wait",
        description="While nobody holds the room: wait after this turn, let a running round go on, or talk openly and "
        "slowly.",
    )
    unheld_slow_seconds: Seconds = Field(
        30, description="While nobody holds the room, one message per person in so many seconds in open conversation."
    )
    slow_seconds: Literal[0, 15, 30, 60] = Field(
        0, description="Open conversation: one message per person in so many seconds; facilitators are exempt."
    )
    newcomer_quiet_seconds: Seconds = Field(
        0, description="Open conversation: so long after coming in one reads first; 0: one may write at once."
    )
    bell_seconds: Seconds = Field(20, description="How long a bell quiets the room.")
    bell_rest_seconds: Seconds = Field(120, description="How long after a bell the next one may be rung.")
    bells_an_hour: Annotated[int, Field(ge=1, le=60)] = Field(
        6, description="How many bells one person may ring within an hour."
    )
    silence_alone_seconds: Seconds = Field(
        600, description="A silence with an open end, and no facilitator here to end it, ends by itself after so long."
    )
    later_most: Annotated[int, Field(ge=0, le=10)] = Field(
        2, description='How often a turn may be put off with "Later" in one round before it counts as a pass.'
    )
