"""Stories behind the transcripts: sharing and responding, passing the piece, and the meeting in phases."""

from collections.abc import Callable
from typing import Final

from protocol.rooms import Phase
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook


def share_and_respond() -> Playbook:
    """Ideas are wished and come; somebody says what they heard, with a yes before it and a yes after it."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="share_and_respond")
    book.wishes(ash, "ideas")
    book.raises(ash)
    book.checked()
    book.offers(host)
    book.takes(ash)
    book.checked()
    book.says(ash, "I do not sleep these days.")
    book.done(ash)
    book.checked()
    book.replies(birch, "A walk at dusk helped me.")
    book.replies(ash, "I used to walk.")
    book.asks_sharer(cedar, "what_i_heard")
    book.checked()
    book.answers_ask(ash)
    book.checked()
    book.replies(cedar, "I heard that you are tired, and miss your walks.")
    book.checked()
    book.answers_heard(ash)
    book.checked()
    book.done(ash)
    return book


def an_idea_nobody_asked_for() -> Playbook:
    """Just listening: two have an idea; one gets a yes, the other no answer. Then replies after all."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="share_and_respond")
    book.offers(host, ash)
    book.shares(ash, "My neighbour has moved away.")
    book.asks_sharer(birch)
    book.asks_sharer(cedar)
    book.checked()
    book.answers_ask(ash, 1, yes=False)
    book.checked()
    book.answers_ask(ash, 2)
    book.replies(cedar, "Only if it helps: we wrote letters.")
    book.checked()
    book.wishes(ash, "similar")
    book.replies(birch, "For me it was my sister.")
    book.checked()
    book.waits(180)
    return book


def just_listening_and_silence() -> Playbook:
    """One is just listened to, with signs; another wishes silence afterwards; the connection is lost in it."""
    book, host, (ash, birch, cedar, _) = a_circle(4, mode="share_and_respond", auto_next=True)
    book.raises(ash)
    book.raises(birch)
    book.takes(ash)
    book.says(ash, "There is nothing to be done about it.")
    book.done(ash)
    book.lights(cedar)
    book.lights(host, "thank_you")
    book.checked()
    book.waits(30)
    book.wishes(birch, "similar")
    book.takes(birch)
    book.says(birch, "With me it is the nights.")
    book.wishes(birch, "silence")
    book.done(birch)
    book.checked()
    book.loses_connection(birch)
    book.waits(31)
    book.checked()
    book.comes_back(birch)
    return book


def responses_in_a_round() -> Playbook:
    """A round with time to respond: "not quite" to what somebody heard, a bell in the middle, a restart."""
    book, host, (ash, birch, cedar) = a_round(3, respond_after_turns=True, second_offer=False)
    book.wishes(ash, "questions")
    book.shares(ash, "I am between two jobs.")
    book.asks_sharer(birch, "what_i_heard")
    book.answers_ask(ash)
    book.replies(birch, "I heard that you look for one.")
    book.answers_heard(ash, yes=False)
    book.rings(host)
    book.checked()
    book.waits(20)
    book.replies(cedar, "Since when?")
    book.checked()
    book.restarts()
    for seat in (host, ash, birch, cedar):
        book.comes_back(seat)
    book.checked()
    book.done(ash)
    book.waits(15)
    book.shares(birch, "I have one job too many.")
    book.leaves(birch)
    book.waits(5)
    book.checked()
    return book


def passing_the_piece() -> Playbook:
    """Each chooses who is next: one accepts, one passes it on, one gives it to the centre; at last all have had it."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="passing", choose_among="anybody", respond_after_turns=True)
    book.offers(host, ash)
    book.shares(ash, "I begin, then.")
    book.checked()
    book.done(ash)
    book.checked()
    book.passes_to(ash, birch)
    book.passes_to(birch, cedar)
    book.checked()
    book.shares(cedar, "I did not expect it so soon.")
    book.waits(30)
    book.passes_to(cedar, birch)
    book.checked()
    book.takes(birch)
    book.says(birch, "Now I am ready.")
    book.raises(cedar)
    book.done(birch)
    book.done(birch)
    book.done(birch)
    book.checked()
    book.passes(cedar)
    return book


def reaching_for_the_centre() -> Playbook:
    """Whoever reaches first has the piece; the one who was a moment later is first in the line."""
    book, _, (ash, birch, cedar) = a_circle(3, mode="passing", take_from_centre=True)
    seen = book.room.turns
    book.reaches(ash, after=seen)
    book.checked()
    book.raises(cedar)
    book.reaches(birch, after=seen)
    book.checked()
    book.says(ash, "I had to say it at once.")
    book.done(ash)
    book.checked()
    book.waits(60)
    book.passes(birch)
    book.later(cedar)
    book.passes(cedar)
    book.checked()
    book.reaches(birch)
    return book


def an_evening_in_phases() -> Playbook:
    """A list that everybody sees: check-in, shares, a pause, the closing; changed once in the middle."""
    book, host, _ = a_circle(2, second_offer=False)
    check_in = Phase(kind="check_in", way="round", minutes=10)
    shares = Phase(kind="shares", way="share_and_respond", minutes=30)
    pause = Phase(kind="pause", way="silence", minutes=3)
    closing = Phase(kind="closing", way="round", minutes=10)
    book.sets_run_sheet(host, check_in, shares, pause, closing)
    book.checked()
    book.begins_phase(host, 0, "How are you here?")
    first, second = book.order
    book.takes(first)
    book.begins_phase(host, 1)
    book.checked()
    book.says(first, "A little late, and glad.")
    book.done(first)
    book.shares(second, "Quiet.")
    book.checked()
    book.offers(host, first)
    book.shares(first, "It was a long week.")
    book.begins_phase(host, 3, "What do you take with you?")
    book.begins_phase(host, 2)
    book.checked()
    book.waits(180)
    book.sets_run_sheet(host, check_in, shares, closing, phase=None)
    book.done(first)
    book.checked()
    book.begins_phase(host, 2, "What do you take with you?")
    for seat in book.order:
        book.passes(seat)
    return book


def phases_that_go_on() -> Playbook:
    """The next phase begins by itself, after the running turn; a pause as well."""
    book, host, (ash, _) = a_circle(2, phases_go_on=True)
    shares = Phase(kind="shares", way="raised_hands", minutes=5)
    pause = Phase(kind="pause", way="silence", minutes=2)
    talk = Phase(kind="conversation", way="open_floor", minutes=5)
    book.sets_run_sheet(host, shares, pause, talk)
    book.begins_phase(host, 0)
    book.offers(host, ash)
    book.takes(ash)
    book.waits(300)
    book.checked()
    book.says(ash, "I am nearly there.")
    book.done(ash)
    book.checked()
    book.waits(120)
    book.checked()
    book.says(ash, "Thank you for the quiet.")
    return book


SHARING_STORIES: Final[tuple[Callable[[], Playbook], ...]] = (
    share_and_respond,
    an_idea_nobody_asked_for,
    just_listening_and_silence,
    responses_in_a_round,
    passing_the_piece,
    reaching_for_the_centre,
    an_evening_in_phases,
    phases_that_go_on,
)
