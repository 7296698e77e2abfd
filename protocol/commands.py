"""All commands, by who answers them: the *door*, the *desk*, the *room*. What happened is told by `events.py`."""

from protocol.base import Command
from protocol.desk_commands import (
    ChoosePassphrase,
    EnterAsFacilitator,
    LeaveDesk,
    MakeFacilitator,
    OpenHostDesk,
    OpenTrialDesk,
    Ping,
    PrepareMeeting,
    RemoveFacilitator,
    RemoveGroup,
    ReturnToDesk,
    SignIn,
    StartGroup,
)
from protocol.door_commands import (
    DrawName,
    Knock,
    Look,
    Resume,
)
from protocol.facilitator_commands import (
    Admit,
    AdmitAll,
    BeginPhase,
    BeginSilence,
    ChangeSettings,
    ClearHands,
    CloseList,
    CloseMeeting,
    Decline,
    EndSilence,
    GiveTime,
    LastWord,
    LowerHandOf,
    MoveOn,
    OfferPiece,
    OfferRole,
    RenewInvitation,
    SayAside,
    SetDoor,
    SetMode,
    SetRunSheet,
    SettleWish,
    StartRound,
    TakeLeadBack,
)
from protocol.pairing_commands import (
    AnswerPairing,
    AskToFacilitate,
    EndPairing,
    LookAtPairing,
    OfferPairing,
    OnlyThisDevice,
    PairDevice,
)
from protocol.room_commands import (
    AnswerAsk,
    AnswerHeard,
    AnswerRole,
    AskForBell,
    AskSharer,
    ChangeKey,
    ChooseHelp,
    Done,
    GiveBack,
    Later,
    LayDownRole,
    Leave,
    Light,
    Listen,
    LowerHand,
    OneMinute,
    PassMe,
    PassPiece,
    PassTo,
    QuietForMe,
    RaiseHand,
    RingBell,
    Say,
    Take,
    TakeFromCentre,
    UseSecondOffer,
)

__all__ = [
    "Admit",
    "AdmitAll",
    "AnswerAsk",
    "AnswerHeard",
    "AnswerPairing",
    "AnswerRole",
    "AnyCommand",
    "AskForBell",
    "AskSharer",
    "AskToFacilitate",
    "BeginPhase",
    "BeginSilence",
    "ChangeKey",
    "ChangeSettings",
    "ChooseHelp",
    "ChoosePassphrase",
    "ClearHands",
    "CloseList",
    "CloseMeeting",
    "Command",
    "Decline",
    "DeskCommand",
    "Done",
    "DoorCommand",
    "DrawName",
    "EndPairing",
    "EndSilence",
    "EnterAsFacilitator",
    "GiveBack",
    "GiveTime",
    "Knock",
    "LastWord",
    "Later",
    "LayDownRole",
    "Leave",
    "LeaveDesk",
    "Light",
    "Listen",
    "Look",
    "LookAtPairing",
    "LowerHand",
    "LowerHandOf",
    "MakeFacilitator",
    "MoveOn",
    "OfferPairing",
    "OfferPiece",
    "OfferRole",
    "OneMinute",
    "OnlyThisDevice",
    "OpenHostDesk",
    "OpenTrialDesk",
    "PairDevice",
    "PassMe",
    "PassPiece",
    "PassTo",
    "Ping",
    "PrepareMeeting",
    "QuietForMe",
    "RaiseHand",
    "RemoveFacilitator",
    "RemoveGroup",
    "RenewInvitation",
    "Resume",
    "ReturnToDesk",
    "RingBell",
    "RoomCommand",
    "Say",
    "SayAside",
    "SetDoor",
    "SetMode",
    "SetRunSheet",
    "SettleWish",
    "SignIn",
    "StartGroup",
    "StartRound",
    "Take",
    "TakeFromCentre",
    "TakeLeadBack",
    "UseSecondOffer",
]

DoorCommand = Look | DrawName | Knock | AskToFacilitate | PairDevice | Resume | Ping
DeskCommand = (
    OpenHostDesk
    | OpenTrialDesk
    | MakeFacilitator
    | RemoveFacilitator
    | ChoosePassphrase
    | SignIn
    | ReturnToDesk
    | LeaveDesk
    | StartGroup
    | PrepareMeeting
    | RemoveGroup
    | EnterAsFacilitator
    | OfferPairing
    | LookAtPairing
    | AnswerPairing
    | EndPairing
    | OnlyThisDevice
)
RoomCommand = (
    Leave
    | Say
    | Take
    | PassPiece
    | Later
    | Done
    | OneMinute
    | PassMe
    | UseSecondOffer
    | RaiseHand
    | LowerHand
    | Listen
    | GiveBack
    | ChangeKey
    | RingBell
    | AskForBell
    | Admit
    | AdmitAll
    | Decline
    | SetDoor
    | SetMode
    | StartRound
    | OfferPiece
    | MoveOn
    | LowerHandOf
    | RenewInvitation
    | BeginSilence
    | EndSilence
    | CloseMeeting
    | AnswerRole
    | LayDownRole
    | OfferRole
    | SayAside
    | ChangeSettings
    | SettleWish
    | CloseList
    | LastWord
    | ClearHands
    | GiveTime
    | Light
    | QuietForMe
    | TakeLeadBack
    | ChooseHelp
    | AskSharer
    | AnswerAsk
    | AnswerHeard
    | PassTo
    | TakeFromCentre
    | SetRunSheet
    | BeginPhase
)
AnyCommand = DoorCommand | DeskCommand | RoomCommand
