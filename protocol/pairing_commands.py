"""Pairing: how a second device, or somebody who facilitates with me, comes in once. Never by a link with powers."""

from typing import Annotated, Literal

from pydantic import Field

from protocol.base import Command
from protocol.ids import MOST, GroupId
from protocol.names import Draw
from protocol.words import Key, LinkSecret, Passphrase

AskerNumber = Annotated[int, Field(ge=1, le=MOST)]
"""Which of those who came by one code; a Yes is for nobody else."""


class OfferPairing(Command):
    """At the desk: a code in words for another device of mine; with `group`, for somebody who shall facilitate its
    open circle with me. It replaces the one shown before."""

    type: Literal["offer_pairing"]
    group: GroupId | None


class LookAtPairing(Command):
    """At the desk: how far the pairing is. Asked every few seconds while the code is on the screen."""

    type: Literal["look_at_pairing"]


class AnswerPairing(Command):
    """At the desk: yes or no to the one who wishes to facilitate with me. A no ends the code."""

    type: Literal["answer_pairing"]
    asker: AskerNumber
    accept: bool


class EndPairing(Command):
    """At the desk: the code is put away and opens nothing more."""

    type: Literal["end_pairing"]


class OnlyThisDevice(Command):
    """At the desk: the links and desks of my other devices stop working at once, the first link included."""

    type: Literal["only_this_device"]


class PairDevice(Command):
    """On the other device: the code and my passphrase open my desk, and this device gets a link of its own."""

    type: Literal["pair_device"]
    link: LinkSecret
    passphrase: Passphrase


class AskToFacilitate(Command):
    """By a code for one circle: ask to come in as a facilitator. Asked again, with the same key, until answered."""

    type: Literal["ask_to_facilitate"]
    link: LinkSecret
    key: Key
    draw: Draw
