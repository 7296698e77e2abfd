"""More stories behind the transcripts: quiet together, holding the room together, the list of hands in all its ways."""

from collections.abc import Callable
from typing import Final

from protocol.commands import Say
from protocol.ids import CommandId
from protocol.words import Words
from tests.support.builders import a_room, command_id
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook


def a_bell_in_mid_turn() -> Playbook:
    """A guardian rings while somebody shares: the turn stands still, hands go up quietly and are shown afterwards."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
    book.offers_role(host, cedar, "guardian")
    book.answers_role(cedar)
    book.raises(ash)
    book.offers(host)
    book.takes(ash)
    book.says(ash, "It was")
    book.asks_for_bell(birch)
    book.checked()
    book.rings(cedar)
    book.raises(birch, "After the quiet.")
    book.raises(cedar)
    book.lowers(cedar)
    book.checked()
    book.rings(host)
    book.waits(41)
    book.checked()
    book.says(ash, "a hard week.")
    book.done(ash)
    return book


def a_silence_with_a_newcomer() -> Playbook:
    """A facilitator begins a silence with an intention; somebody comes in during it; it ends when it is ended."""
    book, host, (ash, _) = a_round(2, prompt="What do you carry?", second_offer=False)
    book.takes(ash)
    book.begins_silence(host, 180, "For those who could not be here.")
    book.checked()
    book.waits(60)
    book.comes_in()
    book.checked()
    book.ends_silence(host)
    book.begins_silence(host)
    book.checked()
    book.ends_silence(host)
    book.says(ash, "Thank you for the quiet.")
    book.done(ash)
    return book


def a_role_offered_and_accepted() -> Playbook:
    """Somebody says not tonight to the bell; somebody else facilitates too, sees the room anew, and lays it down."""
    book, host, (ash, birch) = a_circle(2, mode="raised_hands")
    book.raises(ash, "About last week.")
    book.offers_role(host, ash, "guardian")
    book.answers_role(ash, accept=False)
    book.offers_role(host, birch, "facilitator")
    book.checked()
    book.answers_role(birch)
    book.checked()
    book.knocks("May I come in?")
    book.says_aside(birch, "Shall I look after the door?")
    book.says_aside(host, "Yes, please.")
    book.checked()
    book.lays_down_role(birch)
    return book


def the_lead_is_lost_and_handed_over() -> Playbook:
    """The lead's connection is lost: the co-facilitator leads at once, and hands it over later to one who says yes."""
    book, host, (ash, birch) = a_circle(2)
    book.offers_role(host, ash, "facilitator")
    book.answers_role(ash)
    book.loses_connection(host)
    book.checked()
    book.says(ash, "I go on for a while.")
    book.comes_back(host)
    book.offers_role(ash, birch, "lead")
    book.answers_role(birch)
    book.checked()
    book.leaves(birch)
    book.waits(200)
    return book


def unheld_and_held_again() -> Playbook:
    """Nobody holds the room: the turn may finish, the closing is told, and a facilitator is back in time."""
    book, host, (ash, birch) = a_circle(2, mode="raised_hands")
    book.raises(birch)
    book.offers(host, ash)
    book.takes(ash)
    book.loses_connection(host)
    book.waits(31)
    book.checked()
    book.says(ash, "I finish my sentence.")
    book.done(ash)
    book.waits(600)
    book.checked()
    book.comes_back(host)
    book.checked()
    book.offers(host)
    return book


def wishes_and_notes() -> Playbook:
    """Two tell facilitators something alone, one takes it back; notes keep the order of the line when it changes."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
    book.raises(ash, "Could we have a break?", kind="process")
    book.raises(birch, kind="concern")
    book.raises(ash, "One thing.")
    book.raises(birch, "Another.")
    book.raises(cedar, "A third.")
    book.checked()
    book.offers(host)
    book.later(ash)
    book.settles(host, birch, "concern")
    book.checked()
    book.settles(host, ash, "process", give_piece=True)
    book.takes(ash)
    book.raises(cedar, "Straight to this.", kind="direct_response")
    book.says(ash, "A short break would help.")
    book.done(ash)
    book.checked()
    book.lowers_hand_of(host, birch)
    book.clears_hands(host)
    return book


def quieter_voices_first() -> Playbook:
    """The order of the list is changed in the open and sorted once; new hands are placed by turns taken tonight."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
    for seat in (ash, ash, birch):
        book.raises(seat)
        book.offers(host)
        book.shares(seat, "Something.")
    book.raises(ash, "Once more.")
    book.raises(birch)
    book.checked()
    book.changes_settings(host, hands_order="quieter_first")
    book.checked()
    book.raises(cedar, "My first.")
    book.checked()
    book.changes_settings(host, hands_shown="positions", hands_order="first_come")
    book.offers(host)
    return book


def the_last_word() -> Playbook:
    """The list closes with those who are in it; then somebody has the last word, and the others are thanked."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
    book.raises(ash)
    book.closes_list(host)
    book.checked()
    book.closes_list(host, closed=False)
    book.raises(birch, "Me too.")
    book.gives_last_word(host, cedar)
    book.checked()
    book.takes(cedar)
    book.says(cedar, "Thank you, all of you.")
    book.done(cedar)
    return book


def slowly_and_to_each_other() -> Playbook:
    """Open conversation with a pace: settings change in the open, and one answers another's words."""
    book, host, (ash, birch) = a_circle(2)
    book.changes_settings(host, slow_seconds=15)
    first = CommandId(command_id(901))
    book.asks(ash, Say(type="say", id=first, turn=None, text=Words("How is the garden?")))
    book.waits(16)
    reply = Say(type="say", id=CommandId(command_id(902)), turn=None, text=Words("Full of rain."), reply_to=first)
    book.asks(birch, reply)
    book.checked()
    book.changes_settings(host, slow_seconds=0, second_offer=False)
    book.says(birch, "And of snails.")
    return book


def a_word_in_between() -> Playbook:
    """A facilitator says a few words in somebody's turn; shares are counted for each and for the room."""
    book, host, (ash, birch) = a_round(2, second_offer=False)
    book.takes(ash)
    book.says(ash, "I do not know how to begin.")
    book.says(host, "Begin anywhere.")
    book.checked()
    book.done(ash)
    book.shares(birch, "And I am glad that you did.")
    book.checked()
    book.starts_round(host, "Once more?")
    for seat in book.order:
        book.passes(seat)
    return book


def held_by_its_members() -> Playbook:
    """Nobody is above anyone, on purpose: two ask for the bell and it rings; anybody starts the round."""
    book = Playbook(a_room(door="open"))
    host = book.facilitator()
    ash, birch = book.knocks(), book.knocks()
    book.changes_settings(host, held_by="members")
    book.leaves(host)
    book.rings(ash)
    book.checked()
    book.rings(birch)
    book.checked()
    book.waits(21)
    book.starts_round(ash, "What brings you here?")
    return book


HOLDING_STORIES: Final[tuple[Callable[[], Playbook], ...]] = (
    a_bell_in_mid_turn,
    a_silence_with_a_newcomer,
    a_role_offered_and_accepted,
    the_lead_is_lost_and_handed_over,
    unheld_and_held_again,
    wishes_and_notes,
    quieter_voices_first,
    the_last_word,
    slowly_and_to_each_other,
    a_word_in_between,
    held_by_its_members,
)
