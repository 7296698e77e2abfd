"""The stories behind the transcripts: each is played once, and every seat's frames are written down.

`book.checked()` marks a moment at which every seat's folded view is compared; the end
of a story is always one.
"""

from collections.abc import Callable
from typing import Final

from tests.support.builders import a_room, times
from tests.support.circles import a_circle, a_round
from tests.support.playbook import Playbook
from tests.transcripts.holding_stories import HOLDING_STORIES
from tests.transcripts.sharing_stories import SHARING_STORIES


def opening_and_knocking() -> Playbook:
    """A facilitator opens, three people knock, one with a line; all come in, and they talk."""
    book = Playbook()
    host = book.facilitator()
    ash = book.knocks("It is my first time.")
    birch = book.knocks()
    book.checked()
    book.waits(61)
    book.admits(host, ash)
    book.checked()
    cedar = book.knocks(listening=True)
    book.admits_all(host)
    book.says(host, "Welcome, everybody.")
    book.says(ash, "Hello. 👋")
    book.listens(cedar, on=False)
    book.says(birch, "Good evening.\nI am glad to be here.")
    book.sets_door(host, "locked")
    return book


def a_round_with_take_pass_and_later() -> Playbook:
    """In a round one shares, one passes, one asks for later and shares at the end."""
    book, _, (ash, birch, cedar) = a_round(3, prompt="How are you tonight?", second_offer=False)
    book.checked()
    book.takes(ash)
    book.says(ash, "Tired, and glad to be here.")
    book.says(ash, "That is all.")
    book.done(ash)
    book.later(birch)
    book.checked()
    book.passes(cedar)
    book.checked()
    book.shares(birch, "I needed a moment. Now I am here.")
    return book


def passed_in_advance() -> Playbook:
    """Somebody says early that they pass this round; when the piece comes it is an ordinary pass."""
    book, _, (ash, birch, cedar) = a_round(3, prompt="What helped this week?", second_offer=False)
    book.pass_me(cedar)
    book.pass_me(birch)
    book.pass_me(birch, on=False)
    book.checked()
    book.shares(ash, "Walking, early.")
    book.shares(birch, "My neighbour.")
    return book


def the_second_offer() -> Playbook:
    """Two pass; asked once more, one would like the piece after all. A newcomer meanwhile comes first."""
    book, _, (ash, birch, cedar) = a_round(3, prompt="What do you leave here?")
    book.passes(ash)
    book.passes(birch)
    book.shares(cedar, "A worry.")
    book.checked()
    dove = book.comes_in()
    book.would_like_it(ash)
    book.checked()
    book.waits(46)
    book.checked()
    book.passes(dove)
    book.shares(ash, "I would like to say thank you.")
    return book


def the_second_offer_and_a_lost_connection() -> Playbook:
    """Who said yes to the second offer has lost the connection when the piece would come; it waits in the centre."""
    book, _, (ash, birch) = a_round(2)
    book.passes(ash)
    book.passes(birch)
    book.would_like_it(birch)
    book.loses_connection(birch)
    book.waits(46)
    book.checked()
    book.comes_back(birch)
    book.checked()
    book.shares(birch, "Here I am again.")
    return book


def nobody_wants_the_second_offer() -> Playbook:
    """Two pass and nobody would like the piece after all: the round ends by itself."""
    book, _, (ash, birch) = a_round(2)
    book.passes(ash)
    book.passes(birch)
    book.checked()
    book.waits(45)
    return book


def back_within_the_grace() -> Playbook:
    """The holder's connection is lost and comes back: the turn goes on, with the same id."""
    book, _, (ash, birch) = a_round(2, prompt="Where are you now?")
    book.takes(ash)
    book.says(ash, "I was just saying")
    book.loses_connection(ash)
    book.checked()
    book.waits(60)
    book.comes_back(ash)
    book.checked()
    book.says(ash, "that I am on a train.")
    book.done(ash)
    book.shares(birch, "At my kitchen table.")
    return book


def back_after_the_grace() -> Playbook:
    """The holder stays away: the piece goes on, and comes first to them when they are back. Others see who is away."""
    book, _, (ash, birch, cedar) = a_round(3)
    book.takes(ash)
    book.loses_connection(ash)
    book.waits(91)
    book.checked()
    book.takes(birch)
    book.waits(100)
    book.checked()
    book.comes_back(ash)
    book.done(birch)
    book.checked()
    book.shares(ash, "Sorry, the battery.")
    book.passes(cedar)
    return book


def away_when_the_piece_would_come() -> Playbook:
    """Somebody in the order cannot be reached, comes later, is away for too long, and comes back in time."""
    book, _, (ash, birch, cedar) = a_round(3, second_offer=False)
    book.loses_connection(birch)
    book.shares(ash, "One.")
    book.checked()
    book.takes(cedar)
    book.waits(301)
    book.checked()
    book.comes_back(birch)
    book.done(cedar)
    book.checked()
    book.shares(birch, "Three.")
    return book


def a_late_joiner() -> Playbook:
    """Somebody comes in during a round and is added at its end; somebody else only listens."""
    book, _, (ash, birch) = a_round(2, prompt="What are you grateful for?", second_offer=False)
    book.takes(ash)
    book.says(ash, "This evening.")
    dove = book.comes_in()
    book.comes_in(listening=True)
    book.checked()
    book.done(ash)
    book.shares(birch, "Rain.")
    book.shares(dove, "Being let in.")
    return book


