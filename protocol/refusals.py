"""Why not: a stable code with typed arguments. The client has the words; nothing has changed.

The English sentences are for authors of other clients and stand in the schema. They
speak to a face: no "invalid", no "error", and they say what one may do next.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from protocol.base import Outbound

RefusalCode = Literal[
    "not_your_turn",
    "stale_turn",
    "silence_now",
    "guardians_only",
    "no_offer",
    "signals_off",
    "just_listening",
    "quiet_after",
    "replies_full",
    "asked_already",
    "somebody_does",
    "others_first",
    "not_reachable",
    "only_hands",
    "list_closed",
    "once_a_turn",
    "not_while_unheld",
    "slow_down",
    "other_mode",
    "listening_now",
    "facilitators_only",
    "still_waiting",
    "nobody_there",
    "already_so",
    "no_words",
    "unreadable_words",
    "too_many_lines",
    "too_long",
    "nothing_to_offer",
    "turn_running",
    "nobody_to_go_round",
    "no_second_offer",
    "prompt_not_needed",
    "other_prompt",
    "invitation_used",
    "not_open_yet",
    "door_locked",
    "agreement_changed",
    "names_drawn",
    "full",
    "seat_ended",
    "key_in_use",
    "session_ended",
    "wrong_passphrase",
    "passphrase_short",
    "busy",
    "hosts_only",
    "no_such_group",
    "meeting_is_open",
    "cannot_keep",
    "not_here",
    "our_mistake",
]


class RefusalArguments(Outbound):
    """The values that a sentence may need."""

    seconds: Annotated[int, Field(ge=0)] | None = None
    """How long to wait."""
    most: Annotated[int, Field(ge=0)] | None = None
    """The bound that was reached."""


TEMPORARY: Final[frozenset[str]] = frozenset(
    {
        "not_your_turn",
        "silence_now",
        "quiet_after",
        "not_reachable",
        "not_while_unheld",
        "slow_down",
        "turn_running",
        "still_waiting",
        "not_open_yet",
        "door_locked",
        "full",
        "busy",
        "wrong_passphrase",
        "meeting_is_open",
        "cannot_keep",
        "our_mistake",
    }
)
"""Codes after which the same wish may succeed later."""

SENTENCES: Final[dict[RefusalCode, str]] = {
    "not_your_turn": "Somebody else has the piece. Your words are kept here for your turn.",
    "stale_turn": "The turn has moved on. Your words are still here.",
    "silence_now": "The room is quiet now. Your words are kept here.",
    "guardians_only": "Only a guardian or a facilitator can ring. You can ask for the bell.",
    "list_closed": "The list is closed for now.",
    "signals_off": "No signals now. Listening is enough.",
    "no_offer": "That offer is over.",
    "just_listening": "They asked us to just listen. Signs without words are welcome.",
    "quiet_after": "They asked for a quiet moment. Your words are kept here.",
    "replies_full": "There were replies enough for this share. Your words are kept here.",
    "asked_already": "You have already asked.",
    "somebody_does": "Somebody else is saying what they heard.",
    "others_first": "Somebody else has not had the piece yet.",
    "not_reachable": "That person cannot be reached just now.",
    "only_hands": "The piece goes to somebody whose hand is up.",
    "once_a_turn": "You have already said something in this turn.",
    "not_while_unheld": "The facilitator has lost connection. We wait.",
    "slow_down": "One moment, please. Try again in {seconds} seconds.",
    "other_mode": "That belongs to another way of talking than the one we use now.",
    "listening_now": "You are listening. Choose Take part first.",
    "facilitators_only": "Only a facilitator can do this.",
    "still_waiting": "You are in the waiting room. A facilitator will let you in.",
    "nobody_there": "That person is no longer there.",
    "already_so": "That is already so.",
    "no_words": "There are no words in it yet.",
    "unreadable_words": "Some of these characters cannot be shown to others. Please type it again.",
    "too_many_lines": "That is more than {most} lines. Please send it in parts.",
    "too_long": "That is longer than {most} characters. Please send it in parts.",
    "nothing_to_offer": "Nobody has raised a hand.",
    "turn_running": "Somebody has the piece. Wait for them, or thank and move on.",
    "nobody_to_go_round": "There is nobody here to go round.",
    "no_second_offer": "The second offer is over.",
    "prompt_not_needed": "The question is already here.",
    "other_prompt": "That is not the question we had.",
    "invitation_used": "This invitation has been used.",
    "not_open_yet": "The circle has not opened yet.",
    "door_locked": "The door is closed for now.",
    "agreement_changed": "The agreement has changed. Please read it again.",
    "names_drawn": "You have seen {most} names. Please choose this one.",
    "full": "The circle is full tonight.",
    "seat_ended": "This place has ended.",
    "key_in_use": "This key belongs to another place.",
    "session_ended": "You have been away for a while. Please sign in again.",
    "wrong_passphrase": "That is not the passphrase for this link.",
    "passphrase_short": "Please choose at least {most} characters.",
    "busy": "Many people are signing in. Try again in {seconds} seconds.",
    "hosts_only": "Only the host of this server can do this.",
    "no_such_group": "That group is no longer here.",
    "meeting_is_open": "The circle is open now. Close it first.",
    "cannot_keep": "The server cannot keep this just now. Nothing was changed.",
    "not_here": "This cannot be done from here.",
    "our_mistake": "That was our mistake. Nothing was changed.",
}


class Refusal(Outbound):
    """The person's wish is not possible now. Told to them and to nobody else."""

    code: RefusalCode
    arguments: RefusalArguments = RefusalArguments()

    @property
    def temporary(self) -> bool:
        """Whether the same wish may succeed later."""
        return self.code in TEMPORARY