def raised_hands_with_notes() -> Playbook:
    """Hands go up, one with a note; offers in order and out of order; later, lowered, and lost with a connection."""
    book, host, (ash, birch, cedar) = a_circle(3, mode="raised_hands")
    book.raises(ash)
    book.raises(birch, "About what was said before.")
    book.raises(cedar)
    book.checked()
    book.offers(host)
    book.later(ash)
    book.checked()
    book.offers(host)
    book.shares(birch, "May I answer?")
    book.offers(host, cedar)
    book.takes(cedar)
    book.loses_connection(cedar)
    book.waits(91)
    book.checked()
    book.lowers_hand_of(host, ash)
    book.comes_back(cedar)
    book.raises(birch)
    book.lowers(birch)
    return book


def open_floor() -> Playbook:
    """Everybody talks; a hand stays up while the way of talking changes, and becomes the first of the line."""
    book, host, (ash, birch, _) = a_circle(3)
    book.says(ash, "Has anybody tried the new place?")
    book.says(birch, "Not yet.")
    book.raises(birch)
    book.checked()
    book.sets_mode(host, "raised_hands")
    book.offers(host)
    book.checked()
    book.shares(birch, "I have a question about it.")
    book.says(host, "Thank you.")
    return book


def another_way_after_this_turn() -> Playbook:
    """A change of the way of talking waits for the end of the turn; another one comes at once."""
    book, host, (ash, birch) = a_round(2)
    book.takes(ash)
    book.sets_mode(host, "open_floor")
    book.checked()
    book.says(ash, "I will finish this sentence.")
    book.done(ash)
    book.checked()
    book.says(birch, "So now we all talk.")
    book.starts_round(host, "And now?")
    book.pass_me(book.order[1])
    book.takes(book.order[0])
    book.sets_mode(host, "raised_hands", "Who would like to add something?", now=True)
    return book


def listening() -> Playbook:
    """One steps back while holding the piece, one before it comes and takes part again; a hand goes down with it."""
    book, host, (ash, birch, cedar) = a_round(3)
    book.listens(birch)
    book.takes(ash)
    book.listens(ash)
    book.checked()
    book.listens(birch, on=False)
    book.shares(cedar, "I go on.")
    book.checked()
    book.shares(birch, "I am here after all.")
    book.sets_mode(host, "raised_hands")
    book.raises(cedar, "Later perhaps.")
    book.listens(cedar)
    return book


def leaving_without_a_scene() -> Playbook:
    """The holder leaves: the piece rests and goes on; others see the empty place only after a while."""
    book, _, (ash, birch, cedar) = a_round(3)
    book.takes(ash)
    book.leaves(ash)
    book.checked()
    book.waits(6)
    book.checked()
    book.passes(birch)
    book.leaves(cedar)
    book.waits(200)
    book.checked()
    return book


def a_restart_with_the_prompt_given_back() -> Playbook:
    """The server restarts in the middle of a turn: same seats, same order; somebody's device gives the prompt back."""
    book, host, (ash, birch, cedar) = a_round(3, prompt="What do you need?")
    book.pass_me(cedar)
    book.takes(ash)
    book.says(ash, "I need")
    book.checked()
    book.restarts()
    book.comes_back(birch)
    book.waits(2)
    book.comes_back(ash)
    book.comes_back(host)
    book.checked()
    book.gives_back(birch, "What do you need?")
    book.says(ash, "some rest.")
    book.done(ash)
    book.comes_back(cedar)
    book.waits(16)
    book.checked()
    book.shares(birch, "Nothing, tonight.")
    book.waits(46)
    return book


def kindly_not_tonight() -> Playbook:
    """One who knocks is declined, one leaves the waiting room, one is let in."""
    book = Playbook(a_room(mode="raised_hands"))
    host = book.facilitator()
    ash, birch, cedar = book.knocks("Hello?"), book.knocks("May I?"), book.knocks()
    book.checked()
    book.declines(host, ash)
    book.leaves(birch)
    book.checked()
    book.admits(host, cedar)
    return book


def the_facilitators_view() -> Playbook:
    """Two facilitators: a knock, notes with hands, a quiet holder, thank and move on, a new door."""
    book = Playbook(a_room(mode="raised_hands"))
    host, ash = book.facilitator(), book.knocks("I am a little late.")
    second = book.facilitator(listening=True)
    book.checked()
    book.admits(second, ash)
    book.raises(ash, "It is about yesterday.")
    third = book.knocks()
    book.checked()
    book.offers(host)
    book.takes(ash)
    book.waits(241)
    book.moves_on(second)
    book.checked()
    book.sets_door(host, "open")
    book.knocks()
    book.declines(host, third)
    return book


def the_next_hand_by_itself() -> Playbook:
    """A group that chose so: the next hand is offered the piece without a tap, after a rest when the holder left."""
    book = Playbook(a_room(mode="raised_hands", door="open", settings=times(auto_next=True)))
    book.facilitator(listening=True)
    ash, birch = book.knocks(), book.knocks()
    book.raises(ash)
    book.raises(birch, "After you.")
    book.checked()
    book.takes(ash)
    book.leaves(ash)
    book.checked()
    book.waits(6)
    book.shares(birch, "Then I begin.")
    return book


STORIES: Final[tuple[Callable[[], Playbook], ...]] = (
    opening_and_knocking,
    a_round_with_take_pass_and_later,
    passed_in_advance,
    the_second_offer,
    the_second_offer_and_a_lost_connection,
    nobody_wants_the_second_offer,
    back_within_the_grace,
    back_after_the_grace,
    away_when_the_piece_would_come,
    a_late_joiner,
    raised_hands_with_notes,
    open_floor,
    another_way_after_this_turn,
    listening,
    leaving_without_a_scene,
    a_restart_with_the_prompt_given_back,
    kindly_not_tonight,
    the_facilitators_view,
    the_next_hand_by_itself,
    *HOLDING_STORIES,
    *SHARING_STORIES,
)
